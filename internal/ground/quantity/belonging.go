package quantity

import "sayso/internal/document"

// possessive are the words that say whose somebody is, without saying how many.
var possessive = map[string]bool{"his": true, "her": true, "their": true, "its": true, "our": true, "my": true}

// kinAt reports one person told by whose they are, at token i: "his wife", "their
// driver". Nobody else is one for having a possessive.
func (s *scanner) kinAt(i int) bool {
	return possessive[s.low(i)] && s.lx.cues[s.lemma(i+1)].how&HowKin != 0 && !s.plural(i+1)
}

// personAt reports a word for people that was tagged as an adjective and has
// nothing to describe: "one civilian dead", "a civilian and two guards".
func (s *scanner) personAt(k int) bool {
	if !s.lx.people[s.lemma(k)] {
		return false
	}
	switch s.upos(k + 1) {
	case document.NOUN, document.PROPN:
		return false
	case document.ADJ:
		return s.lx.cues[s.low(k+1)].how&HowState != 0
	}
	return true
}

// countsPeople reports whether a figure counts people: by its noun, or by the
// noun it is part of, "15 of its men".
func (s *scanner) countsPeople(f *figure) bool {
	of := f.of
	if of < 0 && s.low(f.num+1) == "of" && possessive[s.low(f.num+2)] {
		of = s.nounAfter(f.num + 3)
	}
	return of >= 0 && s.lx.people[s.lemma(of)]
}

// partsGoOn makes what a list of parts goes on with a part as well: "among them
// four children and two teachers".
func (s *scanner) partsGoOn(figures []figure) {
	for i := 1; i < len(figures); i++ {
		f, g := &figures[i-1], &figures[i]
		if _, joined := s.joined(f, g); joined && s.among(f) && (g.what == f.what || g.what == "") {
			g.part, g.what, g.cue = true, f.what, f.cue
		}
	}
}

// among reports whether a figure is a part for the word before it, or goes on
// with one that is.
func (s *scanner) among(f *figure) bool {
	if !f.part {
		return false
	}
	switch s.low(f.First - 1) {
	case "including", "included", "them", "and", ",":
		return true
	}
	return false
}

// carry gives people that a number joins to others with "and" what befell those,
// where the tree lost one of the two: "a couple and their daughter were killed".
func (s *scanner) carry(figures []figure) {
	for i := 1; i < len(figures); i++ {
		f, g := &figures[i-1], &figures[i]
		if and, joined := s.joined(f, g); !joined || !and || !s.bothPeople(f, g) {
			continue
		}
		switch next := s.upos(g.last() + 1); {
		case summed[f.what] && g.what == "" && next != document.VERB && next != document.AUX && next != document.PRON:
			g.what, g.cue = f.what, f.cue
		case summed[g.what] && (f.what == "" || f.cue > g.cue) && g.cue > g.last() && s.opens(f.First):
			f.what, f.cue = g.what, g.cue
		}
	}
}

// bothPeople reports whether two figures count people whole, neither of them none
// or a part.
func (s *scanner) bothPeople(f, g *figure) bool {
	return !f.zero && !g.zero && !f.part && !g.part && !f.total && !g.total && !f.mixed && !g.mixed && !f.idle && !g.idle &&
		s.countsPeople(f) && s.countsPeople(g)
}

// opens reports whether a clause begins at token i.
func (s *scanner) opens(i int) bool {
	if i == s.first {
		return true
	}
	switch s.upos(i - 1) {
	case document.PUNCT, document.SCONJ:
		return true
	}
	return s.low(i-1) == "said" || s.low(i-1) == "says"
}

// hosted extends the people of a list whose first are told by whose they are to
// the one person before them: "the village head, his wife and their son" are
// three, "the governor and his two guards" as well. 0 is that nobody stands there.
func (s *scanner) hosted(f *figure) (first int) {
	whose := f.First
	if !f.kin {
		whose--
	}
	if w := s.low(whose); w != "his" && w != "her" || s.low(whose-1) != "and" && s.low(whose-1) != "," {
		return -1
	}
	head := whose - 2
	if u := s.upos(head); u != document.NOUN && u != document.PROPN || s.plural(head) || s.timeAt(head) || u == document.NOUN && !s.lx.people[s.lemma(head)] {
		return -1
	}
	first = head
	for first-1 >= s.first {
		switch s.upos(first - 1) {
		case document.NOUN, document.PROPN, document.ADJ:
			first--
			continue
		case document.DET:
			return first - 1
		}
		break
	}
	return first
}

// saying are verbs whose subject may stand right before them, behind what it says.
var saying = map[string]bool{"said": true, "says": true, "say": true, "told": true, "reported": true, "confirmed": true, "added": true}

// tellers takes from those who say something what befell the people told before
// them: "freed 86 inmates, two residents and an official said".
func (s *scanner) tellers(figures []figure) {
	for i := range figures {
		f := &figures[i]
		if f.what == "" || f.cue > f.last() || s.low(f.First-1) != "," || !s.endsIn(f.last()+1) {
			continue
		}
		f.what, f.cue = "", -1
	}
}

// endsIn reports whether nothing but a noun phrase behind "and" stands between
// token i and a verb of saying.
func (s *scanner) endsIn(i int) bool {
	if s.low(i) == "and" {
		for i++; i < s.end; i++ {
			switch s.upos(i) {
			case document.DET, document.ADJ, document.NOUN, document.PROPN, document.NUM, document.ADP:
				continue
			}
			break
		}
	}
	return saying[s.low(i)]
}
