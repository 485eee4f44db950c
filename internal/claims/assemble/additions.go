package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// tollElsewhere reports whether a running toll says by its own words that it is of another
// town: "put the toll in Djibo at seven".
func (b *builder) tollElsewhere(o *Option) bool {
	q, w := b.r.quantityIn(o.at, false), b.in.Where
	if q < 0 || w == nil || w.Level != sayso.LevelTown || !b.r.d.Quantities[q].Total {
		return false
	}
	cue := b.r.d.Quantities[q].Cue
	for i := range b.r.d.Toponyms {
		t := &b.r.d.Toponyms[i]
		if t.First > cue && t.End <= o.at.First && !t.Demonym && t.Place.Level == sayso.LevelTown && b.r.placedBy(cue, t.First) {
			return !b.r.seatIs(i, w) && (t.Place.ID == "" || w.ID == "" || !close(&t.Place, w))
		}
	}
	return false
}

// added reports whether a number of dead is told as added to others of which the text has
// the sum: "rescuers pulled three more bodies from the rubble" where the toll "has risen to
// 19", "four of the injured had died" behind eleven dead.
func (b *builder) added(o *Option) bool {
	q := b.r.quantityIn(o.at, false)
	if q < 0 || o.Count.What != "killed" || o.sum {
		return false
	}
	x := &b.r.d.Quantities[q]
	switch {
	case x.Total:
		return false
	case b.r.more(x.First, x.End):
		s := b.r.d.SentenceOf(x.First)
		return slices.ContainsFunc(b.r.d.Quantities, func(p document.Quantity) bool {
			return p.Total && p.Count.What == "killed" && p.Count.Low() > o.Count.Low() && b.r.d.SentenceOf(p.First) == s
		})
	case b.r.ofInjured(x.End):
		return slices.ContainsFunc(b.numbers, func(k Option) bool {
			return k.Count.What == "killed" && !k.refused && k.Count.Low() > o.Count.Low() && k.at.First < o.at.First
		})
	}
	return false
}

// more reports whether the words of a number say that it is added to another: "three more
// bodies", "another two", and not "more than two".
func (r *reader) more(first, end int) bool {
	for i := max(0, first-1); i < end; i++ {
		switch strings.ToLower(r.d.Word(i)) {
		case "another", "additional", "further":
			return true
		case "more":
			return i > first && !strings.EqualFold(r.d.Word(i+1), "than")
		}
	}
	return false
}

// ofInjured reports whether "of the injured" stands at a token.
func (r *reader) ofInjured(i int) bool {
	if i+2 >= len(r.d.Tokens) || !strings.EqualFold(r.d.Word(i), "of") {
		return false
	}
	for k := i + 1; k < min(i+4, len(r.d.Tokens)); k++ {
		switch strings.ToLower(r.d.Word(k)) {
		case "injured", "wounded":
			return true
		}
	}
	return false
}

// ofOccasion reports whether a number of dead or injured is that of what a protest or riot
// is about, and this is the protest: "riots over the killing of a student".
func (b *builder) ofOccasion(o *Option) bool {
	if !street(b.g.kind) || o.Count.What != "killed" && o.Count.What != "injured" {
		return false
	}
	h := b.r.headOf(o.at)
	return slices.ContainsFunc(b.r.d.Events, func(e document.Event) bool {
		if !e.Traits.Has(document.TraitOccasion) && !b.r.stirs(e.Trigger) {
			return false
		}
		return b.r.hangsUnder(h, e.Trigger) && h != e.Trigger || slices.ContainsFunc(e.Args, func(g document.Argument) bool {
			return (g.Role == "target" || g.Role == sayso.AboutCount+o.Count.What) && g.Range.Covers(o.at)
		})
	})
}

// stirs reports whether a noun is told as what brought people to the streets: "the killing
// of a teenager, which sparked riots", "the shooting unleashed a wave of unrest".
func (r *reader) stirs(noun int) bool {
	d := r.d
	if d.Tags[noun].UPOS != document.NOUN {
		return false
	}
	if a := d.Arcs[noun]; a.Rel == document.Nsubj && a.Head >= 0 && stirring[strings.ToLower(d.Tags[a.Head].Lemma)] {
		return true
	}
	sent := d.Sentences[d.SentenceOf(noun)]
	for i := noun + 1; i < sent.End; i++ {
		if int(d.Arcs[i].Head) == noun && d.Arcs[i].Rel == document.AclRelcl && stirring[strings.ToLower(d.Tags[i].Lemma)] {
			return true
		}
	}
	return false
}

// stirring are verbs by which one thing brings about unrest.
var stirring = map[string]bool{"spark": true, "trigger": true, "prompt": true, "provoke": true, "ignite": true, "unleash": true, "fuel": true}

// risesFrom reports whether a running toll goes on from a number that a mention of the
// happening tells itself: "28 injured", and later "the number of wounded rose to 35".
func (b *builder) risesFrom(q int) bool {
	x := &b.r.d.Quantities[q]
	if !x.Risen {
		return false
	}
	for _, f := range b.arguments(sayso.AboutCount + x.Count.What) {
		if p := f.arg.Index; p >= 0 && f.arg.First < x.First && !b.r.d.Quantities[p].Risen && b.r.d.Quantities[p].Count.Low() < x.Count.Low() {
			return true
		}
	}
	return false
}
