package assemble

import (
	"slices"
	"strings"
	"unicode"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// part is one way in which the text ties somebody to a happening.
type part struct {
	from  string // "argument", "sentence"
	at    document.Range
	head  int
	event *document.Event
	score float64
	index int // of the actor mention, or -1
}

// actorOptions are those who may take part, each in each role that they may
// play, with what speaks for it. Those that the event stage has come first.
func (b *builder) actorOptions() []Option {
	var out []Option
	at := map[string]int{}
	off := map[string]bool{} // who kept the attack off
	add := func(a sayso.Actor, p part) {
		if b.takesNoPart(&a, &p) {
			return
		}
		if a.Role == sayso.RoleTarget && p.from != "argument" && (street(b.g.kind) || b.g.kind == "arrest" || b.g.kind == "property-attack") && b.diedElsewhere(&a) {
			return // no crowd is out against one whose death brought it out, nor is he seized for it
		}
		key := string(a.Role) + " " + a.ID
		if a.ID == "" {
			key += strings.ToLower(a.Name)
		}
		if b.keptOff(&a, &p, key, off) {
			return
		}
		k, ok := at[key]
		if !ok {
			if k = alikeOption(out, &a); k < 0 {
				k = len(out)
				out = append(out, Option{Actor: &a})
			}
			at[key] = k
		}
		out[k].parts = append(out[k].parts, p)
		out[k].argument = out[k].argument || p.from == "argument"
	}
	for _, f := range b.arguments("agent", "target", "party") {
		if f.arg.Index < 0 && !b.r.somebody(f.arg.Range) && !b.r.ofCountry(f.arg.Range) {
			continue
		}
		add(b.actor(f.arg), part{"argument", f.arg.Range, b.r.headOf(f.arg.Range), f.event, f.arg.Score, f.arg.Index})
	}
	b.bystanders(func(a sayso.Actor, p part) {
		for i := range out {
			if x := out[i].Actor; out[i].argument && x.Role != a.Role && sameActor(x, &a) {
				return // the sentence says which part it plays
			}
		}
		add(a, p)
	})
	b.elsewhere(add)
	b.around(add)
	for i := range out {
		out[i].Signs = b.actorSigns(&out[i], out)
	}
	for i := range out {
		near := slices.ContainsFunc(out[i].parts, func(p part) bool { return p.from == "sentence" })
		out[i].parts = slices.DeleteFunc(out[i].parts, func(p part) bool {
			return p.from != "argument" && (out[i].argument || near && p.from != "sentence")
		})
	}
	return out
}

// takesNoPart reports whether somebody cannot take part in the role in which a part
// of the text has them.
func (b *builder) takesNoPart(a *sayso.Actor, p *part) bool {
	agent := a.Role == sayso.RoleAgent
	switch {
	case !strings.ContainsFunc(a.Name, unicode.IsLetter) || strings.Contains(a.Name, "$"):
		return true // a sum of money
	case p.index < 0 && unfit(a.Name), b.otherEntry(p.at):
		return true
	case slices.ContainsFunc(b.r.d.Times, func(t document.Time) bool { return t.Len() > p.at.Len() && t.Covers(p.at) }):
		return true // "Jan." of 9 January
	case agent && street(b.g.kind) && b.r.isPlace(a.Name):
		return true // a country protests nowhere, its people do
	case b.r.hyphened(p.at):
		return true // the rebels of a rebel-held town
	case a.Role != sayso.RoleParty && a.Generic && strings.HasSuffix(a.Name, "sides"):
		return true // "both sides" of what fight each other name nobody
	case a.Role == sayso.RoleTarget:
		// whom they left is said with the word, or not at all
		return b.g.kind == "defection" && p.from != "argument" || b.fired(p)
	}
	return agent && p.from != "argument" && (b.r.comments(p.head) || b.robbed(a))
}

// robbed reports whether what suffered is somebody's own: "one of its ambulances
// came under fire" has the owner attack nobody.
func (b *builder) robbed(a *sayso.Actor) bool {
	d := b.r.d
	for _, f := range b.arguments("target") {
		h := b.r.headOf(f.arg.Range)
		for i := f.arg.First; i < min(f.arg.End+maxOwned, len(d.Tokens)); i++ {
			if d.Arcs[i].Rel != document.NmodPoss || !b.r.below(i, h) {
				continue
			}
			if k := b.r.actorAt(i); k >= 0 && sameActor(&d.Actors[k].Actor, a) {
				return true
			}
		}
	}
	return false
}

// maxOwned is how far behind the words for what suffered its owner may stand.
const maxOwned = 4

// below reports whether a token hangs, by at most three arcs, from another.
func (r *reader) below(i, h int) bool {
	for n := 0; n < 3 && i >= 0; n++ {
		if i = int(r.d.Arcs[i].Head); i == h {
			return true
		}
	}
	return false
}

// alikeOption is the option of the same role that ends in the same noun as a
// description and says no other words, or -1: "Somali pirates" and "pirates".
func alikeOption(options []Option, a *sayso.Actor) int {
	if !a.Generic || a.ID != "" {
		return -1
	}
	words := strings.Fields(strings.ToLower(a.Name))
	for i := range options {
		x := options[i].Actor
		if x.Role != a.Role {
			continue
		}
		others := strings.Fields(strings.ToLower(x.Name))
		if len(words) == 0 || len(others) == 0 || words[len(words)-1] != others[len(others)-1] {
			continue
		}
		if amongWords(words, others) || x.Generic && x.ID == "" && amongWords(others, words) {
			return i
		}
	}
	return -1
}

// unfit reports whether words that no actor was seen in name nobody: a pronoun
// that was read as a noun, a measure.
func unfit(name string) bool {
	last := strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:])
	switch last {
	case "who", "whom", "which", "they", "he", "she", "it", "alias", "meters", "metres", "kilometers", "kilometres", "miles", "km", "percent", "years", "hours", "days":
		return true
	}
	return false
}

// ofCountry reports whether words say of which country something is: "Israeli" of
// an air strike.
func (r *reader) ofCountry(at document.Range) bool {
	return slices.ContainsFunc(r.d.Toponyms, func(t document.Toponym) bool { return t.Demonym && t.Range == at && t.Place.Country != "" })
}

// amongWords reports whether all words of a are among those of b.
func amongWords(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

// somebody reports whether a phrase that is no actor mention can name somebody
// or something: not a bare number ("twelve"), a state ("the injured") or a part
// of "took place".
func (r *reader) somebody(at document.Range) bool {
	h := r.headOf(at)
	switch r.d.Tags[h].UPOS {
	case document.NOUN, document.PROPN:
	default:
		return false
	}
	switch strings.ToLower(r.d.Word(h)) {
	case "injured", "wounded", "dead", "killed", "dozens", "hundreds", "scores", "many", "others", "place", "part":
		return false
	}
	return true
}

// bystanders offers the other actors of the sentences that mention the group.
func (b *builder) bystanders(add func(sayso.Actor, part)) {
	d := b.r.d
	for k := range d.Actors {
		m := &d.Actors[k]
		e, gap := b.nearestMention(m.Range)
		if gap != 0 || b.occasioned(m.Range) || b.r.speaks(m.Range) || b.r.gives(m.Head) || b.r.within(k) || m.Actor.Name == "" || m.Actor.Kind == sayso.KindOutlet {
			continue
		}
		for _, role := range []sayso.Role{sayso.RoleAgent, sayso.RoleTarget, sayso.RoleParty} {
			if role == sayso.RoleParty && b.g.kind != "armed-clash" && b.g.kind != "agreement" {
				continue
			}
			if role != sayso.RoleTarget && (b.r.comments(m.Head) || b.r.outside(m.Head, e)) || role == sayso.RoleTarget && b.by(k) {
				continue
			}
			a := b.r.mentioned(k)
			a.Role = role
			add(a, part{"sentence", m.Range, m.Head, e, 0, k})
		}
	}
}

// elsewhere offers those who take part in other happenings of the family.
func (b *builder) elsewhere(add func(sayso.Actor, part)) {
	b.others(func(e *document.Event, g *document.Argument) {
		a := b.actor(g)
		if a.Role == sayso.RoleParty {
			a.Role = sayso.RoleAgent
		}
		near, gap := b.nearestMention(g.Range)
		if gap == 0 || abs(gap) > 6 || a.Kind == sayso.KindUnknown {
			return
		}
		from := "other happening"
		if e.Type == b.g.kind {
			from = "other happening of the type"
		}
		add(a, part{from, g.Range, b.r.headOf(g.Range), near, 0, g.Index})
	})
}

// others calls take with whom the event stage has on either side of another
// happening of the family.
func (b *builder) others(take func(*document.Event, *document.Argument)) {
	d := b.r.d
	for i := range d.Events {
		e := &d.Events[i]
		if b.g.has(i) || e.Traits.Has(document.TraitOccasion) || b.m.family(e.Type) != b.m.family(b.g.kind) {
			continue
		}
		for x := range e.Args {
			if g := &e.Args[x]; g.Role == "agent" || g.Role == "party" || g.Role == "target" {
				take(e, g)
			}
		}
	}
}

// headOf is the token of a range that the others hang from.
func (r *reader) headOf(at document.Range) int {
	for i := at.First; i < at.End; i++ {
		if h := int(r.d.Arcs[i].Head); h < at.First || h >= at.End {
			return i
		}
	}
	return at.First
}

func (b *builder) actorSigns(o *Option, all []Option) signs.Features {
	var f signs.Features
	a := o.Actor
	role := string(a.Role)
	f.Add(role)
	f.Add(role + " in " + b.g.kind)
	f.Add(role + " of kind " + string(a.Kind))
	f.AddIf(a.Generic, role+", a description")
	f.AddIf(a.ID != "", role+", a known actor")
	other := map[sayso.Role]bool{}
	for i := range all {
		if x := all[i].Actor; x != a && all[i].argument && (x.ID != "" && x.ID == a.ID || strings.EqualFold(x.Name, a.Name)) {
			other[x.Role] = true
		}
	}
	for _, r := range []sayso.Role{sayso.RoleAgent, sayso.RoleTarget, sayso.RoleParty} {
		f.AddIf(other[r], role+", an argument as "+string(r))
	}
	seen := map[string]bool{}
	best := 0.0
	once := func(name string) {
		if !seen[name] {
			seen[name] = true
			f.Add(name)
		}
	}
	for i := range o.parts {
		p := &o.parts[i]
		best = max(best, p.score)
		once(role + " by " + p.from)
		if p.index >= 0 && b.r.bearer(p.index) >= 0 {
			once(role + " by a description")
			once(role + " by a description, " + p.from)
		}
		if p.from == "argument" || p.from == "sentence" {
			b.r.stand(p, role, once)
		}
	}
	f.AddValue(role+", weight as an argument", best)
	f.Add(bucket(role+", parts", len(o.parts), 1, 2, 4))
	f.Add(bucket(role+", mentions in the article", b.r.mentions(a), 1, 3, 6))
	b.r.bondSigns(&f, role, o.parts[0].event)
	b.rivalSigns(&f, o, all)
	b.wordingSigns(&f, o)
	b.againstSigns(&f, o, all)
	return f
}

// stand tells how a part stands to the mention's word.
func (r *reader) stand(p *part, role string, once func(string)) {
	d := r.d
	once(role + " stands as " + d.Arcs[p.head].Rel.String())
	h := int(d.Arcs[p.head].Head)
	if path := r.path(p.event.Trigger, p.head); path != "" {
		once(role + " path " + path)
		once(role + " path " + d.Tags[p.event.Trigger].UPOS.String() + " " + path)
	}
	switch {
	case h == p.event.Trigger:
		once(role + " hangs from the word as " + d.Arcs[p.head].Rel.String())
	case h >= 0 && int(d.Arcs[h].Head) == p.event.Trigger:
		once(role + " hangs two below as " + d.Arcs[p.head].Rel.String() + " of " + d.Arcs[h].Rel.String())
	}
	if p.head < p.event.Trigger {
		once(role + " before the word")
	} else {
		once(role + " after the word")
	}
	once(bucket(role+", words away", apart(p.event.Trigger, p.at), 2, 5, 10, 20))
	r.between(p.event.Trigger, p.at, func(s string) { once(role + " " + s) })
	for k := p.at.First; k < p.at.End; k++ {
		if d.Arcs[k].Rel == document.Case && int(d.Arcs[k].Head) == p.head {
			once(role + " after " + strings.ToLower(d.Word(k)))
		}
	}
	if p.at.First > 0 && d.Tags[p.at.First-1].UPOS == document.ADP {
		once(role + " after " + strings.ToLower(d.Word(p.at.First-1)))
	}
	if r.vouches(p.at) {
		once(role + " is who says so")
	}
	if r.blockOf(p.head) == document.BlockTitle {
		once(role + " in the headline")
	}
}

// speaks reports whether somebody is named only as the source of what is
// reported: "the minister said" does not make the minister take part.
func (r *reader) speaks(at document.Range) bool {
	for i := range r.d.Attributions {
		a := &r.d.Attributions[i]
		if !a.Vouches || a.Stance == sayso.StanceClaimed {
			continue
		}
		for _, s := range a.Source {
			if s.Touches(at) {
				return true
			}
		}
	}
	return false
}

// vouches reports whether a range is the source of an attribution.
func (r *reader) vouches(at document.Range) bool {
	for i := range r.d.Attributions {
		for _, s := range r.d.Attributions[i].Source {
			if s.Touches(at) {
				return true
			}
		}
	}
	return false
}

// mentions counts how often the article mentions an actor.
func (r *reader) mentions(a *sayso.Actor) int {
	n := 0
	for i := range r.d.Actors {
		if x := &r.d.Actors[i].Actor; a.ID != "" && x.ID == a.ID || strings.EqualFold(x.Name, a.Name) {
			n++
		}
	}
	return n
}
