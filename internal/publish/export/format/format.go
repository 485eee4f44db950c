package format

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/publish/export"
)

// Item is an incident with the articles that tell it.
type Item struct {
	In       *sayso.Incident
	Articles []export.Article
}

// Writer writes incidents. Close ends the file; it does not close what is
// written to.
type Writer interface {
	Write(Item) error
	Close() error
}

// Options are what writers need to know.
type Options struct {
	Version   string                                       // of the program
	BOM       bool                                         // tables start with a byte order mark, by which Excel knows UTF-8
	Crosswalk func(scheme, typ string) (code, name string) // "" where the code book has nothing
	Country   func(code sayso.Code) Country
	// Units names the first-level and second-level units of a country by their
	// GeoNames codes; "" where there is no such unit.
	Units func(country, admin1, admin2 string) (first, second string)
}

// Country is a country by its codes.
type Country struct {
	Name, ISO3 string
	Numeric    int
	Region     string // ACLED's
	GW         int    // Gleditsch and Ward's number; 0 where it has none
}

// Column is a column or member with what stands in it.
type Column struct{ Name, Doc string }

// Format is a format that incidents can be written in.
type Format struct {
	Name   string
	Title  string // in one line
	Doc    string // a paragraph: what it follows, how to read it
	Fields []Column
	Cannot []string // what it can't hold
	open   func(io.Writer, Options) (Writer, error)
}

// All lists the formats by name.
func All() []Format {
	list := []Format{acled(), plain(), ucdp(), plover(), hxl(), geojson(), parquetFormat(), stix(), ftm(), prov()}
	slices.SortFunc(list, func(a, b Format) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// Find returns the format of a name.
func Find(name string) (Format, bool) {
	for _, f := range All() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// Open starts a file in a format.
func Open(name string, w io.Writer, o Options) (Writer, error) {
	f, ok := Find(name)
	if !ok {
		return nil, fmt.Errorf("there is no format %q", name)
	}
	if o.Crosswalk == nil || o.Country == nil || o.Units == nil {
		return nil, fmt.Errorf("format %s needs crosswalks, countries and units", name)
	}
	return f.open(w, o)
}

// Dictionary is the format's data dictionary in Markdown.
func (f *Format) Dictionary() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s: %s\n\n%s\n\n| name | what stands in it |\n| --- | --- |\n", f.Name, f.Title, f.Doc)
	for _, c := range f.Fields {
		fmt.Fprintf(&b, "| `%s` | %s |\n", c.Name, c.Doc)
	}
	b.WriteString("\n## What it cannot hold\n\n")
	for _, c := range f.Cannot {
		fmt.Fprintf(&b, "- %s\n", c)
	}
	b.WriteString("\nNames of private persons are replaced by their description unless they were asked for (see `docs/private.md`).\n")
	return b.String()
}
