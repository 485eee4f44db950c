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
	return b.onlySaid(i) || b.r.lasting(t.Range) || b.longPast(t) || b.occasionApart(t.Range) || b.ofCharge(t.Range) || b.sinceOther(t.Range) || b.datesAnother(t.Range) || b.outsideRelative(t.Range) || b.whenApart(t.Range)
}

// sinceOther reports whether a stretch with "since" is that of another deed: "freed three
// drivers whom they had been holding since May".
func (b *builder) sinceOther(at document.Range) bool {
	d := b.r.d
	if !strings.EqualFold(d.Word(at.First), "since") && (at.First == 0 || !strings.EqualFold(d.Word(at.First-1), "since")) {
		return false
	}
	i := int(d.Arcs[b.r.headOf(at)].Head)
	for i >= 0 && d.Tags[i].UPOS != document.VERB {
		i = int(d.Arcs[i].Head)
	}
	return i >= 0 && !slices.ContainsFunc(b.g.events, func(e int) bool {
		t := d.Events[e].Trigger
		return t == i || b.r.hangsUnder(t, i)
	})
}

// outsideRelative reports whether a date stands in a sentence that tells of the happening in
// a relative clause alone, and outside that clause: what the government did "that ousted
// Kabila" was not on the day of the protests against it.
func (b *builder) outsideRelative(at document.Range) bool {
	d := b.r.d
	s, told := d.SentenceOf(at.First), false
	switch b.g.kind {
	case "takeover", "agreement", "sanction", "troop-movement", "defection":
	default:
		return false // "the bombing in 2004, which killed 191"
	}
	for _, i := range b.g.events {
		t := d.Events[i].Trigger
		top := b.r.relativeOver(t)
		if top < 0 {
			return false
		}
		if d.SentenceOf(t) == s {
			if b.r.hangsUnder(b.r.headOf(at), top) {
				return false
			}
			told = true
		}
	}
	return told
}

// datesAnother reports whether a date is part of the noun phrase of another happening,
// which the words only tell this one to have followed: "arrested after Monday's bombing".
func (b *builder) datesAnother(at document.Range) bool {
	d := b.r.d
	i := b.r.headOf(at)
	switch d.Arcs[i].Rel {
	case document.NmodPoss, document.Compound, document.Nummod, document.Amod:
	default:
		return false
	}
	h := int(d.Arcs[i].Head)
	return h >= 0 && b.r.happens(h) && !b.g.tells(d, h) && b.r.preposition(h, "after", "over", "since", "following", "for")
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

// whenApart reports whether a date is that of something that the words set apart: "the
// rebels, who have attacked ships since November, claimed the attack", "killed a man wanted
// for beheading two in 2016".
func (b *builder) whenApart(at document.Range) bool {
	d := b.r.d
	h := b.r.headOf(at)
	for i := range d.Events {
		if e := &d.Events[i]; e.Trigger == int(d.Arcs[h].Head) && !b.g.has(i) && d.Tags[e.Trigger].UPOS == document.VERB {
			return slices.ContainsFunc(b.g.events, func(k int) bool { return slices.Contains(e.Apart, k) }) && !slices.ContainsFunc(b.g.events, func(k int) bool {
				t := d.Events[k].Trigger // killed in unrest on Monday
				return d.Tags[t].UPOS == document.NOUN && b.r.hangsUnder(t, e.Trigger)
			})
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
