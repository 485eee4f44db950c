package quantity

import "sayso/internal/document"

// summed are the things of which the parts of a list add up.
var summed = map[string]bool{"killed": true, "injured": true, "abducted": true, "arrested": true, "released": true, "missing": true,
	"displaced": true, "intercepted": true, "destroyed": true}

// sum adds to a list of figures that suffer the same the figure of all of them,
// and makes them its parts: "a policeman and two soldiers" are three killed. A
// list that spells out the number right before it needs no sum: "three people,
// a man and two women".
func (s *scanner) sum(figures []figure) []figure {
	for i := range figures {
		s.inherit(figures, i)
	}
	s.partsGoOn(figures)
	var out []figure
	for i := 0; i < len(figures); {
		j := max(s.listEnd(figures, i), tiedEnd(figures, i))
		if host := s.host(figures, i); host >= 0 {
			out = append(out, s.withHost(figures[i:j], host))
			for k := i; k < j; k++ {
				figures[k].part = true
			}
			out = append(out, figures[i:j]...)
			i = j
			continue
		}
		if rest := i + 1; j > rest+1 {
			if f := s.total(figures[rest:j]); s.spelled(&figures[i], &f) {
				out = append(out, figures[i])
				i = rest
			}
		}
		if j > i+1 {
			if f := s.total(figures[i:j]); i == 0 || !s.spelled(&figures[i-1], &f) {
				out = append(out, f)
			}
			for k := i; k < j; k++ {
				figures[k].part = true
			}
		}
		out = append(out, figures[i:j]...)
		i = j
	}
	return out
}

// inherit gives the undecided figures that spell out figure i what it counts.
func (s *scanner) inherit(figures []figure, i int) {
	f := &figures[i]
	if !summed[f.what] && !(f.what == "" && f.shared) || f.zero {
		return
	}
	sum, j := 0, i+1
	for ; j < len(figures); j++ {
		g := &figures[j]
		if _, joined := s.joined(&figures[j-1], g); !joined || g.what != "" || g.min != g.max || g.of < 0 {
			break
		}
		sum += g.min
	}
	if j < i+3 || sum != f.min && sum != f.max {
		return
	}
	for k := i + 1; k < j; k++ {
		figures[k].what, figures[k].cue, figures[k].part = f.what, f.cue, true
	}
}

// total is the figure of a whole list.
func (s *scanner) total(list []figure) figure {
	f := list[0]
	for _, g := range list[1:] {
		f.min, f.max = plus(f.min, g.min), plus(f.max, g.max)
		f.End = max(f.End, g.last()+1)
	}
	f.indefinite, f.sum, f.kin = false, true, false
	return f
}

// tiedEnd is the index after the last figure that goes on with figure i by groups,
// i+1 where there is none.
func tiedEnd(figures []figure, i int) int {
	j := i + 1
	for j < len(figures) && figures[j].tied && !figures[i].part && !figures[j].part {
		j++
	}
	return j
}

// host is the first token of the person whose people figure i begins a list of, -1
// for none.
func (s *scanner) host(figures []figure, i int) int {
	f := &figures[i]
	if !summed[f.what] || f.zero || f.part || f.total || f.of < 0 || !s.countsPeople(f) {
		return -1
	}
	first := s.hosted(f)
	if f.leader > 0 {
		first = f.leader
	}
	if first < 0 || f.cue >= first && f.cue < f.First || i > 0 && figures[i-1].last() >= first {
		return -1
	}
	return first
}

// withHost is the figure of a list and the person before it.
func (s *scanner) withHost(list []figure, host int) figure {
	f := s.total(list)
	f.min, f.max = plus(f.min, 1), plus(f.max, 1)
	f.First, f.kin = host, false
	return f
}

func plus(a, b int) int {
	if a == open || b == open {
		return open
	}
	return a + b
}

// listEnd is the index after the last figure of the list that starts with
// figure i; i+1 where there is none.
func (s *scanner) listEnd(figures []figure, i int) int {
	f := &figures[i]
	if !summed[f.what] || f.zero || f.part || f.total || f.of < 0 {
		return i + 1
	}
	j := i + 1
	and := false
	for ; j < len(figures); j++ {
		next, joined := s.joined(&figures[j-1], &figures[j])
		if !joined {
			break
		}
		if g := &figures[j]; g.what != f.what || g.zero || g.part || g.of < 0 {
			return i + 1 // the list goes on with something else
		}
		and = and || next
	}
	if !and {
		return i + 1
	}
	return j
}

// joined reports whether figure b follows a in a list, and whether with "and".
func (s *scanner) joined(a, b *figure) (and, ok bool) {
	i := a.last() + 1
	if a.cue == i {
		i++ // three people dead, a man and two women
		if b.what != "" && b.what != a.what {
			return false, false // a civilian died and 14 were hurt
		}
	}
	end := b.First
	if possessive[s.low(end-1)] {
		end-- // a mother and her three children
	}
	if end <= i || end > i+2 {
		return false, false
	}
	for ; i < end; i++ {
		switch s.low(i) {
		case ",":
		case "and":
			and = true
		default:
			return false, false
		}
	}
	return and, true
}

// spelled reports whether list f spells out the figure whole, which stands
// right before it.
func (s *scanner) spelled(whole, f *figure) bool {
	at := whole.last() + 1
	if f.First < at || f.First > at+2 || whole.min != f.min && whole.max != f.min {
		return false
	}
	switch s.low(at) {
	case ",":
		return whole.what == f.what && f.what != "destroyed" && f.what != "intercepted"
	case ":", "-", "–", "—", "(":
		return whole.what == f.what || whole.what == ""
	}
	return false
}

// onlyWhose reports whether nothing but whose they are stands from token i to end:
// of the three, of its 18.
func (s *scanner) onlyWhose(i, end int) bool {
	if end < i || end > i+2 {
		return false
	}
	for ; i < end; i++ {
		switch w := s.low(i); {
		case possessive[w], w == "the", w == "those", w == "these", w == "some", w == "all":
		default:
			return false
		}
	}
	return true
}

// described reports whether a relative clause says more of a noun: the 20 soldiers
// whom they had seized.
func (s *scanner) described(noun int) bool {
	if noun < 0 || !s.parsed() {
		return false
	}
	for i := noun + 1; i < min(s.end, noun+clauseReach); i++ {
		if int(s.d.Arcs[i].Head) == noun && s.d.Arcs[i].Rel == document.AclRelcl {
			return true
		}
	}
	return false
}

// clauseReach is how many tokens after a noun its relative clause may have its verb.
const clauseReach = 10

// wholes makes "three" of "three of his 15 co-defendants were released" a part,
// and takes from the 15 what is said of the three alone.
func (s *scanner) wholes(figures []figure) {
	for i := 0; i+1 < len(figures); i++ {
		f, whole := &figures[i], &figures[i+1]
		if f.zero || s.low(f.num+1) != "of" || !s.onlyWhose(f.num+2, whole.First) || whole.of < 0 || whole.indefinite {
			continue
		}
		f.part = true
		if c := whole.cue; c >= 0 && c != whole.of && c != whole.of+1 && s.parsed() && int(s.d.Arcs[c].Head) != whole.of {
			if f.what == "" {
				f.what, f.cue = whole.what, whole.cue
			}
			whole.what, whole.cue = "", -1
		}
		if whole.what == "" && whole.cue < 0 && !whole.mixed && !s.described(whole.of) { // nine of its 18 crew members: the 18 suffered nothing
			f.part, whole.idle = false, true
		}
	}
}
