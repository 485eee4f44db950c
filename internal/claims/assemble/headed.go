package assemble

import (
	"slices"
	"strings"

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
	head := b.r.entries.Dates[block]
	for i := range d.Times {
		t := &d.Times[i]
		if !d.Blocks[block].Covers(t.Range) || !pointsToDays(t) && !countsToDay(t) {
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

// daysOfOthers reports whether a date is told in another entry than the best mention, or,
// of an item in a list of several days, in no item: one without a date has none. What
// stands above a digest, "On Jan. 10 forces conducted 23 strikes", holds for all of it.
func (b *builder) daysOfOthers(w *sayso.When) bool {
	d, best := b.r.d, b.g.best(b.r).Trigger
	if w == nil || d.EntryLen(b.r.entries, best) == 0 {
		return false
	}
	block := d.Sentences[d.SentenceOf(best)].Block
	listed := d.Blocks[block].Kind == document.BlockListItem && b.r.entries.Dates[block] < 0 && b.r.entries.Places[block] < 0
	return slices.ContainsFunc(d.Times, func(t document.Time) bool {
		if w.Span != d.SpanOf(t.Range) {
			return false
		}
		return b.otherEntry(t.Range) || listed && !d.EntriesJoin(b.r.entries, t.First, best)
	})
}

// countsToDay reports whether a length of time tells a day by its distance: "two days
// later".
func countsToDay(t *document.Time) bool {
	return t.Kind == "DURATION" && t.When.Earliest.Known() && t.When.Earliest == t.When.Latest
}

// opensWithColon reports whether a time and a colon head a block.
func opensWithColon(d *document.Document, t *document.Time, block int) bool {
	return t.First <= d.Blocks[block].First+1 && t.End < len(d.Tokens) && d.Word(t.End) == ":"
}

// otherEntry reports whether words stand in another entry of a chronicle than the best
// mention.
func (b *builder) otherEntry(at document.Range) bool {
	return b.r.d.EntriesPart(b.r.entries, at.First, b.g.best(b.r).Trigger)
}

// inBriefEntry reports whether the best mention stands in an entry of a few sentences,
// which says nothing twice.
func (b *builder) inBriefEntry() bool {
	at := b.g.best(b.r).Trigger
	n := b.r.d.EntryLen(b.r.entries, at)
	return b.r.blockOf(at) != document.BlockHeading && n > 0 && n <= brief
}

// headedPlace is the place that heads the best mention's entry, for a happening that has
// no other: together with a date, "16 March, Goma: Police arrested four", "27 Jan 2023 |
// Novoaidar |", as a field of its own, "Location: Baidoa, Bay", or as the heading of a
// digest's part, "North Kivu".
func (b *builder) headedPlace() *sayso.Place {
	d := b.r.d
	block := d.Sentences[d.SentenceOf(b.g.best(b.r).Trigger)].Block
	if k := b.r.fieldPlace(block); k >= 0 {
		p := b.r.placeOf(k)
		return &p
	}
	if p := b.besideDate(block); p != nil {
		return p
	}
	if k := b.r.rowPlace(block); k >= 0 {
		p := b.r.placeOf(k)
		return &p
	}
	if k := b.r.entries.Places[block]; k >= 0 {
		p := b.r.placeOf(k)
		return &p
	}
	return nil
}

// fieldPlace is the toponym that fills the field of a place at the head of a block's
// item, -1 for none.
func (r *reader) fieldPlace(block int) int {
	for b := block - 1; b >= 0 && r.d.Label(b) != ""; b-- {
		if r.d.Label(b) != "place" {
			continue
		}
		for k := range r.d.Toponyms {
			if r.d.Blocks[b].Covers(r.d.Toponyms[k].Range) {
				return k
			}
		}
	}
	return -1
}

// rowPlace is the last toponym in the other cells of a table's row, -1 for none: of
// "Cabo Delgado/Quissanga" the narrower.
func (r *reader) rowPlace(block int) int {
	k := -1
	for _, c := range r.d.RowCells(block) {
		for i := range r.d.Toponyms {
			if r.d.Blocks[c].Covers(r.d.Toponyms[i].Range) {
				k = i
			}
		}
	}
	return k
}

// besideDate is the place that heads an entry together with its date.
func (b *builder) besideDate(block int) *sayso.Place {
	d := b.r.d
	head := b.r.entries.Dates[block]
	if head < 0 {
		return nil
	}
	at := d.SentenceOf(d.Times[head].First)
	if own := d.Sentences[at].Block; own != block && d.Blocks[own].Kind != document.BlockDateline {
		return nil
	}
	heads := func(at document.Range) bool {
		return at.First == d.Times[head].End+1 && at.End < len(d.Tokens) && strings.Contains(": | - – —", d.Word(at.End))
	}
	for k := range d.Toponyms {
		if heads(d.Toponyms[k].Range) {
			p := b.r.placeOf(k)
			return &p
		}
	}
	for k := range d.Names {
		if n := &d.Names[k]; n.Kind == document.NamePlace && heads(n.Range) {
			p := b.place(&document.Argument{Range: n.Range, Index: -1})
			return &p
		}
	}
	return nil
}
