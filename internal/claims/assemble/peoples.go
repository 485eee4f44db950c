package assemble

import (
	"sayso"
	"sayso/internal/model/signs"
)

// peopleSigns tell how much of an article speaks of a site's country: its other
// places, and the peoples named beside a mention: "Greek police" are in Greece.
func (b *builder) peopleSigns(f *signs.Features, s *site, all []site) {
	c, level := s.place.Country, string(s.place.Level)
	if c == "" {
		f.Add("of no country")
		return
	}
	here, near, others := b.peoplesBeside(c)
	f.AddIf(here, "its people in the sentence of a mention")
	f.AddIf(here, "its people in the sentence of a mention, level "+level)
	f.AddIf(near, "its people near a mention, level "+level)
	f.AddIf(others && !here, "another people in the sentence of a mention")
	share, most := b.countryShare(c, all)
	f.AddValue("share of the names that are of its country", share)
	f.AddIf(most, "of the country of most names")
	f.AddIf(most, "of the country of most names, level "+level)
	likely, same := 0.0, 0.0
	for i := range all {
		if all[i].likely() {
			likely += all[i].sum
			if all[i].place.Country == c {
				same += all[i].sum
			}
		}
	}
	if likely > 0 {
		f.AddValue("share of the likely places in its country", same/likely)
		f.AddValue("share of the likely places in its country, level "+level, same/likely)
	}
}

// peoplesBeside tells whether the people of a country is named in the sentence of
// a mention, within a sentence of one, and whether another's is in one.
func (b *builder) peoplesBeside(c sayso.Code) (here, near, others bool) {
	d := b.r.d
	for i := range d.Toponyms {
		t := &d.Toponyms[i]
		if !t.Demonym || t.Place.Country == "" {
			continue
		}
		own := t.Place.Country == c
		for _, e := range b.g.events {
			gap := abs(d.SentenceOf(d.Events[e].Trigger) - d.SentenceOf(t.First))
			here = here || own && gap == 0
			near = near || own && gap <= 1
			others = others || !own && gap == 0
		}
	}
	return here, near, others
}

// countryShare is the share of a country among the places and peoples named, and
// whether no other has more.
func (b *builder) countryShare(c sayso.Code, all []site) (share float64, most bool) {
	n, total := map[sayso.Code]int{}, 0
	add := func(c sayso.Code, x int) {
		if c != "" {
			n[c] += x
			total += x
		}
	}
	for i := range all {
		add(all[i].place.Country, len(all[i].at))
	}
	for i := range b.r.d.Toponyms {
		if t := &b.r.d.Toponyms[i]; t.Demonym {
			add(t.Place.Country, 1)
		}
	}
	most = true
	for _, x := range n {
		most = most && x <= n[c]
	}
	return float64(n[c]) / float64(max(total, 1)), most
}
