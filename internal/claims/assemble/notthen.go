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
	return b.onlySaid(i) || b.r.lasting(t.Range) || b.longPast(t) || b.occasionApart(t.Range) || b.ofCharge(t.Range) || b.sinceOther(t.Range)
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
