package gazetteer

import (
	"strings"
	"testing"
)

func load(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestNamed(t *testing.T) {
	g := load(t)
	for _, name := range []string{"Baghdad", "Port-au-Prince", "Sana'a", "US", "Syrian", "Sinai Peninsula", "Anbar", "Gulf of Aden", "St. Louis", "Rapides Parish", "Nineveh", "Gaza", "Kyiv", "Raqqah", "Paris", "Kobani", "Aleppo", "Tal Afar", "Diyala", "Marea", "Talamenes", "Sarmin"} {
		var out []string
		for _, p := range g.Named(name) {
			e := g.Entry(p.Entry())
			out = append(out, e.ID, e.Name, e.Country, e.Kind.String())
			if len(out) > 30 {
				break
			}
		}
		t.Log(name, strings.Join(out, " "))
	}
}

func BenchmarkDecode(b *testing.B) {
	b.ReportAllocs()
	packed := file(b)
	for b.Loop() {
		if _, err := Decode(packed); err != nil {
			b.Fatal(err)
		}
	}
}
