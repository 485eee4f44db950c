package incidents

import (
	"maps"
	"slices"

	"sayso"
	"sayso/internal/incidents/fuse"
	"sayso/internal/incidents/link"
	"sayso/internal/lexicon"
)

// Joiner joins incidents across articles.
type Joiner struct {
	decider *link.Decider
	lexicon *lexicon.Lexicon
	rules   fuse.Rules
	whole   int
}

// New makes a joiner that knows the families of the types.
func New(l *lexicon.Lexicon) (*Joiner, error) {
	d, err := link.New(l)
	if err != nil {
		return nil, err
	}
	return With(l, d), nil
}

// With makes a joiner that decides otherwise.
func With(l *lexicon.Lexicon, d *link.Decider) *Joiner {
	return &Joiner{decider: d, lexicon: l, rules: fuse.Standard, whole: whole}
}

// Choose puts other rules for choosing values in the place of the standard ones.
func (j *Joiner) Choose(r fuse.Rules) { j.rules = r }

// Given is what is known beside the records: which articles copy which, and
// what people decided.
type Given struct {
	Copies  []sayso.Copy
	Rulings []Ruling
	// CopiesAmong, where not nil, is asked which articles that tell one incident
	// copy one another: nothing depends on other copies.
	CopiesAmong func(articles []string) []sayso.Copy
}

// Join names in each incident of the records, as Joined, the incident across
// articles that it is part of, and returns those. Which incidents are one does
// not depend on the order of the records; the result lists them in the order
// in which the records first tell them.
func (j *Joiner) Join(records []sayso.ArticleRecord) []sayso.Incident {
	return j.JoinGiven(records, Given{})
}

// JoinGiven is [Joiner.Join] with what else is known.
func (j *Joiner) JoinGiven(records []sayso.ArticleRecord, given Given) []sayso.Incident {
	out, _ := j.JoinSet(records, given)
	return out
}

// JoinSet is [Joiner.JoinGiven] with the set that it came of.
func (j *Joiner) JoinSet(records []sayso.ArticleRecord, given Given) ([]sayso.Incident, *Set) {
	s := j.Set()
	s.hand.read(given.Rulings)
	s.Copied(given.Copies)
	by := map[string]sayso.Incident{}
	s.Load(records, func(in sayso.Incident) { by[in.ID] = in })
	if given.CopiesAmong != nil {
		for _, in := range s.Copied(copiesWithin(by, given.CopiesAmong)).Incidents {
			by[in.ID] = in
		}
	}
	out := make([]sayso.Incident, 0, len(by))
	for i := range records {
		for k := range records[i].Incidents {
			id := records[i].Incidents[k].Joined
			if in, ok := by[id]; ok {
				out = append(out, in)
				delete(by, id)
			}
		}
	}
	return out, s
}

// Terms are the words by which an article's story is known; records carry them
// so that nobody need read the text again.
func (j *Joiner) Terms(reading string) []string { return j.decider.Terms(reading) }

// copiesWithin are the copies within incidents, in the order of these.
func copiesWithin(by map[string]sayso.Incident, among func([]string) []sayso.Copy) []sayso.Copy {
	var out []sayso.Copy
	for _, id := range slices.Sorted(maps.Keys(by)) {
		if a := by[id].Articles; len(a) > 1 {
			out = append(out, among(a)...)
		}
	}
	return out
}
