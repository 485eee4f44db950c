package assemble

import (
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// bare is a description without what says how many and whose: "23 Somali
// pirates" and "hundreds of Somali pirates" are Somali pirates. A head that only
// counts gives way to what it counts.
func (r *reader) bare(at document.Range) document.Range {
	h := r.headOf(at)
	for range 3 {
		below := r.counted(h, at)
		if below < 0 {
			break
		}
		h = below
		at.First = h
		for i := h - 1; i >= 0 && int(r.d.Arcs[i].Head) == h && r.d.Arcs[i].Rel != document.Case; i-- {
			at.First = i
		}
	}
	for at.First < h && !r.describes(at.First) && r.d.Word(at.First+1) != "-" { // a five-storey building
		at.First++
	}
	return at
}

// counted is what a head that only counts is a number of, in a phrase: the
// youths of "a group of youths"; -1 where the head says more.
func (r *reader) counted(h int, at document.Range) int {
	switch strings.ToLower(r.d.Tags[h].Lemma) {
	case "group", "dozen", "hundred", "thousand", "score", "number", "ten", "couple", "handful", "crowd", "band", "majority", "most", "million", "body", "member":
	default:
		if r.d.Tags[h].UPOS != document.NUM {
			return -1
		}
	}
	for i := h + 1; i < at.End; i++ {
		if r.d.Arcs[i].Rel == document.Nmod && int(r.d.Arcs[i].Head) == h {
			return i
		}
	}
	return -1
}

// describes reports whether a word in front of a head says what kind is meant
// rather than how many.
func (r *reader) describes(i int) bool {
	switch r.d.Tags[i].UPOS {
	case document.NUM:
		return i+2 < len(r.d.Tokens) && r.d.Word(i+1) == "-" && strings.HasPrefix(strings.ToLower(r.d.Word(i+2)), "year") // an age
	case document.NOUN, document.PROPN:
		switch strings.ToLower(r.d.Tags[i].Lemma) {
		case "dozen", "hundred", "thousand", "score", "million":
			return false
		}
		return true
	case document.ADJ, document.VERB:
		switch strings.ToLower(r.d.Word(i)) {
		case "several", "many", "few", "other", "more", "additional", "further", "least", "dead", "various", "numerous", "some", "such", "same":
			return false
		}
		return true
	}
	return false
}

// nearSentences is how many sentences away from a mention somebody is still
// offered as taking part.
const nearSentences = 8

// around offers everybody named within some sentences of a mention, who are not
// in one and do not only speak.
func (b *builder) around(add func(sayso.Actor, part)) {
	d := b.r.d
	for k := range d.Actors {
		m := &d.Actors[k]
		e, gap := b.nearestMention(m.Range)
		if gap == 0 || abs(gap) > nearSentences || b.occasioned(m.Range) || m.Actor.Name == "" || m.Actor.Kind == sayso.KindOutlet || b.r.speaks(m.Range) || d.Tags[m.Head].UPOS == document.PRON {
			continue
		}
		for _, role := range []sayso.Role{sayso.RoleAgent, sayso.RoleTarget} {
			a := b.r.mentioned(k)
			a.Role = role
			add(a, part{from: "around", at: m.Range, head: m.Head, event: e, index: k})
		}
	}
}

// street reports whether crowds are what a type is about.
func street(kind string) bool { return kind == "protest" || kind == "riot" }

// isPlace reports whether a name is that of a place in the text.
func (r *reader) isPlace(name string) bool {
	for i := range r.d.Toponyms {
		if t := &r.d.Toponyms[i]; !t.Demonym && r.d.Words(t.Range) == name {
			return true
		}
	}
	return false
}

// comments reports whether somebody is named as taking a stand on what happened:
// who praises an attack has not made it.
func (r *reader) comments(head int) bool {
	h := int(r.d.Arcs[head].Head)
	if h < 0 || r.d.Arcs[head].Rel != document.Nsubj {
		return false
	}
	switch strings.ToLower(r.d.Tags[h].Lemma) {
	case "condemn", "praise", "denounce", "welcome", "deplore", "criticise", "criticize", "applaud", "hail", "regret", "mourn",
		"investigate", "blame", "accuse", "decry", "support", "oppose", "protest", "fear", "witness", "observe", "monitor", "describe", "call", "term", "dub":
		return true
	}
	return false
}

// mentioned is the actor of a mention: whom a description stands for where the
// article names them, else a description by its bare words. What officials do is not
// told of their country.
func (r *reader) mentioned(k int) sayso.Actor {
	m := &r.d.Actors[k]
	a := m.Actor
	a.Span = r.d.SpanOf(m.Range)
	if a.ID != "" && m.Plural && !a.Generic && a.Kind != sayso.KindState {
		a.Name = r.fullName(&a)
	}
	if !a.Generic || r.d.Tags[m.Head].UPOS == document.PRON {
		return a
	}
	if n := r.bearer(k); n >= 0 {
		named := r.d.Actors[n].Actor
		named.Span = a.Span
		return named
	}
	if n := r.ownerOf(m.Head); n >= 0 {
		named := r.d.Actors[n].Actor
		named.Span = a.Span
		return named
	}
	if w := r.d.Words(r.bare(m.Range)); strings.Contains(a.Name, w) {
		a.Name = w
	}
	return a
}

// ownerOf is the actor mention of the body whose people somebody is by a pronoun, or
// -1: "its men" of a group are the group.
func (r *reader) ownerOf(head int) int {
	switch strings.ToLower(r.d.Tags[head].Lemma) {
	case "troop", "soldier", "force", "fighter", "man", "gunman", "militant", "army", "jet", "warplane":
	default:
		return -1
	}
	for i := max(0, head-3); i < head; i++ {
		if int(r.d.Arcs[i].Head) != head || r.d.Arcs[i].Rel != document.NmodPoss || r.d.Tags[i].UPOS != document.PRON {
			continue
		}
		k := r.actorAt(i)
		if k < 0 || r.d.Actors[k].Actor.Generic || r.d.Actors[k].Actor.Name == "" {
			return -1
		}
		switch r.d.Actors[k].Actor.Kind {
		case sayso.KindRebel, sayso.KindMilitia, sayso.KindCommunal, sayso.KindCriminal:
			return k
		}
	}
	return -1
}

// rivalSigns compare somebody with the others who are offered in the role.
func (b *builder) rivalSigns(f *signs.Features, o *Option, all []Option) {
	a, role := o.Actor, string(o.Actor.Role)
	from := "around"
	near := 99
	for i := range o.parts {
		p := &o.parts[i]
		switch p.from {
		case "argument":
			from = "argument"
		case "sentence":
			if from != "argument" {
				from = "sentence"
			}
		}
		if _, gap := b.nearestMention(p.at); abs(gap) < abs(near) {
			near = gap
		}
	}
	f.Add(role + " " + from + " of kind " + string(a.Kind) + " in " + b.m.family(b.g.kind))
	f.Add(role + " " + from + " of kind " + string(a.Kind) + " in " + b.g.kind)
	f.Add(bucket(role+" "+from+", sentences from the mention", near, -4, -2, -1, 0, 1, 2, 4))
	filled, kin, kindred, more := 0, false, false, false
	n := b.r.mentions(a)
	for i := range all {
		x := all[i].Actor
		if x == a || x.Role != a.Role && !(x.Role == sayso.RoleParty && a.Role == sayso.RoleAgent) {
			continue
		}
		if all[i].argument {
			filled++
			kin = kin || x.Kind == a.Kind
			kindred = kindred || x.Kind == a.Kind && x.Generic && !a.Generic
		}
		more = more || x.Kind == a.Kind && b.r.mentions(x) > n
	}
	f.Add(bucket(role+" "+from+", arguments in the role", filled, 0, 1, 2))
	f.AddIf(kin, role+" "+from+", an argument of its kind")
	f.AddIf(kindred, role+" "+from+", an argument that may describe it")
	f.AddIf(kindred, role+" "+from+", an argument that may describe it, "+string(a.Kind))
	f.AddIf(!more, role+" "+from+", most mentioned of its kind")
	f.AddIf(a.Generic, role+" "+from+", a description")
	f.Add(bucket(role+" "+from+", mentions in the article", n, 1, 3, 6))
	if from != "argument" {
		same, across := b.playsElsewhere(a)
		f.AddIf(same, role+" "+from+", plays the part elsewhere")
		f.AddIf(across, role+" "+from+", plays the other part elsewhere")
	}
}

// playsElsewhere reports whether somebody takes the side of a role in another
// happening of the family, and whether the other side.
func (b *builder) playsElsewhere(a *sayso.Actor) (same, across bool) {
	b.others(func(_ *document.Event, g *document.Argument) {
		switch {
		case g.Index < 0 || !sameActor(&b.r.d.Actors[g.Index].Actor, a):
		case (g.Role == "target") == (a.Role == sayso.RoleTarget):
			same = true
		default:
			across = true
		}
	})
	return same, across
}

// path is the way through the tree from a word to another, at most four steps:
// "^conj>nsubj" is up by conj and down by nsubj.
func (r *reader) path(from, to int) string {
	var up []int
	for i := from; i >= 0 && len(up) < 6; i = int(r.d.Arcs[i].Head) {
		up = append(up, i)
	}
	var down []string
	for i := to; i >= 0 && len(down) < 5; i = int(r.d.Arcs[i].Head) {
		for k, u := range up {
			if u != i {
				continue
			}
			if k+len(down) > 4 {
				return ""
			}
			out := ""
			for _, x := range up[:k] {
				out += "^" + r.d.Arcs[x].Rel.String()
			}
			for x := len(down) - 1; x >= 0; x-- {
				out += ">" + down[x]
			}
			return out
		}
		down = append(down, r.d.Arcs[i].Rel.String())
	}
	return ""
}

// fullName is the longest name that the text has for an actor of the table whose
// people a mention names: the Taliban of "Taliban fighters".
func (r *reader) fullName(a *sayso.Actor) string {
	name := ""
	for k := range r.d.Actors {
		m := &r.d.Actors[k]
		if m.Actor.ID == a.ID && !m.Plural && !m.Actor.Generic && len(m.Actor.Name) > len(name) {
			name = m.Actor.Name
		}
	}
	if strings.Contains(a.Name, name) {
		return a.Name
	}
	return name
}
