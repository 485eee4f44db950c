package quantity

import (
	"strings"

	"sayso/internal/document"
	"sayso/internal/lexicon/numeral"
)

// figure is a number expression as read: "at least 20".
type figure struct {
	document.Range      // with its modifiers
	num            int  // last token of the number itself
	min, max       int  // either may be open
	indefinite     bool // "a rocket"
	zero           bool // "no casualties"
	part           bool // "two of whom", "including 3"
	alone          bool // "both", "nobody": may stand without a noun
	of             int  // token that heads what is counted; -1
	cue            int  // token that decided; -1
	what           string
	total          bool // a running figure
	sum            bool // of a list of figures
	shared         bool // the noun stands with the next figure: 12 Somali and 11 Yemeni pirates
	both           bool // a zero of both killed and injured
	mixed          bool // bounds neither the killed nor the injured: 60 killed and injured
	former         bool // what a running figure was before: rose to 31 from 28
	risen          bool // what a running figure has come to
	leader         int  // where the words begin for the one before "and": the leader of the gang and six others; 0 for none
	tied           bool // what a verb before it says of one group is said of this as well
	idle           bool // the whole of which a part suffered: nine of 18
	kin            bool // one by whose it is: his wife
}

// scanner reads the figures of one sentence.
type scanner struct {
	lx    *Lexicon
	d     *document.Document
	first int
	end   int
}

// low is the word at token i in lower case, "" outside the sentence.
func (s *scanner) low(i int) string {
	if i < s.first || i >= s.end {
		return ""
	}
	w := s.d.Word(i)
	for k := 0; k < len(w); k++ {
		if c := w[k]; c >= 'A' && c <= 'Z' {
			return strings.ToLower(w)
		}
	}
	return w
}

// scan reads the figures of the sentence from left to right.
func (s *scanner) scan(out []figure) []figure {
	for i := s.first; i < s.end; {
		f, ok := s.next(i)
		if !ok {
			i++
			continue
		}
		if s.counts(&f) {
			out = append(out, f)
		}
		i = max(f.End, i+1)
	}
	return out
}

// next reads the figure that starts at token i.
func (s *scanner) next(i int) (figure, bool) {
	j, low, high := s.modifier(i)
	f, ok := s.number(j)
	if !ok {
		if j > i && s.low(i) != "another" {
			return f, false
		}
		return s.single(i)
	}
	f.First = max(f.First, i)
	if f.First > j {
		return f, true // from 12 to 15, of which 15 is kept
	}
	f.First = i
	if j > i && !f.zero {
		f.bound(low, high)
	}
	s.after(&f)
	return f, true
}

// kinds of bounds that a modifier sets.
const (
	exact   = iota // about 20: the number itself
	least          // at least 20
	above          // more than 20
	most           // up to 20
	below          // fewer than 20
	nothing        // nothing said
)

// bound applies a modifier to the number: low bounds it from below, high from above.
func (f *figure) bound(low, high int) {
	switch {
	case low == least:
		f.max = open
	case low == above:
		if f.min != open {
			f.min++
		}
		f.max = open
	case high == most:
		if f.max == open {
			f.max = f.min
		}
		f.min = open
	case high == below:
		if f.max != open {
			f.max--
		}
		f.min = open
	}
}

// phrases of modifiers, longest first; what they bound from below and above.
var modifiers = []struct {
	words     []string
	low, high int
}{
	{[]string{"no", "more", "than"}, nothing, most}, {[]string{"no", "fewer", "than"}, least, nothing}, {[]string{"no", "less", "than"}, least, nothing},
	{[]string{"not", "more", "than"}, nothing, most}, {[]string{"not", "less", "than"}, least, nothing}, {[]string{"as", "many", "as"}, nothing, most}, {[]string{"as", "high", "as"}, nothing, most},
	{[]string{"a", "total", "of"}, exact, exact}, {[]string{"a", "maximum", "of"}, nothing, most}, {[]string{"a", "minimum", "of"}, least, nothing},
	{[]string{"at", "least"}, least, nothing}, {[]string{"at", "most"}, nothing, most}, {[]string{"up", "to"}, nothing, most},
	{[]string{"more", "than"}, above, nothing}, {[]string{"less", "than"}, nothing, below}, {[]string{"fewer", "than"}, nothing, below},
	{[]string{"in", "excess", "of"}, above, nothing}, {[]string{"upwards", "of"}, above, nothing}, {[]string{"upward", "of"}, above, nothing},
	{[]string{"an", "estimated"}, exact, exact}, {[]string{"an", "approximate"}, exact, exact}, {[]string{"close", "to"}, exact, exact},
	{[]string{"an", "additional"}, exact, exact}, {[]string{"a", "further"}, exact, exact}, {[]string{"a", "reported"}, exact, exact},
	{[]string{"over"}, above, nothing}, {[]string{"above"}, above, nothing}, {[]string{"under"}, nothing, below},
	{[]string{"about"}, exact, exact}, {[]string{"around"}, exact, exact}, {[]string{"roughly"}, exact, exact}, {[]string{"approximately"}, exact, exact},
	{[]string{"nearly"}, exact, exact}, {[]string{"almost"}, exact, exact}, {[]string{"some"}, exact, exact}, {[]string{"exactly"}, exact, exact},
	{[]string{"only"}, exact, exact}, {[]string{"just"}, exact, exact}, {[]string{"another"}, exact, exact}, {[]string{"estimated"}, exact, exact},
	{[]string{"maybe"}, exact, exact}, {[]string{"perhaps"}, exact, exact}, {[]string{"possibly"}, exact, exact}, {[]string{"additional"}, exact, exact},
}

// starters are the first words of modifiers, for a quick no.
var starters = func() map[string]bool {
	m := map[string]bool{}
	for _, p := range modifiers {
		m[p.words[0]] = true
	}
	return m
}()

// handing are forms of a verb that an "over" behind goes with: "handed over 11 prisoners"
// are eleven.
var handing = map[string]bool{"hand": true, "hands": true, "handed": true, "handing": true}

// modifier steps over "at least", "more than", "just over".
func (s *scanner) modifier(i int) (next, low, high int) {
	w := s.low(i)
	if !starters[w] || w == "over" && handing[s.low(i-1)] {
		return i, nothing, nothing
	}
	for _, m := range modifiers {
		if m.words[0] != w || !s.spells(i, m.words) {
			continue
		}
		j := i + len(m.words)
		if k, l, h := s.modifier(j); k > j && (l != exact || m.low == exact) {
			return k, l, h
		}
		return j, m.low, m.high
	}
	return i, nothing, nothing
}

func (s *scanner) spells(i int, words []string) bool {
	for k, w := range words {
		if s.low(i+k) != w {
			return false
		}
	}
	return true
}

// number reads a number, a range or a vague word at token i.
func (s *scanner) number(i int) (figure, bool) {
	f := figure{Range: document.Range{First: i}, of: -1, cue: -1}
	w := s.low(i)
	if s.lx.heads[w] || (w == "a" && s.lx.heads["a"]) {
		if r, n := s.vague(i); n > 0 {
			f.min, f.max, f.End, f.num = r.Min, r.Max, i+n, i+n-1
			f.alone = w == "both"
			return s.more(f), true
		}
	}
	switch w {
	case "no", "zero":
		f.zero, f.End, f.num = true, i+1, i
		if s.low(i+1) == "one" {
			f.alone, f.End = true, i+2
		}
		return f, true
	case "nobody", "none":
		f.zero, f.alone, f.End, f.num = true, true, i+1, i
		return f, true
	case "between", "from":
		return s.between(i)
	}
	n, ok := s.read(i)
	if !ok {
		return f, false
	}
	f.min, f.max, f.End, f.num = n.Int(), n.Int(), n.End, n.End-1
	return s.more(s.upper(f, n)), true
}

// read reads a cardinal; "20, 000", cut apart, is one number.
func (s *scanner) read(i int) (numeral.Number, bool) {
	n, ok := numeral.Read(s.d, i, s.end)
	if !ok || n.Ordinal || n.Value > 1e9 {
		return n, false
	}
	if n.End == i+1 && n.Digits && n.Value >= 1 && n.Value < 1000 && s.low(n.End) == "," && n.End+1 < s.end &&
		s.d.Tokens[n.End].End < s.d.Tokens[n.End+1].Start && s.d.Tokens[i].End == s.d.Tokens[n.End].Start {
		if t := s.d.Word(n.End + 1); len(t) == 3 && numeral.Look(t).Kind == numeral.Digits {
			n.Value, n.End = n.Value*1000+numeral.Look(t).Value, n.End+2
		}
	}
	if s.low(n.End) == "dozen" {
		n.Value, n.End = n.Value*12, n.End+1
	}
	return n, true
}

// vague reads the longest entry of the vague words at token i and how many tokens it has.
func (s *scanner) vague(i int) (Range, int) {
	words := s.low(i)
	best, n := s.lx.vague[words]
	size := 0
	if n {
		size = 1
	}
	for k := 1; k < 4 && i+k < s.end; k++ {
		words += " " + s.low(i+k)
		if r, ok := s.lx.vague[words]; ok {
			best, size = r, k+1
		}
	}
	return best, size
}

// between reads "between 60 and 100", "from 7 to 10".
func (s *scanner) between(i int) (figure, bool) {
	f := figure{Range: document.Range{First: i}, of: -1, cue: -1}
	a, ok := s.read(i + 1)
	if !ok {
		return f, false
	}
	if link := s.low(a.End); link != "and" && link != "to" {
		return f, false
	}
	b, ok := s.read(a.End + 1)
	if !ok || b.Value <= a.Value {
		return f, false
	}
	f.min, f.max, f.End, f.num = a.Int(), b.Int(), b.End, b.End-1
	if s.changes(i) {
		f.min, f.First = f.max, a.End+1
	}
	return f, true
}

// rises are verbs that make "from 12 to 15" a change and no range.
var rises = map[string]bool{"rose": true, "risen": true, "rises": true, "rising": true, "increased": true, "increasing": true, "climbed": true,
	"jumped": true, "grew": true, "grown": true, "went": true, "up": true, "revised": true, "raised": true, "soared": true, "rise": true, "climb": true}

// upper takes the second number of "7 to 10", "40 or 50", "30-40".
func (s *scanner) upper(f figure, n numeral.Number) figure {
	link := s.low(n.End)
	if link != "to" && link != "or" && link != "-" && link != "–" {
		return f
	}
	b, ok := s.read(n.End + 1)
	if ok && b.Value > n.Value && b.Value < n.Value*20 {
		lo := n.Int()
		if n.Value < 1000 && b.Value >= 1000 && b.End > n.End+2 { // 20 to 30 thousand
			if r := numeral.Look(s.d.Word(b.End - 1)); r.Kind == numeral.Scale && n.Value*r.Value < b.Value {
				lo *= int(r.Value)
			}
		}
		f.min, f.max, f.End, f.num = lo, b.Int(), b.End, b.End-1
	}
	return f
}

// more takes "more" and "others" and the "plus" of "20-plus", "20 or more".
func (s *scanner) more(f figure) figure {
	switch {
	case s.low(f.End) == "-" && s.low(f.End+1) == "plus":
		f.max, f.End = open, f.End+2
	case s.low(f.End) == "+":
		f.max, f.End = open, f.End+1
	case s.low(f.End) == "or" && s.low(f.End+1) == "more":
		f.max, f.End = open, f.End+2
	case s.low(f.End) == "or" && s.low(f.End+1) == "so":
		f.End += 2
	}
	return f
}

// summings are nouns that take up a whole clause behind a comma: "had captured the town, a
// claim that Ukraine denied".
var summings = map[string]bool{"claim": true, "move": true, "charge": true, "step": true, "decision": true, "report": true, "accusation": true, "allegation": true, "development": true}

// single reads an indefinite singular: "a rocket", "another man", "a fourth man".
func (s *scanner) single(i int) (figure, bool) {
	f := figure{Range: document.Range{First: i, End: i + 1}, num: i, min: 1, max: 1, indefinite: true, of: -1, cue: -1}
	w := s.low(i)
	if s.kinAt(i) {
		f.End, f.num, f.of, f.kin = i+2, i+1, i+1, true
		return f, true
	}
	if w != "a" && w != "an" && w != "another" || s.low(i-1) == "," && summings[s.low(i+1)] {
		return f, false
	}
	s.after(&f)
	if numeral.Look(s.low(i+1)).Kind == numeral.Ordinal {
		f.End, f.num = i+2, i+1
	}
	if r, ok := s.lx.vague[s.low(i+2)]; ok && r.Min == r.Max && s.upos(i+1) == document.ADJ { // a young couple
		return figure{Range: document.Range{First: i, End: i + 3}, num: i + 2, min: r.Min, max: r.Max, of: -1, cue: -1}, true
	}
	return f, true
}

// after takes what follows a number and belongs to it: "of whom", "of them".
func (s *scanner) after(f *figure) {
	if s.low(f.End) == "of" {
		switch s.low(f.End + 1) {
		case "whom", "which", "them", "those", "these":
			f.part = true
		}
	}
	switch s.low(f.First - 1) {
	case "including", "included", "them":
		f.part = s.low(f.First-1) != "them" || s.low(f.First-2) == "among"
	case "whom", "which":
		f.part = f.part || s.low(f.First-2) == "of"
	}
}
