package main

import (
	"slices"
	"strings"
	"unicode"

	"sayso/internal/gazetteer"
)

// usable reports whether an alternate name is in Latin script and no code.
func usable(name string) bool {
	letters, upper := 0, 0
	for _, r := range name {
		switch {
		case r == '’' || r == 'ʻ' || r == '‘' || r == 'ʼ' || r == 'ʿ' || r == 'ʾ' || r == '´' || unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) && gazetteer.Fold(string(r)) == "":
			return false
		case unicode.IsLetter(r):
			letters++
			if unicode.IsUpper(r) {
				upper++
			}
		case r > 0x24f:
			return false
		}
	}
	return letters >= 3 && upper < letters
}

var swaps = [][2]string{{"Saint ", "St. "}, {"Sainte ", "Ste. "}, {"Mount ", "Mt. "}, {"Fort ", "Ft. "}, {" Islands", " Is."}}

// variants adds the short spellings of Saint, Mount and Fort and drops names
// that fold to the same letters, the more telling kind first.
func variants(names []gazetteer.Name) []gazetteer.Name {
	all := slices.Clone(names)
	for _, n := range names {
		for _, s := range swaps {
			for _, v := range []string{strings.Replace(n.Text, s[0], s[1], 1), strings.Replace(n.Text, s[1], s[0], 1)} {
				if v != n.Text {
					all = append(all, gazetteer.Name{Text: v, Kind: n.Kind})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b gazetteer.Name) int { return int(a.Kind) - int(b.Kind) })
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(n gazetteer.Name) bool {
		key := gazetteer.Fold(n.Text)
		drop := key == "" || seen[key]
		seen[key] = true
		return drop
	})
}

// unitWords are words for a unit that a short name goes without, in English
// and in the languages that the unit names of GeoNames keep.
var unitWords = map[string]bool{"province": true, "governorate": true, "region": true, "state": true, "oblast": true,
	"district": true, "county": true, "prefecture": true, "department": true, "departamento": true, "estado": true,
	"provincia": true, "wilaya": true, "muhafazat": true, "muḩāfaz̧at": true, "republic": true, "kray": true, "krai": true,
	"okrug": true, "raion": true, "oblasti": true, "parish": true, "canton": true, "municipality": true, "municipio": true,
	"city": false, "area": true, "zone": true, "division": true, "voivodeship": true, "governor": true, "ostān-e": true,
	"ostan-e": true, "wilāyat-e": true, "wilayat-e": true, "gouvernorat": true, "amanat": true, "autonomous": true,
	"rayon": true, "départment": true, "département": true, "respublika": true, "partido": true, "powiat": true,
	"regency": true, "kabupaten": true, "kab.": true, "arrondissement": true, "cercle": true, "shahrestān-e": true}

// shortName returns a unit's name without the words for the unit and without
// "of" and "de" beside them, or "" if that changes nothing.
func shortName(name string) string {
	words := strings.Fields(name)
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return unitWords[strings.ToLower(w)] })
	if len(kept) == len(words) || len(kept) == 0 {
		return ""
	}
	for len(kept) > 1 && slices.Contains([]string{"of", "de", "d'", "del", "du", "the"}, strings.ToLower(kept[0])) {
		kept = kept[1:]
	}
	return strings.Join(kept, " ")
}
