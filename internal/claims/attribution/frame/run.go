package frame

import (
	"sayso/internal/document"
	"sayso/internal/model/hashlin"
)

// runAfter is the next stretch of quoted words after content, in the same
// paragraph: `"…," he said. "…"`; Empty where none follows.
func (v *View) runAfter(after int) document.Range {
	if after >= len(v.L) {
		return document.Range{}
	}
	b := v.D.Sentences[v.Sent[max(after-1, 0)]].Block
	for i := after; i < len(v.L) && i < after+3; i++ {
		if v.D.Sentences[v.Sent[i]].Block != b {
			return document.Range{}
		}
		if q := v.Quote[i]; q >= 0 && v.Quotes[q].First == i {
			return v.Quotes[q].Range
		}
		if !v.Punct(i) {
			break
		}
	}
	return document.Range{}
}

// NextRun is the quotation that may go on from a cue's content: right after
// the cue's sentence, or after the last piece where that lies later.
func (v *View) NextRun(c *Cut, content []document.Range) document.Range {
	after := v.SentenceRange(c.Head).End
	for _, r := range content {
		after = max(after, r.End)
	}
	if s := v.Sent[min(after, len(v.Sent)-1)]; after < len(v.Sent) && v.D.Sentences[s].First != after {
		if v.onlyPunct(document.Range{First: after, End: v.D.Sentences[s].End}) {
			after = v.D.Sentences[s].End
		}
	}
	return v.runAfter(after)
}

// Run is a quotation that may go on from content.
type Run struct {
	Content []document.Range // what is taken already
	Next    document.Range   // the quotation
	N       int              // the number of runs taken before
}

// RunFeatures are the features by which the quotation still belongs to the
// content.
func RunFeatures(v *View, c *Cut, r *Run, b *hashlin.Bag) {
	content, run, n := r.Content, r.Next, r.N
	add := func(t uint32, vals ...uint32) { b.Add(famRun+t, vals...) }
	h := c.Head
	s := v.SentenceRange(h)
	direct := uint32(0)
	for _, r := range content {
		if v.Quote[r.First] >= 0 {
			direct |= 1
		}
		if v.Quote[r.End-1] >= 0 {
			direct |= 2
		}
		if r.First > h {
			direct |= 4
		} else {
			direct |= 8
		}
	}
	last := v.SentenceRange(run.First)
	cueAfter := uint32(0)
	rest := document.Range{First: run.End, End: v.SentenceRange(run.End - 1).End}
	if !v.onlyPunct(rest) {
		cueAfter = 1 + hasBit(v.Quote[run.End-1] >= 0)
		if rest.Len() > 8 {
			cueAfter += 2
		}
	}
	add(1)
	add(2, v.Lemma[h])
	add(3, direct)
	add(4, direct, cueAfter)
	add(5, cueAfter, v.word(rest.First, last))
	add(6, direct, v.Lemma[h])
	add(7, uint32(min(n, 3)), direct)
	add(8, bucket(run.Len()), cueAfter)
	add(9, v.word(run.End-2, run), cueAfter)
	add(10, hasBit(c.Source.First > c.Cue.First), direct, cueAfter)
	add(11, bucket(s.End-h), direct)
	add(12, hasBit(last.End-last.First == run.Len()))
}
