package sayso

import "encoding/json"

// Code is a short code that is absent when empty; its JSON is then null.
type Code string

// MarshalJSON writes the empty code as null.
func (c Code) MarshalJSON() ([]byte, error) {
	if c == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(c))
}

// Precision says how finely a [When] is known.
type Precision string

// The precisions, finest first. A range of days that is none of the named
// units is PrecisionRange.
const (
	PrecisionHour    Precision = "hour"
	PrecisionDay     Precision = "day"
	PrecisionWeek    Precision = "week"
	PrecisionMonth   Precision = "month"
	PrecisionSeason  Precision = "season"
	PrecisionYear    Precision = "year"
	PrecisionDecade  Precision = "decade"
	PrecisionRange   Precision = "range"
	PrecisionUnknown Precision = "unknown" // words kept, nothing resolved
)

// When is an interval of days, both ends included; an end may be open. Words
// are kept even where no day can be resolved from them.
type When struct {
	Earliest  Day       `json:"earliest"`
	Latest    Day       `json:"latest"`
	Precision Precision `json:"precision,omitempty"`
	Clock     string    `json:"clock,omitempty"` // "HH:MM" or part of day (TMO TAF TEV TNI), local time
	Words     string    `json:"words"`
	Span      Span      `json:"span"`
}

// Against compares the days of two: 1 where they are the same, -1 where they have
// none in common, 0 where they have some or either's are not known.
func (w *When) Against(o *When) int {
	switch {
	case !w.Earliest.Known() || !w.Latest.Known() || !o.Earliest.Known() || !o.Latest.Known():
		return 0
	case w.Earliest == o.Earliest && w.Latest == o.Latest:
		return 1
	case w.Earliest > o.Latest || o.Earliest > w.Latest:
		return -1
	}
	return 0
}

// Level says what kind of place a [Place] is.
type Level string

// The levels of places, most specific first.
const (
	LevelSite    Level = "site"
	LevelTown    Level = "town"
	LevelRegion  Level = "region"
	LevelCountry Level = "country"
)

// Place is a named place, grounded where the gazetteer knows it.
type Place struct {
	Name       string       `json:"name"`                  // as written
	Country    Code         `json:"country"`               // ISO 3166-1 alpha-2; null where unknown, spanning or disputed
	Level      Level        `json:"level"`                 //
	ID         string       `json:"id,omitempty"`          // gazetteer id, e.g. "geonames:295277"
	Lat        *float64     `json:"lat,omitempty"`         // degrees, WGS 84
	Lon        *float64     `json:"lon,omitempty"`         //
	Admin1     string       `json:"admin1,omitempty"`      // GeoNames first-level code
	Admin2     string       `json:"admin2,omitempty"`      // GeoNames second-level code
	DisputedBy []string     `json:"disputed_by,omitempty"` // ISO codes of the claimants
	Chosen     string       `json:"chosen,omitempty"`      // how the gazetteer entry was chosen, in words
	RunnerUp   string       `json:"runner_up,omitempty"`   // gazetteer id of the second best
	Confidence float64      `json:"confidence,omitempty"`  // calibrated share right, 0 to 1
	Span       Span         `json:"span"`
	Why        *Explanation `json:"why,omitempty"`
}

// Count is a number as a text gives it: at least, at most, between or exactly.
// A nil end is open.
type Count struct {
	What  string `json:"what"`            // killed, injured, … (see types table)
	Min   *int   `json:"min"`             //
	Max   *int   `json:"max"`             //
	Words string `json:"words"`           // as written
	Of    string `json:"of,omitempty"`    // what is counted, as written: "policemen"
	Claim int    `json:"claim,omitempty"` // number of the claim that vouches for it
	Span  Span   `json:"span"`
}

// Low is the lower end, the upper one where only that is told, 0 where neither is.
func (c *Count) Low() int {
	switch {
	case c.Min != nil:
		return *c.Min
	case c.Max != nil:
		return *c.Max
	}
	return 0
}

// Role is the part that an actor plays in an incident.
type Role string

// The roles of the coding guide.
const (
	RoleAgent  Role = "agent"  // who did it, as reported, claimed or suspected
	RoleTarget Role = "target" // whom or what it was aimed at, or who suffered it
	RoleParty  Role = "party"  // equal sides of a clash or an agreement
)

// ActorKind is what sort of actor somebody is.
type ActorKind string

// The kinds of actors.
const (
	KindState         ActorKind = "state" // a government, or the state as such
	KindStateForce    ActorKind = "state-force"
	KindPolice        ActorKind = "police"
	KindRebel         ActorKind = "rebel"
	KindMilitia       ActorKind = "militia"
	KindCommunal      ActorKind = "communal"
	KindProtesters    ActorKind = "protesters"
	KindCivilians     ActorKind = "civilians"
	KindInternational ActorKind = "international" // international forces and organisations
	KindCriminal      ActorKind = "criminal"
	KindParty         ActorKind = "political-party"
	KindOutlet        ActorKind = "outlet"
	KindPerson        ActorKind = "person"
	KindUnknown       ActorKind = "unknown"
)

// Actor is somebody who takes part, under the fullest name that the text gives.
type Actor struct {
	Role    Role         `json:"role"`
	Name    string       `json:"name"`              // as written, fullest form in the text
	ID      string       `json:"id,omitempty"`      // canonical actor, e.g. "islamic-state"; "" where unknown
	Kind    ActorKind    `json:"kind,omitempty"`    //
	Country Code         `json:"country,omitempty"` //
	Generic bool         `json:"generic,omitempty"` // a description ("gunmen"), not a name
	Span    Span         `json:"span"`
	Why     *Explanation `json:"why,omitempty"`
}
