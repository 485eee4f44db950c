package quantity

import (
	"strings"

	"sayso/internal/document"
	"sayso/internal/lexicon/numeral"
)

// tagged reports whether the document has tags.
func (s *scanner) tagged() bool { return len(s.d.Tags) == len(s.d.Tokens) }

// parsed reports whether the document has trees.
func (s *scanner) parsed() bool { return len(s.d.Arcs) == len(s.d.Tokens) }

func (s *scanner) upos(i int) document.UPOS {
	if i < s.first || i >= s.end || !s.tagged() {
		return 0
	}
	return s.d.Tags[i].UPOS
}

// lemma is the base form of token i in lower case; without tags the word
// without its ending.
func (s *scanner) lemma(i int) string {
	if i < s.first || i >= s.end {
		return ""
	}
	if s.tagged() && s.d.Tags[i].Lemma != "" {
		return strings.ToLower(s.d.Tags[i].Lemma)
	}
	return s.low(i)
}

// counts refuses numbers that count nothing: dates, money, ages, distances,
// percentages, names.
func (s *scanner) counts(f *figure) bool {
	if f.zero || f.indefinite {
		return !s.unit(f.End)
	}
	for _, t := range s.timesAt(f.First) {
		if t.Touches(document.Range{First: f.num, End: f.num + 1}) {
			return false
		}
	}
	w := s.d.Word(f.num)
	prev := s.low(f.num - 1)
	if money(prev) || money(s.low(f.First-1)) || s.unit(f.End) || s.unit(f.End+1) && s.low(f.End) == "-" {
		return false
	}
	if s.age(f) || s.named(f) || s.listed(f) {
		return false
	}
	if w == "one" && f.First == f.num {
		return s.oneCounts(f)
	}
	return !(w[0] >= '0' && w[0] <= '9' && (s.low(f.End) == ":" || s.low(f.End) == "/" || prev == ":" || prev == "/" || prev == "."))
}

// listed reports the number of a point in a list: "1. On Sunday ...".
func (s *scanner) listed(f *figure) bool {
	return f.First == s.first && f.First == f.num && s.low(f.End) == "." && numeral.Look(s.d.Word(f.num)).Kind == numeral.Digits
}

func money(w string) bool { return w == "us$" || strings.ContainsAny(w, "$£€¥#") }

// timesAt gives the time expressions that may touch token i.
func (s *scanner) timesAt(i int) []document.Time {
	lo, hi := 0, len(s.d.Times)
	for lo < hi {
		if mid := (lo + hi) / 2; s.d.Times[mid].End <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	end := lo
	for end < len(s.d.Times) && s.d.Times[end].First < i+8 {
		end++
	}
	return s.d.Times[lo:end]
}

// timeAt reports whether token i is part of a time.
func (s *scanner) timeAt(i int) bool {
	for _, t := range s.timesAt(i) {
		if t.Has(i) {
			return true
		}
	}
	return false
}

// unit reports whether token i is a unit of measure, in the singular or plural.
func (s *scanner) unit(i int) bool {
	w := s.low(i)
	if w == "" {
		return false
	}
	if _, ok := s.lx.units[w]; ok {
		return s.lx.units[w] != "name"
	}
	if one := strings.TrimSuffix(w, "s"); one != w {
		k, ok := s.lx.units[one]
		return ok && k != "name"
	}
	return w == "per" && s.low(i+1) == "cent"
}

// age reports ages: "12-year-old", "aged 12", ", 46,", ", both 51,".
func (s *scanner) age(f *figure) bool {
	if s.low(f.First-1) == "aged" || s.low(f.First-1) == "age" || s.low(f.End) == "years" {
		return true
	}
	if link := s.low(f.First - 1); (link == "and" || link == "or" || link == ",") && s.low(f.First-3) == "aged" {
		return true // aged 15 and 17
	}
	next := s.low(f.End)
	if both := s.low(f.First - 1); (both == "both" || both == "each") && s.low(f.First-2) == "," && f.max < 120 && (next == "," || next == ".") {
		return true
	}
	return s.low(f.First-1) == "," && f.Len() == 1 && f.max < 120 && f.max > 0 && (next == "," || next == "." || next == "") &&
		f.First >= s.first+2 && s.proper(f.First-2) && numeral.Look(s.d.Word(f.num)).Kind == numeral.Digits
}

func (s *scanner) proper(i int) bool {
	w := s.d.Word(i)
	return w[0] >= 'A' && w[0] <= 'Z' || w == ")"
}

// named reports numbers that are part of a name: "Resolution 2254", "T-72", "Group of 7", "No. 5".
func (s *scanner) named(f *figure) bool {
	i := f.num
	prev := s.low(i - 1)
	if prev == "" {
		return false
	}
	if s.lx.units[prev] == "name" && (s.proper(i-1) || prev == "no." || prev == "number" || prev == "post") {
		return true
	}
	glued := s.d.Tokens[i-1].End == s.d.Tokens[i].Start
	if (prev == "-" || prev == "–") && glued && f.First == i && i-2 >= s.first && s.d.Tokens[i-2].End == s.d.Tokens[i-1].Start {
		return true
	}
	if s.tagged() && s.upos(i) == document.PROPN && s.d.Word(i)[0] <= '9' {
		return true
	}
	return s.low(f.End) == "-" && f.End+1 < s.end && s.d.Tokens[f.num].End == s.d.Tokens[f.End].Start && !sized(s.low(f.End+1))
}

// sized reports the second part of a word that says how many: a 50-strong mob,
// the 250-odd people, a three-person crew.
func sized(w string) bool {
	return w == "strong" || w == "odd" || w == "plus" || w == "member" || strings.HasSuffix(w, "person")
}

// oneCounts tells "one man was killed" from "one of the", "this one", "no one".
func (s *scanner) oneCounts(f *figure) bool {
	switch s.low(f.First - 1) {
	case "no", "this", "that", "every", "any", "each", "the", "another":
		return false
	}
	switch s.low(f.End) {
	case "another", "day", "'s", "’s", "or", "-", "by":
		return false
	}
	return true
}

// counted finds the token that heads what is counted.
func (s *scanner) counted(f *figure) {
	if s.low(f.End) == "of" && !f.part {
		if s.low(f.First-1) != "of" || s.low(f.num) != "one" {
			f.of = s.nounAfter(f.End + 1)
			if f.of >= 0 {
				return
			}
		}
	}
	if s.low(f.First-1) == "of" && s.lx.cues[s.lemma(f.First-2)].how&HowGroup != 0 && s.nounAfter(f.End) < 0 {
		f.of = f.First - 2 // a family of six
		return
	}
	if f.kin || f.part && s.low(f.End) == "of" || f.alone && f.zero {
		return
	}
	if f.of = s.nounAfter(f.End); f.zero && f.of >= 0 && s.lemma(f.of) == "report" && s.low(f.of+1) == "of" {
		f.of = s.nounAfter(f.of + 2) // no reports of casualties
	}
	if f.of < 0 && s.lx.cues[s.low(f.num)].how&HowGroup != 0 {
		f.of = f.num // a couple and their daughter
	}
	if f.of >= 0 && f.indefinite == s.plural(f.of) && (f.indefinite || s.low(f.num) == "both") {
		f.of = -1
	}
}

func (s *scanner) plural(i int) bool {
	return s.tagged() && (s.d.Tags[i].XPOS == document.NNS || s.d.Tags[i].XPOS == document.NNPS)
}

// maxPhrase is how many tokens a noun phrase may have before its head.
const maxPhrase = 9

// nounAfter finds the head of the noun phrase whose modifiers begin at token
// i: the last noun of the first run of nouns, or -1.
func (s *scanner) nounAfter(i int) int {
	head := -1
	for k := i; k < s.end && k < i+maxPhrase; k++ {
		if n := s.ageAt(k); n > 0 && head < 0 {
			k, i = k+n-1, i+n
			continue
		} else if s.compoundAt(k) {
			k += 2
			continue
		}
		switch s.upos(k) {
		case document.NOUN:
			if s.beyond(k, head) {
				break
			}
			head = k
			continue
		case document.PROPN:
			if head >= 0 && s.upos(head) == document.NOUN {
				return head
			}
			head = k
			continue
		case document.ADJ, document.NUM, document.ADV:
			if head < 0 && (acronym(s.d.Word(k)) && s.upos(k+1) == document.PUNCT || s.personAt(k)) {
				head = k
				continue
			} else if head < 0 && s.predicate(k) {
				return -1
			}
			if head >= 0 && s.upos(head) == document.NOUN && !(s.upos(k) == document.ADJ && s.upos(k+1) == document.NOUN) {
				return head
			}
			continue
		case document.DET:
			if head < 0 && k <= i+1 {
				continue
			}
		case document.VERB:
			if head < 0 && s.d.Tags[k].XPOS != document.VBD && s.participle(k) {
				continue
			}
		case document.PUNCT:
			if s.low(k) == "-" || s.quote(k) || s.low(k) == "," && head < 0 && s.upos(k-1) == document.ADJ {
				continue
			}
		case document.CCONJ:
			if bare := head < 0 || s.upos(head) == document.PROPN; bare && s.upos(k+1) != document.NUM {
				continue
			} else if bare && !s.plural(max(head, 0)) {
				return -1 // 12 Somali and 11 Yemeni nationals
			}
		}
		break
	}
	return s.settleHead(head, i)
}

// beyond reports whether a noun at token k stands outside the phrase that head, or
// -1, heads so far: "held 40 passengers hostage", "five wounded today", "gunmen on a
// motorcycle shot dead two".
func (s *scanner) beyond(k, head int) bool {
	switch {
	case s.timeAt(k) && s.upos(k+1) != document.NOUN:
		return true
	case head < 0:
		return false
	case s.low(k) == "shot":
		return s.low(k+1) == "dead" || s.low(k+1) == "and" || s.upos(k+1) == document.NUM
	}
	return s.plural(head) && s.lx.cues[s.low(k)].how&HowState != 0
}

// predicate reports an adjective that says what happened to a number without a
// noun: "one dead and several injured".
func (s *scanner) predicate(k int) bool {
	u := s.upos(k + 1)
	return s.lx.cues[s.low(k)].how&HowState != 0 && (u == document.CCONJ || u == document.PUNCT || u == document.ADP)
}

// ageAt returns how many tokens "15-year-old" has at token k, else 0.
func (s *scanner) ageAt(k int) int {
	if s.low(k+1) == "-" && s.low(k+3) == "-" && s.low(k+4) == "old" {
		switch s.low(k + 2) {
		case "year", "month", "week", "day":
			return 5
		}
	}
	return 0
}

// compoundAt reports a modifier of two words, "rocket-propelled" or
// "rebel-held", at token k.
func (s *scanner) compoundAt(k int) bool {
	if k+2 >= s.end || s.low(k+1) != "-" || s.d.Tokens[k].End != s.d.Tokens[k+1].Start || s.d.Tokens[k+1].End != s.d.Tokens[k+2].Start {
		return false
	}
	u := s.upos(k + 2)
	return (u == document.VERB || u == document.ADJ) && s.participle(k+2)
}

func (s *scanner) quote(k int) bool {
	w := s.d.Word(k)
	return w == "\"" || w == "“" || w == "”" || w == "'" || w == "`" || w == "``" || w == "''"
}

// settleHead refuses a proper noun that no common noun follows unless the
// number stands right before it, as in "three Palestinians".
func (s *scanner) settleHead(head, i int) int {
	if head < 0 || s.upos(head) == document.NOUN || s.upos(head) == document.ADJ {
		return head
	}
	w := s.d.Word(head)
	if head == i && acronym(w) {
		return head
	}
	if s.d.Tags[head].XPOS == document.NNPS || strings.HasSuffix(w, "s") && head <= i+2 {
		return head
	}
	return -1
}

// acronym reports whether a word is one, in the plural perhaps: "VBIEDs".
func acronym(w string) bool {
	w = strings.TrimSuffix(w, "s")
	return len(w) > 2 && strings.ToUpper(w) == w && strings.ToLower(w) != w
}

// participle reports whether the verb form at k stands before a noun, as in
// "two wounded soldiers".
func (s *scanner) participle(k int) bool {
	n := s.upos(k + 1)
	return n == document.NOUN || n == document.ADJ || n == document.PROPN
}

// share gives a figure without a noun that of the next one, where the two are
// joined over their adjectives: "12 Somali and 11 Yemeni nationals". It drops
// what turns out to be the end of a name: "Ekawat Nava 5".
func (s *scanner) share(figures []figure) []figure {
	out := figures[:0]
	for i := range figures {
		f := &figures[i]
		if i+1 < len(figures) && f.of < 0 && !f.part {
			s.shareNext(f, &figures[i+1])
		}
		if !(f.of < 0 && f.First == f.num && s.upos(f.num-1) == document.PROPN && s.proper(f.num-1) && s.upos(f.End) == document.PUNCT &&
			numeral.Look(s.d.Word(f.num)).Kind == numeral.Digits) {
			out = append(out, *f)
		}
	}
	return out
}

func (s *scanner) shareNext(f, next *figure) {
	and := next.First - 1
	if next.of < 0 || and < f.End || and > f.End+2 || s.low(and) != "and" && s.low(and) != "or" {
		return
	}
	for k := f.End; k < and; k++ {
		if u := s.upos(k); u != document.ADJ && u != document.PROPN || s.stateAt(k) != "" {
			return
		}
	}
	f.of, f.End, f.shared = next.of, and, true
}
