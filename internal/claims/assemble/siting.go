package assemble

import (
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// nowhereSigns are what speaks for no place being told: a happening that is
// only named, long ago, far from any place.
func (b *builder) nowhereSigns(f *signs.Features, all []site) {
	beside, likely := false, 0
	for i := range all {
		if all[i].likely() {
			likely++
		}
		if _, _, gap := b.nearestTo(&all[i]); gap == 0 {
			beside = true
		}
	}
	pre := "no place, "
	f.Add(bucket(pre+"likely ones", likely, 0, 1, 2))
	f.Add(bucket(pre+"best learned chance in tenths", int(bestChance(all)*10), 0, 1, 3, 5, 7, 8))
	f.AddIf(!beside, pre+"none in the sentence of a mention")
	for _, x := range b.manner() {
		f.Add(pre + x)
		f.Add(pre + x + ", " + b.m.family(b.g.kind))
	}
	b.untoldSigns(f, all)
}

// untoldSigns are those that lie in what is told and among which places: of who
// is known by name the text may never say where he was killed.
func (b *builder) untoldSigns(f *signs.Features, all []site) {
	d, best := b.r.d, b.g.best(b.r)
	pre := "no place, "
	f.Add(pre + "the word " + headLemma(d, best.Trigger))
	f.Add(pre + string(b.g.status))
	f.Add(bucket(pre+"places named", len(all), 0, 1, 2, 4, 8))
	dateline, title, near := false, false, 99
	for i := range all {
		for _, r := range all[i].at {
			block := b.r.blockOf(r.First)
			dateline = dateline || block == document.BlockDateline
			title = title || block == document.BlockTitle
		}
		_, _, gap := b.nearestTo(&all[i])
		near = min(near, abs(gap))
	}
	f.AddIf(dateline, pre+"one in the dateline")
	f.AddIf(title, pre+"one in the headline")
	f.Add(bucket(pre+"sentences to the nearest", near, 0, 1, 2, 4, 8))
	named := false
	for _, x := range b.arguments("target") {
		named = named || x.arg.Index >= 0 && !d.Actors[x.arg.Index].Actor.Generic
	}
	f.AddIf(named, pre+"a target with a name")
	f.AddIf(named, pre+"a target with a name, "+b.g.kind)
	here, _, others := b.peoplesBeside("")
	f.AddIf(here || others, pre+"a people in the sentence of a mention")
	f.Add(bucket(pre+"sentence of the first mention", d.SentenceOf(d.Events[b.g.events[0]].Trigger), 0, 1, 2, 4, 8))
	f.AddIf(b.r.pluperfect(b.g), pre+"told as before")
	f.AddIf(best.Traits.Has(document.TraitInner), pre+"inside another phrase")
	if o := likeliest(all); o != nil {
		f.Add(pre + "the likeliest is a " + string(o.place.Level))
		f.AddIf(o.place.ID == "", pre+"the likeliest is not in the gazetteer")
	}
}

// manner tells how the group is told: by how many mentions, how long ago.
func (b *builder) manner() []string {
	d, best := b.r.d, b.g.best(b.r)
	out := []string{bucket("mentions", len(b.g.events), 1, 2, 4)}
	if d.Tags[best.Trigger].UPOS == document.VERB {
		out = append(out, "a verb")
	} else if best.Traits.Has(document.TraitDefinite) {
		out = append(out, "a noun that points back")
	} else {
		out = append(out, "a noun")
	}
	if b.longAgo() {
		out = append(out, "long ago")
	}
	return out
}

// longAgo reports whether it was over two months before the article.
func (b *builder) longAgo() bool {
	w, p := b.in.When, b.r.d.Article.Published
	if w == nil || !w.Latest.Known() || !p.Known() {
		return false
	}
	return int(p)-int(w.Latest) > 60
}

// nearestTo is where a site is named nearest to a mention, that mention, and by
// how many sentences it comes after it.
func (b *builder) nearestTo(s *site) (at document.Range, e *document.Event, gap int) {
	gap = 99
	near := 1 << 30
	for _, r := range s.at {
		x, g := b.nearestMention(r)
		if x == nil {
			continue
		}
		if n := abs(g)*1000 + min(apart(x.Trigger, r), 999); n < near {
			at, e, gap, near = r, x, g, n
		}
	}
	return at, e, gap
}

// siteSigns look at the words that name a place nearest to a mention: how far
// off for such a happening, and what kind of name they are part of.
func (b *builder) siteSigns(f *signs.Features, s *site) {
	at, e, gap := b.nearestTo(s)
	if e == nil {
		return
	}
	for _, x := range b.manner() {
		f.Add("place, " + x)
		f.Add(bucket("place, "+x+", sentences away", abs(gap), 0, 1, 2, 4))
	}
	f.AddIf(s.place.Chosen == ungrounded, "not in the gazetteer, by the names alone")
	f.AddIf(s.place.Level == sayso.LevelSite && s.place.Chosen != ungrounded, "a site by its words")
	b.namingSigns(f, s, at)
}

// namingSigns tell whether the words of a place are part of a longer name, of
// a body or somebody known, or are taken for a person's.
func (b *builder) namingSigns(f *signs.Features, s *site, at document.Range) {
	d := b.r.d
	as := "no name"
	for i := range d.Names {
		if n := &d.Names[i]; n.Touches(at) {
			as = nameKinds[n.Kind]
			if n.Len() > at.Len() {
				as = "part of " + as
			}
		}
	}
	f.Add("named as " + as)
	f.Add("named as " + as + ", level " + string(s.place.Level))
	all, body := true, false
	for _, r := range s.at {
		in := false
		for i := range d.Actors {
			m := &d.Actors[i]
			if m.Covers(r) && m.Range != r && !m.Actor.Generic && m.Actor.Kind != sayso.KindUnknown {
				in = true
				body = body || r == at
			}
		}
		all = all && in
	}
	f.AddIf(body, "part of the name of somebody")
	f.AddIf(all, "only ever part of the name of somebody")
}

// onlyNamesSomebody reports whether the words of a place name a person or a body
// wherever they stand: "Pol Pot", the Congo of a Congo Liberation Front.
func (r *reader) onlyNamesSomebody(at []document.Range) bool {
	for _, x := range at {
		if !r.namesSomebody(x) && !r.residence(x) {
			return false
		}
	}
	return len(at) > 0
}

// namesSomebody reports whether a range is, or is part of, the name of a person,
// a community or an organised body.
func (r *reader) namesSomebody(at document.Range) bool {
	if r.blockOf(at.First) == document.BlockDateline || r.cued(at) {
		return false
	}
	for i := range r.d.Actors {
		m := &r.d.Actors[i]
		if !m.Covers(at) || m.Actor.Generic || at.First > m.First && strings.EqualFold(r.d.Word(at.First-1), "in") {
			continue // "Islamic State in Sinai" is there
		}
		switch m.Actor.Kind {
		case sayso.KindPerson, sayso.KindRebel, sayso.KindMilitia, sayso.KindParty, sayso.KindCommunal, sayso.KindCriminal, sayso.KindOutlet:
			return true
		}
	}
	for i := range r.d.Names {
		if n := &r.d.Names[i]; n.Kind == document.NamePerson && n.Covers(at) {
			return true
		}
	}
	return false
}

var nameKinds = map[document.NameKind]string{document.NamePerson: "a person", document.NamePlace: "a place", document.NameOrganisation: "an organisation",
	document.NameMisc: "another", document.NameWeapon: "a weapon", document.NamePlatform: "a platform", document.NameTime: "a time",
	document.NameQuantity: "a quantity", document.NameNationality: "a nationality"}
