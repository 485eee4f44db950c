package same

import (
	"maps"
	"math"
	"slices"

	"sayso/internal/document"
	"sayso/internal/model/logit"
	"sayso/internal/model/wordvec"
)

// The features of a pair of mentions. Those from lemma on hold for mentions of
// one lemma, those from other on for mentions of two.
const (
	fLemma = iota
	fLemmaRare
	fLemmaContext
	fLemmaNames
	fLemmaSameDoc
	fLemmaShare
	fLemmaNoNames
	fLemmaVerbs
	fLemmaWords
	fStem
	fVector
	fVectorHigh
	fVectorHigher
	fVectorNone
	fOtherContext
	fOtherSameDoc
	fOtherSameSentence
	fOtherWords
	fOtherShare
	fMixed
	fNouns
	fContext
	fNames
	fNamesApart
	fNumbers
	fNumbersApart
	fAgentHead
	fAgentNames
	fAgentApart
	fObjectHead
	fObjectNames
	fObjectApart
	fCrossed
	fArgumentsLemma
	fArgumentsOther
	fSameDoc
	fSameSentence
	fStory
	fStoryHigh
	fLead
	fLeadOther
	featureCount
)

var pairFeatures = [featureCount]string{
	"lemma", "lemma rare", "lemma, context", "lemma, names", "lemma, same article", "lemma, share of articles", "lemma, names apart",
	"lemma, verbs", "lemma, words", "stem", "vector", "vector over .4", "vector over .6", "no vector", "other, context", "other, same article",
	"other, same sentence", "other, words", "other, share of articles", "verb and noun", "nouns", "context", "names", "names apart", "numbers", "numbers apart",
	"subject", "subject's names", "subjects apart", "object", "object's names", "objects apart", "subject is object", "lemma, arguments",
	"other, arguments", "same article", "same sentence", "story", "story over half", "both at the beginning", "other, both at the beginning"}

// measurer compares mentions.
type measurer struct {
	weight map[string]float64 // of words, by the share of articles that hold them
	top    float64            // the highest of them
	spread map[string]int     // lemma of a mention: articles with such a mention
}

func newMeasurer(articles []*article) *measurer {
	m := &measurer{weight: weights(articles, bagAll), spread: map[string]int{}, top: math.Log(float64(len(articles) + 1))}
	for _, a := range articles {
		seen := map[string]bool{}
		for _, n := range a.mentions {
			if !seen[n.lemma] {
				seen[n.lemma] = true
				m.spread[n.lemma]++
			}
		}
	}
	return m
}

// overlap is the weighted share of the smaller set that is in the other, and
// whether neither is empty.
func (m *measurer) overlap(a, b map[string]bool) (share float64, both bool) {
	if len(a) == 0 || len(b) == 0 {
		return 0, false
	}
	sum := func(s map[string]bool, of func(string) bool) float64 {
		t := 0.0
		for _, w := range slices.Sorted(maps.Keys(s)) {
			if of(w) {
				t += m.rarity(w)
			}
		}
		return t
	}
	all := func(string) bool { return true }
	return sum(a, func(w string) bool { return b[w] }) / max(min(sum(a, all), sum(b, all)), 1), true
}

func (m *measurer) rarity(w string) float64 {
	if r, ok := m.weight[w]; ok {
		return r
	}
	return m.top
}

// pair measures two mentions; story is what the articles' likeness gives, in
// thousandths.
func (m *measurer) pair(a, b *mention) []int {
	v := make([]int, featureCount)
	context, _ := m.overlap(a.context, b.context)
	names, named := m.overlap(a.names, b.names)
	same := a.lemma == b.lemma
	v[fContext], v[fNames] = full(context), full(names)
	if named && names == 0 {
		v[fNamesApart] = logit.Full
	}
	if numbers, both := m.overlap(a.numbers, b.numbers); both && numbers > 0 {
		v[fNumbers] = logit.Full
	} else if both {
		v[fNumbersApart] = logit.Full
	}
	arguments := m.arguments(v, a, b)
	words := share(a.words, b.words)
	switch {
	case same:
		v[fLemma], v[fLemmaRare] = logit.Full, full(m.rarity(a.lemma)/m.top)
		v[fLemmaContext], v[fLemmaNames], v[fLemmaWords], v[fArgumentsLemma] = full(context), full(names), full(words), arguments
		v[fLemmaNoNames] = v[fNamesApart]
		v[fLemmaShare] = full(float64(m.spread[a.lemma]) / 60)
		if a.upos == document.VERB && b.upos == document.VERB {
			v[fLemmaVerbs] = logit.Full
		}
	default:
		m.others(v, a, b)
		v[fOtherContext], v[fOtherWords], v[fArgumentsOther] = full(context), full(words), arguments
	}
	m.places(v, a, b, same)
	return v
}

// others measures how near two lemmas are.
func (m *measurer) others(v []int, a, b *mention) {
	if stem(a.lemma, b.lemma) {
		v[fStem] = logit.Full
	}
	if a.vector == nil || b.vector == nil {
		v[fVectorNone] = logit.Full
	} else {
		c := near(a.vector, b.vector)
		v[fVector], v[fVectorHigh], v[fVectorHigher] = full(max(c, 0)), full(max(c-.4, 0)/.6), full(max(c-.6, 0)/.4)
	}
	v[fOtherShare] = full(float64(min(m.spread[a.lemma], m.spread[b.lemma])) / 60)
}

func (m *measurer) places(v []int, a, b *mention, same bool) {
	set := func(i int, on bool) {
		if on {
			v[i] = logit.Full
		}
	}
	set(fMixed, (a.upos == document.VERB) != (b.upos == document.VERB))
	set(fNouns, a.upos != document.VERB && b.upos != document.VERB)
	set(fSameDoc, a.doc == b.doc)
	set(fSameSentence, a.doc == b.doc && a.sentence == b.sentence)
	set(fLemmaSameDoc, a.doc == b.doc && same)
	set(fOtherSameDoc, a.doc == b.doc && !same)
	set(fOtherSameSentence, a.doc == b.doc && !same && a.sentence == b.sentence)
	set(fLead, a.sentence < lead && b.sentence < lead)
	set(fLeadOther, a.sentence < lead && b.sentence < lead && !same)
}

// arguments compares subjects and objects and says in how much they agree.
func (m *measurer) arguments(v []int, a, b *mention) int {
	agent := m.argument(v[fAgentHead:], &a.agent, &b.agent)
	object := m.argument(v[fObjectHead:], &a.object, &b.object)
	if sameArgument(&a.agent, &b.object) || sameArgument(&a.object, &b.agent) {
		v[fCrossed] = logit.Full
	}
	return (agent + object) / 2
}

// argument fills in three values: one head, common names, nothing in common.
func (m *measurer) argument(v []int, a, b *argument) int {
	if a.head == "" || b.head == "" {
		return 0
	}
	if a.head == b.head {
		v[0] = logit.Full
	}
	names, both := m.overlap(a.names, b.names)
	v[1] = full(names)
	if v[0] == 0 && names == 0 {
		v[2] = logit.Full / 2
		if both {
			v[2] = logit.Full
		}
	}
	return max(v[0], v[1])
}

func sameArgument(a, b *argument) bool {
	if a.head == "" || b.head == "" {
		return false
	}
	if a.head == b.head {
		return true
	}
	for w := range a.names {
		if b.names[w] {
			return true
		}
	}
	return false
}

// share is the part of the words of the shorter list that are in the other.
func share(a, b []string) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	n := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			n++
		}
	}
	return min(1, float64(n)/float64(min(len(a), len(b))))
}

// stem reports whether two words share a beginning of at least four letters
// and all but short endings.
func stem(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 4 && len(a)-n <= 4 && len(b)-n <= 4
}

// near is the cosine of two vectors.
func near(a, b []byte) float64 {
	var ab, aa, bb int
	for i := range wordvec.Dims {
		x, y := int(int8(a[i])), int(int8(b[i]))
		ab, aa, bb = ab+x*y, aa+x*x, bb+y*y
	}
	if aa == 0 || bb == 0 {
		return 0
	}
	return float64(ab) / math.Sqrt(float64(aa)*float64(bb))
}
