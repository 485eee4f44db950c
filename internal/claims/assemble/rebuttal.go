package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// rebuttals claims that somebody denies to have done it where the denial only points
// back: "The army accused the group of planting the bomb. The group denied any role."
// It is about the happening told last before it of those that the denier is said to
// have caused.
func (b *builder) rebuttals() {
	for i := range b.r.d.Attributions {
		at := &b.r.d.Attributions[i]
		if at.Stance != sayso.StanceDenied || !at.Vouches || len(at.Content) == 0 || len(at.Source) == 0 || !b.r.bareDenial(at) {
			continue
		}
		e, name := b.r.charged(b, at)
		if e < 0 || !b.g.has(e) {
			continue
		}
		for k := range b.in.Actors {
			if a := &b.in.Actors[k]; a.Role == sayso.RoleAgent && strings.EqualFold(a.Name, name) {
				b.claim(sayso.AboutAgent, a.Name, b.r.vouched(at.Content[0].First), at.Content[0])
			}
		}
	}
}

// disowned reports whether what somebody denies is their own part alone: "no part in the
// attack", "nothing to do with it".
func (r *reader) disowned(at *document.Attribution) bool {
	for _, c := range at.Content {
		for t := c.First; t < c.End; t++ {
			switch strings.ToLower(r.d.Word(t)) {
			case "part", "role", "hand", "involvement", "responsibility", "involved", "responsible", "behind":
				return true
			case "nothing":
				return t+1 < c.End && strings.EqualFold(r.d.Word(t+1), "to")
			}
		}
	}
	return false
}

// blames claims that who is blamed did it, on the word of who blames them: "said a
// drone killed three of its soldiers and blamed the neighbours".
func (b *builder) blames() {
	d := b.r.d
	for k := range b.in.Actors {
		for _, at := range b.named[k] {
			h := b.r.headOf(at)
			v := int(d.Arcs[h].Head)
			if v < 0 || d.Arcs[h].Rel != document.Obj || !strings.EqualFold(d.Tags[v].Lemma, "blame") {
				continue
			}
			w := b.r.vouched(h)
			if i := b.r.cuedBy(int(d.Arcs[v].Head)); w.stance != sayso.StanceAlleged && i >= 0 && d.Arcs[v].Rel == document.Conj {
				w = b.r.vouched(d.Attributions[i].Content[0].First)
			}
			w.stance = sayso.StanceAlleged
			b.claim(sayso.AboutAgent, b.in.Actors[k].Name, w, document.Range{First: min(v, at.First), End: max(v+1, at.End)})
		}
	}
	b.chargesBefore()
}

// cuedBy is the attribution with content whose cue holds a token, or -1.
func (r *reader) cuedBy(t int) int {
	return slices.IndexFunc(r.d.Attributions, func(a document.Attribution) bool {
		return len(a.Content) > 0 && slices.ContainsFunc(a.Cue, func(c document.Range) bool { return c.Has(t) })
	})
}

// bareDenial reports whether what somebody denies is only pointed to: "denied it",
// "denied any involvement", "rejected the accusation".
func (r *reader) bareDenial(at *document.Attribution) bool {
	for _, c := range at.Content {
		for i := range r.d.Events {
			if c.Has(r.d.Events[i].Trigger) {
				return false
			}
		}
	}
	if r.absent(at.Content[0]) || r.disowned(at) {
		return true
	}
	switch strings.ToLower(r.d.Tags[r.headOf(at.Content[0])].Lemma) {
	case "it", "this", "that", "role", "part", "involvement", "responsibility", "hand", "link", "accusation", "allegation", "charge", "claim", "report":
		return true
	}
	return false
}

// absent reports whether what somebody denies is to have been there: "denied its men
// had been there", "denied the presence of its forces".
func (r *reader) absent(c document.Range) bool {
	for i := c.First; i < c.End; i++ {
		switch strings.ToLower(r.d.Word(i)) {
		case "there":
			return i == c.End-1
		case "present", "presence":
			return true
		}
	}
	return false
}

// sparesAgent reports whether a saying denies only that it befell anybody, "denied that
// anyone had been killed", which leaves open who did what was done.
func (b *builder) sparesAgent(x *relation) bool {
	if x.says.inner < 0 || x.says.stance != sayso.StanceDenied {
		return false
	}
	d := b.r.d
	for _, c := range d.Attributions[x.says.inner].Content {
		for i := c.First; i < c.End; i++ {
			switch strings.ToLower(d.Word(i)) {
			case "anyone", "anybody":
				if d.Arcs[i].Rel == document.NsubjPass {
					return true
				}
			}
		}
	}
	return false
}

// rebutted is how many sentences before a denial what it points to may be told.
const rebutted = 3

// charged is the last happening before a denial that has the denier for its agent on
// somebody else's word, or that somebody lays to the denier in a sentence of its own, and
// how the agent is called; -1 for none.
func (r *reader) charged(b *builder, at *document.Attribution) (int, string) {
	d := r.d
	cue := at.Cue[0].First
	for i := len(d.Events) - 1; i >= 0; i-- {
		e := &d.Events[i]
		if e.Trigger > cue || r.voice[e.Trigger] == 0 {
			continue
		}
		if d.SentenceOf(cue)-d.SentenceOf(e.Trigger) > rebutted {
			break
		}
		for k := range e.Args {
			g := &e.Args[k]
			if g.Role != "agent" && g.Role != "party" {
				continue
			}
			if a := b.actor(g); r.speaksFor(at, &a) {
				return i, a.Name
			}
		}
	}
	for i := len(d.Attributions) - 1; i >= 0; i-- {
		x := &d.Attributions[i]
		a, ok := r.accusedBy(x)
		if !ok || x.Cue[0].First > cue || d.SentenceOf(cue)-d.SentenceOf(x.Cue[0].First) > rebutted || !r.speaksFor(at, &a.Actor) {
			continue
		}
		return r.lastBefore(x.Cue[0].First), a.Actor.Name
	}
	return -1, ""
}

// speaksFor reports whether the source of an attribution is somebody, an official of
// that state or a spokesman of that force.
func (r *reader) speaksFor(at *document.Attribution, a *sayso.Actor) bool {
	if at.ActorID != "" && at.ActorID == a.ID || strings.EqualFold(at.Name, a.Name) {
		return true
	}
	for k := range r.d.Actors {
		m := &r.d.Actors[k]
		if !slices.ContainsFunc(at.Source, func(s document.Range) bool { return s.Touches(m.Range) }) {
			continue
		}
		x := &m.Actor
		if sameActor(x, a) || x.Country != "" && x.Country == a.Country && official[x.Kind] && official[a.Kind] {
			return true
		}
	}
	for i := range r.d.Attributions {
		if x := &r.d.Attributions[i]; x == at || at.Named && x.Name == at.Name {
			if r.serves(x.Source, a) {
				return true
			}
		}
	}
	return false
}

// onlyForce reports whether all forces of states in the text are of the state of one.
func (r *reader) onlyForce(a *sayso.Actor) bool {
	return a.Country != "" && !slices.ContainsFunc(r.d.Actors, func(m document.ActorMention) bool {
		return m.Actor.Kind == sayso.KindStateForce && m.Actor.Country != "" && m.Actor.Country != a.Country
	})
}

// serves reports whether the words for a source say that they serve a force: "Mariano,
// spokesperson of the 8th Infantry Division,".
func (r *reader) serves(source []document.Range, a *sayso.Actor) bool {
	for _, s := range source {
		for i := s.First; i < s.End; i++ {
			switch strings.ToLower(r.d.Tags[i].Lemma) {
			case "army", "military", "defence", "defense", "infantry", "battalion", "brigade", "division", "junta":
				if a.Kind == sayso.KindStateForce && (a.Generic && a.Country == "" || r.onlyForce(a)) {
					return true
				}
			case "police":
				if a.Kind == sayso.KindPolice && a.Generic {
					return true
				}
			}
		}
	}
	return false
}

// official are the kinds whose members speak for a state.
var official = map[sayso.ActorKind]bool{sayso.KindState: true, sayso.KindStateForce: true}
