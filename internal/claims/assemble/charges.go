package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// chargesBefore claims that somebody did it on the word of who lays it to them in a
// sentence that only points back: "A blast killed five. The army blamed the rebels for
// it.", "The governor accused the rebels of being behind the attack."
func (b *builder) chargesBefore() {
	for i := range b.r.d.Attributions {
		at := &b.r.d.Attributions[i]
		a, ok := b.r.accusedBy(at)
		if !ok {
			a, ok = b.r.ownedUp(at)
		}
		if !ok || !b.g.has(b.r.lastBefore(at.Cue[0].First)) || b.r.voice[a.Head] == 0 {
			continue
		}
		w := b.r.vouched(a.Head)
		for k := range b.in.Actors {
			x := &b.in.Actors[k]
			if x.Role != sayso.RoleAgent || !sameActor(x, &a.Actor) {
				continue
			}
			if w.stance == sayso.StanceAsserted && b.r.speaksFor(at, x) {
				w.stance = sayso.StanceClaimed
			}
			if !b.restated(x.Name, w) {
				b.claim(sayso.AboutAgent, x.Name, w, at.Content[0])
			}
		}
	}
}

// restated gives a claim of the same agent on the same chain the stance of a word, and
// reports whether there is one.
func (b *builder) restated(name string, w word) bool {
	for i := range b.in.Claims {
		if c := &b.in.Claims[i]; c.About == sayso.AboutAgent && c.Value == name && sameChain(c.Chain, w.chain) {
			c.Stance = w.stance
			return true
		}
	}
	return false
}

// accusedBy is whom an accusation lays to what it only points back to: it tells of no
// happening of its own.
func (r *reader) accusedBy(at *document.Attribution) (*document.ActorMention, bool) {
	if at.Stance != sayso.StanceAlleged || !at.Vouches || len(at.Cue) == 0 || len(at.Content) == 0 {
		return nil, false
	}
	v := r.headOf(at.Cue[0])
	switch strings.ToLower(r.d.Tags[v].Lemma) {
	case "blame", "accuse":
	default:
		return nil, false
	}
	if r.tellsOf(at) {
		return nil, false
	}
	for k := range r.d.Actors {
		if a := &r.d.Actors[k]; int(r.d.Arcs[a.Head].Head) == v && r.d.Arcs[a.Head].Rel == document.Obj {
			return a, true
		}
	}
	return nil, false
}

// ownedUp is who is said to have done what was told before, by words that tell of no
// happening: "told the channel that Israel was responsible".
func (r *reader) ownedUp(at *document.Attribution) (*document.ActorMention, bool) {
	if at.Stance != sayso.StanceAsserted || !at.Vouches || len(at.Cue) == 0 || len(at.Content) == 0 || r.tellsOf(at) {
		return nil, false
	}
	for k := range r.d.Actors {
		a := &r.d.Actors[k]
		h := int(r.d.Arcs[a.Head].Head)
		if h < 0 || r.d.Arcs[a.Head].Rel != document.Nsubj || !slices.ContainsFunc(at.Content, func(c document.Range) bool { return c.Has(a.Head) && c.Has(h) }) {
			continue
		}
		if strings.EqualFold(r.d.Word(h), "responsible") && !r.denied(h) {
			return a, true
		}
	}
	return nil, false
}

// denied reports "not" or "might" among the words right below a token.
func (r *reader) denied(h int) bool {
	for i := max(0, h-5); i < h; i++ {
		switch strings.ToLower(r.d.Word(i)) {
		case "not", "n't", "n’t", "never", "may", "might", "could", "would":
			return true
		}
	}
	return false
}

// tellsOf reports whether what is said tells of a happening.
func (r *reader) tellsOf(at *document.Attribution) bool {
	return slices.ContainsFunc(at.Content, func(c document.Range) bool {
		return slices.ContainsFunc(r.d.Events, func(e document.Event) bool { return c.Has(e.Trigger) })
	})
}

// lastBefore is the happening told last before a token, at most a few sentences back,
// or -1.
func (r *reader) lastBefore(t int) int {
	for i := len(r.d.Events) - 1; i >= 0; i-- {
		if e := &r.d.Events[i]; e.Trigger < t {
			if r.d.SentenceOf(t)-r.d.SentenceOf(e.Trigger) > rebutted {
				return -1
			}
			return i
		}
	}
	return -1
}
