package assemble

import (
	"fmt"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// gistSigns are what speaks for and against an article being about the i-th of
// its happenings, besides the signs of its being one: how it stands to the
// headline, to the first sentence of the body and to what is told there.
func gistSigns(all []*builder, i int) signs.Features {
	var f signs.Features
	b := all[i]
	d := b.r.d
	mentions, most := 0, true
	for _, o := range all {
		mentions += len(o.g.events)
		most = most && len(o.g.events) <= len(b.g.events)
	}
	f.Add(bucket("tenths of the mentions of the article", len(b.g.events)*10/mentions, 0, 1, 2, 4, 7))
	f.AddIf(most, "no other has more mentions")
	lead := b.r.opening()
	b.wordsInCommon(&f, lead)
	first, last := d.SentenceOf(d.Events[b.g.events[0]].Trigger), d.SentenceOf(d.Events[b.g.events[len(b.g.events)-1]].Trigger)
	f.Add(bucket("sentences from the first mention to the last", last-first, 0, 1, 3, 8))
	above := 0
	for above < first && d.Sentences[first-above-1].Block == d.Sentences[first].Block {
		above++
	}
	f.Add(bucket("sentences of its paragraph before it", above, 0, 1, 2, 4))
	var told []*builder
	for _, o := range all {
		if o.mentionIn(lead) {
			told = append(told, o)
		}
	}
	if slices.Contains(told, b) {
		f.Add(fmt.Sprintf("told first, among %d", min(len(told), 3)))
		return f
	}
	f.Add(fmt.Sprintf("not told first, where there are %d", min(len(told), 2)))
	if len(told) > 0 {
		b.besideFirst(&f, told[0])
	}
	return f
}

// besideFirst compares it with the happening that the article tells first.
func (b *builder) besideFirst(f *signs.Features, o *builder) {
	f.Add(fmt.Sprintf("of the family of what is told first: %t", b.m.family(b.g.kind) == b.m.family(o.g.kind)))
	if x, y := b.in.Where, o.in.Where; x != nil && y != nil {
		f.Add(fmt.Sprintf("where what is told first was: %t", x.Name == y.Name))
	}
	known := func(w *sayso.When) bool { return w != nil && w.Earliest.Known() }
	if x, y := b.in.When, o.in.When; known(x) && known(y) {
		f.Add(fmt.Sprintf("on the day of what is told first: %t", x.Earliest == y.Earliest))
		f.AddIf(x.Earliest < y.Earliest, "before what is told first")
	}
}

// wordsInCommon counts the words that a sentence with a mention has in common with
// the headline and with the first sentence of the body.
func (b *builder) wordsInCommon(f *signs.Features, lead int) {
	r := b.r
	title, opening := map[string]bool{}, map[string]bool{}
	for s := range r.d.Sentences {
		if r.blockOf(r.d.Sentences[s].First) == document.BlockTitle {
			r.contentWords(title, s)
		}
	}
	if lead < len(r.d.Sentences) {
		r.contentWords(opening, lead)
	}
	inTitle, inOpening := 0, 0
	done := map[int]bool{}
	for _, e := range b.g.events {
		s := r.d.SentenceOf(r.d.Events[e].Trigger)
		if done[s] {
			continue
		}
		done[s] = true
		words := map[string]bool{}
		r.contentWords(words, s)
		inTitle = max(inTitle, common(words, title))
		if s != lead {
			inOpening = max(inOpening, common(words, opening))
		}
	}
	if len(title) > 0 {
		f.Add(bucket("words of the headline in its sentence", inTitle, 0, 1, 2, 3, 5))
	}
	f.Add(bucket("words of the first sentence in another of it", inOpening, 0, 1, 2, 3, 5, 8))
}

// contentWords adds the nouns, names, verbs and adjectives of a sentence.
func (r *reader) contentWords(to map[string]bool, sentence int) {
	for k := r.d.Sentences[sentence].First; k < r.d.Sentences[sentence].End; k++ {
		switch r.d.Tags[k].UPOS {
		case document.NOUN, document.PROPN, document.VERB, document.ADJ:
			to[strings.ToLower(r.d.Tags[k].Lemma)] = true
		}
	}
}

func common(a, b map[string]bool) int {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

// opening is the first sentence of the body.
func (r *reader) opening() int {
	s := 0
	for s < len(r.d.Sentences) && r.blockOf(r.d.Sentences[s].First) != document.BlockParagraph {
		s++
	}
	return s
}

// mentionIn reports whether a sentence has a mention.
func (b *builder) mentionIn(sentence int) bool {
	return slices.ContainsFunc(b.g.events, func(e int) bool { return b.r.d.SentenceOf(b.r.d.Events[e].Trigger) == sentence })
}
