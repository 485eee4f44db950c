package gazetteer

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// ReadAdditions reads a table of places that a list lacks, or of names for
// places that it has. Lines hold ten columns between tabs: id, name, aliases
// (between bars), latitude, longitude, kind, country, population, source,
// reason. With an id ("geonames:99237") the aliases are more names of that
// place and the columns for the point stay empty. Lines that begin with # and
// empty lines are skipped. An error names the line.
func ReadAdditions(r io.Reader) ([]Record, error) {
	var out []Record
	err := eachLine(r, 10, func(f []string) error {
		record, err := parseAddition(f)
		out = append(out, record)
		return err
	})
	return out, err
}

// eachLine calls use with the columns of each line that holds any.
func eachLine(r io.Reader, columns int, use func([]string) error) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimRight(lines.Text(), "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != columns {
			return fmt.Errorf("line %d: %d columns, want %d", n, len(f), columns)
		}
		if err := use(f); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return lines.Err()
}

func parseAddition(f []string) (Record, error) {
	r := Record{Source: SourceAdditions}
	r.ID, r.Name, r.Country = f[0], f[1], f[6]
	r.Names = []Name{{f[1], NameMain}}
	for _, a := range strings.Split(f[2], "|") {
		if a != "" {
			r.Names = append(r.Names, aliasName(a))
		}
	}
	if f[8] == "" || f[9] == "" {
		return r, fmt.Errorf("%s: a source and a reason are asked for", f[1])
	}
	if r.ID != "" {
		return r, nil
	}
	r.ID = "sayso:" + Slug(f[1])
	r.Kind = ParseKind(f[5])
	if r.Kind == KindNone {
		return r, fmt.Errorf("%s: no kind %q", f[1], f[5])
	}
	return r, parsePoint(&r.Entry, f)
}

func parsePoint(e *Entry, f []string) error {
	var err error
	if e.Lat, err = strconv.ParseFloat(f[3], 64); err != nil || !(e.Lat >= -90 && e.Lat <= 90) {
		return fmt.Errorf("%s: latitude %q", f[1], f[3])
	}
	if e.Lon, err = strconv.ParseFloat(f[4], 64); err != nil || !(e.Lon >= -180 && e.Lon <= 180) {
		return fmt.Errorf("%s: longitude %q", f[1], f[4])
	}
	if f[7] != "" {
		if e.Population, err = strconv.Atoi(f[7]); err != nil || e.Population < 0 {
			return fmt.Errorf("%s: population %q", f[1], f[7])
		}
	}
	return nil
}

// aliasName reads "=US" as an abbreviation, "~Syrian" as a demonym and "+Tenn"
// as an abbreviation that stands only behind another place.
func aliasName(a string) Name {
	switch a[0] {
	case '=':
		return Name{a[1:], NameAbbrev}
	case '~':
		return Name{a[1:], NameDemonym}
	case '+':
		return Name{a[1:], NamePostal}
	}
	return Name{a, NameAlternate}
}

// overlay holds the places and names that a user added.
type overlay struct {
	entries []Entry
	names   map[uint64][]Posting // with what the file has under the same name
}

// With returns a gazetteer that also knows the places of a table in the form
// of [ReadAdditions]. The receiver stays as it is.
func (g *Gazetteer) With(r io.Reader) (*Gazetteer, error) {
	records, err := ReadAdditions(r)
	if err != nil {
		return nil, fmt.Errorf("gazetteer: additions: %w", err)
	}
	next := *g
	next.extra = &overlay{names: map[uint64][]Posting{}}
	if g.extra != nil {
		next.extra.entries = append(next.extra.entries, g.extra.entries...)
		for h, p := range g.extra.names {
			next.extra.names[h] = p
		}
	}
	for i := range records {
		if err := next.extra.add(g, &records[i]); err != nil {
			return nil, err
		}
	}
	return &next, nil
}

func (o *overlay) add(g *Gazetteer, r *Record) error {
	at := len(g.columns.id) + len(o.entries)
	if r.Kind == KindNone {
		if at = g.Find(r.ID); at < 0 {
			return fmt.Errorf("gazetteer: additions: %s: no place %s", r.Name, r.ID)
		}
	} else {
		o.entries = append(o.entries, r.Entry)
	}
	for _, n := range r.Names {
		fresh := map[uint64][]Posting{}
		addName(fresh, NewPosting(at, n.Kind), n.Text)
		for h, p := range fresh {
			if _, ok := o.names[h]; !ok {
				known, _ := g.table.at(h)
				o.names[h] = append([]Posting(nil), known...)
			}
			o.names[h] = append(p, o.names[h]...)
		}
	}
	return nil
}
