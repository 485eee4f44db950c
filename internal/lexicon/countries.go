package lexicon

import (
	"io/fs"
	"strconv"
	"strings"

	"sayso"
)

// Country is a state or territory with the words for it.
type Country struct {
	ISO2, ISO3 string
	Name       string
	Adjectives []string // and words for its people
	Aliases    []string // other names of the country
	Capitals   []string // seats that stand for its government
	Region     string   // ACLED's, "" where unknown
	GW         int      // Gleditsch and Ward's number, 0 where it has none
}

// CountryWord says how a word names a country.
type CountryWord uint8

// The ways in which a word names a country; 0 is not at all.
const (
	CountryName CountryWord = iota + 1
	CountryAdjective
	CountryCapital
)

// CountryOf returns the country that a name, an adjective, a word for its
// people or its capital stands for.
func (l *Lexicon) CountryOf(word string) (*Country, CountryWord) {
	c, ok := l.countryWords[Fold(word)]
	if !ok || c.acronym && !acronym(word) {
		return nil, 0
	}
	return &l.Countries[c.country], c.how
}

// Country returns the country with an ISO 3166-1 alpha-2 code, or nil.
func (l *Lexicon) Country(code sayso.Code) *Country {
	for i := range l.Countries {
		if l.Countries[i].ISO2 == string(code) {
			return &l.Countries[i]
		}
	}
	return nil
}

// countryWord is one word for a country.
type countryWord struct {
	country int
	how     CountryWord
	acronym bool
}

// Body is an organ that states have, named by what it is: "army". Its actor's
// id is the country's code and the suffix: "il-military".
type Body struct {
	Suffix string
	Name   string
	Kind   sayso.ActorKind
	Parent string   // suffix of the body that it belongs to
	Words  []string // what follows a country's adjective or "'s", or stands before "of" the country
	Bare   []string // words that, standing alone, mean the body of the country a text is about
}

// BodyOf returns the body that a description names when a country goes with it.
func (l *Lexicon) BodyOf(words string) *Body { return l.body(l.bodyWords, words) }

// BareBody returns the body that a description names by itself in a text
// about its country: "the military".
func (l *Lexicon) BareBody(words string) *Body { return l.body(l.bareWords, words) }

func (l *Lexicon) body(index map[string]int, words string) *Body {
	if i, ok := index[Fold(words)]; ok {
		return &l.Bodies[i]
	}
	return nil
}

// BodyID returns the id of a country's body.
func BodyID(country sayso.Code, suffix string) string {
	return strings.ToLower(string(country)) + "-" + suffix
}

func (l *Lexicon) readCountries(fsys fs.FS, path string) error {
	rows, err := open(fsys, path, []string{"iso2", "iso3", "name"}, []string{"adjectives", "aliases", "capital"})
	if err != nil {
		return err
	}
	for _, r := range rows {
		c := Country{ISO2: r.get("iso2"), ISO3: r.get("iso3"), Name: r.get("name"),
			Adjectives: r.list("adjectives"), Aliases: r.list("aliases"), Capitals: r.list("capital")}
		if len(c.ISO2) != 2 || c.Name == "" {
			return r.errorf("a country needs a code of two letters and a name")
		}
		if old := l.Country(sayso.Code(c.ISO2)); old != nil {
			c.Region, c.GW = old.Region, old.GW
			*old = c
			continue
		}
		l.Countries = append(l.Countries, c)
	}
	l.countryWords = make(map[string]countryWord, 4*len(l.Countries))
	for _, how := range []CountryWord{CountryName, CountryAdjective, CountryCapital} {
		for i := range l.Countries {
			l.addCountry(i, how)
		}
	}
	return nil
}

// readRegions reads how code books file the countries.
func (l *Lexicon) readRegions(fsys fs.FS, path string) error {
	rows, err := open(fsys, path, []string{"iso2", "acled_region", "gw"}, nil)
	if err != nil {
		return err
	}
	for _, r := range rows {
		c := l.Country(sayso.Code(r.get("iso2")))
		if c == nil {
			return r.errorf("countries.tsv has no country %q", r.get("iso2"))
		}
		if c.Region, c.GW = r.get("acled_region"), 0; r.get("gw") == "" {
			continue
		}
		if c.GW, err = strconv.Atoi(r.get("gw")); err != nil {
			return r.errorf("%q is no number", r.get("gw"))
		}
	}
	return nil
}

// addCountry indexes a country's words of one sort; a word keeps the first
// meaning that it was given.
func (l *Lexicon) addCountry(i int, how CountryWord) {
	c := &l.Countries[i]
	words := c.Adjectives
	switch how {
	case CountryName:
		words = append([]string{c.Name}, c.Aliases...)
	case CountryCapital:
		words = c.Capitals
	}
	for _, w := range words {
		key := Fold(w)
		if _, taken := l.countryWords[key]; !taken {
			l.countryWords[key] = countryWord{i, how, acronym(w)}
		}
	}
}

func (l *Lexicon) readBodies(fsys fs.FS, path string) error {
	rows, err := open(fsys, path, []string{"suffix", "name", "kind"}, []string{"parent", "words", "bare"})
	if err != nil {
		return err
	}
	if l.bodyWords == nil {
		l.bodyWords, l.bareWords = map[string]int{}, map[string]int{}
	}
	for _, r := range rows {
		b := Body{r.get("suffix"), r.get("name"), sayso.ActorKind(r.get("kind")), r.get("parent"), r.list("words"), r.list("bare")}
		if !isID(b.Suffix) {
			return r.errorf("%q is no suffix: lower-case letters, digits and hyphens", b.Suffix)
		}
		l.Bodies = append(l.Bodies, b)
		for _, w := range b.Words {
			l.bodyWords[Fold(w)] = len(l.Bodies) - 1
		}
		for _, w := range b.Bare {
			l.bareWords[Fold(w)] = len(l.Bodies) - 1
		}
	}
	return nil
}
