package signal

import (
	"strings"

	"sayso/internal/document"
	"sayso/internal/model/wordclass"
)

// Tree is the part of a document that signals are read from, with children
// grouped by head. It is read-only after NewTree.
type Tree struct {
	D     *document.Document
	Lower []string // words in lower case
	kids  []int32
	first []int32
	class []wordclass.Class // empty where they were not loaded
}

// NewTree prepares a document that has tokens, sentences, tags and trees.
func NewTree(d *document.Document) *Tree {
	n := len(d.Tokens)
	t := &Tree{D: d, Lower: make([]string, n), kids: make([]int32, n), first: make([]int32, n+2)}
	for i := range n {
		t.Lower[i] = strings.ReplaceAll(strings.ToLower(d.Word(i)), "’", "'")
		if h := t.Head(i); h >= 0 {
			t.first[h+2]++
		}
	}
	for i := 2; i < len(t.first); i++ {
		t.first[i] += t.first[i-1]
	}
	for i := range n {
		if h := t.Head(i); h >= 0 {
			t.kids[t.first[h+1]] = int32(i)
			t.first[h+1]++
		}
	}
	t.first = t.first[:n+1]
	return t
}

// Head is the head of token i, -1 at the root.
func (t *Tree) Head(i int) int {
	h := int(t.D.Arcs[i].Head)
	if h < 0 || h >= len(t.D.Arcs) || h == i {
		return -1
	}
	return h
}

// Kids are the children of token i in text order.
func (t *Tree) Kids(i int) []int32 { return t.kids[t.first[i]:t.first[i+1]] }

// Rel is the relation of token i to its head.
func (t *Tree) Rel(i int) document.Rel { return t.D.Arcs[i].Rel }

// Lemma is the lemma of token i.
func (t *Tree) Lemma(i int) string { return t.D.Tags[i].Lemma }

// Clause is what the words right below a predicate say of it.
type Clause struct {
	Token    int
	Negated  bool
	Modal    string // "will", "would", "could", …; "" where none
	Perfect  bool
	Passive  bool
	Progress bool
	Mark     string // "if", "that", "to", "whether", …
	Adverbs  []int  // tokens
}

// Signal is what is known about one trigger: its own clause, and those that
// govern it, innermost first.
type Signal struct {
	Trigger  int
	Own      Clause
	Above    []Clause
	Rels     []document.Rel // Rels[i] attaches the clause below to Above[i]
	Question bool           // the sentence ends with a question mark
}

// maxAbove is how many governors are followed.
const maxAbove = 6

// Read reads the signals of the trigger at token i.
func (t *Tree) Read(i int) Signal {
	s := Signal{Trigger: i, Own: t.clause(i)}
	for at := i; len(s.Above) < maxAbove; {
		h := t.Head(at)
		if h < 0 {
			break
		}
		s.Above = append(s.Above, t.clause(h))
		s.Rels = append(s.Rels, t.Rel(at))
		at = h
	}
	if n := t.D.SentenceOf(i); n >= 0 {
		end := t.D.Sentences[n].End
		for j := end - 1; j >= end-2 && j >= i; j-- {
			s.Question = s.Question || t.Lower[j] == "?"
		}
	}
	return s
}

// clause reads the auxiliaries, negations, marks and adverbs of token i.
func (t *Tree) clause(i int) Clause {
	c := Clause{Token: i}
	for _, k := range t.Kids(i) {
		k := int(k)
		w := t.Lower[k]
		switch t.Rel(k) {
		case document.Aux, document.AuxPass, document.Cop:
			c.auxiliary(t, k, w)
		case document.Mark:
			if c.Mark == "" || w == "if" || w == "unless" {
				c.Mark = w
			}
		case document.Case:
			if w == "without" || w == "despite" {
				c.Mark = w
			}
		case document.Advmod, document.Det, document.Cc, document.CcPreconj:
			if Negation(w) {
				c.Negated = true
			} else if t.Rel(k) == document.Advmod {
				c.Adverbs = append(c.Adverbs, k)
			}
		case document.Nsubj, document.NsubjPass, document.Obj:
			c.Negated = c.Negated || t.negativeNoun(k)
		}
	}
	return c
}

func (c *Clause) auxiliary(t *Tree, k int, w string) {
	switch {
	case t.Rel(k) == document.AuxPass:
		c.Passive = true
	case t.D.Tags[k].XPOS == document.MD:
		c.Modal = modal(w)
	case t.Lemma(k) == "have":
		c.Perfect = true
	case t.Lemma(k) == "be" && t.Rel(k) == document.Aux:
		c.Progress = true
	}
	for _, n := range t.Kids(k) {
		c.Negated = c.Negated || Negation(t.Lower[n])
	}
}

func modal(w string) string {
	switch w {
	case "'ll", "wo", "will":
		return "will"
	case "'d":
		return "would"
	case "ca":
		return "can"
	}
	return w
}

// Negation reports words that negate the clause they stand in.
func Negation(w string) bool {
	switch w {
	case "not", "n't", "never", "no", "neither", "nor", "nobody", "none", "nothing", "hardly", "barely", "scarcely", "nowhere":
		return true
	}
	return false
}

// negativeNoun reports "no one", "nobody", "none of", "no group".
func (t *Tree) negativeNoun(k int) bool {
	if Negation(t.Lower[k]) {
		return true
	}
	for _, d := range t.Kids(k) {
		if t.Rel(int(d)) == document.Det && (t.Lower[d] == "no" || t.Lower[d] == "neither") {
			return true
		}
	}
	return false
}
