package incidents

import (
	"cmp"
	"slices"
	"strings"

	"sayso"
)

// fuse makes the incident of a group. A group of one is that incident, with
// its origins counted.
func (g *group) fuse() sayso.Incident {
	g.order()
	if len(g.reports) == 1 {
		out := *g.reports[0].in
		out.Claims = slices.Clone(out.Claims)
		out.Joined = out.ID
		out.Articles = []string{g.reports[0].record.Article}
		out.Origins = origins(g, out.Claims)
		return out
	}
	lead := g.reports[0].in
	out := sayso.Incident{ID: g.id(), Type: g.kind(), Salience: g.salience(), Status: g.status(),
		Summary: lead.Summary, Mention: lead.Mention, MentionSpan: lead.MentionSpan}
	out.Joined = out.ID
	for _, r := range g.reports {
		out.Former = append(out.Former, r.in.ID)
		out.Articles = append(out.Articles, r.record.Article)
	}
	slices.Sort(out.Former)
	numbers := g.claims(&out)
	out.When, out.Where, out.From = g.when(), g.where(), g.from()
	out.Actors, out.Weapons = g.actors(), g.weapons()
	out.Counts = g.counts(numbers)
	out.Fields = g.fields(&out, numbers)
	out.Deaths = deaths(&out)
	out.Origins = origins(g, out.Claims)
	out.Why = &sayso.Reasons{Event: g.whyEvent(), Join: g.whyJoin()}
	return out
}

// order puts the report that tells most first, so that it leads: main before
// background, then by what is filled, then by article.
func (g *group) order() {
	slices.SortFunc(g.reports, func(a, b *report) int {
		return cmp.Or(
			cmp.Compare(told(b), told(a)),
			cmp.Compare(a.record.Published, b.record.Published),
			strings.Compare(a.record.Article, b.record.Article))
	})
}

// told is how much a report tells.
func told(r *report) int {
	n := len(r.in.Claims) + len(r.in.Counts) + len(r.in.Actors)
	if r.in.Salience == sayso.SalienceMain {
		n += 100
	}
	if r.dated {
		n += 3
	}
	if r.in.Where != nil {
		n += 3
	}
	return n
}

// id is made of the members' ids: the same members give the same id.
func (g *group) id() string {
	var ids []string
	for _, r := range g.reports {
		ids = append(ids, r.in.ID)
	}
	slices.Sort(ids)
	return sayso.ContentID("j", ids...)
}

// most returns the value that most reports give, the first of them in the
// order of the reports where several do, and how many give it.
func most[T any](g *group, of func(*report) (T, bool), same func(a, b T) bool) (best T, n int) {
	for _, r := range g.reports {
		v, ok := of(r)
		if !ok {
			continue
		}
		k := 0
		for _, o := range g.reports {
			if w, ok := of(o); ok && same(v, w) {
				k++
			}
		}
		if k > n {
			best, n = v, k
		}
	}
	return best, n
}

func equal[T comparable](a, b T) bool { return a == b }

func (g *group) kind() string {
	k, _ := most(g, func(r *report) (string, bool) { return r.in.Type, true }, equal)
	return k
}

func (g *group) status() sayso.Status {
	s, _ := most(g, func(r *report) (sayso.Status, bool) { return r.in.Status, r.in.Status != "" }, equal)
	return s
}

func (g *group) salience() sayso.Salience {
	for _, r := range g.reports {
		if r.in.Salience == sayso.SalienceMain {
			return sayso.SalienceMain
		}
	}
	return sayso.SalienceBackground
}

// when is the interval that most reports can agree with, the shortest of those.
func (g *group) when() *sayso.When {
	var best *report
	votes := 0
	for _, r := range g.reports {
		if !r.dated {
			continue
		}
		n := 0
		for _, o := range g.reports {
			if o.dated && r.days.gap(o.days) == 0 {
				n++
			}
		}
		if best == nil || n > votes || n == votes && r.days.length() < best.days.length() {
			best, votes = r, n
		}
	}
	if best == nil {
		return nilUnlessWords(g)
	}
	return copyWhen(g, best)
}

// nilUnlessWords keeps the lead's words where no report could be dated.
func nilUnlessWords(g *group) *sayso.When {
	for _, r := range g.reports {
		if r.in.When != nil {
			return copyWhen(g, r)
		}
	}
	return nil
}

// copyWhen copies a value; its span points into its own article, and is kept
// for the leading article alone, into which the incident's spans point.
func copyWhen(g *group, r *report) *sayso.When {
	w := *r.in.When
	if r != g.reports[0] {
		w.Span = sayso.Span{}
	}
	return &w
}

var levels = map[sayso.Level]int{sayso.LevelSite: 4, sayso.LevelTown: 3, sayso.LevelRegion: 2, sayso.LevelCountry: 1}

func samePlace(a, b *sayso.Place) bool {
	return a.ID != "" && a.ID == b.ID || samePlaceName(a.Name, b.Name)
}

// where is the most specific place that as many reports give as any other.
func (g *group) where() *sayso.Place {
	var best *report
	score := 0
	for _, r := range g.reports {
		if r.in.Where == nil {
			continue
		}
		n := 0
		for _, o := range g.reports {
			if o.in.Where != nil && samePlace(r.in.Where, o.in.Where) {
				n++
			}
		}
		if s := n*8 + levels[r.in.Where.Level]; s > score {
			best, score = r, s
		}
	}
	if best == nil {
		return nil
	}
	return copyPlace(g, best, best.in.Where)
}

func (g *group) from() *sayso.Place {
	for _, r := range g.reports {
		if r.in.From != nil {
			return copyPlace(g, r, r.in.From)
		}
	}
	return nil
}

func copyPlace(g *group, r *report, p *sayso.Place) *sayso.Place {
	out := *p
	if r != g.reports[0] {
		out.Span = sayso.Span{}
	}
	return &out
}

// actors are all that the reports name, each once in a role, under its
// fullest name.
func (g *group) actors() []sayso.Actor {
	out := []sayso.Actor{}
	for _, r := range g.reports {
		for _, a := range r.in.Actors {
			if r != g.reports[0] {
				a.Span = sayso.Span{}
			}
			i := slices.IndexFunc(out, func(o sayso.Actor) bool { return o.Role == a.Role && sameActor(&o, &a) })
			switch {
			case i < 0:
				out = append(out, a)
			case len(a.Name) > len(out[i].Name) && !a.Generic && out[i].Span.Empty():
				out[i] = a
			}
		}
	}
	return out
}

func sameActor(a, b *sayso.Actor) bool {
	if a.ID != "" || b.ID != "" {
		return a.ID == b.ID
	}
	x, y := " "+fold(a.Name)+" ", " "+fold(b.Name)+" "
	return x == y || !a.Generic && !b.Generic && (strings.Contains(x, y) || strings.Contains(y, x))
}

func (g *group) weapons() []string {
	out := []string{}
	seen := map[string]bool{}
	for _, r := range g.reports {
		for _, w := range r.in.Weapons {
			if !seen[fold(w)] {
				seen[fold(w)] = true
				out = append(out, w)
			}
		}
	}
	return out
}
