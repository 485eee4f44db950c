package where

import (
	"strings"

	"sayso/internal/document"
	"sayso/internal/kern"
	"sayso/internal/model/hashlin"
)

// view is a trigger with its candidates and what their features need.
type view struct {
	d          *document.Document
	trigger    int
	sentence   document.Range
	candidates []Candidate
	heads      []int
	verb       uint32 // lemma of the trigger
}

func newView(d *document.Document, trigger int) *view {
	v := &view{d: d, trigger: trigger, candidates: Candidates(d, trigger)}
	if s := d.SentenceOf(trigger); s >= 0 {
		v.sentence = d.Sentences[s].Range
	}
	for _, c := range v.candidates {
		v.heads = append(v.heads, v.headOf(c.Range))
	}
	v.verb = hash(d.Tags[trigger].Lemma)
	return v
}

func hash(w string) uint32 { return uint32(kern.Word(w)) }

// word is the hash of token i's word; borders have their own.
func (v *view) word(i int) uint32 {
	switch {
	case i < v.sentence.First:
		return 1
	case i >= v.sentence.End:
		return 2
	}
	return hash(v.d.Word(i))
}

func (v *view) head(i int) int { return int(v.d.Arcs[i].Head) }

func (v *view) rel(i int) uint32 { return uint32(v.d.Arcs[i].Rel) }

// headOf is the token of a range that the others hang from.
func (v *view) headOf(r document.Range) int {
	for i := r.First; i < r.End; i++ {
		if h := v.head(i); h < r.First || h >= r.End {
			return i
		}
	}
	return r.End - 1
}

// Families of features; each numbers its templates itself.
const (
	fNone = iota + 1
	fNoneChild
	fBias
	fPlace
	fNear
	fBetween
	fTree
	fTop
	fChain
)

// adder adds a feature of the next template of its family.
type adder func(values ...uint32)

func family(f uint32, b *hashlin.Bag) adder {
	n := uint32(0)
	return func(values ...uint32) {
		n++
		b.Add(f<<8|n, values...)
	}
}

// features adds the features of candidate i, or of none where i is -1.
func (v *view) features(i int, b *hashlin.Bag) {
	if i < 0 {
		v.none(b)
		return
	}
	family(fBias, b)()
	v.place(i, family(fPlace, b))
	v.near(i, b)
	v.tree(i, b)
	v.chain(i, family(fChain, b))
}

// none adds what speaks for there being no place at all.
func (v *view) none(b *hashlin.Bag) {
	add := family(fNone, b)
	tag := uint32(v.d.Tags[v.trigger].XPOS)
	places := uint32(0)
	for _, c := range v.candidates {
		if c.kind == asToponym || c.kind == asName {
			places++
		}
	}
	add()
	add(v.verb)
	add(tag)
	add(v.verb, tag)
	add(min(uint32(len(v.candidates)), 4), min(places, 3))
	add(v.rel(v.trigger))
	add(v.word(v.trigger - 1))
	add(v.word(v.trigger + 1))
	for i := v.sentence.First; i < v.sentence.End; i++ {
		if v.head(i) == v.trigger {
			child := family(fNoneChild, b)
			child(v.rel(i), hash(v.d.Tags[i].Lemma))
			child(v.rel(i))
		}
	}
}

// place adds what the candidate is by itself.
func (v *view) place(i int, add adder) {
	c := &v.candidates[i]
	level, metonym := uint32(0), uint32(0)
	if c.Toponym >= 0 {
		t := &v.d.Toponyms[c.Toponym]
		level = hash(string(t.Place.Level))
		if t.Metonym {
			metonym = 1
		}
	}
	h := v.heads[i]
	add(c.kind)
	add(c.kind, level)
	add(metonym, level)
	add(c.kind, min(uint32(c.Len()), 4))
	add(hash(v.d.Word(c.End-1)), c.kind)
	add(uint32(v.d.Tags[h].XPOS), c.kind)
	add(v.rel(h), c.kind)
	add(v.word(c.First-1), c.kind)
	add(v.word(c.End), c.kind)
	add(v.word(c.First-1), level)
	add(v.word(c.First-2), v.word(c.First-1))
	add(v.word(c.End), v.word(c.End+1))
	prep := v.preposition(h)
	add(prep)
	add(prep, level)
	add(prep, v.verb)
	add(prep, v.rel(h))
	add(v.word(c.First-1), v.word(c.End))
	if c.First == v.sentence.First || c.First == v.sentence.First+1 && prep != 0 {
		add(uint32(7))
	}
}

// preposition is the hash of the word that a token hangs on the rest by,
// going up through the words that it is part of ("in the city of Aleppo").
func (v *view) preposition(h int) uint32 {
	for range 3 {
		for i := h - 1; i >= v.sentence.First && i > h-9; i-- {
			if v.head(i) == h && v.d.Arcs[i].Rel == document.Case && !strings.EqualFold(v.d.Word(i), "of") {
				return hash(v.d.Word(i))
			}
		}
		switch v.d.Arcs[h].Rel {
		case document.Compound, document.Appos, document.Nmod, document.Flat, document.Conj, document.NmodPoss, document.NmodUnmarked:
			h = v.head(h)
		default:
			return 0
		}
		if h < v.sentence.First {
			return 0
		}
	}
	return 0
}

// near adds what lies between candidate and trigger, in words.
func (v *view) near(i int, b *hashlin.Bag) {
	add := family(fNear, b)
	c := &v.candidates[i]
	first, end, side := c.End, v.trigger, uint32(1)
	if c.First > v.trigger {
		first, end, side = v.trigger+1, c.First, 2
	}
	verbs, commas, places := uint32(0), uint32(0), uint32(0)
	for k := first; k < end; k++ {
		switch {
		case v.d.Tags[k].UPOS == document.VERB:
			verbs++
		case v.d.Word(k) == ",":
			commas++
		}
	}
	for k := range v.candidates {
		o := &v.candidates[k]
		if o.First >= first && o.End <= end && o.kind != asDemonym {
			places++
		}
	}
	d := distance(end - first)
	add(side, d)
	add(side, min(verbs, 3))
	add(side, min(commas, 3))
	add(side, min(places, 3))
	add(side, min(verbs, 2), min(places, 2), min(commas, 2))
	add(side, v.candidates[i].kind, min(places, 2))
	add(v.verb, side, min(verbs, 2))
	others := uint32(len(v.candidates))
	add(min(others, 5), min(places, 3), side)
	if end-first <= 3 {
		key := side
		for k := first; k < end; k++ {
			key = hashlin.Key(key, v.word(k))
		}
		family(fBetween, b)(key)
	}
}

func distance(n int) uint32 {
	switch {
	case n < 4:
		return uint32(n)
	case n < 7:
		return 4
	case n < 11:
		return 5
	case n < 17:
		return 6
	case n < 26:
		return 7
	}
	return 8
}

// maxUp is how far up the tree two paths are followed to where they meet.
const maxUp = 12

// tree adds the path from the trigger to the candidate.
func (v *view) tree(i int, b *hashlin.Bag) {
	add, tip := family(fTree, b), family(fTop, b)
	up, down, ok := v.path(v.heads[i])
	if !ok {
		tip(4)
		return
	}
	add(uint32(len(up)), uint32(len(down)))
	key := uint32(1)
	for k, t := range up {
		if k < 3 {
			key = hashlin.Key(key, 1, v.rel(t))
		}
	}
	add(key, min(uint32(len(up)), 4))
	rest := uint32(2)
	for k, t := range down {
		if k < 3 {
			rest = hashlin.Key(rest, v.rel(t))
		}
	}
	add(rest, min(uint32(len(down)), 4))
	add(key, rest)
	verbs := uint32(0)
	for _, t := range append(append([]int{}, up...), down...) {
		if h := v.head(t); h >= 0 && h != v.trigger && v.d.Tags[h].UPOS == document.VERB {
			verbs++
		}
	}
	add(min(verbs, 3))
	if len(down) > 0 {
		top := down[len(down)-1]
		tip(1, v.rel(top), uint32(len(up)), v.preposition(top))
		tip(2, hash(v.d.Tags[top].Lemma), v.rel(top))
	}
	if len(up) > 0 {
		top := v.head(up[len(up)-1])
		tip(3, hash(v.d.Tags[top].Lemma), min(uint32(len(up)), 3))
	}
}

// path lists the tokens from the trigger, and from h, up to but without the
// token where both meet; false where they don't.
func (v *view) path(h int) (up, down []int, ok bool) {
	for t, n := h, 0; t >= 0 && n <= maxUp; t, n = v.head(t), n+1 {
		u := up[:0]
		for s, m := v.trigger, 0; s >= 0 && m <= maxUp; s, m = v.head(s), m+1 {
			if s == t {
				return u, down, true
			}
			u = append(u, s)
		}
		up = u
		down = append(down, t)
	}
	return nil, nil, false
}

// chain adds how the candidate stands to the one before and the one behind:
// "Daquq, northern Iraq", "Iraq's Anbar province".
func (v *view) chain(i int, add adder) {
	before, behind := v.link(i-1, i), v.link(i, i+1)
	add(uint32(1), before)
	add(uint32(2), behind)
	add(uint32(3), before, behind)
	add(uint32(4), before, behind, v.level(i))
}

func (v *view) level(i int) uint32 {
	if t := v.candidates[i].Toponym; t >= 0 {
		return hash(string(v.d.Toponyms[t].Place.Level))
	}
	return v.candidates[i].kind
}

// link tells two neighbours' tie: 0 for none, else by the words between.
func (v *view) link(i, j int) uint32 {
	if i < 0 || j >= len(v.candidates) {
		return 0
	}
	a, b := v.candidates[i].End, v.candidates[j].First
	if b-a > 4 {
		return 1
	}
	key := uint32(2)
	for k := a; k < b; k++ {
		switch v.d.Tags[k].UPOS {
		case document.PUNCT, document.ADP, document.CCONJ, document.PART:
			key = hashlin.Key(key, v.word(k))
		case document.ADJ, document.DET:
		case document.NOUN:
			key = hashlin.Key(key, 5)
		default:
			return 3
		}
	}
	return hashlin.Key(key, v.candidates[j].kind)
}
