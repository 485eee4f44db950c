package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// site is a place that the text names, with everywhere it does so.
type site struct {
	place  sayso.Place
	at     []document.Range
	score  float64 // best as an argument of a mention; 0 where it is none
	chance float64 // best learned chance of a mention; 0 where it is none
	sum    float64 // of the learned chances of all mentions
	focus  float64 // of the learned chances of all events of the article
	mods   int     // how often it only says what kind of thing is meant: "Molotov cocktail"
	event  *document.Event
	part   bool // a part of a town
	metons int  // how often it stands for a government
}

// sites lists the places that could be where the group's happening was:
// arguments of its mentions, and every other place that the article names.
func (b *builder) sites() []site {
	var out []site
	at := map[string]int{}
	add := func(p sayso.Place, r document.Range) *site {
		key := strings.ToLower(p.Name)
		k, ok := at[key]
		if !ok {
			k = len(out)
			at[key] = k
			out = append(out, site{place: p})
		}
		if !slices.Contains(out[k].at, r) {
			out[k].at = append(out[k].at, r)
		}
		return &out[k]
	}
	for _, f := range b.arguments("place") {
		if !b.r.canBePlace(f.arg) {
			continue
		}
		s := add(b.place(f.arg), f.arg.Range)
		if f.arg.Score > s.score {
			s.score, s.event, s.place = f.arg.Score, f.event, b.place(f.arg)
		}
	}
	for _, f := range b.arguments("located") {
		if !b.r.canBePlace(f.arg) {
			continue
		}
		s := add(b.place(f.arg), f.arg.Range)
		s.chance = max(s.chance, f.arg.Score)
		s.sum += f.arg.Score
	}
	for i := range b.r.d.Events {
		for x := range b.r.d.Events[i].Args {
			if a := &b.r.d.Events[i].Args[x]; a.Role == "located" && a.Score >= 0.3 && b.r.canBePlace(a) {
				add(b.place(a), a.Range).focus += a.Score
			}
		}
	}
	for i := range b.r.d.Toponyms {
		t := &b.r.d.Toponyms[i]
		if t.Demonym {
			continue
		}
		s := add(b.place(&document.Argument{Range: t.Range, Index: i}), t.Range)
		if b.r.modifies(t.Range) {
			s.mods++
		}
		if t.Metonym {
			s.metons++
		}
		s.part = s.part || t.Section
	}
	b.houses(add)
	return out
}

// houses adds the bodies and things with walls that the text names.
func (b *builder) houses(add func(sayso.Place, document.Range) *site) {
	for i := range b.r.d.Names {
		if n := &b.r.d.Names[i]; b.housed(n) {
			add(b.place(&document.Argument{Range: n.Range, Index: -1}), n.Range)
		}
	}
}

// housed reports whether a name is that of a body or thing with walls, so that
// something can happen there: "West Coast Bank", "the Embassy of Spain".
func (b *builder) housed(n *document.Name) bool {
	if n.Len() < 2 || n.Kind != document.NameOrganisation && n.Kind != document.NamePlace && n.Kind != document.NameMisc {
		return false
	}
	d := b.r.d
	for _, i := range []int{n.First, n.End - 1} {
		if i == n.First && !strings.EqualFold(d.Word(i+1), "of") {
			continue
		}
		if x, ok := b.m.types.Noun(d.Tags[i].Lemma); ok && x.Thing {
			return true
		}
	}
	return false
}

// canBePlace leaves out peoples, and names that no gazetteer has and that stand for a time,
// a people or somebody known.
func (r *reader) canBePlace(a *document.Argument) bool {
	if a.Index >= 0 {
		return !r.d.Toponyms[a.Index].Demonym // a Congolese town is in Congo
	}
	for i := range r.d.Toponyms {
		if t := &r.d.Toponyms[i]; t.Demonym && t.Touches(a.Range) {
			return false
		}
	}
	for i := range r.d.Times {
		if r.d.Times[i].Touches(a.Range) {
			return false
		}
	}
	for i := range r.d.Actors {
		if m := &r.d.Actors[i]; m.Covers(a.Range) && (m.Actor.ID != "" || m.Actor.Kind == sayso.KindPerson) {
			return false
		}
	}
	for i := range r.d.Names {
		if n := &r.d.Names[i]; n.Touches(a.Range) && (n.Kind == document.NamePerson || n.Kind == document.NameTime || n.Kind == document.NameNationality) {
			return false
		}
	}
	return true
}

// placeOptions are the sites and nothing, with what speaks for each.
func (b *builder) placeOptions() []Option {
	sites := slices.DeleteFunc(b.withoutHomes(b.sites()), func(s site) bool {
		return b.r.onlyNamesSomebody(s.at) || b.r.onlyAhead(s.at) || b.notThere(s.at)
	})
	b.trim(sites)
	var nothing signs.Features
	nothing.Add("no place")
	nothing.Add("no place for " + b.g.kind)
	nothing.AddIf(len(sites) == 0, "the article names none")
	b.nowhereSigns(&nothing, sites)
	out := []Option{{Signs: nothing}}
	kept := b.withoutOthers(slices.Clone(sites))
	for i := range sites {
		if !slices.ContainsFunc(kept, func(s site) bool { return s.place.Name == sites[i].place.Name }) {
			continue
		}
		out = append(out, Option{Place: &sites[i].place, Signs: b.placeSigns(&sites[i], sites)})
	}
	return out
}

func (b *builder) placeSigns(s *site, all []site) signs.Features {
	var f signs.Features
	f.Add("level " + string(s.place.Level))
	f.Add("level " + string(s.place.Level) + " for " + b.g.kind)
	f.AddIf(s.place.ID == "", "not in the gazetteer")
	f.AddIf(s.part, "a part of a town")
	f.Add(bucket("weight as an argument in tenths", int(s.score*10), 0, 1, 3, 5, 8))
	f.AddValue("weight as an argument", s.score)
	f.AddIf(s.score > 0 && s.score == bestScore(all), "best of the arguments")
	f.AddValue("learned chance", s.chance)
	f.Add(bucket("learned chance in tenths", int(s.chance*10), 0, 1, 3, 5, 7, 8))
	f.AddIf(s.chance > 0 && s.chance == bestChance(all), "best learned chance")
	b.likelySigns(&f, s, all)
	f.AddIf(s.mods > 0 && s.mods == len(s.at), "only ever modifies a noun")
	f.Add(bucket("times named", len(s.at), 1, 2, 4))
	f.AddIf(s.metons > 0 && s.metons == len(s.at), "always stands for a government")
	b.nearSigns(&f, s)
	b.nestSigns(&f, s, all)
	b.kindSigns(&f, s)
	b.siteSigns(&f, s)
	b.likeliestSigns(&f, s, all)
	b.pointingSigns(&f, s, all)
	b.peopleSigns(&f, s, all)
	b.orderSigns(&f, s, all)
	b.standingSigns(&f, s)
	b.hangingSigns(&f, s)
	for _, r := range s.at {
		switch b.r.blockOf(r.First) {
		case document.BlockTitle:
			f.Add("in the headline")
		case document.BlockDateline:
			f.Add("in the dateline")
		default:
			continue
		}
		break
	}
	return f
}

func bestScore(all []site) float64 {
	best := 0.0
	for i := range all {
		best = max(best, all[i].score)
	}
	return best
}

// rank orders sites from the finest up; a part of a town is finer than the town.
func (s *site) rank() int {
	n := 2 * rank(s.place.Level)
	if s.part && s.place.Level == sayso.LevelTown {
		n--
	}
	return n
}

// likely reports whether a mention may well have been there.
func (s *site) likely() bool { return s.chance >= 0.3 || s.score >= 0.3 }

// likelySigns compare a site with the others that are likely, and tell how much
// of the article's happenings are there.
func (b *builder) likelySigns(f *signs.Features, s *site, all []site) {
	likely, finest, focus, total := 0, true, true, 0.0
	for i := range all {
		o := &all[i]
		total += o.focus
		focus = focus && o.focus <= s.focus
		if o.likely() {
			likely++
			finest = finest && (o.rank() > s.rank() || o.rank() == s.rank() && o.sum <= s.sum)
		}
	}
	switch {
	case s.likely() && likely == 1:
		f.Add("the only likely place")
	case s.likely() && finest:
		f.Add("the finest of the likely places")
	case s.likely():
		f.Add("a likely place, not the finest")
	case likely > 0:
		f.Add("others are likely")
		f.AddIf(finest, "finer than the likely places")
	default:
		f.Add("no place is likely")
		f.AddIf(focus && s.focus > 0, "no place is likely, most happenings of the article are there")
	}
	if total > 0 {
		f.AddValue("share of the article's happenings", s.focus/total)
	}
	f.AddIf(focus && s.focus > 0, "most happenings of the article are there")
}

func bestChance(all []site) float64 {
	best := 0.0
	for i := range all {
		best = max(best, all[i].chance)
	}
	return best
}

// kindSigns tell whether a mention says that it was at such a site: "at a bank"
// where the text elsewhere names a West Coast Bank.
func (b *builder) kindSigns(f *signs.Features, s *site) {
	words := strings.Fields(s.place.Name)
	if len(words) < 2 {
		return
	}
	kind, d, hangs, near := words[len(words)-1], b.r.d, false, false
	for _, i := range b.g.events {
		t := d.Events[i].Trigger
		sent := d.Sentences[d.SentenceOf(t)]
		for k := sent.First; k < sent.End; k++ {
			if d.Tags[k].UPOS != document.NOUN || !strings.EqualFold(d.Tags[k].Lemma, kind) {
				continue
			}
			near = true
			h := int(d.Arcs[k].Head)
			hangs = hangs || h == t || h >= 0 && int(d.Arcs[h].Head) == t
		}
	}
	target, such := false, false
	for _, t := range b.arguments("target") {
		target = target || slices.ContainsFunc(s.at, t.arg.Touches)
		such = such || strings.EqualFold(d.Tags[b.r.headOf(t.arg.Range)].Lemma, kind)
	}
	f.AddIf(target, "a target of a mention")
	f.AddIf(such, "such a site is a target of a mention")
	f.AddIf(near, "such a site in the sentence of a mention")
	f.AddIf(hangs, "a mention was at such a site")
}

// modifies reports whether a name stands before a noun that it belongs to:
// "Baghdad bombing", "Molotov cocktail".
func (r *reader) modifies(at document.Range) bool {
	for i := at.First; i < at.End; i++ {
		h := int(r.d.Arcs[i].Head)
		if h >= at.End {
			return r.d.Arcs[i].Rel == document.Compound || r.d.Arcs[i].Rel == document.Amod
		}
	}
	return false
}

// nearSigns tell how near to a mention the place is named, and by which words.
func (b *builder) nearSigns(f *signs.Features, s *site) {
	d := b.r.d
	gap, signed := 99, 99
	before, last := "", false
	for _, r := range s.at {
		at := d.SentenceOf(r.First)
		for _, i := range b.g.events {
			n := d.SentenceOf(d.Events[i].Trigger) - at
			if abs(n) < gap || abs(n) == gap && n > signed {
				gap, signed, before = abs(n), n, b.wordBefore(r)
			}
		}
	}
	if signed >= 0 {
		f.Add(bucket("sentences from it to a mention", signed, 0, 1, 2, 4, 8))
	} else {
		f.Add(bucket("sentences from a mention to it", -signed, 1, 2, 4, 8))
	}
	if gap <= 1 {
		f.Add("after " + before)
		f.AddIf(gap == 0, "after "+before+" in the sentence of a mention")
	}
	for _, r := range s.at {
		last = last || b.lastBefore(r)
	}
	f.AddIf(last, "the last place named before the first mention")
}

// lastBefore reports whether no other place stands between a place and the
// group's first mention.
func (b *builder) lastBefore(r document.Range) bool {
	d := b.r.d
	t := d.Events[b.g.events[0]].Trigger
	if r.First > t {
		return false
	}
	for i := range d.Toponyms {
		if o := &d.Toponyms[i]; !o.Demonym && o.First > r.First && o.First < t {
			return false
		}
	}
	return true
}

// wordBefore is the preposition, verb or mark before a name, articles and
// directions left out; other words are told by their part of speech.
func (b *builder) wordBefore(r document.Range) string {
	d := b.r.d
	for i := r.First - 1; i >= 0 && i >= r.First-3; i-- {
		switch u := d.Tags[i].UPOS; u {
		case document.DET, document.ADJ:
			continue
		case document.ADP, document.PUNCT:
			return strings.ToLower(d.Word(i))
		default:
			return u.String()
		}
	}
	return "the start"
}

// nestSigns tell whether a finer place inside it, or a wider one around it, is
// named as near.
func (b *builder) nestSigns(f *signs.Features, s *site, all []site) {
	finerInside, closerFiner := false, false
	for i := range all {
		o := &all[i]
		if o.place.Name == s.place.Name || o.place.Country != s.place.Country || o.rank() >= s.rank() {
			continue
		}
		finerInside = true
		closerFiner = closerFiner || o.score >= s.score && o.score > 0
		for _, r := range s.at {
			for _, q := range o.at {
				f.AddIf(q.End <= r.First && r.First-q.End <= 3, "right after a finer place")
			}
		}
	}
	f.AddIf(finerInside, "a finer place in the same country is named")
	f.AddIf(closerFiner, "a finer place in the same country is an argument too")
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
