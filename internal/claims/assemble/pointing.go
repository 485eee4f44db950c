package assemble

import (
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// units are words that stand for a place named elsewhere, with its level; an
// area may be of any.
var units = map[string]sayso.Level{"city": sayso.LevelTown, "capital": sayso.LevelTown, "town": sayso.LevelTown, "village": sayso.LevelTown,
	"neighborhood": sayso.LevelTown, "neighbourhood": sayso.LevelTown, "suburb": sayso.LevelTown, "municipality": sayso.LevelTown,
	"country": sayso.LevelCountry, "nation": sayso.LevelCountry, "nationwide": sayso.LevelCountry, "countrywide": sayso.LevelCountry,
	"state": sayso.LevelRegion, "province": sayso.LevelRegion, "region": sayso.LevelRegion, "department": sayso.LevelRegion,
	"district": sayso.LevelRegion, "territory": sayso.LevelRegion, "island": sayso.LevelRegion, "area": "",
	"base": sayso.LevelSite, "building": sayso.LevelSite, "embassy": sayso.LevelSite, "airport": sayso.LevelSite, "church": sayso.LevelSite,
	"bank": sayso.LevelSite, "station": sayso.LevelSite, "school": sayso.LevelSite, "university": sayso.LevelSite,
	"mosque": sayso.LevelSite, "hospital": sayso.LevelSite, "prison": sayso.LevelSite, "jail": sayso.LevelSite}

// pointingSigns tell whether the sentence of a mention points back to a place of
// such a level, and whether this is the one: "riots across the country", "shots
// in the Greek capital", "a bomb here".
func (b *builder) pointingSigns(f *signs.Features, s *site, all []site) {
	d, seen := b.r.d, map[string]bool{}
	level := string(s.place.Level)
	for _, e := range b.g.events {
		sent := d.Sentences[d.SentenceOf(d.Events[e].Trigger)]
		for k := sent.First; k < sent.End; k++ {
			word := strings.ToLower(d.Tags[k].Lemma)
			if word == "here" && !seen[word] {
				seen[word] = true
				f.Add("said to be here, level " + level)
			}
			unit, ok := units[word]
			if !ok || seen[word] || !b.r.pointsBack(k, sent.Range) {
				continue
			}
			seen[word] = true
			f.Add("said to be in the " + word + ", level " + level)
			if unit != "" {
				f.Add("said to be in a " + string(unit) + " known before, level " + level)
			}
			if unit == s.place.Level || unit == "" {
				f.AddIf(s.lastOfLevel(all, k), "the last that the "+word+" may be")
				f.AddIf(s.lastOfLevel(all, k), "the last that a "+string(unit)+" known before may be")
				f.AddIf(s.mostOfLevel(all), "the most named that a "+string(unit)+" known before may be")
			}
		}
	}
}

// pointsBack reports whether a word for a kind of place has an article or the
// like before it and no name with it: not "the city of Rafah", "Kabul province".
func (r *reader) pointsBack(at int, sent document.Range) bool {
	d := r.d
	if d.Tags[at].UPOS == document.PROPN || at+2 < sent.End && strings.EqualFold(d.Word(at+1), "of") && d.Tags[at+2].UPOS == document.PROPN {
		return false
	}
	for i := at - 1; i >= sent.First && i >= at-3; i-- {
		switch strings.ToLower(d.Word(i)) {
		case "the", "this", "that", "its", "their", "our":
			return true
		}
		switch d.Tags[i].UPOS {
		case document.PROPN, document.ADP, document.PUNCT, document.VERB:
			return false
		}
	}
	return false
}

// lastOfLevel reports whether no other of a site's level is named between it and
// a token behind it.
func (s *site) lastOfLevel(all []site, token int) bool {
	last, at := (*site)(nil), -1
	for i := range all {
		for _, r := range all[i].at {
			if all[i].place.Level == s.place.Level && r.End <= token && r.First > at {
				last, at = &all[i], r.First
			}
		}
	}
	return last == s
}

// mostOfLevel reports whether none of a site's level is named more often.
func (s *site) mostOfLevel(all []site) bool {
	for i := range all {
		if all[i].place.Level == s.place.Level && len(all[i].at) > len(s.at) {
			return false
		}
	}
	return true
}
