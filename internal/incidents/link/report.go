package link

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/kern"
)

// Report is one incident of one article, made ready for comparing.
type Report struct {
	Record *sayso.ArticleRecord
	In     *sayso.Incident
	Kind   string // type id of the program, whatever a user calls it
	Family string // of types that can be told for one another
	Days   Span   // when it can have been; from the day of publication where the text gives none
	Dated  bool   // Days come from the text
	Alone  bool   // the only report of its type in its article

	names   []word   // of actors, places, capitalised words
	plain   []word   // of its sentences
	mention []word   // of the words that report it
	told    []word   // of names in all that its article tells
	terms   []word   // of its article
	agents  []string // who did it: ids, or folded names
	named   bool     // an agent is a name
	aims    []string // who suffered it
	targets []word   // of their names
	figures []word   // the numbers in its sentences, each telling 1
	said    saying   // of the day
	wording []word   // for the time

	// What else is compared of the incident, at hand: it is read millions of times.
	spot     spot
	counted  bool // it gives numbers
	status   sayso.Status
	salience sayso.Salience
}

// spot is a place as it is compared; without a level it is none.
type spot struct {
	id       uint64 // hash, 0 where there is none
	country  sayso.Code
	level    sayso.Level
	name     string // folded
	mapped   bool
	lat, lon float64
}

func spotOf(p *sayso.Place) spot {
	if p == nil {
		return spot{}
	}
	s := spot{country: p.Country, level: cmp.Or(p.Level, sayso.LevelSite), name: sayso.FoldName(p.Name)}
	if p.ID != "" {
		s.id = ident(p.ID)
	}
	if p.Lat != nil && p.Lon != nil {
		s.mapped, s.lat, s.lon = true, *p.Lat, *p.Lon
	}
	return s
}

// Span is a closed interval of days; unknown ends are sayso.NoDay.
type Span struct{ First, Last sayso.Day }

// Known reports whether both ends are.
func (s Span) Known() bool { return s.First.Known() && s.Last.Known() }

// Length is the number of days.
func (s Span) Length() int { return int(s.Last-s.First) + 1 }

// Gap is the number of days between two spans, 0 where they share one.
func (s Span) Gap(o Span) int {
	return max(0, int(o.First-s.Last), int(s.First-o.Last))
}

// recent is how long before publication an undated main incident can lie.
const recent = 10

// Reports makes the reports of an article ready.
func (d *Decider) Reports(rec *sayso.ArticleRecord) []*Report {
	var out []*Report
	told := bag{}
	types := map[string]int{}
	for i := range rec.Incidents {
		r := d.report(rec, &rec.Incidents[i])
		for _, w := range r.names {
			told[w.hash] = w.rarity
		}
		types[r.Kind]++
		out = append(out, r)
	}
	terms := bag{}
	for _, w := range rec.Terms {
		terms[kern.Word(w)] = d.rarity(w)
	}
	all, article := told.list(), terms.list()
	for _, r := range out {
		r.told, r.terms, r.Alone = all, article, types[r.Kind] == 1
	}
	return out
}

func (d *Decider) report(rec *sayso.ArticleRecord, in *sayso.Incident) *Report {
	t := d.types[in.Type]
	r := &Report{Record: rec, In: in, Kind: in.Type, Family: t.family, Days: Span{sayso.NoDay, sayso.NoDay}}
	if t.program != "" {
		r.Kind = t.program
	}
	if w := in.When; w != nil && (w.Earliest.Known() || w.Latest.Known()) {
		r.Days, r.Dated = Closed(*w, rec.Published), true
	} else if in.Salience != sayso.SalienceBackground && rec.Published.Known() {
		r.Days = Span{rec.Published - recent, rec.Published}
	}
	r.said = sayings(in.When)
	names, plain := bag{}, bag{}
	d.words(rec, in, func(w string, name bool) {
		if name {
			names[kern.Word(w)] = d.rarity(w)
		} else {
			plain[kern.Word(w)] = d.rarity(w)
		}
	})
	for h := range names {
		delete(plain, h)
	}
	r.names, r.plain, r.mention, r.wording = names.list(), plain.list(), d.bag(in.Mention).list(), wordingOf(in.When)
	r.figures = figures(in)
	r.actors(d)
	r.spot, r.counted, r.status, r.salience = spotOf(in.Where), len(in.Counts) > 0, in.Status, in.Salience
	return r
}

func (r *Report) actors(d *Decider) {
	targets := bag{}
	for i := range r.In.Actors {
		a := &r.In.Actors[i]
		key := a.ID
		if key == "" {
			key = sayso.FoldName(a.Name)
		}
		if a.Role == sayso.RoleTarget {
			r.aims = append(r.aims, key)
			maps.Copy(targets, d.bag(a.Name))
			continue
		}
		r.agents = append(r.agents, key)
		r.named = r.named || !a.Generic
	}
	r.targets = targets.list()
}

// Closed is an interval with an open end closed at the day of publication or
// a year away.
func Closed(w sayso.When, published sayso.Day) Span {
	s := Span{w.Earliest, w.Latest}
	if !s.Last.Known() {
		s.Last = s.First + 365
		if published.Known() && published >= s.First {
			s.Last = published
		}
	}
	if !s.First.Known() {
		s.First = s.Last - 365
	}
	return s
}

// words calls with each word of a report, folded; name says whether it is part
// of a name.
func (d *Decider) words(rec *sayso.ArticleRecord, in *sayso.Incident, call func(w string, name bool)) {
	for i := range in.Actors {
		wordsOf(in.Actors[i].Name, !in.Actors[i].Generic, true, call)
	}
	for _, p := range []*sayso.Place{in.Where, in.From} {
		if p != nil {
			wordsOf(p.Name, true, true, call)
		}
	}
	wordsOf(in.Mention, true, false, call)
	last := ""
	for i := range in.Claims {
		if c := &in.Claims[i]; c.About == sayso.AboutIncident && c.Quote != last && c.Quote != in.Mention {
			wordsOf(c.Quote, true, false, call)
			last = c.Quote
		}
	}
	for _, w := range in.Weapons {
		wordsOf(w, false, false, call)
	}
	if in.Salience != sayso.SalienceBackground {
		wordsOf(rec.Title, true, false, call)
	}
}

// termCount is the number of terms by which an article's story is known.
const termCount = 60

// Terms are the rarest words of a text, rarest first.
func (d *Decider) Terms(text string) []string {
	seen := map[string]int32{}
	wordsOf(text, false, false, func(w string, _ bool) { seen[w] = d.rarity(w) })
	out := slices.SortedFunc(maps.Keys(seen), func(a, b string) int {
		return cmp.Or(cmp.Compare(seen[b], seen[a]), strings.Compare(a, b))
	})
	return out[:min(len(out), termCount)]
}
