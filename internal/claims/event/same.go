package event

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// cluster is the mentions of one happening found so far.
type cluster struct {
	members []int // indices of events, in text order
	kind    string
	generic bool // no member has said more than "attack"
}

// link sets Same and Type of each event: mentions take the most precise type
// among them and join the earlier happening that they
// fit best, if nothing speaks against it.
func (v *view) link(events []document.Event, found []trigger) {
	l := &linker{v: v, events: events, found: found}
	for _, i := range l.order() {
		events[i].Same = i
		best, score := -1, 0.0
		for c := range l.clusters {
			if s := l.fit(i, &l.clusters[c]); s > 0 && s >= score { // of equals the later
				best, score = c, s
			}
		}
		if best >= 0 && score >= linkFrom {
			l.join(best, i)
			continue
		}
		l.clusters = append(l.clusters, cluster{members: []int{i}, kind: events[i].Type, generic: l.generic(i)})
	}
	for _, c := range l.clusters {
		first := c.members[0]
		for _, m := range c.members {
			first = min(first, m)
		}
		for _, m := range c.members {
			events[m].Same = first
			if c.kind != events[m].Type {
				events[m].Told, events[m].Type = events[m].Type, c.kind
			}
		}
	}
}

// linkFrom is the score from which a mention joins a happening.
const linkFrom = 1.0

type linker struct {
	v        *view
	events   []document.Event
	found    []trigger
	clusters []cluster
}

// order is text order, but within a sentence causes come before outcomes.
func (l *linker) order() []int {
	out := make([]int, 0, len(l.events))
	for s := 0; s < len(l.events); {
		e := s
		for e < len(l.events) && l.v.sentence[l.events[e].Trigger] == l.v.sentence[l.events[s].Trigger] {
			e++
		}
		for _, late := range []bool{false, true} {
			for i := s; i < e; i++ {
				if (l.found[i].is(flagEffect) || l.found[i].minor) == late {
					out = append(out, i)
				}
			}
		}
		s = e
	}
	return out
}

func (l *linker) generic(i int) bool { return l.found[i].is(flagGeneric) }

func (l *linker) join(c, i int) {
	k := &l.clusters[c]
	k.members = append(k.members, i)
	if k.generic && !l.generic(i) && !l.found[i].is(flagEffect) {
		k.kind, k.generic = l.events[i].Type, false
	} else if k.generic && (k.kind == "attack" && l.events[i].Type != "attack" || l.onlyUnrest(c) && l.events[i].Type == "protest") {
		k.kind = l.events[i].Type
	}
}

// onlyUnrest reports whether a happening has been called nothing but "unrest" so far,
// which a protest may be as well as a riot.
func (l *linker) onlyUnrest(c int) bool {
	return !slices.ContainsFunc(l.clusters[c].members[:len(l.clusters[c].members)-1], func(m int) bool { return l.v.lemmas[l.events[m].Trigger] != "unrest" })
}

// fit says how well mention i fits a happening; 0 where something speaks against it.
func (l *linker) fit(i int, c *cluster) float64 {
	s := l.kinds(i, c)
	if s == 0 || l.events[i].Traits.Has(document.TraitOther) || l.others(i, c) || l.apart(i, c) {
		return 0
	}
	score, ok := l.shared(i, c)
	if !ok {
		return 0
	}
	s += score + l.nearness(i, c)
	if l.events[i].Traits.Has(document.TraitDefinite) || l.v.pictured(l.events[i].Trigger) {
		s += 0.8
	}
	return s
}

// apart reports whether the words, or the dates of a chronicle, set a mention apart
// from one of a happening.
func (l *linker) apart(i int, c *cluster) bool {
	return slices.ContainsFunc(c.members, func(m int) bool {
		return slices.Contains(l.events[i].Apart, m) || l.v.d.EntriesPart(l.v.entries, l.events[i].Trigger, l.events[m].Trigger)
	})
}

var forceKinds = map[string]bool{"armed-clash": true, "shelling": true, "air-strike": true, "bombing": true, "attack": true}

var streetKinds = map[string]bool{"protest": true, "riot": true}

// kinds compares types: 0 where they cannot be one happening.
func (l *linker) kinds(i int, c *cluster) float64 {
	t := l.events[i].Type
	effect := l.found[i].is(flagEffect)
	switch {
	case t == c.kind:
		return 0.5
	case effect && (forceKinds[c.kind] || c.kind == "crackdown") && (l.generic(i) || c.generic):
		return 0.7
	case effect && (c.kind == "riot" || c.kind == "property-attack" || c.kind == "abduction" || c.kind == "takeover"):
		return 0.05
	case forceKinds[t] && forceKinds[c.kind] && (l.generic(i) || c.generic):
		return 0.3
	case t == "attack" && c.kind == "crackdown" && l.generic(i), t == "crackdown" && c.kind == "attack" && c.generic:
		return 0.2
	case streetKinds[t] && streetKinds[c.kind] && (l.generic(i) || c.generic):
		return 0.2
	}
	return 0
}

// nearness rewards mentions in one clause, and the article's first happening.
func (l *linker) nearness(i int, c *cluster) float64 {
	v := l.v
	t := l.events[i].Trigger
	best := 0.0
	for _, m := range c.members {
		o := l.events[m].Trigger
		var s float64
		switch gap := v.sentence[t] - v.sentence[o]; {
		case gap == 0:
			s = l.sameSentence(i, m)
		case v.inTitle(o) || v.inTitle(t):
			s = 0.6
		case gap == 1 || gap == -1:
			s = 0.35
		case gap <= 4:
			s = 0.2
		}
		best = max(best, s)
	}
	return best
}

func (l *linker) sameSentence(i, m int) float64 {
	v := l.v
	d := v.distance(l.events[i].Trigger, l.events[m].Trigger)
	effect := l.found[i].is(flagEffect) || l.found[m].is(flagEffect)
	switch {
	case effect && d <= 2, d == 1:
		return 1.2
	case effect && d <= 5:
		return 0.7
	case d <= 2:
		return 0.4
	}
	return 0
}

// shared compares place, time, participants and numbers. Not ok is a conflict.
func (l *linker) shared(i int, c *cluster) (score float64, ok bool) {
	for _, part := range []struct {
		role   string
		same   func(a, b *document.Argument) int
		weight float64
		strict bool
	}{
		{"place", l.samePlace, 0.7, true}, {"time", l.sameTime, 0.5, true},
		{"agent", l.sameActor, 0.4, l.events[i].Type == "defection" && l.oneAndMany(i, c, "agent")},
		{"target", l.sameActor, 0.5, custody[l.events[i].Type] && l.oneAndMany(i, c, "target")}, {"party", l.sameActor, 0.3, false},
	} {
		r, known := l.compare(i, c, part.role, part.same)
		switch {
		case !known:
		case r == 0 && part.strict && (part.role == "agent" || part.role == "target"):
			return 0, false // one of the several may be the one, but the happenings are two
		case r > 0:
			score += part.weight
		case r < 0 && part.strict:
			return 0, false
		case r < 0:
			score -= part.weight
		}
	}
	return score + l.numbers(i, c), true
}

// compare returns 1 if an argument of mention i fits one of the cluster's in
// that role, -1 if all conflict, 0 if they can stand side by side.
func (l *linker) compare(i int, c *cluster, role string, same func(a, b *document.Argument) int) (best int, known bool) {
	best = -1
	for x := range l.events[i].Args {
		a := &l.events[i].Args[x]
		if a.Role != role || a.Score < 0.2 {
			continue
		}
		for _, m := range c.members {
			for y := range l.events[m].Args {
				b := &l.events[m].Args[y]
				if b.Role != role || b.Score < 0.2 {
					continue
				}
				known = true
				best = max(best, same(a, b))
			}
		}
	}
	if role == "place" && best < 0 && known && l.shareLocated(i, c) {
		best = 0
	}
	return best, known
}

// shareLocated reports whether a place stands close to both a mention and one
// of a happening, whatever was chosen for each.
func (l *linker) shareLocated(i int, c *cluster) bool {
	for x := range l.events[i].Args {
		a := &l.events[i].Args[x]
		if a.Role != "located" || a.Index < 0 {
			continue
		}
		for _, m := range c.members {
			for y := range l.events[m].Args {
				if b := &l.events[m].Args[y]; b.Role == "located" && b.Index >= 0 && l.samePlace(a, b) > 0 {
					return true
				}
			}
		}
	}
	return false
}

func (l *linker) samePlace(a, b *document.Argument) int {
	x, y := l.placeOf(a), l.placeOf(b)
	if strings.EqualFold(x.Name, y.Name) || x.ID != "" && x.ID == y.ID {
		return 1
	}
	if x.Country != "" && y.Country != "" && x.Country != y.Country {
		return -1
	}
	rx, ry := rank(x.Level), rank(y.Level)
	switch {
	case rx == ry && rx > 0:
		return -1
	case rx == 3 || ry == 3 || rx == 0 || ry == 0:
		return 0
	case x.Admin1 != "" && y.Admin1 != "" && x.Admin1 != y.Admin1:
		return -1
	}
	return 0
}

// placeOf is the place of an argument; of one that is not grounded, its words.
func (l *linker) placeOf(a *document.Argument) *sayso.Place {
	if a.Index >= 0 {
		return &l.v.d.Toponyms[a.Index].Place
	}
	return &sayso.Place{Name: l.v.d.Words(a.Range), Level: sayso.LevelSite}
}

func (l *linker) sameTime(a, b *document.Argument) int {
	x, y := &l.v.d.Times[a.Index].When, &l.v.d.Times[b.Index].When
	if n := x.Against(y); n != 0 || x.Earliest.Known() && x.Latest.Known() && y.Earliest.Known() && y.Latest.Known() {
		return n
	}
	if strings.EqualFold(x.Words, y.Words) {
		return 1
	}
	if dx, dy := l.weekday(a), l.weekday(b); dx >= 0 && dy >= 0 && dx != dy {
		return -1
	}
	return 0
}

// weekday finds the name of a day among the words of an argument, or -1.
func (l *linker) weekday(a *document.Argument) int {
	for i := a.First; i < a.End; i++ {
		for n, w := range [...]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
			if strings.EqualFold(l.v.d.Word(i), w) {
				return n
			}
		}
	}
	return -1
}

func (l *linker) sameActor(a, b *document.Argument) int {
	d := l.v.d
	if l.v.many(a.Range) && l.v.alone(b.Range) || l.v.alone(a.Range) && l.v.many(b.Range) {
		return -1
	}
	if a.Index >= 0 && b.Index >= 0 {
		x, y := &d.Actors[a.Index], &d.Actors[b.Index]
		if x.Actor.ID != "" && x.Actor.ID == y.Actor.ID || x.Entity >= 0 && x.Entity == y.Entity {
			return 1
		}
		if x.Actor.ID != "" && y.Actor.ID != "" || !x.Actor.Generic && !y.Actor.Generic && x.Actor.Name != "" && y.Actor.Name != "" && !overlapping(x.Actor.Name, y.Actor.Name) {
			return -1
		}
	}
	if overlapping(d.Words(a.Range), d.Words(b.Range)) {
		return 1
	}
	if l.v.lemmas[l.v.headOf(a.Range)] != l.v.lemmas[l.v.headOf(b.Range)] {
		return 0
	}
	x, y := l.nation(a.Range), l.nation(b.Range)
	if x != "" && y != "" && x != y {
		return -1
	}
	return 1
}

// nation is the country that an expression names by an adjective, or "".
func (l *linker) nation(r document.Range) sayso.Code {
	for i := r.First; i < r.End; i++ {
		if t := l.v.topoAt[i]; t >= 0 {
			return l.v.d.Toponyms[t].Place.Country
		}
	}
	return ""
}

func overlapping(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return strings.Contains(a, b) || strings.Contains(b, a)
}

// numbers rewards equal figures and holds different ones lightly against it:
// tolls of one attack differ between sources.
func (l *linker) numbers(i int, c *cluster) float64 {
	score := 0.0
	for x := range l.events[i].Args {
		a := &l.events[i].Args[x]
		if !strings.HasPrefix(a.Role, "count:") || a.Index < 0 {
			continue
		}
		for _, m := range c.members {
			for y := range l.events[m].Args {
				b := &l.events[m].Args[y]
				if b.Role != a.Role || b.Index < 0 {
					continue
				}
				if sameEnds(&l.v.d.Quantities[a.Index], &l.v.d.Quantities[b.Index]) {
					return 0.6
				}
				score = -0.3
			}
		}
	}
	return score
}

func sameEnds(a, b *document.Quantity) bool {
	eq := func(x, y *int) bool { return x == nil && y == nil || x != nil && y != nil && *x == *y }
	return eq(a.Count.Min, b.Count.Min) && eq(a.Count.Max, b.Count.Max)
}
