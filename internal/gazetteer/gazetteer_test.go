package gazetteer

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"
)

func load(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestNames asks for names that news of conflict uses: one of the places that
// they stand for, by name, country and kind.
func TestNames(t *testing.T) {
	g := load(t)
	for name, want := range map[string]string{
		"Baghdad": "Baghdad IQ capital", "Port-au-Prince": "Port-au-Prince HT capital", "Sana'a": "Sanaa YE capital",
		"US": "United States US country", "Syrian": "Syria SY country", "Sinai Peninsula": "Sinai Peninsula EG area",
		"Donbass": "Donbas UA area", "Anbar": "Al Anbar IQ admin1", "Gulf of Aden": "Gulf of Aden  water", "Kobani": "‘Ayn al ‘Arab SY seat2",
		"Nineveh": "Nineveh IQ admin1", "Kyiv": "Kyiv UA capital", "Raqqah": "Ar Raqqah SY seat1", "West Bank": "West Bank PS admin1",
		"Strait of Hormuz": "Strait of Hormuz  water", "Sahel": "Sahel  continent", "Kashmir": "Kashmir  area",
		"Upper Huallaga": "Upper Huallaga PE area", "Rapides Parish": "Rapides Parish US admin2",
	} {
		var all []string
		for _, p := range g.Named(name) {
			e := g.Entry(p.Entry())
			all = append(all, fmt.Sprintf("%s %s %s", e.Name, e.Country, e.Kind))
		}
		if !strings.Contains("|"+strings.Join(all, "|")+"|", "|"+want+"|") {
			t.Errorf("%s is %q, not %q among them", name, all, want)
		}
	}
}

// TestFinds holds look-up by id against look-up by name for every entry that
// is drawn, and its ranges.
func TestEntries(t *testing.T) {
	g := load(t)
	rapid.Check(t, func(rt *rapid.T) {
		i := rapid.IntRange(0, g.Len()-1).Draw(rt, "entry")
		e := g.Entry(i)
		if e.ID == "" || e.Name == "" || e.Lat < -90 || e.Lat > 90 || e.Lon < -180 || e.Lon > 180 || e.Kind == KindNone || e.Population < 0 {
			rt.Fatalf("entry %d is %+v", i, e)
		}
		found := false
		for _, p := range g.Named(e.Name) {
			found = found || p.Entry() == i
		}
		if !found && Fold(e.Name) != "" {
			rt.Fatalf("%s (%s) isn't found by its name", e.Name, e.ID)
		}
	})
	if e := g.Entry(-1); e.ID != "" {
		t.Error("there is an entry -1")
	}
}

func TestLongest(t *testing.T) {
	g := load(t)
	for text, want := range map[string]int{
		"New York City council": 3, "Port - au - Prince port": 5, "Khan Sheikhoun , Syria": 2, "zzzzqq x": 0,
	} {
		words := strings.Fields(text)
		if m := g.Longest(func(i int) string { return words[i] }, len(words)); m.Words != want {
			t.Errorf("%q: %d words, want %d", text, m.Words, want)
		}
	}
}

func TestDisputed(t *testing.T) {
	g := load(t)
	for id, want := range map[string]string{"country:EH": "MA EH", "admin1:PS.WE": "PS IL", "sayso:golan-heights": "SY IL", "country:FR": ""} {
		i := g.Find(id)
		if i < 0 {
			t.Errorf("no %s", id)
			continue
		}
		if got := strings.Join(g.Claimants(g.Entry(i)), " "); got != want {
			t.Errorf("%s is claimed by %q, want %q", id, got, want)
		}
	}
}

func TestOwnTables(t *testing.T) {
	dir := fstest.MapFS{
		PlacesTable:   {Data: []byte("\tQarabulli Farms\tKarabulli Farms\t32.7\t13.7\tsite\tLY\t\tours\ta test\ngeonames:98182\tBaghdad\tThe Round City\t\t\t\t\t\tours\ta test\n")},
		DisputedTable: {Data: []byte("country:FR\tFrance\tFR|GB\ta test\n")},
	}
	g, err := LoadWith(dir)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"Karabulli Farms": "sayso:qarabulli-farms", "The Round City": "geonames:98182"} {
		p := g.Named(name)
		if len(p) == 0 || g.Entry(p[0].Entry()).ID != want {
			t.Errorf("%s: %v", name, p)
		}
	}
	if c := g.Claimants(g.Entry(g.Find("country:FR"))); len(c) != 2 {
		t.Errorf("France is claimed by %v", c)
	}
	if c := g.Claimants(g.Entry(g.Find("country:EH"))); c != nil {
		t.Error("a user's table of disputes is added to, not replaced")
	}
	if len(load(t).Named("Karabulli Farms")) != 0 {
		t.Error("the shared gazetteer was changed")
	}
	for _, bad := range []string{"one column", "\tX\t\t91\t0\tsite\tLY\t\ts\tr", "\tX\t\t1\t1\tnothing\tLY\t\ts\tr", "\tX\t\t1\t1\tsite\tLY\t\t\t", "geonames:1\tX\tY\t\t\t\t\t\ts\tr"} {
		if _, err := LoadWith(fstest.MapFS{PlacesTable: {Data: []byte(bad)}}); err == nil || !strings.Contains(err.Error(), PlacesTable) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if g, err := LoadWith(fstest.MapFS{}); err != nil || g != load(t) {
		t.Errorf("an empty folder changes something: %v", err)
	}
}

// TestTables holds the tables under version control against the rule that each
// line has a source and a reason.
func TestTables(t *testing.T) {
	f, err := os.Open(filepath.Join("..", "..", "data", "gazetteer", "additions.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := ReadAdditions(f)
	if err != nil || len(records) < 300 {
		t.Errorf("%d additions: %v", len(records), err)
	}
}

func TestRefuses(t *testing.T) {
	packed := file(t)
	for name, b := range map[string][]byte{"nothing": nil, "half": packed[:len(packed)/2], "text": []byte("SAYSOGAZ"), "a changed byte": flip(packed, len(packed)/2)} {
		if _, err := Decode(b); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func flip(b []byte, at int) []byte {
	c := append([]byte(nil), b...)
	c[at] ^= 0x40
	return c
}

func TestFold(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := rapid.String().Draw(rt, "s")
		if once := Fold(s); Fold(once) != once {
			rt.Fatalf("%q folds to %q, then to %q", s, once, Fold(once))
		}
	})
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("SAYSOGAZ"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if g, err := decodeRaw(b); err == nil {
			g.Entry(0)
		}
	})
}
