package assemble

import (
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// countSigns are what speaks for a number of the text counting something of a
// happening.
func (b *builder) countSigns(n *numbering, c *sayso.Count) signs.Features {
	var f signs.Features
	d := b.r.d
	f.Add("counts " + c.What)
	f.Add(c.What + " in " + b.g.kind)
	f.Add("known by " + n.from)
	f.Add(c.What + " known by " + n.from)
	f.Add(bucket("sentences after the mention", n.gap, -2, -1, 0, 1, 2, 8))
	f.Add(bucket("words from the mention", apart(n.event.Trigger, n.at), 2, 5, 10, 20))
	f.AddIf(b.nearest(n.at), "no other happening stands nearer")
	b.numberNear(&f, n, c.What)
	b.numberPlaced(&f, n)
	b.numberTied(&f, n, c.What)
	b.numberTies(&f, n, c.What)
	b.numberWords(&f, n.at, c.What)
	f.AddIf(n.event.Traits.Has(document.TraitOutcome), "the mention tells an outcome")
	f.AddIf(b.r.blockOf(n.at.First) == document.BlockTitle, "in the headline")
	if n.quantity < 0 {
		f.Add("a single one")
		f.Add("a single one, " + c.What)
		f.AddIf(n.sum > 0, "people together, "+c.What)
		return f
	}
	q := &d.Quantities[n.quantity]
	f.Add(c.What + " of " + b.r.sortOf(q.Of))
	f.AddIf(q.Part && b.r.countedBefore(n.quantity, c.What), "part of a number before")
	f.AddIf(q.Total, "a running total")
	f.AddIf(q.Cue >= 0 && q.Cue == n.event.Trigger, "the mention's word decides what is counted")
	words := strings.ToLower(c.Words)
	article := strings.HasPrefix(words, "a ") || strings.HasPrefix(words, "an ") || words == "a" || words == "an" || strings.HasPrefix(words, "one ") || words == "one"
	f.AddIf(article, "a or one")
	f.AddIf(article, "a or one, "+c.What)
	f.AddIf(article, "a or one, known by "+n.from)
	if c.Min != nil {
		f.Add(bucket("at least", *c.Min, 0, 1, 3, 9, 99, 999))
	}
	if q.Of >= 0 {
		f.Add("of " + strings.ToLower(d.Tags[q.Of].Lemma))
		f.Add("of a " + d.Tags[q.Of].UPOS.String())
		f.Add("stands as " + d.Arcs[q.Of].Rel.String())
		f.Add(c.What + " stands as " + d.Arcs[q.Of].Rel.String())
		f.AddIf(int(d.Arcs[q.Of].Head) == n.event.Trigger, "hangs from the mention's word")
		f.AddIf(int(d.Arcs[q.Of].Head) == n.event.Trigger, c.What+" hangs from the mention's word")
	}
	return f
}

// numberTied tells which word says what became of those counted.
func (b *builder) numberTied(f *signs.Features, n *numbering, what string) {
	cue := b.cueOf(n)
	if cue < 0 {
		return
	}
	f.Add("told by " + strings.ToLower(b.r.d.Tags[cue].Lemma))
	f.Add(what + " told by a " + b.r.d.Tags[cue].UPOS.String())
}

// numberPlaced tells whether the sentence of a number names the place and the
// time of the happening, or others: a number is told where its happening is.
func (b *builder) numberPlaced(f *signs.Features, n *numbering) {
	s := b.r.d.SentenceOf(n.at.First)
	gap := bucket("", n.gap, -2, -1, 0, 1, 2, 8)
	for _, names := range []string{b.placeIn(s), b.timeIn(s)} {
		f.Add("the sentence names " + names)
		f.Add("the sentence names " + names + gap)
	}
}

// placeIn says whether a sentence names the place of the happening, another or none.
func (b *builder) placeIn(sentence int) string {
	out, where := "no place", b.in.Where
	for i := range b.r.d.Toponyms {
		t := &b.r.d.Toponyms[i]
		if t.Demonym || b.r.d.SentenceOf(t.First) != sentence {
			continue
		}
		if where != nil && (t.Place.Name == where.Name || b.r.d.Words(t.Range) == where.Name) {
			return "its place"
		}
		out = "another place"
	}
	return out
}

// timeIn says whether a sentence names the time of the happening, another or none.
func (b *builder) timeIn(sentence int) string {
	out, when := "no time", b.in.When
	for i := range b.r.d.Times {
		t := &b.r.d.Times[i]
		if t.Kind != "DATE" && t.Kind != "TIME" || b.r.d.SentenceOf(t.First) != sentence {
			continue
		}
		if when != nil && (sameDay(&t.When, when) || b.r.d.Words(t.Range) == when.Words) {
			return "its time"
		}
		out = "another time"
	}
	return out
}
