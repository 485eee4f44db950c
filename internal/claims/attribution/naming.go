package attribution

import (
	"strings"

	"sayso"
	"sayso/internal/document"
)

// named is a source with a proper name; the fullest form of the entity wins, unless it
// is another actor's: "the Army" is not the New People's Army.
func (w *work) named(head int, name document.Range, why string) who {
	own := w.actorAt(head, name)
	for i := name.First; i < name.End; i++ {
		if e := w.entity[i]; e >= 0 && !w.d.Entities[e].Name.Empty() && w.sameName(w.d.Entities[e].Name, name) && !w.another(own, head, w.d.Entities[e].Name) {
			name, head = w.entityName(&w.d.Entities[e]), i
			break
		}
	}
	name = w.spelt(w.actorsName(head, name))
	text := w.d.Words(name)
	x := who{name: text, named: true, kind: sayso.VoucherSource, id: w.actorAt(head, name)}
	if w.isOutlet(text, head) {
		x.kind = sayso.VoucherOutlet
	}
	x.why = sayso.Because(text, why)
	return x
}

// another reports whether a name is that of another actor than the one with an ID, or of
// rebels where the words at head are of a state's forces.
func (w *work) another(id string, head int, name document.Range) bool {
	state := w.actor[head] >= 0 && force(w.d.Actors[w.actor[head]].Actor.Kind)
	for k := range w.d.Actors {
		if a := &w.d.Actors[k]; a.Touches(name) && a.Actor.ID != "" {
			return id != "" && a.Actor.ID != id || state && !force(a.Actor.Kind)
		}
	}
	return false
}

// force reports the kinds of a state's forces.
func force(k sayso.ActorKind) bool {
	return k == sayso.KindStateForce || k == sayso.KindPolice
}

// actorsName is the longer name of the one actor that a name and words in capitals beside
// it stand for: "Pakistani Taliban", "Human Rights Watch".
func (w *work) actorsName(head int, name document.Range) document.Range {
	if w.actor[head] < 0 {
		return name
	}
	a := &w.d.Actors[w.actor[head]]
	r := w.bare(a.Range)
	if a.Actor.ID == "" || a.Actor.Generic || a.Actor.Kind == sayso.KindPerson || !r.Covers(name) || r == name {
		return name
	}
	for i := r.First; i < r.End; i++ {
		if !w.capital(i) && i > w.v.SentenceRange(i).First && !name.Has(i) {
			return name
		}
	}
	return r
}

// sameName reports whether the fuller name shares the last word of the other,
// or the first where it is an abbreviation's.
func (w *work) sameName(full, name document.Range) bool {
	last := w.d.Word(name.End - 1)
	for i := full.First; i < full.End; i++ {
		if w.d.Word(i) == last {
			return true
		}
	}
	return name.Len() == 1 && strings.ToUpper(last) == last
}
