package gazetteer

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"sync"

	"sayso/data"
)

// Source says where an entry comes from.
type Source uint8

// The sources of entries.
const (
	SourceGeoNames     Source = iota // id "geonames:295277"
	SourceNaturalEarth               // id "naturalearth:aral-sea"
	SourceAdditions                  // id "sayso:sinai-peninsula"
)

// Entry is one place.
type Entry struct {
	ID         string  // stable id of the source, e.g. "geonames:295277"
	Name       string  // the name to print
	Lat, Lon   float64 // degrees, WGS 84, to five decimals
	Country    string  // ISO 3166-1 alpha-2; "" where it spans several
	Admin1     string  // GeoNames first-level code within the country
	Admin2     string  // GeoNames second-level code within the first
	Kind       Kind    //
	Population int     // 0 where unknown
	Approx     bool    // the point is that of the unit around it
}

// Gazetteer is the places and the index of their names. It is never changed
// after it was built and safe for concurrent use.
type Gazetteer struct {
	table    table
	columns  columns
	disputed []dispute
	extra    *overlay
}

// Path is where the gazetteer lies in data.FS.
const Path = "gazetteer/places.bin.zst"

var embedded = sync.OnceValues(func() (*Gazetteer, error) {
	packed, err := data.FS.ReadFile(Path)
	if err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	g, err := Decode(packed)
	if err != nil {
		return nil, err
	}
	text, err := data.FS.ReadFile("gazetteer/disputed.tsv")
	if err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	g.disputed, err = readDisputes(strings.NewReader(string(text)))
	return g, err
})

// Load returns the gazetteer that the program carries. It is decoded at the
// first call and shared after it.
func Load() (*Gazetteer, error) { return embedded() }

// The tables of a user's folder.
const (
	PlacesTable   = "places.tsv"   // more places and names, in the form of [ReadAdditions]
	DisputedTable = "disputed.tsv" // in place of the program's, in the form of [Gazetteer.WithDisputes]
)

// LoadWith returns the gazetteer that the program carries with the tables of
// own over it, each of which may be absent. Errors name file and line.
func LoadWith(own ...fs.FS) (*Gazetteer, error) {
	g, err := Load()
	for _, dir := range own {
		for _, t := range []struct {
			file string
			with func(*Gazetteer, io.Reader) (*Gazetteer, error)
		}{{PlacesTable, (*Gazetteer).With}, {DisputedTable, (*Gazetteer).WithDisputes}} {
			if err != nil {
				return nil, err
			}
			raw, missing := fs.ReadFile(dir, t.file)
			if errors.Is(missing, fs.ErrNotExist) {
				continue
			}
			if err = missing; err == nil {
				g, err = t.with(g, bytes.NewReader(raw))
			}
			if err != nil {
				err = fmt.Errorf("%s: %w", t.file, err)
			}
		}
	}
	if err != nil {
		return nil, err
	}
	return g, nil
}

// Len is the number of entries.
func (g *Gazetteer) Len() int {
	n := len(g.columns.id)
	if g.extra != nil {
		n += len(g.extra.entries)
	}
	return n
}

// Entry returns an entry by its index; the zero Entry for an index out of range.
func (g *Gazetteer) Entry(i int) Entry {
	n := len(g.columns.id)
	switch {
	case i < 0 || i >= g.Len():
		return Entry{}
	case i >= n:
		return g.extra.entries[i-n]
	}
	return g.columns.entry(i)
}

// Find returns the index of the entry with an id such as "geonames:295277",
// "country:SY" or "admin1:SY.12", or -1. It looks at every entry and is meant
// for tools and tests.
func (g *Gazetteer) Find(id string) int {
	unit, code, _ := strings.Cut(id, ":")
	for i := range g.Len() {
		e := g.Entry(i)
		switch {
		case e.ID == id,
			unit == "country" && e.Kind == KindCountry && e.Country == code,
			unit == "admin1" && e.Kind == KindAdmin1 && e.Country+"."+e.Admin1 == code:
			return i
		}
	}
	return -1
}
