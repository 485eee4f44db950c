package quantity

import (
	"strings"

	"sayso/internal/document"
)

// decide finds what is counted: killed, injured, arrested. The words right
// beside the number are tried first, then the tree, then the noun itself.
func (s *scanner) decide(f *figure) {
	if s.toll(f) {
		return
	}
	for _, try := range []func(*figure) (string, int){s.beside, s.inTree, s.before, s.behindName, s.whose} {
		if what, at := try(f); what != "" {
			if what == ambiguous {
				if f.mixed = !f.zero; f.zero { // nobody was killed or injured
					f.what, f.cue, f.both = "killed", at, true
				}
				return
			}
			if s.undone(at) {
				f.mixed = !f.zero
				return
			}
			if s.agrees(f, what) {
				f.what, f.cue = what, at
				return
			}
		}
	}
	if f.of >= 0 {
		if c := s.lx.cues[s.lemma(f.of)]; c.how&HowNoun != 0 && s.agrees(f, c.what[HowNoun]) && !s.excepted(f.of) && !s.aimedAt(f, c.what[HowNoun]) {
			f.what, f.cue = c.what[HowNoun], f.of
		} else if c.how&HowMixed != 0 && f.zero {
			f.what, f.cue = "killed", f.of
		} else if what := s.stateAt(f.of); what != "" && what != ambiguous && s.agrees(f, what) {
			f.what, f.cue = what, f.of // 10 dead and 30 wounded, taken for a noun
		}
	}
}

// excepted reports a noun that with the word before it is something else: a
// general strike.
func (s *scanner) excepted(i int) bool {
	return s.lx.cues[s.low(i-1)+" "+s.lemma(i)].how&HowNot != 0
}

// aimedAt reports weapons that a blow is aimed at: "strikes against seven missiles"
// launched none.
func (s *scanner) aimedAt(f *figure, what string) bool {
	return what == "weapons-launched" && f.First > 0 && s.low(f.First-1) == "against"
}

// ambiguous is what a cue gives that bounds neither of two things.
const ambiguous = "?"

// agrees refuses what the noun cannot be: places are not arrested, and what
// is itself an attack is not launched.
func (s *scanner) agrees(f *figure, what string) bool {
	if f.indefinite && (what == "participants" || f.of >= 0 && (s.lx.cues[s.lemma(f.of)].how&HowGroup != 0 || s.lemma(f.of) == "number")) {
		return false // a family or an unknown number was killed: not one
	}
	if f.indefinite && f.of >= 0 && s.lx.cues[s.lemma(f.of)].how&HowTotal != 0 {
		return false // a higher toll
	}
	if f.zero && what != "killed" && what != "injured" && what != "arrested" && what != "missing" && what != "abducted" && what != "displaced" {
		return false
	}
	if f.of < 0 {
		return true
	}
	switch s.lemma(f.of) {
	case "incident", "case", "episode", "way", "time":
		return false // shot dead in a separate incident
	}
	c := s.lx.cues[s.lemma(f.of)]
	switch what {
	case "killed", "injured", "arrested", "released", "missing", "abducted", "participants", "attackers":
		return !deeds[s.lemma(f.of)] && c.how&HowPlace == 0 && c.what[HowNoun] != "strikes" && c.what[HowNoun] != "weapons-launched" && c.how&HowThing == 0
	case "weapons-launched":
		return c.what[HowNoun] == what || c.what[HowThing] == what
	case "intercepted", "destroyed":
		return c.what[HowNoun] != "strikes"
	}
	return true
}

// deeds are nouns for what people do, which suffers nothing itself: "an offensive that
// the U.N. says has killed 3,000" counts no offensive.
var deeds = map[string]bool{"offensive": true, "campaign": true, "operation": true, "war": true, "conflict": true,
	"battle": true, "raid": true, "assault": true, "ambush": true, "uprising": true, "insurgency": true}

// last is the last token of the number with what it counts.
func (f *figure) last() int {
	if f.of >= f.End && !f.shared {
		return f.of
	}
	return f.End - 1
}

// links are words between a noun and the verb or adjective said of it.
var links = map[string]bool{"were": true, "was": true, "are": true, "is": true, "be": true, "been": true, "being": true, "have": true, "has": true,
	"had": true, "also": true, "reportedly": true, "feared": true, "believed": true, "confirmed": true, "reported": true, "others": true, "other": true,
	"more": true, "people": true, "allegedly": true, "to": true, "got": true, "seriously": true, "critically": true, "severely": true,
	"badly": true, "slightly": true, "left": true, "of": true, "them": true, "whom": true, "which": true, "who": true, "that": true,
	"still": true, "later": true, "then": true, "subsequently": true, "fatally": true, "went": true, "gone": true, "already": true,
	"lightly": true, "as": true, "said": true, "presumed": true, "pronounced": true, "declared": true, "since": true, "those": true, "shot": true, "and": true}

// maxLinks is how many such words may stand between.
const maxLinks = 6

// beside reads what follows the noun directly: "3 people were killed", "20
// arrested", "3 dead".
func (s *scanner) beside(f *figure) (string, int) {
	passive := false
	from := s.pastApposition(f.last() + 1)
	for i := from; i < s.end && i <= from+maxLinks; i++ {
		w := s.low(i)
		if w == "dead" && !passive && s.low(i-1) == "shot" && s.object(i+1) {
			return "", -1 // a policeman shot dead a teenager
		}
		if what := s.said(i, passive); what != "" {
			return what, i
		}
		if !links[w] || w == "and" && s.low(i-1) != "shot" || w == "said" && s.low(i+1) != "to" {
			return "", -1
		}
		if w == "to" && s.low(i+1) != "be" && s.low(i+1) != "have" {
			return "", -1
		}
		passive = passive || w == "were" || w == "was" || w == "been" || w == "being" || w == "are" || w == "is" || w == "be"
	}
	return "", -1
}

// object reports whether what somebody does something to may begin at token i.
func (s *scanner) object(i int) bool {
	switch s.upos(i) {
	case document.DET, document.NUM, document.NOUN, document.PRON, document.ADJ:
		return true
	case document.PROPN:
		return !strings.HasSuffix(s.low(i), "day") // two shot dead Sunday
	}
	return false
}

// maxApposition is how many tokens may stand between the commas of an apposition.
const maxApposition = 9

// pastApposition steps over what stands between two commas without a verb: "three
// people, a man and two women, were killed".
func (s *scanner) pastApposition(i int) int {
	if s.low(i) != "," {
		return i
	}
	for k := i + 1; k < s.end && k <= i+maxApposition+1; k++ {
		if u := s.upos(k); u == document.VERB && s.low(k) != "including" || u == document.AUX {
			return i
		}
		if s.low(k) == "," {
			if u := s.upos(k + 1); u == document.AUX || u == document.VERB || s.stateAt(k+1) != "" {
				return k + 1
			}
		}
	}
	return i
}

// said gives what the word at token i says of a noun before it.
func (s *scanner) said(i int, passive bool) string {
	if what := s.stateAt(i); what != "" {
		return s.doubled(i, what)
	}
	if u := s.upos(i + 1); deadly[s.low(i)] == HowObject && u != document.VERB && u != document.AUX {
		return "killed" // six people were shot, four fatally
	}
	c := s.cueAt(i, i+1)
	x := document.XPOS(0)
	if s.tagged() {
		x = s.d.Tags[i].XPOS
	}
	if c.how&HowObject != 0 && (passive || x == document.VBN && !s.governs(i) || x == 0 || x == document.VBD && s.bare(i)) {
		return s.doubled(i, c.what[HowObject])
	}
	if c.how&HowTakes != 0 && !passive {
		return s.taken(i)
	}
	if c.how&HowSubject != 0 && passive == (x == document.VBG) {
		return c.what[HowSubject]
	}
	return ""
}

// bare reports a form in -ed that nothing follows that it could be done to: a
// participle that was tagged as past tense.
func (s *scanner) bare(i int) bool {
	switch s.upos(i + 1) {
	case document.DET, document.NOUN, document.PROPN, document.NUM, document.PRON, document.ADJ:
		return false
	}
	return true
}

// doubled makes "killed and injured", "dead or wounded" ambiguous.
func (s *scanner) doubled(i int, what string) string {
	for _, step := range []int{1, -1} {
		if link := s.low(i + step); link != "and" && link != "or" {
			continue
		}
		k := i + 2*step
		other, ok := s.lx.cues[s.low(k)]
		w := other.what[HowState]
		if !ok || w == "" {
			other = s.lx.cues[s.lemma(k)]
			w = other.what[HowObject]
		}
		if w == "" || w == what || what != "killed" && what != "injured" || w != "killed" && w != "injured" {
			continue
		}
		if step == 1 && s.governs(k) {
			continue // killed and wounded 20 others
		}
		return ambiguous
	}
	return what
}

// governs reports whether the verb at k has an object of its own right after it.
func (s *scanner) governs(k int) bool {
	switch s.upos(k + 1) {
	case document.NUM, document.DET:
		return true
	}
	if at, _, _ := s.modifier(k + 1); at > k+1 { // killed at least 15
		_, ok := s.number(at)
		return ok
	}
	return false
}

// before reads the verb right before the number: "killed at least 3",
// "wounding some 20", "shot dead two".
func (s *scanner) before(f *figure) (string, int) {
	i := f.First - 1
	for i > s.first && (s.low(i) == "down" || s.low(i) == "up" || s.low(i) == "also" || s.low(i) == "the" || s.low(i) == "dead") {
		if s.low(i) == "dead" {
			return "killed", i
		}
		i--
	}
	c := s.cueAt(i, f.last()+1)
	if c.how&HowLost != 0 && s.countsPeople(f) && s.upos(i) == document.VERB {
		return c.what[HowLost], i
	}
	if c.how&HowObject == 0 && s.upos(i) == document.ADJ && strings.HasSuffix(s.low(i), "ed") && i == f.First-1 {
		if what := s.lx.cues[s.low(i)].what[HowState]; what != "" {
			return what, i // and injured 20 others, with the verb tagged as an adjective
		}
	}
	if c.how&HowObject != 0 && (s.upos(i) != document.NOUN || auxiliary[s.low(i-1)]) {
		what := c.what[HowObject]
		if link := s.low(i - 1); link == "and" || link == "or" {
			o := s.lx.cues[s.lemma(i-2)].what[HowObject]
			if o != "" && o != what && (o == "killed" || o == "injured") && (what == "killed" || what == "injured") {
				return ambiguous, i
			}
		}
		return what, i
	}
	if s.low(i) == "of" {
		if c := s.cueAt(i-1, i); c.how&HowOf != 0 {
			return c.what[HowOf], i - 1
		}
	}
	return "", -1
}

// longestName is how many words of a name and its titles may stand before "and".
const longestName = 7

// behindName reads the verb or noun before a name that the number follows with
// "and", where the tree has lost it: "killing Consul Peter Hall and two guards",
// "the deaths of Peter Hall and two guards".
func (s *scanner) behindName(f *figure) (string, int) {
	and := f.First - 1
	if s.low(and) != "and" {
		return "", -1
	}
	i := and - 1
	if s.upos(i) == document.PROPN {
		for i > s.first && i > and-longestName && (s.upos(i) == document.PROPN || s.upos(i) == document.NOUN && s.upos(i+1) == document.PROPN && s.proper(i)) {
			i--
		}
	} else if i = s.beforeLeader(i, f); i < 0 {
		return "", -1
	}
	if s.low(i) == "of" {
		if c := s.cueAt(i-1, i); c.how&HowOf != 0 {
			return c.what[HowOf], i - 1
		}
		return "", -1
	}
	if c := s.cueAt(i, f.last()+1); c.how&HowObject != 0 && s.upos(i) != document.NOUN {
		return s.only(i, c.what[HowObject]), i
	}
	return "", -1
}

// beforeLeader is the token before somebody who is told by whom they lead or
// belong to, where the number after them counts people: before "the leader of the
// gang and six accomplices". The tree hangs the six from the gang. -1 is that
// nobody such ends at token i.
func (s *scanner) beforeLeader(i int, f *figure) int {
	if !s.countsPeople(f) {
		return -1
	}
	of := -1
	for k := i; k > s.first && k > i-longestName; k-- {
		switch u := s.upos(k); {
		case u == document.VERB && of > 0 && s.lx.people[s.lemma(of-1)]:
			if !s.plural(of - 1) {
				f.leader = k + 1
			}
			return k
		case s.low(k) == "of" && of < 0:
			of = k
		case u != document.NOUN && u != document.PROPN && u != document.DET && u != document.ADJ:
			return -1
		}
	}
	return -1
}

// auxiliary are the verbs after which a word tagged as a noun is a participle.
var auxiliary = map[string]bool{"had": true, "has": true, "have": true, "having": true}

// nothing gives what a zero denies: "no casualties" both killed and injured,
// "no deaths or injuries" each.
func (s *scanner) nothing(f *figure) []string {
	if f.both {
		return []string{"killed", "injured"}
	}
	if f.of < 0 {
		return []string{f.what}
	}
	if s.lx.cues[s.lemma(f.of)].how&HowMixed != 0 {
		return []string{"killed", "injured"}
	}
	whats := []string{f.what}
	if link := s.low(f.of + 1); link == "or" || link == "nor" || link == "and" {
		c := s.lx.cues[s.lemma(f.of+2)]
		if w := c.what[HowNoun]; w != "" && w != f.what {
			whats = append(whats, w)
		}
	}
	return whats
}
