package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// withoutOthers leaves out places that the text names for something else than the
// happening: where somebody spoke, where the wounded were taken, who came from
// where, where a court or a summit sits. Where nothing else is left, where the
// wounded were taken and where the court sits stay: it is often the same town.
func (b *builder) withoutOthers(all []site) []site {
	out := slices.DeleteFunc(all, func(s site) bool { return b.onlyEver(s.at, b.aside) })
	out = b.onOwnGround(b.withoutStates(out))
	left := slices.DeleteFunc(slices.Clone(out), func(s site) bool {
		return b.onlyEver(s.at, func(at document.Range) bool {
			return b.aside(at) || b.broughtTo(at) || b.seatOf(at) || b.sourceSeat(at)
		})
	})
	if len(left) == 0 {
		return out
	}
	return left
}

// trim leaves out where a place is named for something else, as long as it is named
// otherwise too.
func (b *builder) trim(all []site) {
	for i := range all {
		s := &all[i]
		plain := slices.DeleteFunc(slices.Clone(s.at), b.aside)
		if len(plain) > 0 {
			s.at = plain
		}
	}
}

// aside reports whether a place is named for something that is surely not the
// happening.
func (b *builder) aside(at document.Range) bool {
	return b.spokenIn(at) || b.ofCommenter(at) || b.r.ofStatesDeed(at) || b.comeFrom(at) || b.acrossDays(at) || b.occasionApart(at) || b.imagined(at) || b.r.inTreaty(at) || b.r.ahead(at) || b.r.measured(at) || b.r.oneOfMany(at) || b.ofListed(at) || b.otherEntry(at) || b.r.hull(at) || b.handedTo(at)
}

// occasionApart reports whether a place or date stands beside a protest whose
// sentence only names what it is about, "A protest against the attack was held in
// Peshawar", or is that of what a protest is about, "against the attack in Bannu".
func (b *builder) occasionApart(at document.Range) bool {
	d := b.r.d
	for i := range d.Events {
		if e := &d.Events[i]; e.Traits.Has(document.TraitOccasion) && street(b.g.kind) && !b.g.has(i) && b.r.hangsUnder(at.First, e.Trigger) {
			return true
		}
	}
	s, told := d.SentenceOf(at.First), false
	for _, i := range b.g.events {
		e := &d.Events[i]
		if d.SentenceOf(e.Trigger) != s {
			continue
		}
		if !e.Traits.Has(document.TraitOccasion) || b.r.hangsUnder(at.First, e.Trigger) {
			return false
		}
		told = true
	}
	return told
}

// imagined reports whether a place is named as where something might be: "if troops
// were to march on Mekele".
func (b *builder) imagined(at document.Range) bool {
	d := b.r.d
	for i := range d.Events {
		e := &d.Events[i]
		if f := b.r.fact[i]; f != nil && (f.Barred || f.Status == sayso.StatusThreatened && b.g.status != f.Status) && !b.g.has(i) && b.r.hangsUnder(at.First, e.Trigger) {
			return true
		}
	}
	return false
}

// measured reports whether a place only says how far off another is: "45 km from
// Imphal", "20 miles north of Baghdad".
func (r *reader) measured(at document.Range) bool {
	i := at.First - 1
	if i < 1 || !strings.EqualFold(r.d.Word(i), "from") && !strings.EqualFold(r.d.Word(i), "of") {
		return false
	}
	for k := i - 1; k >= max(1, i-3); k-- {
		switch strings.ToLower(r.d.Word(k)) {
		case "within":
			return false
		case "km", "kilometers", "kilometres", "kilometer", "kilometre", "miles", "mile":
			return k < 2 || !strings.EqualFold(r.d.Word(k-2), "within")
		}
	}
	return false
}

// inTreaty reports whether a place only says which agreement is meant: "the
// Pretoria agreement".
func (r *reader) inTreaty(at document.Range) bool {
	h := int(r.d.Arcs[r.headOf(at)].Head)
	if h < at.End || r.d.Arcs[r.headOf(at)].Rel != document.Compound && r.d.Arcs[r.headOf(at)].Rel != document.Amod {
		return false
	}
	switch strings.ToLower(r.d.Tags[h].Lemma) {
	case "agreement", "accord", "treaty", "protocol", "declaration", "pact", "convention", "communique":
		return true
	}
	return false
}

// onlyEver reports whether something holds of a place wherever the text proper
// names it.
func (b *builder) onlyEver(at []document.Range, holds func(document.Range) bool) bool {
	any := false
	for _, r := range at {
		if b.r.blockOf(r.First) == document.BlockDateline {
			continue
		}
		if !holds(r) {
			return false
		}
		any = true
	}
	return any
}

// over lists the words that a place hangs from, nearest first, up to the first
// that is no part of one phrase with it; none where a mention or the noun of
// another happening is among them.
func (b *builder) over(at document.Range) []int {
	d := b.r.d
	var out []int
	for i := b.r.headOf(at); len(out) < 5; {
		switch d.Arcs[i].Rel {
		case document.Obl, document.Nmod, document.Acl, document.Obj, document.Iobj, document.Compound, document.Appos, document.Flat, document.Xcomp:
		default:
			return out
		}
		i = int(d.Arcs[i].Head)
		if i < 0 {
			return out
		}
		if b.g.tells(d, i) || d.Tags[i].UPOS != document.VERB && b.r.happens(i) {
			return nil
		}
		out = append(out, i)
	}
	return out
}

// happens reports whether a token is the word of some mention.
func (r *reader) happens(token int) bool {
	return slices.ContainsFunc(r.d.Events, func(e document.Event) bool { return e.Trigger == token })
}

// spokenIn reports whether a place is where somebody said or wrote something:
// "told reporters in Comayagua", "by telephone from Kadugli", "in a report released
// in Geneva", "In Cairo, the League condemned". What is said "In Kabul, police
// said" was in Kabul as well.
func (b *builder) spokenIn(at document.Range) bool {
	d := b.r.d
	if b.r.basedIn(at) {
		return true
	}
	for n, i := range b.over(at) {
		if utterance(d.Tags[i].Lemma) {
			return true
		}
		if d.Tags[i].UPOS == document.VERB && reacts(d.Tags[i].Lemma) {
			return n == 0 && d.Arcs[b.r.headOf(at)].Rel == document.Obl && (at.First < i || !b.r.brokenOff(i, at.First))
		}
		if i < at.First && b.r.isCue(i) && says(d.Tags[i].Lemma) {
			return at.First-i <= maxTold && !b.r.brokenOff(i, at.First)
		}
	}
	return false
}

// maxTold is how far behind a word of saying the place may stand in which it was
// said.
const maxTold = 9

// brokenOff reports whether a comma or a happening stands between two tokens.
func (r *reader) brokenOff(from, to int) bool {
	for i := from; i < to; i++ {
		if r.d.Word(i) == "," {
			return true
		}
	}
	return slices.ContainsFunc(r.d.Events, func(e document.Event) bool { return e.Trigger > from && e.Trigger < to })
}

// says reports whether a verb tells that somebody speaks, which is done somewhere.
func says(lemma string) bool {
	switch strings.ToLower(lemma) {
	case "say", "tell", "add", "announce", "declare", "speak", "warn", "state", "explain":
		return true
	}
	return false
}

// utterance reports whether a noun is for words that somebody utters or sends.
func utterance(lemma string) bool {
	switch strings.ToLower(lemma) {
	case "statement", "telephone", "phone", "interview", "briefing", "communique", "tweet", "telegram":
		return true
	}
	return false
}

// basedIn reports whether a place only says where a body sits: "the
// Washington-based monitor", "the Union, which sits in Addis Ababa".
func (r *reader) basedIn(at document.Range) bool {
	d := r.d
	if at.End < len(d.Tokens) && (strings.HasSuffix(strings.ToLower(d.Word(at.End)), "-based") ||
		at.End+1 < len(d.Tokens) && d.Word(at.End) == "-" && strings.EqualFold(d.Word(at.End+1), "based")) || strings.HasSuffix(strings.ToLower(d.Word(at.End-1)), "-based") {
		return true
	}
	i := r.headOf(at)
	h := int(d.Arcs[i].Head)
	if h < 0 {
		return false
	}
	switch strings.ToLower(d.Tags[h].Lemma) {
	case "sit", "headquarter", "base":
		return d.Arcs[i].Rel == document.Obl && (d.Arcs[h].Rel == document.AclRelcl || d.Arcs[h].Rel == document.Acl)
	}
	return d.Arcs[i].Rel == document.AclRelcl && r.hasSubject(i, "who") // who was in Guatemala
}

// hasSubject reports whether a word is the subject of a predicate.
func (r *reader) hasSubject(h int, word string) bool {
	for k := max(0, h-6); k < h; k++ {
		if a := r.d.Arcs[k]; int(a.Head) == h && a.Rel == document.Nsubj && strings.EqualFold(r.d.Word(k), word) {
			return true
		}
	}
	return false
}

// isCue reports whether a token is a word by which something is said.
func (r *reader) isCue(i int) bool {
	for k := range r.d.Attributions {
		for _, c := range r.d.Attributions[k].Cue {
			if c.Has(i) {
				return true
			}
		}
	}
	return false
}

// reacts reports whether a verb tells of words that follow a happening.
func reacts(lemma string) bool {
	switch strings.ToLower(lemma) {
	case "condemn", "denounce", "deplore", "mourn", "urge", "criticise", "criticize", "speak", "react":
		return true
	}
	return false
}

// comeFrom reports whether a place is where somebody came from, fled or sets out from: "a
// doctor who came from Khartoum", "pirates operating from ports like Eyl and Hobyo".
func (b *builder) comeFrom(at document.Range) bool {
	d := b.r.d
	if b.g.kind == "troop-movement" {
		return false
	}
	h := b.r.headOf(at)
	if d.Arcs[h].Rel == document.Conj && d.Arcs[h].Head >= 0 {
		h = int(d.Arcs[h].Head)
	}
	from := b.r.preposition(h, "from")
	for _, i := range b.over(document.Range{First: h, End: h + 1}) {
		switch strings.ToLower(d.Tags[i].Lemma) {
		case "come", "flee", "arrive", "travel", "return", "escape", "hail", "operate":
			return from
		}
		from = from || b.r.preposition(i, "from")
	}
	return false
}

// handedTo reports whether a place is where somebody who is seized is sent on to: "were
// handed over to Kenya to face trial in Mombasa".
func (b *builder) handedTo(at document.Range) bool {
	d := b.r.d
	i := b.r.headOf(at)
	to := b.r.preposition(i, "to")
	for n := 0; n < 3 && (d.Arcs[i].Rel == document.Obl || d.Arcs[i].Rel == document.Nmod) && d.Arcs[i].Head >= 0; n++ {
		i = int(d.Arcs[i].Head)
		switch strings.ToLower(d.Tags[i].Lemma) {
		case "hand", "extradite", "deport", "repatriate":
			return to && b.g.kind != "release"
		case "trial":
			return b.g.kind == "arrest"
		}
	}
	return false
}

// broughtTo reports whether a place is where those who suffered were taken: "taken
// to a hospital in El Obeid", "flown to Osh", "treated in Isfana".
func (b *builder) broughtTo(at document.Range) bool {
	d := b.r.d
	if f := b.m.family(b.g.kind); f != "force" && f != "street" && b.g.kind != "abduction" {
		return false
	}
	to := b.r.preposition(b.r.headOf(at), "to")
	for _, i := range b.over(at) {
		if d.Tags[i].UPOS != document.VERB {
			to = to || b.r.preposition(i, "to") // to a hospital in El Obeid
			continue
		}
		switch strings.ToLower(d.Tags[i].Lemma) {
		case "take", "rush", "fly", "airlift", "transfer", "transport", "evacuate", "bring", "move":
			return to
		case "remain", "recover", "lie", "stay", "undergo", "die":
			return b.r.ward(at)
		case "treat", "hospitalise", "hospitalize", "admit", "operate":
			return true
		}
		return false
	}
	return false
}

// seatOf reports whether a place is where a court or people at a table sit: "on
// trial in Madrid over the murder", "talks in Djibouti".
func (b *builder) seatOf(at document.Range) bool {
	d := b.r.d
	if f := b.m.family(b.g.kind); f != "force" && f != "street" {
		return false
	}
	for _, i := range b.over(at) {
		switch strings.ToLower(d.Tags[i].Lemma) {
		case "trial", "court", "tribunal", "hearing", "talk", "talks", "summit", "conference", "negotiation", "meeting":
			return true
		}
		if d.Tags[i].UPOS == document.VERB {
			return b.r.step(i)
		}
	}
	return false
}

// sourceSeat reports whether a place says where a source sits, in a sentence of a
// mention that names another place: "shelled Sake, according to a nurse in Goma".
func (b *builder) sourceSeat(at document.Range) bool {
	d := b.r.d
	s := d.SentenceOf(at.First)
	inSource := func(x document.Range) bool {
		return slices.ContainsFunc(d.Attributions, func(a document.Attribution) bool {
			return slices.ContainsFunc(a.Source, func(r document.Range) bool { return r.Covers(x) })
		})
	}
	if !inSource(at) || !slices.ContainsFunc(b.g.events, func(e int) bool { return d.SentenceOf(d.Events[e].Trigger) == s }) {
		return false
	}
	return slices.ContainsFunc(d.Toponyms, func(t document.Toponym) bool {
		return !t.Demonym && d.SentenceOf(t.First) == s && !t.Touches(at) && t.Place.Level != sayso.LevelCountry && !inSource(t.Range) && !b.aside(t.Range)
	})
}

// tells reports whether a token is the word of a mention of the group.
func (g *group) tells(d *document.Document, token int) bool {
	return slices.ContainsFunc(g.events, func(e int) bool { return d.Events[e].Trigger == token })
}
