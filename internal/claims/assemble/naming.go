package assemble

import (
	"strings"

	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// orderSigns tell when and how often a place is named, against the others.
func (b *builder) orderSigns(f *signs.Features, s *site, all []site) {
	d, level := b.r.d, string(s.place.Level)
	before, most := 0, true
	for i := range all {
		if all[i].first() < s.first() {
			before++
		}
		most = most && len(all[i].at) <= len(s.at)
	}
	paragraph := false
	for _, r := range s.at {
		for _, e := range b.g.events {
			paragraph = paragraph || d.Sentences[d.SentenceOf(r.First)].Block == d.Sentences[d.SentenceOf(d.Events[e].Trigger)].Block
		}
	}
	f.AddIf(paragraph, "in the paragraph of a mention")
	f.Add(bucket("places named before it", before, 0, 1, 2, 4))
	f.Add(bucket("places named before it, level "+level, before, 0, 1, 2, 4))
	f.Add(bucket("sentences before it is named", d.SentenceOf(s.first()), 0, 1, 2, 4, 8))
	f.AddIf(most, "the most named place")
	f.AddIf(most, "the most named place, level "+level)
	f.AddIf(s.mostOfLevel(all), "the most named of its level, "+level)
}

// first is the token where a site is first named.
func (s *site) first() int {
	first := s.at[0].First
	for _, r := range s.at {
		first = min(first, r.First)
	}
	return first
}

// standingSigns tell how the words of a place stand wherever they do: behind a
// preposition of place, as a body's or a person's; and how surely they are known.
func (b *builder) standingSigns(f *signs.Features, s *site) {
	behind, body, person := 0, 0, 0
	for _, r := range s.at {
		if b.r.placed(r) {
			behind++
		}
		for i := range b.r.d.Names {
			switch n := &b.r.d.Names[i]; {
			case !n.Touches(r):
			case n.Kind == document.NameOrganisation:
				body++
			case n.Kind == document.NamePerson:
				person++
			}
		}
	}
	f.Add(bucket("times behind a preposition of place", behind, 0, 1, 2, 4))
	f.AddIf(behind == 0 && len(s.at) > 1, "never behind a preposition of place")
	f.AddValue("share behind a preposition of place", float64(behind)/float64(len(s.at)))
	f.AddIf(2*body > len(s.at), "mostly named as an organisation")
	f.AddIf(2*person > len(s.at), "mostly named as a person")
	f.Add(bucket("sure which place it is, in tenths", int(s.place.Confidence*10), 0, 2, 5, 7, 8, 9))
	why, _, _ := strings.Cut(s.place.Chosen, ";")
	f.Add("chosen as " + why)
}

// placed reports whether a preposition of place stands before a name.
func (r *reader) placed(at document.Range) bool {
	i := at.First - 1
	if i > 0 && strings.EqualFold(r.d.Word(i), "the") {
		i--
	}
	if i < 0 {
		return false
	}
	switch strings.ToLower(r.d.Word(i)) {
	case "in", "at", "near", "outside", "inside", "to", "from", "on":
		return true
	}
	return false
}

// hangingSigns tell what the name nearest to a mention hangs on.
func (b *builder) hangingSigns(f *signs.Features, s *site) {
	d, near := b.r.d, b.nearness(s)
	at, e, _ := b.nearestTo(s)
	if e == nil {
		return
	}
	h := b.r.headOf(at)
	for range 4 {
		switch d.Arcs[h].Rel {
		case document.Compound, document.Appos, document.Flat, document.Conj, document.NmodPoss:
			if g := int(d.Arcs[h].Head); g >= 0 {
				h = g
				continue
			}
		}
		break
	}
	on := "hangs on " + b.kindOfWord(int(d.Arcs[h].Head))
	f.Add(on + ", " + near)
	f.Add(on + " as " + d.Arcs[h].Rel.String() + ", " + near)
	phrase, source := false, false
	for i := range d.Actors {
		phrase = phrase || d.Actors[i].Covers(at) && d.Actors[i].Range != at
	}
	for i := range d.Attributions {
		for _, r := range d.Attributions[i].Source {
			source = source || r.Touches(at)
		}
	}
	f.AddIf(phrase, "in the phrase of somebody, "+near)
	f.AddIf(source, "in the name of a source, "+near)
	f.AddIf(b.r.voice[at.First] == b.r.voice[e.Trigger], "in the same voice, "+near)
}

// kindOfWord tells what a word is: a happening, somebody, a verb of saying, or its
// part of speech.
func (b *builder) kindOfWord(g int) string {
	if g < 0 {
		return "nothing"
	}
	d := b.r.d
	for i := range d.Events {
		switch {
		case d.Events[i].Trigger != g:
		case b.g.has(i):
			return "the happening"
		default:
			return "another happening"
		}
	}
	for i := range d.Actors {
		if d.Actors[i].Head == g && (d.Tags[g].UPOS == document.NOUN || d.Tags[g].UPOS == document.PROPN) {
			return "somebody"
		}
	}
	for i := range d.Attributions {
		for _, r := range d.Attributions[i].Cue {
			if r.Has(g) && d.Tags[g].UPOS == document.VERB {
				return "a saying"
			}
		}
	}
	return d.Tags[g].UPOS.String()
}
