package people

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"sayso/internal/document"
)

// around reads what stands beside a name.
func (r *reader) around(s *someone, m document.Range) {
	sent := r.sentence(m.First)
	r.before(s, m, sent)
	r.after(s, m, sent)
	r.governed(s, m)
	r.predicate(s, m, sent)
	if r.wed(m, sent) {
		s.cues = append(s.cues, word{words: "spouse", class: kin})
		s.phrases = append(s.phrases, "spouse")
	}
}

// before reads the words of the noun phrase in front of a name, "commercial
// driver NAME", and the apposition before it, "the mayor of X, NAME".
func (r *reader) before(s *someone, m, sent document.Range) {
	first, of := m.First, false
	for i := m.First - 1; i >= sent.First && i >= m.First-8; i-- {
		switch t := r.d.Tags[i]; {
		case t.UPOS == document.CCONJ && i > sent.First && r.relative(i-1): // "his wife and former senator NAME"
			s.cues, s.phrases = append(s.cues, r.t.words[strings.ToLower(r.d.Tags[i-1].Lemma)]), append(s.phrases, "relative")
			i = -1
		case r.inName(i), t.UPOS == document.CCONJ, t.UPOS == document.PRON && !possessive(r.d.Word(i)):
			i = -1
		case t.UPOS == document.VERB && !r.inHyphen(i), t.UPOS == document.AUX, t.UPOS == document.PUNCT && r.d.Word(i) != "-":
			i = -1
		case t.UPOS == document.ADP || t.UPOS == document.SCONJ || t.UPOS == document.ADV && !r.inHyphen(i):
			if !linking[r.d.Word(i)] || of || i == m.First-1 { // "failure of NAME"
				i = -1
			} else {
				of = true
				first = i
			}
		default:
			first = i
			if r.d.Word(i) == "'s" || r.d.Word(i) == "’s" || possessive(r.d.Word(i)) || r.d.Tags[i].UPOS == document.DET && (i == sent.First || r.d.Word(i-1) != "of") { // "Speaker of the House NAME"
				first = i
				i = -1
			}
		}
	}
	r.phrase(s, document.Range{First: first, End: m.First}, true)
	if first-1 > sent.First && r.d.Word(first-1) == "," {
		np := document.Range{First: first - 1, End: first - 1}
		for np.First > sent.First && np.Len() < 16 {
			w := r.d.Word(np.First - 1)
			if w == "," || w == "\"" || w == "“" || r.d.Tags[np.First-1].UPOS == document.VERB || r.d.Tags[np.First-1].UPOS == document.CCONJ ||
				first < m.First && r.d.Tags[np.First-1].UPOS == document.ADP { // "with her husband, musician NAME"
				break
			}
			np.First--
		}
		if np.Len() > 0 && np.Len() < 16 && r.nominal(np.First) && (first == m.First || first == m.First-1 && honorifics[strings.ToLower(strings.Trim(r.d.Word(first), "."))] || possessive(r.d.Word(np.First)) || r.relative(np.End-1)) { // "his father, Sultan NAME"
			r.phrase(s, np, false)
			r.oneOf(s, np)
		}
	}
}

// oneOf reads "one of their sons, NAME".
func (r *reader) oneOf(s *someone, np document.Range) {
	if np.Len() > 2 && strings.EqualFold(r.d.Word(np.First), "one") && r.d.Word(np.First+1) == "of" && r.relative(np.End-1) {
		c := r.t.words[strings.ToLower(r.d.Tags[np.End-1].Lemma)]
		s.cues, s.phrases = append(s.cues, c), append(s.phrases, c.words)
	}
}

// relative reports whether a token is a word for somebody's relative.
func (r *reader) relative(i int) bool {
	c, ok := r.t.words[strings.ToLower(r.d.Tags[i].Lemma)]
	return ok && c.class == kin && r.d.Tags[i].UPOS == document.NOUN
}

// linking are the prepositions inside a title, "senator from Vermont NAME".
var linking = map[string]bool{"of": true, "from": true, "for": true}

// after reads ages, appositions, relative clauses and copulas behind a name.
func (r *reader) after(s *someone, m, sent document.Range) {
	i := m.End
	if i+1 < sent.End && (r.d.Word(i) == "of" || r.d.Word(i) == "from") {
		r.from(s, i+1)
	}
	if i+1 < sent.End && r.d.Word(i) == "for" { // "NAME for president and NAME for vice president"
		words, at := r.glued(document.Range{First: i + 1, End: min(i+3, sent.End)})
		if n, c := r.cueAt(words, at, 0); n > 0 && c.class == high {
			s.cues, s.phrases = append(s.cues, r.t.words["candidate"]), append(s.phrases, "candidate")
		}
	}
	for n := 0; n < 3 && i+1 < sent.End; n++ {
		open := r.d.Word(i)
		if open != "," && open != "(" {
			break
		}
		i++
		if age, err := strconv.Atoi(r.d.Word(i)); err == nil && age > 0 && age < 111 && (i+1 >= sent.End || !capital(r.d.Word(i+1))) {
			s.setAge(age, r.d.Word(i))
			i++
			continue
		}
		np := r.until(i, sent)
		if np.Empty() || !r.nominal(np.First) || r.titles(np) || r.reports(m, np, sent) {
			break
		}
		r.phrase(s, np, false)
		i = np.End
	}
	r.copula(s, m, sent)
}

// until is the noun phrase from i up to a comma, a verb or the sentence's end.
func (r *reader) until(i int, sent document.Range) document.Range {
	np := document.Range{First: i, End: i}
	for np.End < sent.End && np.Len() < 14 {
		t := r.d.Tags[np.End]
		if t.UPOS == document.VERB && !r.inHyphen(np.End) && t.XPOS != document.VBN || t.UPOS == document.AUX || t.UPOS == document.SCONJ {
			break
		}
		if w := r.d.Word(np.End); t.UPOS == document.PUNCT && w != "-" || w == "who" || w == "that" || w == "which" {
			break
		}
		np.End++
	}
	return np
}

func (r *reader) nominal(i int) bool {
	switch t := r.d.Tags[i]; t.UPOS {
	case document.DET, document.ADJ, document.NOUN, document.NUM, document.PROPN:
		return true
	case document.ADV:
		return r.d.Word(i) == "then" || r.d.Word(i) == "also"
	}
	return possessive(r.d.Word(i))
}

func possessive(w string) bool {
	switch strings.ToLower(w) {
	case "his", "her", "their", "my", "its", "our", "whose":
		return true
	}
	return false
}

// inHyphen reports whether a token is part of a hyphened word.
func (r *reader) inHyphen(i int) bool {
	return i > 0 && r.d.Word(i-1) == "-" || i+1 < len(r.d.Tokens) && r.d.Word(i+1) == "-"
}

// inName reports whether a token is in the name of a person, leaving those in
// doubt out.
func (r *reader) inName(i int) bool {
	if has(r.doubts, i) {
		return false
	}
	for k := range r.all {
		for _, m := range r.all[k].at {
			if m.Has(i) {
				return true
			}
		}
	}
	return false
}

func (r *reader) sentence(i int) document.Range {
	if s := r.d.SentenceOf(i); s >= 0 {
		return r.d.Sentences[s].Range
	}
	return document.Range{First: 0, End: len(r.d.Tokens)}
}

// glued is the words of a phrase with hyphened ones put together, and where
// each begins.
func (r *reader) glued(np document.Range) (words []string, at []int) {
	join := false
	for i := np.First; i < np.End; i++ {
		w := r.d.Word(i)
		switch {
		case w == "-" && len(words) > 0:
			words[len(words)-1] += "-"
			join = true
		case join:
			words[len(words)-1] += w
			join = false
		default:
			words = append(words, w)
			at = append(at, i)
		}
	}
	return words, at
}

var aging = regexp.MustCompile(`(?i)^(\d+|[a-z]+)-(year|month|week|day)s?-old$`)

// phrase reads the words of a description: its age, its head words up to the
// first preposition, where somebody is from.
func (r *reader) phrase(s *someone, np document.Range, front bool) {
	words, at := r.glued(np)
	end := len(words)
	for i, w := range words {
		if g := aging.FindStringSubmatch(w); g != nil {
			s.agedBy(g[1], strings.ToLower(g[2]))
		}
		if strings.EqualFold(w, "aged") && i+1 < len(words) {
			if n, err := strconv.Atoi(words[i+1]); err == nil {
				s.setAge(n, words[i+1])
			}
		}
		if (w == "from" || w == "of") && i > 0 && i+1 < len(words) {
			before := r.t.words[r.lemma(words[i-1], at[i-1])]
			if w == "from" || before.class == witness {
				r.from(s, at[i+1])
			}
		}
		if r.d.Tags[at[i]].UPOS == document.ADP && end == len(words) && !front {
			end = i
		}
	}
	for i := 0; i < end; {
		n, c := r.cueAt(words, at, i) // also beyond end, "a member of Parliament"
		if n == 0 {
			i++
			continue
		}
		poss := i+n < end && (words[i+n] == "'s" || words[i+n] == "’s" || words[i+n] == "'")
		part := publicClass[c.class] && r.partOf(at, i+n, end) || partisan[words[i]] && i > 0 && (words[0] == "a" || words[i-1] == "a")
		if !poss && !part && (!front || i+n == end || c.class != kin) && (front && publicClass[c.class] || c.class == kin || c.class == victim || !plural(r, at[i+n-1])) {
			r.cue(s, c, words[:i], at)
		}
		i += n
	}
}

// partisan are words that are also said of voters, "a Republican from Ohio".
var partisan = map[string]bool{"Republican": true, "Democrat": true}

// partOf reports whether what stands before word i only describes a noun behind it:
// "head chef", "general manager", "chief investigative reporter".
func (r *reader) partOf(at []int, i, end int) bool {
	for i < end && r.d.Tags[at[i]].UPOS == document.ADJ {
		i++
	}
	return i < end && r.d.Tags[at[i]].UPOS == document.NOUN && !strings.EqualFold(r.d.Word(at[i]), "officer") // "chief technical officer"
}

func plural(r *reader, i int) bool {
	return r.d.Tags[i].XPOS == document.NNS || r.d.Tags[i].XPOS == document.NNPS
}

func (r *reader) lemma(w string, at int) string {
	if strings.Contains(w, "-") {
		return strings.ToLower(w)
	}
	if l := r.d.Tags[at].Lemma; l != "" {
		return strings.ToLower(l)
	}
	return strings.ToLower(w)
}

var former = map[string]bool{"then": true, "ex": true, "former": true, "incoming": true, "outgoing": true}

// cueAt is the longest word of the table that begins at word i.
func (r *reader) cueAt(words []string, at []int, i int) (int, word) {
	for n := min(3, len(words)-i); n > 0; n-- {
		raw := strings.TrimSuffix(strings.Join(words[i:i+n], " "), ".")
		if once, title, ok := strings.Cut(raw, "-"); ok && n == 1 && former[strings.ToLower(once)] { // "then-prime-minister"
			if c, ok := r.t.words[strings.ToLower(strings.ReplaceAll(title, "-", " "))]; ok {
				return n, c
			}
		}
		last := i + n - 1
		lem := strings.ToLower(strings.Join(append(slices.Clone(words[i:last]), r.lemma(words[last], at[last])), " "))
		one := raw
		if capital(raw) && plural(r, at[last]) || r.d.Tags[at[last]].UPOS == document.PROPN { // "Presidents", of which the lemma is the same
			one = strings.TrimSuffix(raw, "s")
		}
		for _, k := range []string{raw, strings.ToLower(raw), lem, strings.ToLower(one)} { // "Speaker" is a title, a "speaker" none
			if c, ok := r.t.words[k]; ok {
				return n, c
			}
		}
	}
	return 0, word{}
}

// cue notes a word of the table with the modifiers among the words before it.
func (r *reader) cue(s *someone, c word, words []string, at []int) {
	i := len(words)
	first := i
	for first > 0 && i-first < 3 {
		k := at[first-1]
		t, w := r.d.Tags[k], words[first-1]
		if t.UPOS != document.ADJ && t.UPOS != document.NOUN && !(t.UPOS == document.PROPN && r.demonym(k)) || aging.MatchString(w) || capital(w) && !r.demonym(k) {
			break
		}
		if _, is := r.t.words[strings.ToLower(w)]; is || strings.EqualFold(w, "late") || r.inName(k) {
			break
		}
		first--
	}
	s.cues = append(s.cues, c)
	s.phrases = append(s.phrases, strings.Join(append(slices.Clone(words[first:i]), c.words), " "))
	if s.sex == 0 {
		s.sex = c.sex
	}
}

func (r *reader) demonym(i int) bool {
	for k := range r.d.Toponyms {
		if r.d.Toponyms[k].Has(i) {
			return r.d.Toponyms[k].Demonym
		}
	}
	return false
}

// from notes the place at token i as where somebody is from.
func (r *reader) from(s *someone, i int) {
	for k := range r.d.Toponyms {
		if t := &r.d.Toponyms[k]; t.First == i && !t.Demonym && s.origin == "" && !r.inName(i) {
			s.origin = r.d.Words(t.Range)
		}
	}
}

// agedBy reads "20-year-old", "eleven-month-old".
func (s *someone) agedBy(n, unit string) {
	years, err := strconv.Atoi(n)
	if unit != "year" {
		s.minor, s.age = true, n+"-"+unit
		return
	}
	if err != nil {
		years = spelled[strings.ToLower(n)]
	}
	if years > 0 {
		s.setAge(years, n)
	}
}

var spelled = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}

func (s *someone) setAge(years int, words string) {
	if s.age == "" && years < 111 {
		s.age = words + "-year"
		s.minor = years < 18
	}
}
