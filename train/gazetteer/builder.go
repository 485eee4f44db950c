package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"sayso/internal/gazetteer"
)

// builder gathers records and remembers, for each unit, where its towns lie.
type builder struct {
	data    string
	records []gazetteer.Record
	byID    map[string]int    // id to record
	towns   map[string]*mean  // "US", "US.LA", "US.LA.079"
	alpha3  map[string]string // ISO alpha-3 to alpha-2
}

func newBuilder(data string) *builder {
	return &builder{data: data, byID: map[string]int{}, towns: map[string]*mean{}, alpha3: map[string]string{}}
}

// add enters a record; a second one of the same slug gets a number.
func (b *builder) add(r gazetteer.Record) {
	if r.Source != gazetteer.SourceGeoNames {
		base := r.ID
		for n := uint32(2); ; n++ {
			if _, taken := b.byID[r.ID]; !taken {
				break
			}
			r.Number, r.ID = n, fmt.Sprintf("%s-%d", base, n)
		}
	}
	b.byID[r.ID] = len(b.records)
	b.records = append(b.records, r)
}

// mean is the mean of the points of towns, and the people in them.
type mean struct {
	lat, lon, n float64
	people      int
}

func (b *builder) town(key string, e *gazetteer.Entry) {
	m := b.towns[key]
	if m == nil {
		m = &mean{}
		b.towns[key] = m
	}
	m.lat, m.lon, m.n, m.people = m.lat+e.Lat, m.lon+e.Lon, m.n+1, m.people+e.Population
}

// count returns the people in the towns, 0 where none is known.
func (m *mean) count() int {
	if m == nil {
		return 0
	}
	return m.people
}

func (m *mean) point() (lat, lon float64, ok bool) {
	if m == nil || m.n == 0 {
		return 0, 0, false
	}
	return m.lat / m.n, m.lon / m.n, true
}

// eachRow calls use with the tab-separated columns of each line of a file,
// gzipped or not; lines that begin with # are skipped.
func (b *builder) eachRow(path string, columns int, use func(f []string) error) error {
	r, err := b.open(path)
	if err != nil {
		return err
	}
	defer r.Close()
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<22)
	for n := 1; lines.Scan(); n++ {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		f := strings.Split(lines.Text(), "\t")
		if len(f) < columns {
			return fmt.Errorf("%s:%d: %d columns, want %d", path, n, len(f), columns)
		}
		if err := use(f); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return lines.Err()
}

func (b *builder) open(path string) (io.ReadCloser, error) {
	f, err := os.Open(filepath.Join(b.data, path))
	if err != nil || !strings.HasSuffix(path, ".gz") {
		return f, err
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{z, f}, nil
}

// feature is one thing of a GeoJSON file.
type feature struct {
	Properties map[string]any `json:"properties"`
	Geometry   struct {
		Type        string          `json:"type"`
		Coordinates json.RawMessage `json:"coordinates"`
	} `json:"geometry"`
}

func (f *feature) text(name string) string {
	s, _ := f.Properties[name].(string)
	if s == "-99" {
		return ""
	}
	return strings.TrimSpace(s)
}

func (f *feature) number(name string) float64 {
	x, _ := f.Properties[name].(float64)
	return x
}

func (b *builder) features(layer string) ([]feature, error) {
	r, err := b.open("natural-earth/" + layer + ".json.gz")
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var all struct {
		Features []feature `json:"features"`
	}
	if err := json.NewDecoder(r).Decode(&all); err != nil {
		return nil, fmt.Errorf("%s: %w", layer, err)
	}
	return all.Features, nil
}
