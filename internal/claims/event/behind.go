package event

import (
	"slices"

	"sayso/internal/document"
)

// agentAfterTime takes the by-agent that the tree hangs from an adverb, a time or a
// place behind the deed: "was arrested two months ago by Hamas", "the killing of two
// traders in Malakal on 8 June by armed youth".
func (v *view) agentAfterTime(f *frame, t int) {
	if len(f.subj) > 0 {
		return
	}
	for i := t + 1; v.wordWithin(i, t); i++ {
		if v.isVerb(i) || v.d.Word(i) == "," || v.d.Word(i) == ";" {
			return
		}
		if v.lemmas[i] != "by" || v.rel(i) != document.Case || v.head(i) < i {
			continue
		}
		who := v.head(i)
		if on := v.head(who); on > t && on < i && v.actorAt[who] >= 0 && (v.timeOrPlace(on) || v.scene(on, t)) {
			f.subj = append(f.subj, who)
		}
		return
	}
}

// scene reports whether a noun says where a deed was done: the synagogue of "stabbed to
// death outside a synagogue by a man".
func (v *view) scene(i, t int) bool {
	if v.d.Tags[i].UPOS != document.NOUN || v.isMeans(i) || v.head(i) != t {
		return false
	}
	switch v.caseOf(i) {
	case "in", "at", "outside", "near", "inside", "on", "behind", "beside", "along":
		return true
	}
	return false
}

// wordWithin reports whether token i stands in t's sentence.
func (v *view) wordWithin(i, t int) bool {
	return i < len(v.d.Tokens) && v.sentence[i] == v.sentence[t]
}

// timeOrPlace reports whether a token is an adverb or part of a time or of a place.
func (v *view) timeOrPlace(i int) bool {
	return v.d.Tags[i].UPOS == document.ADV || v.topoAt[i] >= 0 || v.inTime(i)
}

// inTime reports whether a token is part of a time.
func (v *view) inTime(i int) bool {
	return slices.ContainsFunc(v.d.Times, func(t document.Time) bool { return t.Has(i) })
}
