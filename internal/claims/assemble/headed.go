package assemble

import (
	"sayso"
	"sayso/internal/document"
)

// headedDay is the date that heads the paragraph of the best mention, "Saturday: A
// track was blown up", or its entry in a chronicle, where no words of the mention's
// sentence tell another.
func (b *builder) headedDay() *sayso.When {
	d := b.r.d
	s := d.SentenceOf(b.g.best(b.r).Trigger)
	block := d.Sentences[s].Block
	head := b.r.entries[block]
	for i := range d.Times {
		t := &d.Times[i]
		if !d.Blocks[block].Covers(t.Range) || !pointsToDays(t) {
			continue
		}
		if opensWithColon(d, t, block) && head < 0 {
			head = i
		} else if i != head && d.SentenceOf(t.First) == s && !b.r.saidThen(t.Range) {
			return nil
		}
	}
	if head < 0 {
		return nil
	}
	w := d.Times[head].When
	w.Span = d.SpanOf(d.Times[head].Range)
	return &w
}

// opensWithColon reports whether a time and a colon head a block.
func opensWithColon(d *document.Document, t *document.Time, block int) bool {
	return t.First <= d.Blocks[block].First+1 && t.End < len(d.Tokens) && d.Word(t.End) == ":"
}
