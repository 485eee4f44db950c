package main

import (
	"fmt"
	"os"
	"strings"
	"unicode"

	"sayso/internal/gazetteer"
)

var regionKinds = map[string]gazetteer.Kind{"Island": gazetteer.KindIsland, "Island group": gazetteer.KindIsland,
	"Continent": gazetteer.KindContinent, "Geoarea": gazetteer.KindArea, "Coast": gazetteer.KindArea, "Peninsula": gazetteer.KindArea,
	"Pen/cape": gazetteer.KindArea, "Delta": gazetteer.KindArea, "Isthmus": gazetteer.KindArea, "Lake": gazetteer.KindWater,
	"Dragons-be-here": gazetteer.KindNone}

// regions reads the named regions of Natural Earth.
func (b *builder) regions() error {
	return b.shapes("ne_10m_geography_regions_polys", func(f *feature) gazetteer.Kind {
		if k, ok := regionKinds[f.text("featurecla")]; ok {
			return k
		}
		return gazetteer.KindHeights
	})
}

// marine reads seas, gulfs and straits.
func (b *builder) marine() error {
	return b.shapes("ne_10m_geography_marine_polys", func(*feature) gazetteer.Kind { return gazetteer.KindWater })
}

// lakes reads the larger lakes.
func (b *builder) lakes() error {
	return b.shapes("ne_50m_lakes", func(*feature) gazetteer.Kind { return gazetteer.KindWater })
}

func (b *builder) shapes(layer string, kind func(*feature) gazetteer.Kind) error {
	all, err := b.features(layer)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for i := range all {
		f := &all[i]
		name, k := titled(f.text("name")), kind(f)
		land := largest(f.rings())
		if k == gazetteer.KindNone || !usable(name) || len(land) == 0 || seen[name] {
			continue
		}
		seen[name] = true
		r := gazetteer.Record{Source: gazetteer.SourceNaturalEarth}
		r.ID, r.Name, r.Kind = "naturalearth:"+gazetteer.Slug(name), name, k
		_, r.Lat, r.Lon = land.centroid()
		r.Names = []gazetteer.Name{{Text: name, Kind: gazetteer.NameMain}}
		for _, field := range []string{"name_alt", "namealt", "name_en"} {
			if n := titled(f.text(field)); usable(n) {
				r.Names = append(r.Names, gazetteer.Name{Text: n, Kind: gazetteer.NameAlternate})
			}
		}
		b.add(r)
	}
	return nil
}

// titled turns "ARCTIC OCEAN" into "Arctic Ocean" and leaves the rest alone.
func titled(s string) string {
	if s != strings.ToUpper(s) {
		return s
	}
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		r := []rune(w)
		r[0] = unicode.ToUpper(r[0])
		words[i] = string(r)
	}
	return strings.Join(words, " ")
}

// demonyms reads lines of key (country:SY, admin1:IQ.07 or an id), demonyms
// between bars, source.
func (b *builder) demonyms(path string) error {
	return eachOwnRow(path, 3, func(f []string) error {
		at, ok := b.byID[f[0]]
		if !ok {
			return fmt.Errorf("no place %s", f[0])
		}
		for _, d := range strings.Split(f[1], "|") {
			b.records[at].Names = append(b.records[at].Names, gazetteer.Name{Text: d, Kind: gazetteer.NameDemonym})
		}
		return nil
	})
}

func eachOwnRow(path string, columns int, use func([]string) error) error {
	own := &builder{}
	return own.eachRow(path, columns, func(f []string) error {
		if len(f) == 1 && f[0] == "" {
			return nil
		}
		return use(f)
	})
}

// additions reads the places and names that the lists lack.
func (b *builder) additions(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	records, err := gazetteer.ReadAdditions(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for _, r := range records {
		if r.Kind != gazetteer.KindNone {
			b.replace(r)
			continue
		}
		at, ok := b.byID[r.ID]
		if !ok {
			return fmt.Errorf("%s: no place %s for %s", path, r.ID, r.Name)
		}
		b.records[at].Names = append(b.records[at].Names, r.Names[1:]...)
	}
	return nil
}

// replace enters an addition; it takes the place of a Natural Earth shape of
// the same name.
func (b *builder) replace(r gazetteer.Record) {
	at, ok := b.byID["naturalearth:"+gazetteer.Slug(r.Name)]
	if !ok {
		b.add(r)
		return
	}
	r.Names = append(r.Names, b.records[at].Names...)
	b.records[at], b.byID[r.ID] = r, at
}
