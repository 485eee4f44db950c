package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// No line of the map that ships jumps over the antimeridian or runs along it,
// and no point lies outside the world.
func TestCutCleanlyAtTheAntimeridian(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "map", "world.json"))
	if err != nil {
		t.Fatal(err)
	}
	var shapes []shape
	if err := json.Unmarshal(b, &shapes); err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for _, s := range shapes {
		seen[s.Kind]++
		for _, l := range s.Lines {
			x, y := 0, 0
			for i := 0; i < len(l); i += 2 {
				was := x
				x, y = x+l[i], y+l[i+1]
				if x < -18000 || x > 18000 || y < -9000 || y > 9000 {
					t.Errorf("a %s lies outside the world: %d %d", s.Kind, x, y)
				}
				if i > 0 && (l[i] > 18000 || l[i] < -18000) && y > -9000 {
					t.Errorf("a %s jumps from %d to %d", s.Kind, was, x)
				}
				if i > 0 && s.Kind != "land" && was == x && (x == 18000 || x == -18000) {
					t.Errorf("a %s runs along the antimeridian", s.Kind)
				}
			}
		}
	}
	for _, k := range []string{"land", "lake", "border", "disputed", "admin1", "country", "town"} {
		if seen[k] == 0 {
			t.Errorf("the map has no %s", k)
		}
	}
}

// The map that ships is what the program makes of the layers.
func TestMapIsWhatTheLayersGive(t *testing.T) {
	from := filepath.Join("..", "..", "..", "shared", "data", "natural-earth")
	if _, err := os.Stat(from); err != nil {
		t.Skip("needs ../shared/data/natural-earth")
	}
	to := filepath.Join(t.TempDir(), "world.json")
	if err := run(from, to); err != nil {
		t.Fatal(err)
	}
	got, _ := os.ReadFile(to)
	want, _ := os.ReadFile(filepath.Join("..", "map", "world.json"))
	if !bytes.Equal(got, want) {
		t.Error("web/map/world.json is another: go run ./web/basemap")
	}
}
