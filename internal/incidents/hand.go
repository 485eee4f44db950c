package incidents

import (
	"slices"
	"strings"

	"sayso"
)

// Rulings are what people decided about which reports are of one happening.
const (
	RulingMerge = "merge" // the incidents named are one
	RulingSplit = "split" // the incidents named are none of those that stay
	RulingUndo  = "undo"  // the ruling named holds no more
)

// Ruling is a person's decision. It names incidents by an id that is or was
// theirs, of one article or across articles, and holds whatever the machine
// finds later: rulings are handed to every run, in the order in which they were
// made.
type Ruling struct {
	ID        string   // content-derived, see [Ruling.Named]
	Kind      string   // merge, split, undo
	Incidents []string // merge: all of them; split: those that leave
	Stay      []string // split: those that stay
	Undoes    string   // undo: id of the ruling
	By        string   // who
	At        string   // RFC 3339
	Reason    string
}

// Named returns the ruling with its id filled in.
func (r Ruling) Named() Ruling {
	r.ID = sayso.ContentID("r", r.Kind, strings.Join(r.Incidents, " "), strings.Join(r.Stay, " "), r.Undoes, r.By, r.At, r.Reason)
	return r
}

// couple is two reports, the lesser id first.
type couple struct{ a, b string }

func coupleOf(a, b string) couple { return couple{min(a, b), max(a, b)} }

// hand holds the rulings that stand, by what they say of two reports.
type hand struct {
	rulings []Ruling
	on      map[couple]*Ruling // the last ruling on each two
	of      map[string][]string
}

// read works out which rulings stand: the last given on two reports, unless
// undone.
func (h *hand) read(rulings []Ruling) {
	h.rulings = slices.Clone(rulings)
	undone := map[string]bool{}
	for i := len(h.rulings) - 1; i >= 0; i-- { // an undoing can be undone later
		if r := &h.rulings[i]; r.Kind == RulingUndo && !undone[r.ID] {
			undone[r.Undoes] = true
		}
	}
	h.on, h.of = map[couple]*Ruling{}, map[string][]string{}
	for i := range h.rulings {
		r := &h.rulings[i]
		if undone[r.ID] {
			continue
		}
		for _, c := range r.couples() {
			h.on[c] = r
			h.of[c.a], h.of[c.b] = append(h.of[c.a], c.b), append(h.of[c.b], c.a)
		}
	}
}

// couples are the pairs that a ruling is about.
func (r *Ruling) couples() []couple {
	var out []couple
	switch r.Kind {
	case RulingMerge:
		for i, a := range r.Incidents {
			for _, b := range r.Incidents[:i] {
				out = append(out, coupleOf(a, b))
			}
		}
	case RulingSplit:
		for _, a := range r.Incidents {
			for _, b := range r.Stay {
				out = append(out, coupleOf(a, b))
			}
		}
	}
	return out
}

// bound reports whether two reports are one by hand.
func (h *hand) bound(a, b string) bool {
	if len(h.on) == 0 {
		return false
	}
	r := h.on[coupleOf(a, b)]
	return r != nil && r.Kind == RulingMerge
}

// parted reports whether two reports are not one by hand.
func (h *hand) parted(a, b string) bool {
	if len(h.on) == 0 {
		return false
	}
	r := h.on[coupleOf(a, b)]
	return r != nil && r.Kind == RulingSplit
}

// connectByHand makes a report a neighbour of those that a person put with it.
func (s *Set) connectByHand(n int32) {
	id := s.nodes[n].In.ID
	for _, other := range s.hand.of[id] {
		if k, ok := s.byID[other]; ok && k != n && s.hand.bound(id, other) {
			s.disconnect(n, k, false)
			s.connect(n, k, bound)
		}
	}
}

// Rule puts the rulings given in place of all that were handed over before, and
// groups what they touch anew.
func (s *Set) Rule(rulings []Ruling) Change {
	named := map[string]bool{}
	for id := range s.hand.of {
		named[id] = true
	}
	before := s.hand
	s.hand.read(rulings)
	for id := range s.hand.of {
		named[id] = true
	}
	var touched []int32
	for id := range named {
		n, ok := s.byID[id]
		if !ok {
			continue
		}
		for _, other := range before.of[id] {
			if k, ok := s.byID[other]; ok && before.bound(id, other) {
				s.disconnect(n, k, true)
			}
		}
		touched = append(touched, n)
		s.stale(n)
		for _, e := range s.nodes[n].edges {
			touched = append(touched, e.to)
		}
	}
	for id := range named {
		if n, ok := s.byID[id]; ok {
			s.connectByHand(n)
		}
	}
	slices.Sort(touched)
	return s.regroup(touched)
}

// disconnect takes away what two reports were connected by; again compares them
// anew, so that what a person connected is as the machine found it.
func (s *Set) disconnect(a, b int32, again bool) {
	x, y := &s.nodes[a], &s.nodes[b]
	drop := func(n *node, to int32) {
		n.edges = slices.DeleteFunc(n.edges, func(e edge) bool { return e.to == to })
	}
	drop(x, b)
	drop(y, a)
	s.stale(a)
	s.stale(b)
	if again && s.found(x.Report, y.Report) {
		s.connect(a, b, s.decider.Score(x.Report, y.Report))
	}
}
