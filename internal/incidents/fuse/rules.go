package fuse

import (
	"slices"

	"sayso"
)

// Candidate is a value of a field with what speaks for it.
type Candidate struct {
	Value     string
	Precision int // of days: more is finer
	Level     int // of a place: more is more specific
	Origins   int // independent, of the claims for it
	Reports   int
	First     sayso.Day // publication of the first and last article that gives it, where known
	Last      sayso.Day

	lead    int   // the first member that gives it
	members []int // that agree with it
}

// Rule chooses among candidates: the one with the highest rank, compared
// number by number; of equals the one that was told first.
type Rule struct {
	Name string // as the field shows it
	Rank func(*Candidate) []int
}

// Rules say how each field is chosen.
type Rules struct{ When, Where, Count, Other Rule }

// Standard are the rules of the program. A day agrees with a week that holds it
// and a town with its region, so that of what is told more and less finely the
// finer is chosen, but one odd report of a single street does not outvote all
// others; see [Finest].
var Standard = Rules{
	When:  Rule{"most origins agree, then the most precise", func(c *Candidate) []int { return []int{c.Origins, c.Precision, c.Reports} }},
	Where: Rule{"most origins agree, then the most specific", func(c *Candidate) []int { return []int{c.Origins, c.Level, c.Reports} }},
	Count: Rule{"most origins, then the latest", func(c *Candidate) []int { return []int{c.Origins, int(c.Last), c.Reports} }},
	Other: Rule{"most origins, then most articles", func(c *Candidate) []int { return []int{c.Origins, c.Reports} }},
}

// Finest are rules by which a finer value always goes before a coarser one.
var Finest = Rules{
	When:  Rule{"the most precise, then most origins", func(c *Candidate) []int { return []int{c.Precision, c.Origins, c.Reports} }},
	Where: Rule{"the most specific, then most origins", func(c *Candidate) []int { return []int{c.Level, c.Origins, c.Reports} }},
	Count: Standard.Count, Other: Standard.Other,
}

// of is the rule of a field.
func (r *Rules) of(field string) *Rule {
	switch {
	case field == "when":
		return &r.When
	case field == "where" || field == "from":
		return &r.Where
	case isCount(field):
		return &r.Count
	}
	return &r.Other
}

// choose returns the index of the candidate chosen.
func (r *Rule) choose(all []Candidate) int {
	best := 0
	for i := 1; i < len(all); i++ {
		if slices.Compare(r.Rank(&all[i]), r.Rank(&all[best])) > 0 {
			best = i
		}
	}
	return best
}
