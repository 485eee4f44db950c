package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// notThen reports whether a date is surely not that of the happening: that of who
// says it where the words have another, and a day long past for what is still to come.
func (b *builder) notThen(i int) bool {
	t := &b.r.d.Times[i]
	return b.onlySaid(i) || b.r.lasting(t.Range) || b.longPast(t) || b.occasionApart(t.Range) || b.sinceApart(t.Range)
}

// onlySaid reports whether a date in the sentence of a mention is that of saying it
// and the words have another: "killed over the past week, officials said on Sunday".
// Where they have none the day of saying may be that of the happening.
func (b *builder) onlySaid(i int) bool {
	d := b.r.d
	t := &d.Times[i]
	s, told := d.SentenceOf(t.First), false
	cue := b.saidAt(t.Range)
	if cue < 0 {
		return false
	}
	for _, e := range b.g.events {
		k := d.Events[e].Trigger
		if d.SentenceOf(k) != s {
			continue
		}
		if k == cue || b.r.hangsUnder(t.First, k) {
			return false
		}
		told = told || b.r.datedElse(i, k)
	}
	return told
}

// sinceApart reports whether a date says since when something is done that the words set
// apart: "the rebels, who have attacked ships since November, claimed the attack".
func (b *builder) sinceApart(at document.Range) bool {
	d := b.r.d
	h := b.r.headOf(at)
	if !b.r.preposition(h, "since") {
		return false
	}
	for i := range d.Events {
		if e := &d.Events[i]; e.Trigger == int(d.Arcs[h].Head) && !b.g.has(i) {
			return slices.ContainsFunc(b.g.events, func(k int) bool { return slices.Contains(e.Apart, k) })
		}
	}
	return false
}

// lasting reports whether a date is that of how somebody still was: "who was shot in
// the leg, remained in stable condition last night".
func (r *reader) lasting(at document.Range) bool {
	i := int(r.d.Arcs[r.headOf(at)].Head)
	for i >= 0 && r.d.Tags[i].UPOS != document.VERB {
		i = int(r.d.Arcs[i].Head)
	}
	if i < 0 {
		return false
	}
	l := strings.ToLower(r.d.Tags[i].Lemma)
	return l == "remain" || l == "recover" || l == "recuperate"
}

// ward reports whether a place name is that of a hospital.
func (r *reader) ward(at document.Range) bool {
	for i := at.First; i < at.End; i++ {
		switch strings.ToLower(r.d.Word(i)) {
		case "hospital", "clinic", "infirmary":
			return true
		}
	}
	return false
}

// saidAt is the word of saying that a date hangs from, -1 for none.
func (b *builder) saidAt(at document.Range) int {
	h := int(b.r.d.Arcs[b.r.headOf(at)].Head)
	if h >= 0 && b.r.isCue(h) && says(b.r.d.Tags[h].Lemma) {
		return h
	}
	return -1
}

// datedElse reports whether another date of the sentence stands nearer to a mention
// and is not one of saying.
func (r *reader) datedElse(i, trigger int) bool {
	d := r.d
	s := d.SentenceOf(trigger)
	for k := range d.Times {
		t := &d.Times[k]
		if k == i || d.SentenceOf(t.First) != s || !t.When.Earliest.Known() || t.Kind == "SET" || r.saidThen(t.Range) {
			continue
		}
		if apart(trigger, t.Range) < apart(trigger, d.Times[i].Range) {
			return true
		}
	}
	return false
}

// fresh is how many days before publication what has not happened yet may have been
// threatened.
const fresh = 14

// longPast reports whether a date outside the words of something that is still to
// come lies well before publication.
func (b *builder) longPast(t *document.Time) bool {
	d := b.r.d
	if b.g.status != sayso.StatusThreatened || !d.Article.Published.Known() || !t.When.Latest.Known() || d.Article.Published-t.When.Latest <= fresh {
		return false
	}
	s := d.SentenceOf(t.First)
	return !slices.ContainsFunc(b.g.events, func(e int) bool { return d.SentenceOf(d.Events[e].Trigger) == s })
}

// headedDay is the date that heads the paragraph of the best mention, "Saturday: A
// track was blown up", where no words of the mention tell another.
func (b *builder) headedDay() *sayso.When {
	d := b.r.d
	s := d.SentenceOf(b.g.best(b.r).Trigger)
	block := d.Blocks[d.Sentences[s].Block]
	var heads *sayso.When
	for i := range d.Times {
		t := &d.Times[i]
		if !block.Covers(t.Range) || !pointsToDays(t) {
			continue
		}
		if t.First <= block.First+1 && t.End < len(d.Tokens) && d.Word(t.End) == ":" {
			w := t.When
			w.Span = d.SpanOf(t.Range)
			heads = &w
		} else if d.SentenceOf(t.First) == s {
			return nil
		}
	}
	return heads
}
