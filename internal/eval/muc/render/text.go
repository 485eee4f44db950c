package render

import (
	"sayso/internal/document"
	"sayso/internal/eval/muc/net"
	"sayso/internal/eval/muc/parts"
	"sayso/internal/kern"
	"sayso/internal/model/hashlin"
	"sayso/internal/model/wordclass"
	"sayso/internal/model/wordvec"
)

// Text is a document prepared for rendering: the expressions that may fill a
// slot and the mentions of happenings, with their features.
type Text struct {
	d        *document.Document
	classes  *wordclass.Table
	vectors  *wordvec.Table
	r        *parts.Reader
	parts    []parts.Candidate
	keys     [][]uint32 // features of each part
	dense    [][]int32  // what the words of each part and around it mean
	rates    rates
	events   [][]uint32 // features of each mention of a happening
	told     [][]int32  // what the words of each mention and around it mean
	whole    []int32    // what the words of the document mean
	topic    []uint32   // features of the whole document
	codes    []string   // MUC type of each mention by the crosswalk
	sentence []int
}

// Templates of the features of happenings and documents.
const (
	eBias = iota + 101
	eTrigger
	eType
	eGovernor
	eArgument
	eArgumentHead
	eClause
	eSentence
	eAux
	ePlace
	eAge
	eFactuality
	eSource
	eAt
	eOthers
	eTopic
	eSame
)

func hash(s string) uint32 { return uint32(kern.Word(s)) }

// prepare computes the features of a document that has all layers up to
// incidents.
func (b *Bridge) prepare(d *document.Document) *Text {
	t := &Text{d: d, classes: b.classes, vectors: b.vectors, r: parts.NewReader(d)}
	t.parts = t.r.Candidates()
	f := parts.NewFeaturer(t.r, b.classes)
	for i := range t.parts {
		var bag hashlin.Bag
		f.Features(&bag, &t.parts[i])
		t.keys = append(t.keys, bag.Keys)
	}
	t.readTopic()
	t.sentence = make([]int, len(d.Tokens))
	for s, x := range d.Sentences {
		for i := x.First; i < x.End; i++ {
			t.sentence[i] = s
		}
	}
	for k := range t.parts {
		t.dense = append(t.dense, t.glossOf(k))
	}
	for e := range d.Events {
		t.codes = append(t.codes, b.code(&d.Events[e]))
		t.events = append(t.events, t.eventKeys(e))
		t.told = append(t.told, t.glossOfEvent(e))
	}
	return t
}

// eventInput is what the network sees of a mention of a happening.
func (t *Text) eventInput(e int) net.Input { return net.Input{Keys: t.events[e], Dense: t.told[e]} }

// readTopic takes the distinct lemmas of a document.
func (t *Text) readTopic() {
	seen := map[uint32]bool{}
	for i := range t.d.Tokens {
		if t.d.Tags[i].UPOS == document.PUNCT {
			continue
		}
		k := hashlin.Key(eTopic, hash(t.d.Tags[i].Lemma))
		if !seen[k] {
			seen[k] = true
			t.topic = append(t.topic, k)
		}
	}
}

// eventKeys are the features of one mention of a happening.
func (t *Text) eventKeys(e int) []uint32 {
	d, x := t.d, &t.d.Events[e]
	var b hashlin.Bag
	lemma, kind, code := hash(d.Tags[x.Trigger].Lemma), hash(x.Type), hash(t.codes[e])
	b.Add(eBias)
	b.Add(eTrigger, lemma)
	b.Add(eType, kind)
	b.Add(eType, code, 1)
	if h := d.Arcs[x.Trigger].Head; h >= 0 {
		b.Add(eGovernor, uint32(d.Arcs[x.Trigger].Rel), hash(d.Tags[h].Lemma))
		b.Add(eGovernor, uint32(d.Arcs[x.Trigger].Rel), code)
	}
	t.arguments(&b, x, code)
	t.surroundings(&b, e, code)
	same := 0
	for i := range d.Events {
		if d.Events[i].Same == x.Same {
			same++
		}
	}
	b.Add(eSame, uint32(min(same, 4)))
	b.Add(eAt, uint32(min(t.sentence[x.Trigger], 10)))
	b.Add(eOthers, uint32(min(len(d.Events), 20)/3))
	for i := range d.Factuality {
		if f := &d.Factuality[i]; f.Event == e {
			b.Add(eFactuality, hash(string(f.Status)))
			b.Add(eFactuality, 1, uint32(int32(f.Certainty)+9))
			if f.Opinion || f.Generic {
				b.Add(eFactuality, 2)
			}
		}
	}
	return b.Keys
}

func (t *Text) arguments(b *hashlin.Bag, x *document.Event, code uint32) {
	d := t.d
	for i := range x.Args {
		a := &x.Args[i]
		role := hash(a.Role)
		b.Add(eArgument, role)
		switch a.Role {
		case "agent", "target", "party":
			b.Add(eArgumentHead, role, hash(d.Tags[a.End-1].Lemma))
			if a.Index >= 0 {
				b.Add(eArgument, role, hash(string(d.Actors[a.Index].Actor.Kind)), code)
				b.Add(eArgument, role, hash(d.Actors[a.Index].Actor.ID))
			}
		case "time":
			if w := &d.Times[a.Index].When; w.Latest.Known() && d.Article.Published.Known() {
				b.Add(eAge, bucket(int(d.Article.Published-w.Latest)))
			}
		case "place":
			if a.Index >= 0 {
				b.Add(ePlace, hash(string(d.Toponyms[a.Index].Place.Country)), hash(string(d.Toponyms[a.Index].Place.Level)))
			}
		}
	}
}

// bucket is an age in days as one of a few spans.
func bucket(days int) uint32 {
	for i, top := range []int{0, 1, 2, 7, 14, 30, 60, 120, 400} {
		if days <= top {
			return uint32(i)
		}
	}
	return 99
}

// surroundings adds the words of the clause and of the sentence.
func (t *Text) surroundings(b *hashlin.Bag, e int, code uint32) {
	d, x := t.d, &t.d.Events[e]
	s := d.Sentences[t.sentence[x.Trigger]]
	for i := s.First; i < s.End; i++ {
		if i == x.Trigger || d.Tags[i].UPOS == document.PUNCT {
			continue
		}
		l := hash(d.Tags[i].Lemma)
		b.Add(eSentence, l)
		if int(d.Arcs[i].Head) == x.Trigger {
			b.Add(eAux, l, uint32(d.Arcs[i].Rel))
		}
		if x.Extent.Has(i) && i > x.Trigger-8 && i < x.Trigger+8 {
			b.Add(eClause, l)
			b.Add(eClause, l, code)
		}
	}
}

func unique(in []uint32) []uint32 {
	seen := map[uint32]bool{}
	out := in[:0]
	for _, k := range in {
		if !seen[k] {
			seen[k] = true
			out = append(out, k)
		}
	}
	return out
}
