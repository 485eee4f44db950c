package quantity

import "sayso/internal/document"

// elide gives a number without a noun and without a verb what the number before
// it in the sentence counts, where both have a place or a group of their own:
// "two were killed in Vadali and six in Halad", "13 injured on the side of the
// farmers and eight on the other".
func (s *scanner) elide(figures []figure) {
	for i := 1; i < len(figures); i++ {
		f, g := &figures[i-1], &figures[i]
		if g.what != "" || g.mixed || g.zero || g.part || g.indefinite || !summed[f.what] || f.total || f.zero ||
			!s.bareBefore(g) || !s.linked(g.First-1) || !s.goesOn(f, g) || s.acts(g) {
			continue
		}
		g.what, g.cue = f.what, f.cue
		g.tied = s.grouped(f) && s.grouped(g)
	}
}

// bareBefore reports whether a number stands alone, or as "six others", before a
// preposition of place.
func (s *scanner) bareBefore(g *figure) bool {
	at := g.End
	if g.of >= 0 {
		if l := s.lemma(g.of); l != "other" && l != "more" {
			return false
		}
		at = g.last() + 1
	}
	if s.low(at) == "more" || s.low(at) == "others" {
		at++
	}
	return placing[s.low(at)]
}

// placing are the prepositions that tell where or of which group a number is.
var placing = map[string]bool{"in": true, "at": true, "near": true, "among": true, "on": true, "outside": true, "around": true, "across": true, "from": true}

// grouped reports whether a number is told of a group and not of a place: among
// the farmers, on the other side.
func (s *scanner) grouped(f *figure) bool {
	for i := f.End; i < min(s.end, f.last()+groupReach); i++ {
		switch s.low(i) {
		case "among":
			return true
		case "side", "sides":
			return s.low(i-1) != "road"
		case ",", "and", "in", "at", "near":
			return false
		}
	}
	return false
}

// groupReach is how many tokens behind a number its group may be named.
const groupReach = 7

// acts reports whether a verb follows a number in its clause: 300 in the state
// took part.
func (s *scanner) acts(g *figure) bool {
	for i := g.last() + 1; i < s.end; i++ {
		switch u := s.upos(i); {
		case u == document.PUNCT && s.low(i) != "-", u == document.SCONJ, u == document.CCONJ, u == document.ADV:
			return false
		case u == document.AUX, u == document.VERB && s.d.Tags[i].XPOS != document.VBG && s.d.Tags[i].XPOS != document.VBN:
			return true
		}
	}
	return false
}

// linked reports whether a number behind token i goes on with a list.
func (s *scanner) linked(i int) bool {
	switch s.low(i) {
	case "and", ",", ";", "while":
		return true
	}
	return false
}

// goesOn reports whether the clause of figure f goes on to g with no verb of its
// own, and with a place or group after f.
func (s *scanner) goesOn(f, g *figure) bool {
	placed := false
	for i := f.last() + 1; i < g.First; i++ {
		if i == f.cue || links[s.low(i)] {
			continue
		}
		if u := s.upos(i); u == document.VERB || u == document.AUX || s.lx.cues[s.low(i)].how&HowState != 0 {
			return false
		}
		placed = placed || placing[s.low(i)]
	}
	return placed
}

// piece reports whether g tells of some of those of f: "19 people, six for gunshot
// wounds".
func (s *scanner) piece(f, g *figure) bool {
	return f.of >= 0 && g.of < 0 && summed[f.what] && g.what == f.what && !g.zero && g.First == f.last()+2 && s.low(g.First-1) == "," &&
		f.min != open && g.min != open && g.min < f.min && (s.low(g.End) == "for" || s.low(g.End) == "with")
}

// spread makes the numbers that spell out by place or group the one before them
// its parts: "nine deaths: six among the farmers and three among the herders".
func (s *scanner) spread(figures []figure) {
	for i := range figures {
		f := &figures[i]
		if i+1 < len(figures) && s.piece(f, &figures[i+1]) {
			figures[i+1].part = true
			continue
		}
		if !summed[f.what] || f.part || f.min != f.max {
			continue
		}
		sum, j := 0, i+1
		for ; j < len(figures) && sum < f.min; j++ {
			g := &figures[j]
			if g.what != f.what || g.part || g.min != g.max || !s.bareBefore(g) || j > i+1 && !s.linked(g.First-1) {
				break
			}
			sum += g.min
		}
		if j < i+3 || sum != f.min {
			continue
		}
		for k := i + 1; k < j; k++ {
			figures[k].part = true
		}
	}
}
