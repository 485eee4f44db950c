package assemble

import (
	"slices"
	"strings"

	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// numberTies tell whose number it may be besides: which happening the word that
// says what is counted tells of, which stands nearest, what stands over the number
// in its sentence ("riots over the killing of two" kill nobody), and how firmly the
// mention it lies nearest to belongs to the happening.
func (b *builder) numberTies(f *signs.Features, n *numbering, what string) {
	if cue := b.cueOf(n); cue >= 0 {
		whose := b.toldBy(cue)
		f.Add(what + ", its word tells of " + whose)
		f.Add(what + " in " + b.g.kind + ", its word tells of " + whose)
	}
	if e := b.r.nearestEvent(n.at); e >= 0 {
		f.Add(what + ", nearest by words: " + b.kin(e))
		if !b.g.has(e) {
			f.AddValue("odds of the other happening nearest by words", b.r.d.Events[e].Odds)
		}
	}
	for _, word := range b.wordsOver(n) {
		f.Add(what + " in " + b.g.kind + ", under " + word)
	}
	f.Add(what + " known by " + n.from + " in " + b.g.kind)
	f.Add(bucket(what+" known by "+n.from+", words from the mention", apart(n.event.Trigger, n.at), 2, 5, 10, 20))
	f.Add(bucket(what+", mentions", len(b.g.events), 1, 2, 4))
	f.Add(bucket(what+", mentions before", slices.Index(b.g.events, b.r.indexOf(n.event)), 0, 1, 3))
	b.r.bondSigns(f, "number", n.event)
}

// numberWords are the word a number begins with and those beside it.
func (b *builder) numberWords(f *signs.Features, at document.Range, what string) {
	sent := b.r.d.Sentences[b.r.d.SentenceOf(at.First)]
	word := func(i int) string {
		if !sent.Has(i) {
			return "."
		}
		return strings.ToLower(b.r.d.Tags[i].Lemma)
	}
	f.Add(what + " begins with " + word(at.First))
	f.Add(what + " behind " + word(at.First-1))
	f.Add(what + " before " + word(at.End))
}

// cueOf is the token that says what became of those counted, -1 for none; of
// somebody without a number it is the mention's own.
func (b *builder) cueOf(n *numbering) int {
	if n.quantity >= 0 {
		return b.r.d.Quantities[n.quantity].Cue
	}
	return n.event.Trigger
}

// toldBy says which happening a token tells of, seen from this one.
func (b *builder) toldBy(token int) string {
	out := "nothing"
	for i := range b.r.d.Events {
		if b.r.d.Events[i].Trigger == token {
			if out = b.kin(i); b.g.has(i) {
				break
			}
		}
	}
	return out
}

// kin says how the happening of an event lies to this one.
func (b *builder) kin(event int) string {
	kind := b.r.d.Events[event].Type
	switch {
	case b.g.has(event):
		return "this"
	case kind == b.g.kind:
		return "another of the type"
	case b.m.family(kind) == b.m.family(b.g.kind):
		return "another of the family"
	}
	return "another, " + kind
}

// nearestEvent is the event whose word stands nearest to a range, the first of
// equals; -1 in a text without.
func (r *reader) nearestEvent(at document.Range) int {
	best, near := -1, 0
	for i := range r.d.Events {
		if x := apart(r.d.Events[i].Trigger, at); best < 0 || x < near {
			best, near = i, x
		}
	}
	return best
}

// wordsOver are the prepositions and conjunctions of the phrases and clauses that
// a number stands in, up to the word of the mention: "over", "since", "after".
func (b *builder) wordsOver(n *numbering) (out []string) {
	d := b.r.d
	sent := d.Sentences[d.SentenceOf(n.at.First)]
	i := b.r.headOf(n.at)
	if n.quantity >= 0 && d.Quantities[n.quantity].Of >= 0 {
		i = d.Quantities[n.quantity].Of
	}
	for steps := 0; i >= 0 && steps < mostOver && i != n.event.Trigger; i, steps = int(d.Arcs[i].Head), steps+1 {
		for k := sent.First; k < sent.End; k++ {
			if a := d.Arcs[k]; int(a.Head) == i && (a.Rel == document.Case || a.Rel == document.Mark) {
				out = append(out, strings.ToLower(d.Word(k)))
			}
		}
	}
	return out
}

// mostOver is how many steps up the tree words over a number are looked for.
const mostOver = 12
