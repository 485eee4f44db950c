package attribution

import (
	"strings"

	"sayso"
	"sayso/internal/document"
)

// groups are nouns for a body that is no office of a state, by which a text goes on
// speaking of the one that it has named.
var groups = set("group", "movement", "militia", "organisation", "organization", "outfit", "faction", "guerrilla", "guerrillas")

// armed and civic are words before such a noun that say of which kind the body is.
var (
	armed = set("rebel", "militant", "armed", "guerrilla", "paramilitary", "jihadist", "islamist", "insurgent", "extremist", "separatist", "terror", "terrorist", "militia")
	civic = set("right", "rights", "human", "aid", "press", "freedom", "advocacy", "monitoring", "relief", "campaign", "watchdog", "charity", "non-governmental")
)

// maxGroupGap is how many sentences back the body may have spoken for which "the group"
// stands.
const maxGroupGap = 4

// theGroup is the body for which "the group", "the rebel movement" or "the rights
// group" stands where the text names no other nearer: the last one that spoke. A state,
// its forces and the police are no group, nor is the medium that reports what a group says.
func (w *work) theGroup(head int) (who, bool) {
	if !groups[strings.ToLower(w.d.Tags[head].Lemma)] || !w.definite(head) || w.d.Tags[head].XPOS == document.NNS {
		return who{}, false
	}
	fights, helps := false, false
	for _, k := range w.v.Kids(head) {
		switch k := int(k); w.v.Rel(k) {
		case document.Compound, document.Amod:
			low := strings.ToLower(w.d.Word(k))
			fights, helps = fights || armed[low], helps || civic[low]
			if !armed[low] && !civic[low] {
				return who{}, false
			}
		case document.Det, document.Punct, document.Case, document.Acl, document.AclRelcl:
		default:
			return who{}, false // "the group of eight", "the group, Ansar al-Din"
		}
	}
	for i := len(w.spoken) - 1; i >= 0; i-- {
		x := &w.spoken[i]
		if w.d.SentenceOf(head)-w.d.SentenceOf(x.cue) > maxGroupGap {
			break
		}
		if x.cue < head && w.fits(&x.who, fights, helps) {
			y := x.who
			y.why = sayso.Because(y.name, "the body that spoke last, for “the "+w.d.Word(head)+"”", y.why)
			return y, true
		}
	}
	return who{}, false
}

// fits reports whether somebody who spoke can be called a group, one that fights or one
// that helps where the text says so.
func (w *work) fits(x *who, fights, helps bool) bool {
	kind := w.kindOf(x.id)
	force := kind == sayso.KindRebel || kind == sayso.KindMilitia || kind == sayso.KindCriminal
	switch {
	case !x.named && x.id == "" && !w.proper(x.words), x.outlet(), !body(kind), x.human && !force:
		return false
	case fights:
		return kind != sayso.KindInternational
	}
	return !helps || !force
}

// body reports kinds of actors that a text calls a group.
func body(k sayso.ActorKind) bool {
	switch k {
	case sayso.KindState, sayso.KindStateForce, sayso.KindPolice, sayso.KindOutlet, sayso.KindPerson, sayso.KindCivilians:
		return false
	}
	return true
}

// kindOf is the kind of the actor with an ID in the text, "" for none.
func (w *work) kindOf(id string) sayso.ActorKind {
	for k := range w.d.Actors {
		if a := &w.d.Actors[k].Actor; id != "" && a.ID == id {
			return a.Kind
		}
	}
	return ""
}

// saidAt is somebody who spoke, and by which cue.
type saidAt struct {
	who who
	cue int
}

// bodyGoesOn is the body that spoke in the sentence before and for which "it" or "they",
// the subject of a verb of saying that begins the next one, stands: who has spoken goes
// on speaking, whatever else that sentence names. "The lawyers' group blamed the army
// for the strike. It said 49 people were killed."
func (w *work) bodyGoesOn(head int) (who, bool) {
	it := strings.EqualFold(w.d.Word(head), "it")
	if !it && !strings.EqualFold(w.d.Word(head), "they") || w.v.Rel(head) != document.Nsubj || len(w.spoken) == 0 {
		return who{}, false
	}
	s := w.d.SentenceOf(head)
	if head > w.d.Sentences[s].First+1 {
		return who{}, false
	}
	for i := len(w.spoken) - 1; i >= 0; i-- {
		x := &w.spoken[i]
		switch gap := s - w.d.SentenceOf(x.cue); {
		case gap > 1:
			return who{}, false
		case gap == 1 && !x.who.named && !x.who.words.Empty() && issuers[strings.ToLower(w.d.Tags[w.headOf(x.who.words)].Lemma)]:
			continue // a statement says so; who issued it goes on
		case gap < 1 || !w.foremost(x.cue) && !x.who.words.Empty() && x.who.words.First > w.d.Sentences[s-1].First+1:
			continue
		}
		if w.blockOf(x.cue) != w.blockOf(head) || x.who.human || x.who.words.Empty() {
			return who{}, false
		}
		switch t := w.d.Tags[w.headOf(x.who.words)]; {
		case t.UPOS == document.PRON:
			return who{}, false
		case it && (t.XPOS == document.NNS && !w.capital(w.headOf(x.who.words)) || w.oneSpeaker(x.who.words)), !it && t.XPOS != document.NNS && !strings.EqualFold(t.Lemma, "police"):
			return who{}, false
		}
		y := x.who
		y.why = sayso.Because(y.name, "the body that spoke in the sentence before, for “"+w.d.Word(head)+"”", y.why)
		return y, true
	}
	return who{}, false
}

// mediumNear reports whether a medium was the last to speak before "it", in the same
// sentence or the one before.
func (w *work) mediumNear(head int) bool {
	n := len(w.spoken)
	return n > 0 && w.spoken[n-1].who.outlet() && w.d.SentenceOf(head)-w.d.SentenceOf(w.spoken[n-1].cue) <= 1
}

// foremost reports whether no clause that is told holds a cue.
func (w *work) foremost(cue int) bool {
	for i, n := cue, 0; i >= 0 && n < 20; i, n = w.v.Head(i), n+1 {
		switch w.v.Rel(i) {
		case document.Ccomp, document.Xcomp, document.Acl, document.AclRelcl, document.Advcl:
			return false
		}
	}
	return true
}

// knownBody reports whether coreference knows what a noun stands for: an actor by name
// that is a body of the kind that a text calls a group.
func (w *work) knownBody(head int) bool {
	if !w.nameable(head) {
		return false
	}
	name := w.d.Entities[w.entity[head]].Name
	for k := range w.d.Actors {
		if a := &w.d.Actors[k]; a.Touches(name) {
			return body(a.Actor.Kind)
		}
	}
	return false
}

// capital reports a word with a capital inside a sentence that is not all in capitals.
func (w *work) capital(i int) bool {
	s := w.d.Word(i)
	return 'A' <= s[0] && s[0] <= 'Z' && !w.d.InCapitals(i) && i > w.v.SentenceRange(i).First
}
