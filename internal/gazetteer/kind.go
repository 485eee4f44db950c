package gazetteer

import "sayso"

// Kind is what sort of place an entry is.
type Kind uint8

// The kinds of places.
const (
	KindNone      Kind = iota
	KindContinent      // and groups of countries: "Latin America", "the Sahel"
	KindCountry        // sovereign or dependent, with an ISO 3166 code of its own
	KindAdmin1         // first-level unit: state, province, governorate
	KindAdmin2         // second-level unit: county, district
	KindCapital        // of a country
	KindSeat1          // seat of a first-level unit
	KindSeat2          // seat of a lower unit
	KindTown           // any other populated place
	KindSection        // a part of a town
	KindFormer         // abandoned, destroyed or historical town
	KindArea           // region without a unit: "Donbas", "Kashmir"
	KindWater          // sea, strait, gulf, lake
	KindIsland         //
	KindHeights        // mountains, desert, plateau, valley
	KindSite           // a building, base, camp, crossing, dam
	kindEnd
)

var kindNames = [...]string{"none", "continent", "country", "admin1", "admin2", "capital", "seat1", "seat2", "town",
	"section", "former", "area", "water", "island", "heights", "site"}

// String returns the name of the kind as the additions file writes it.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return kindNames[0]
}

// ParseKind returns the kind of a name, KindNone if there is none such.
func ParseKind(s string) Kind {
	for i, n := range kindNames {
		if n == s {
			return Kind(i)
		}
	}
	return KindNone
}

// Populated reports whether the kind is a town or a part of one.
func (k Kind) Populated() bool { return k >= KindCapital && k <= KindFormer }

// Level returns the level that the coding guide gives to places of the kind.
func (k Kind) Level() sayso.Level {
	switch {
	case k == KindCountry:
		return sayso.LevelCountry
	case k.Populated():
		return sayso.LevelTown
	case k == KindSite:
		return sayso.LevelSite
	}
	return sayso.LevelRegion
}

// NameKind says what sort of name led to an entry.
type NameKind uint8

// The kinds of names, from the most to the least telling.
const (
	NameMain      NameKind = iota // the name that the entry goes by
	NameAlternate                 // another spelling or language
	NameDemonym                   // "Syrian", "Baghdadi"
	NameAbbrev                    // "US", "UAE": capitals only
	NameShort                     // an admin unit without its word: "Helmand" for "Helmand Province"
	NamePostal                    // "Tenn.", "LA": only behind the name of a place in the unit
)

// Posting is one place that a name may stand for: an entry and the kind of
// the name.
type Posting uint32

// NewPosting packs an entry index (below 2^28) and a name kind.
func NewPosting(entry int, kind NameKind) Posting { return Posting(entry<<3 | int(kind)) }

// Entry returns the index of the entry, for [Gazetteer.Entry].
func (p Posting) Entry() int { return int(p >> 3) }

// Kind returns the kind of the name.
func (p Posting) Kind() NameKind { return NameKind(p & 7) }
