package store

import (
	"math/bits"
	"slices"
	"strings"

	"sayso"
)

// Brief is an incident in a list: what a line of a table or a point on a map
// shows. Lists of briefs are read without the incidents themselves.
type Brief struct {
	ID         string          `json:"id"`
	Type       string          `json:"type"`
	Status     sayso.Status    `json:"status"`
	Salience   sayso.Salience  `json:"salience"`
	Review     sayso.Review    `json:"review"`
	Summary    string          `json:"summary"`
	Earliest   sayso.Day       `json:"earliest"` // as in When
	Latest     sayso.Day       `json:"latest"`
	Precision  sayso.Precision `json:"precision,omitempty"`
	Place      string          `json:"place,omitempty"` // as written
	Level      sayso.Level     `json:"level,omitempty"`
	Country    sayso.Code      `json:"country"`
	DisputedBy []string        `json:"disputed_by,omitempty"`
	Lat        *float64        `json:"lat,omitempty"`
	Lon        *float64        `json:"lon,omitempty"`
	Confidence float64         `json:"confidence,omitempty"` // of the place
	Deaths     *Toll           `json:"deaths,omitempty"`
	Stances    []sayso.Stance  `json:"stances"` // of the claims that it happened, each once
	Dissent    []string        `json:"dissent"` // fields that claims are against
	Origins    int             `json:"origins"` // independent
	Articles   int             `json:"articles"`
	Worth      int             `json:"worth"` // see [Worth]
}

// Toll is the people killed.
type Toll struct {
	Low  *int `json:"low"`
	Best *int `json:"best"`
	High *int `json:"high"`
}

// BriefOf makes the brief of an incident.
func BriefOf(in *sayso.Incident) Brief {
	b := Brief{ID: in.ID, Type: in.Type, Status: in.Status, Salience: in.Salience, Review: in.Review, Summary: in.Summary,
		Earliest: sayso.NoDay, Latest: sayso.NoDay, Origins: len(in.Origins), Articles: len(in.Articles), Stances: []sayso.Stance{}, Dissent: []string{}}
	if w := in.When; w != nil {
		b.Earliest, b.Latest, b.Precision = w.Earliest, w.Latest, w.Precision
	}
	if p := in.Where; p != nil {
		b.Place, b.Level, b.Country, b.DisputedBy, b.Confidence = p.Name, p.Level, p.Country, slices.Clone(p.DisputedBy), p.Confidence
		if p.Lat != nil && p.Lon != nil {
			lat, lon := *p.Lat, *p.Lon
			b.Lat, b.Lon = &lat, &lon
		}
	}
	if d := in.Deaths; d != nil {
		b.Deaths = &Toll{end(d.Low), end(d.Best), end(d.High)}
	}
	for i := range in.Claims {
		if c := &in.Claims[i]; c.About == sayso.AboutIncident && !slices.Contains(b.Stances, c.Stance) {
			b.Stances = append(b.Stances, c.Stance)
		}
	}
	for _, f := range in.Fields {
		if len(f.Against) > 0 && !slices.Contains(b.Dissent, f.Name) {
			b.Dissent = append(b.Dissent, f.Name)
		}
	}
	b.Worth = Worth(in, &b)
	return b
}

func end(n *int) *int {
	if n == nil {
		return nil
	}
	v := *n
	return &v
}

// Best is the best figure of people killed, -1 where none is known.
func (b *Brief) Best() int {
	if b.Deaths == nil || b.Deaths.Best == nil {
		return -1
	}
	return *b.Deaths.Best
}

// Queue are the reviews of incidents that wait for a person's look.
var Queue = []sayso.Review{"", sayso.ReviewResting}

// Worth says how much a person's look at an incident is worth, for the order of
// the review queue. It is 0 for what a person has looked at, else the sum of
//
//	200 where a correction rests: a person's work is lost until it is looked at
//	30 for each field that claims are against, at most 90
//	10 for each doubling of the people killed: 10 for one, 50 for twenty
//	15 where all rests on one origin
//	15 where not all claims are put forward as plain fact
//	10 where no day is known, 10 where no place is; for a place, a quarter of
//	   the per cent by which its point is unsure
//
// halved where articles only recall the incident, and 1 at least.
func Worth(in *sayso.Incident, b *Brief) int {
	if in.Review != "" && in.Review != sayso.ReviewResting {
		return 0
	}
	w := min(90, 30*len(b.Dissent)) + 10*bits.Len(uint(max(0, b.Best())))
	if b.Origins <= 1 {
		w += 15
	}
	if slices.ContainsFunc(b.Stances, func(s sayso.Stance) bool { return s != sayso.StanceAsserted }) {
		w += 15
	}
	if !b.Earliest.Known() && !b.Latest.Known() {
		w += 10
	}
	switch {
	case in.Where == nil:
		w += 10
	case b.Confidence > 0:
		w += (100 - int(b.Confidence*100+0.5)) / 4
	}
	if in.Salience == sayso.SalienceBackground {
		w /= 2
	}
	if in.Review == sayso.ReviewResting {
		w += 200
	}
	return max(1, w)
}

// Interval is the days of a brief with ends closed; ok is false where none is
// known.
func (b *Brief) Interval() (earliest, latest sayso.Day, ok bool) {
	earliest, latest = b.Earliest, b.Latest
	if !earliest.Known() {
		earliest = latest
	}
	if !latest.Known() {
		latest = earliest
	}
	return earliest, latest, earliest.Known()
}

// Term is a word by which an incident is found in a certain way.
type Term struct{ Kind, Word string }

// Kinds of terms.
const (
	TermActor   = "actor"   // folded words of an actor's name, "=" and id
	TermPlace   = "place"   // likewise of its places
	TermStance  = "stance"  // of a claim that it happened
	TermDissent = "dissent" // field that claims are against

	TermNamedActor = "actor-name" // who it names, see [Named]
	TermNamedPlace = "place-name" // where it was
)

// TermsOf are the terms of an incident, each once.
func TermsOf(in *sayso.Incident, b *Brief) []Term {
	var out []Term
	add := func(kind, word string) {
		if t := (Term{kind, word}); word != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	named := func(kind, name, id string) {
		for w := range strings.FieldsSeq(Fold(name)) {
			add(kind, w)
		}
		if id != "" {
			add(kind, "="+id)
		}
	}
	for i := range in.Actors {
		named(TermActor, in.Actors[i].Name, in.Actors[i].ID)
	}
	for _, p := range []*sayso.Place{in.Where, in.From} {
		if p != nil {
			named(TermPlace, p.Name, p.ID)
		}
	}
	for _, s := range b.Stances {
		add(TermStance, string(s))
	}
	for _, f := range b.Dissent {
		add(TermDissent, f)
	}
	for _, t := range namedTerms(in) {
		add(t.Kind, t.Word)
	}
	return out
}

// Point is an incident on the map.
type Point struct {
	ID       string
	Type     string
	Review   sayso.Review
	Earliest sayso.Day // with ends closed; NoDay where none is known
	Latest   sayso.Day
	Deaths   int // best figure; -1 where none is known
	Lat, Lon float64
}

// Point is the brief's point; false where it has none.
func (b *Brief) Point() (Point, bool) {
	if b.Lat == nil || b.Lon == nil {
		return Point{}, false
	}
	first, last, _ := b.Interval()
	return Point{ID: b.ID, Type: b.Type, Review: b.Review, Earliest: first, Latest: last, Deaths: b.Best(), Lat: *b.Lat, Lon: *b.Lon}, true
}

// Tally is how many incidents have a value.
type Tally struct {
	Value string
	N     int
}

// WordsOf are the words by which an incident is found, folded.
func WordsOf(in *sayso.Incident) string {
	parts := []string{in.Summary, in.Mention, strings.Join(in.Weapons, " ")}
	for _, p := range []*sayso.Place{in.Where, in.From} {
		if p != nil {
			parts = append(parts, p.Name)
		}
	}
	for i := range in.Actors {
		parts = append(parts, in.Actors[i].Name)
	}
	for i := range in.Claims {
		parts = append(parts, in.Claims[i].Quote)
		for k := range in.Claims[i].Chain {
			parts = append(parts, in.Claims[i].Chain[k].Name)
		}
	}
	return Fold(strings.Join(parts, " "))
}
