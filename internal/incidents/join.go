package incidents

import (
	"cmp"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/lexicon"
)

// Joiner joins incidents across articles.
type Joiner struct {
	weights Weights
	family  map[string]string // by type id
	program map[string]string // a user's type id to the program's
}

// New makes a joiner that knows the families of the types.
func New(l *lexicon.Lexicon) *Joiner {
	j := &Joiner{weights: Standard, family: map[string]string{}, program: map[string]string{}}
	for _, t := range l.Types {
		j.family[t.ID], j.program[t.ID] = t.Family, t.ID
		if t.Was != "" {
			j.program[t.ID] = t.Was
		}
	}
	return j
}

// Join names in each incident of the records, as Joined, the incident across
// articles that it is part of, and returns those. Which incidents are one does
// not depend on the order of the records; the result lists them in the order
// in which the records first tell them.
func (j *Joiner) Join(records []sayso.ArticleRecord) []sayso.Incident {
	told := j.reports(records)
	groups := j.group(slices.Clone(told))
	out := make([]sayso.Incident, 0, len(groups))
	made := map[*group]bool{}
	of := map[*report]*group{}
	for _, g := range groups {
		for _, r := range g.reports {
			of[r] = g
		}
	}
	for _, r := range told {
		if g := of[r]; !made[g] {
			made[g] = true
			out = append(out, g.fuse())
			for _, member := range g.reports {
				member.in.Joined = out[len(out)-1].ID
			}
		}
	}
	return out
}

func (j *Joiner) reports(records []sayso.ArticleRecord) []*report {
	var out []*report
	for i := range records {
		for k := range records[i].Incidents {
			in := &records[i].Incidents[k]
			r := newReport(&records[i], in)
			r.family, r.kind = j.family[in.Type], cmp.Or(j.program[in.Type], in.Type)
			out = append(out, r)
		}
	}
	return out
}

// group is a set of reports that are taken as one happening, with the links
// that made it one.
type group struct {
	reports []*report
	places  []int // of the reports in the sorted list
	links   []link
}

// link is a pair that was found to be one.
type link struct {
	a, b *report
	comparison
}

// group puts reports together, best pairs first, by average link.
func (j *Joiner) group(reports []*report) []*group {
	slices.SortFunc(reports, func(a, b *report) int {
		return cmp.Or(strings.Compare(a.record.Article, b.record.Article), strings.Compare(a.in.ID, b.in.ID), strings.Compare(a.in.Mention, b.in.Mention))
	})
	rare := rarities(reports)
	at := make([]*group, len(reports))
	for i, r := range reports {
		at[i] = &group{reports: []*report{r}, places: []int{i}}
	}
	points := map[[2]int]int{}
	for _, p := range j.pairs(reports, rare, points) {
		a, b := at[p.i], at[p.k]
		if a == b || share(a, b) || !j.agree(a, b, points) {
			continue
		}
		for _, i := range b.places {
			at[i] = a
		}
		a.reports, a.places = append(a.reports, b.reports...), append(a.places, b.places...)
		a.links = append(append(a.links, b.links...), link{reports[p.i], reports[p.k], p.comparison})
	}
	var out []*group
	for i, g := range at {
		if g.places[0] == i {
			out = append(out, g)
		}
	}
	return out
}

// pair is two reports, by place in the sorted list, that may be one.
type pair struct {
	i, k int
	comparison
}

// pairs compares all pairs that share something, notes their points and
// returns those over the threshold, best first.
func (j *Joiner) pairs(reports []*report, rare rarity, points map[[2]int]int) []pair {
	var out []pair
	for _, c := range candidates(reports, rare) {
		a, b := reports[c[0]], reports[c[1]]
		cmp := j.weights.compare(a, b, rare)
		points[c] = cmp.points
		if cmp.points >= j.weights.Threshold {
			out = append(out, pair{c[0], c[1], cmp})
		}
	}
	slices.SortStableFunc(out, func(x, y pair) int {
		return cmp.Or(y.points-x.points, x.i-y.i, x.k-y.k)
	})
	return out
}

// agree reports whether the reports of two groups are one on average, and no
// pair of them excludes it.
func (j *Joiner) agree(a, b *group, points map[[2]int]int) bool {
	sum := 0
	for _, i := range a.places {
		for _, k := range b.places {
			p := points[[2]int{min(i, k), max(i, k)}]
			if p <= never/2 {
				return false
			}
			sum += p
		}
	}
	return sum >= len(a.places)*len(b.places)*j.weights.Threshold
}

// share reports whether one article tells a report of each group.
func share(a, b *group) bool {
	for _, x := range a.reports {
		for _, y := range b.reports {
			if x.record.Article == y.record.Article {
				return true
			}
		}
	}
	return false
}
