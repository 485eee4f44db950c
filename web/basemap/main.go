// Command basemap makes the map that the desk draws incidents on, from Natural
// Earth (public domain): land, lakes, borders, disputed borders as a kind of
// their own, and names of countries and towns, in one small file.
//
//	go run ./web/basemap --from ../shared/data/natural-earth --to web/map/world.json
//
// The file is a list of shapes: k the kind, n a name, r its rank, and c the
// lines, each a list of hundredths of a degree of which all but the first pair
// are told as the step from the pair before. That is a third of the same GeoJSON.
//
// Every shape lies within -180 and 180 degrees, no line runs along the
// antimeridian or crosses it, and no side of a polygon is wider than half the
// world: nothing is drawn across the map that is not there.
package main

import (
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
)

func main() {
	from := flag.String("from", "../shared/data/natural-earth", "folder with the layers")
	to := flag.String("to", "web/map/world.json", "file to write")
	flag.Parse()
	if err := run(*from, *to); err != nil {
		fmt.Fprintln(os.Stderr, "basemap:", err)
		os.Exit(1)
	}
}

// feature is a GeoJSON feature whose coordinates are looked at later.
type feature struct {
	Properties map[string]any `json:"properties"`
	Geometry   struct {
		Type        string          `json:"type"`
		Coordinates json.RawMessage `json:"coordinates"`
	} `json:"geometry"`
}

// shape is what is written.
type shape struct {
	Kind  string  `json:"k"`
	Name  string  `json:"n,omitempty"`
	Rank  int     `json:"r,omitempty"`
	Lines [][]int `json:"c"`
}

// steps writes a line as hundredths of a degree, all but the first point as
// the step from the one before.
func steps(l line) []int {
	var out []int
	var x, y int
	for _, p := range l {
		nx, ny := hundredths(p[0]), hundredths(p[1])
		out = append(out, nx-x, ny-y)
		x, y = nx, ny
	}
	return out
}

func hundredths(n number) int { return int(math.Round(float64(n) * 100)) }

func run(from, to string) error {
	var out []shape
	for _, l := range layers {
		list, err := read(filepath.Join(from, l.file+".json.gz"))
		if err != nil {
			return err
		}
		for i := range list {
			got, err := l.take(&list[i])
			if err != nil {
				return fmt.Errorf("%s: %w", l.file, err)
			}
			out = append(out, got...)
		}
	}
	b, err := json.Marshal(out)
	if err != nil {
		return err
	}
	return os.WriteFile(to, append(b, '\n'), 0o644)
}

func read(path string) ([]feature, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var c struct{ Features []feature }
	if err := json.NewDecoder(z).Decode(&c); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return c.Features, nil
}

// layer says what is taken of a file.
type layer struct {
	file string
	take func(*feature) ([]shape, error)
}

var layers = []layer{
	{"ne_50m_land", areas("land", 0.035, 0.12)},
	{"ne_50m_lakes", areas("lake", 0.05, 0.6)},
	{"ne_50m_admin_0_boundary_lines_land", lines(border, 0.035)},
	{"ne_50m_admin_0_boundary_lines_disputed_areas", lines(kind("disputed"), 0.01)},
	{"ne_50m_admin_1_states_provinces_lines", lines(kind("admin1"), 0.06)},
	{"ne_50m_admin_0_countries", countries},
	{"ne_10m_populated_places", towns},
}

func kind(k string) func(*feature) string { return func(*feature) string { return k } }

// border tells borders that are disputed, or no more than lines that troops hold.
func border(f *feature) string {
	if f.Properties["featurecla"] == "International boundary (verify)" {
		return "border"
	}
	return "disputed"
}

func areas(k string, tolerance, least float64) func(*feature) ([]shape, error) {
	return func(f *feature) ([]shape, error) {
		polygons, err := polygonsOf(f)
		if err != nil {
			return nil, err
		}
		var out []shape
		for _, rings := range polygons {
			var kept [][]int
			for i, r := range rings {
				r = simplify(clamp(r), tolerance)
				if len(r) < 4 || extent(r) < least {
					if i == 0 {
						break
					}
					continue
				}
				kept = append(kept, steps(r))
			}
			if len(kept) > 0 {
				out = append(out, shape{Kind: k, Lines: kept})
			}
		}
		return out, nil
	}
}

func polygonsOf(f *feature) ([][]line, error) {
	if f.Geometry.Type == "Polygon" {
		var one []line
		err := json.Unmarshal(f.Geometry.Coordinates, &one)
		return [][]line{one}, err
	}
	var many [][]line
	err := json.Unmarshal(f.Geometry.Coordinates, &many)
	return many, err
}

func lines(k func(*feature) string, tolerance float64) func(*feature) ([]shape, error) {
	return func(f *feature) ([]shape, error) {
		var many []line
		if f.Geometry.Type == "LineString" {
			var one line
			if err := json.Unmarshal(f.Geometry.Coordinates, &one); err != nil {
				return nil, err
			}
			many = []line{one}
		} else if err := json.Unmarshal(f.Geometry.Coordinates, &many); err != nil {
			return nil, err
		}
		out := shape{Kind: k(f)}
		for _, l := range many {
			for _, part := range offMeridian(clamp(l)) {
				if part = simplify(part, tolerance); len(part) > 1 {
					out.Lines = append(out.Lines, steps(part))
				}
			}
		}
		if len(out.Lines) == 0 {
			return nil, nil
		}
		return []shape{out}, nil
	}
}

// countries gives the name of each at the middle of its largest part.
func countries(f *feature) ([]shape, error) {
	name, _ := f.Properties["NAME"].(string)
	rank, _ := f.Properties["LABELRANK"].(float64)
	x, okX := f.Properties["LABEL_X"].(float64)
	y, okY := f.Properties["LABEL_Y"].(float64)
	if !okX || !okY {
		polygons, err := polygonsOf(f)
		if err != nil {
			return nil, err
		}
		x, y = middle(polygons)
	}
	if name == "" {
		return nil, nil
	}
	return []shape{{"country", name, int(rank), [][]int{steps(line{{number(x), number(y)}})}}}, nil
}

func towns(f *feature) ([]shape, error) {
	rank, _ := f.Properties["SCALERANK"].(float64)
	name, _ := f.Properties["NAME"].(string)
	var at [2]number
	if err := json.Unmarshal(f.Geometry.Coordinates, &at); err != nil {
		return nil, err
	}
	if rank > 3 || name == "" {
		return nil, nil
	}
	return []shape{{"town", name, int(rank), [][]int{steps(line{at})}}}, nil
}

// number is a degree.
type number = float64
