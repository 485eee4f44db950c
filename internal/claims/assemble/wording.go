package assemble

import (
	"strconv"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// wordingSigns look at the words for somebody who may take part: the noun that
// describes them, and the clauses and other happenings between.
func (b *builder) wordingSigns(f *signs.Features, o *Option) {
	d, role, from := b.r.d, string(o.Actor.Role), o.origin()
	seen := map[string]bool{}
	once := func(ok bool, name string) {
		if ok && !seen[name] {
			seen[name] = true
			f.Add(role + " " + name)
		}
	}
	clauses, rival := -1, true
	for i := range o.parts {
		p := &o.parts[i]
		pronoun := d.Tags[p.head].UPOS == document.PRON
		once(pronoun, "a pronoun")
		once(!pronoun && o.Actor.Generic, "head "+strings.ToLower(d.Tags[p.head].Lemma))
		if !pronoun {
			b.classSigns(p.head, once)
		}
		once(p.index >= 0 && d.Actors[max(p.index, 0)].Plural, "several")
		if p.event == nil || d.SentenceOf(p.head) != d.SentenceOf(p.event.Trigger) {
			continue
		}
		if n := b.r.clausesBetween(p.event.Trigger, p.head); n >= 0 && (clauses < 0 || n < clauses) {
			clauses = n
		}
		rival = rival && b.rivalEvent(p.at, p.event.Trigger)
	}
	if clauses >= 0 {
		once(true, bucket(from+", clauses away", clauses, 0, 1, 2, 3))
		once(rival, from+", another happening stands nearer")
	}
}

// classSigns tell which words are used like a noun: how an "archbishop" is met
// with is learnt from bishops and priests.
func (b *builder) classSigns(head int, once func(bool, string)) {
	c := b.m.words.OfWord(strings.ToLower(b.r.d.Tags[head].Lemma))
	for grain, n := range [3]uint16{c.Coarse, c.Middle, c.Fine} {
		once(n > 0, "class "+string("abc"[grain])+strconv.Itoa(int(n)))
		once(n > 0 && grain < 2, "class "+string("abc"[grain])+strconv.Itoa(int(n))+" in "+b.g.kind)
	}
}

// origin is the closest tie of an option.
func (o *Option) origin() string {
	out := "around"
	for i := range o.parts {
		switch o.parts[i].from {
		case "argument":
			return "argument"
		case "sentence":
			out = "sentence"
		}
	}
	return out
}

// againstSigns tell of what kind those are whom the event stage has on the other
// side: who suffers from police is no police.
func (b *builder) againstSigns(f *signs.Features, o *Option, all []Option) {
	is := string(o.Actor.Role) + " " + o.origin() + " of kind " + string(o.Actor.Kind) + " against "
	seen := map[sayso.ActorKind]bool{}
	for i := range all {
		x := all[i].Actor
		if all[i].argument && (x.Role == sayso.RoleTarget) != (o.Actor.Role == sayso.RoleTarget) && !seen[x.Kind] {
			seen[x.Kind] = true
			f.Add(is + string(x.Kind))
		}
	}
	f.AddIf(len(seen) == 0, is+"nobody")
}
