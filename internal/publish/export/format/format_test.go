package format

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/publish/export"
	"sayso/internal/publish/private"
)

var update = flag.Bool("update", false, "rewrite what is generated")

func options() Options {
	return Options{Version: "test", Crosswalk: func(scheme, typ string) (string, string) {
		if typ == "threat" && scheme == "ucdp" {
			return "", ""
		}
		return map[string]string{"acled": "Explosions/Remote violence", "ucdp": "1", "plover": "ASSAULT"}[scheme], map[string]string{"acled": "Air/drone strike", "ucdp": "State-based conflict", "plover": "aerial"}[scheme]
	}, Country: func(c sayso.Code) Country {
		if c == "" {
			return Country{}
		}
		return Country{"Syria", "SYR", 760, "Middle East", 652}
	}, Units: func(country, admin1, admin2 string) (first, second string) {
		return map[string]string{"SY 09": "Aleppo"}[country+" "+admin1], map[string]string{"SY 09 x": "Jarabulus District"}[country+" "+admin1+" "+admin2]
	}}
}

func ptr[T any](v T) *T { return &v }

// made is a made-up incident in which everything is filled, and one in which
// nothing is.
func made() []Item {
	span := sayso.Span{Start: 3, End: 9}
	full := sayso.Incident{ID: "i1", Type: "air-strike", Salience: sayso.SalienceMain, Status: sayso.StatusOccurred, Summary: "The air force bombed Jarabulus (Jarābulus), 2017-02-08, 7–10 killed.", Mention: "planes =bombed a\nmarket",
		When:   &sayso.When{Earliest: sayso.DayOf(2017, 2, 8), Latest: sayso.DayOf(2017, 2, 8), Precision: sayso.PrecisionDay, Words: "on Wednesday", Span: span},
		Where:  &sayso.Place{Name: "Jarābulus", Country: "SY", Level: sayso.LevelTown, ID: "geonames:1", Lat: ptr(36.81751), Lon: ptr(-0.0112345678), Admin1: "09", Admin2: "x", Confidence: 0.82, Chosen: "the largest by that name"},
		Actors: []sayso.Actor{{Role: sayso.RoleAgent, Name: "Syrian air force", ID: "sy-air-force", Kind: sayso.KindStateForce, Country: "SY"}, {Role: sayso.RoleTarget, Name: "Ånna Ørsted, \"Ali\"", Kind: sayso.KindPerson}, {Role: sayso.RoleTarget, Name: "shoppers", Kind: sayso.KindCivilians, Generic: true}},
		Counts: []sayso.Count{{What: "killed", Min: ptr(7), Max: ptr(10), Words: "seven to ten", Of: "shoppers", Claim: 2}, {What: "injured", Min: ptr(3), Words: "at least three"}}, Weapons: []string{"barrel bombs"},
		Claims: []sayso.Claim{{N: 1, ID: "c1", Article: "a1", About: sayso.AboutIncident, Stance: sayso.StanceAsserted, Chain: []sayso.Voucher{}, Quote: "planes bombed", Evidence: []sayso.Span{span}},
			{N: 2, ID: "c2", Article: "a1", About: "count:killed", Value: "7-10", Stance: sayso.StanceAlleged, Chain: []sayso.Voucher{{Kind: sayso.VoucherOutlet, Name: "Radio X", Named: true}, {Kind: sayso.VoucherSource, Name: "medics"}}, Quote: "seven to ten", Evidence: []sayso.Span{span}, Certain: 2.5}},
		Fields: []sayso.Field{{Name: "type", Value: "air-strike", Rule: "most precise", For: []int{1}, Against: []int{}, Rating: "B2"}},
		Deaths: &sayso.Deaths{Low: ptr(7), Best: ptr(7), High: ptr(10), LowClaims: []int{2}, BestClaims: []int{2}, HighClaims: []int{2}}, Articles: []string{"a1"},
		Origins: []sayso.Origin{{Name: "medics", Kind: "source", Claims: []int{2}}}, People: []sayso.Person{}}
	bare := sayso.Incident{ID: "i2", Type: "threat", Salience: sayso.SalienceBackground, Status: sayso.StatusThreatened, Summary: "A threat was made.", Mention: "vowed", Articles: []string{"a2"}, People: []sayso.Person{}}
	return []Item{{&full, []export.Article{{ID: "a1", Title: "Planes bomb, \"market\"", URL: "https://x.example/1", Outlet: "The Outlet", Published: sayso.DayOf(2017, 2, 9), Digest: "ab"}}},
		{&bare, []export.Article{{ID: "a2", Published: sayso.NoDay}}}}
}

func written(t rapid.TB, name string, items []Item) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := Open(name, &b, options())
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range items {
		if err := w.Write(it); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestGolden holds what each format makes of two made-up incidents against
// testdata.
func TestGolden(t *testing.T) {
	for _, f := range All() {
		got := written(t, f.Name, made())
		if f.Name == "parquet" {
			got = parquetText(t, got)
		}
		same(t, filepath.Join("testdata", f.Name+".golden"), got)
	}
}

func parquetText(t testing.TB, b []byte) []byte {
	rows, err := parquet.Read[parquetRow](bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	out, err := json.MarshalIndent(rows, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(out, '\n')
}

func TestDictionariesAreCommitted(t *testing.T) {
	for _, f := range All() {
		same(t, filepath.Join("..", "..", "..", "..", "docs", "formats", f.Name+".md"), []byte(f.Dictionary()))
	}
}

func same(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs from what is generated; run the test with -update and read the diff\n%s", name, got)
	}
}

// Nothing is written twice for nothing: a file without incidents is whole.
func TestEmptyFilesAreWhole(t *testing.T) {
	for _, f := range All() {
		b := written(t, f.Name, nil)
		switch f.Name {
		case "geojson", "stix", "prov":
			if !json.Valid(b) {
				t.Errorf("%s: %s", f.Name, b)
			}
		}
	}
}

// No form of a private name is in any file, whatever was put where.
func TestNoNameLeaksThroughAnyFormat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		family := "Zq" + rapid.StringMatching(`[a-z]{5,8}`).Draw(t, "family")
		given := "Éx" + rapid.StringMatching(`[a-z]{5,8}`).Draw(t, "given")
		name := given + " " + family
		p := sayso.Person{Name: name, Forms: []string{name, given, family}, Private: true, Reason: "victim", Description: "a man from Rafah"}
		it := made()[0]
		in := *it.In
		in.People, in.Where = nil, nil
		sayso.Texts(&in, func(s *string) { *s += " " + rapid.SampledFrom(p.Forms).Draw(t, "form") })
		in.ID, in.Type, in.Status, in.People = "i1", "air-strike", sayso.StatusOccurred, []sayso.Person{p}
		where := *it.In.Where
		where.Name, where.Chosen = name, "near "+name
		in.Where = &where
		masked, err := private.Incident(&in)
		if err != nil {
			t.Fatal(err)
		}
		n := private.Of(in.People)
		a := it.Articles[0]
		a.Title, a.URL = n.Text(a.Title+" "+name), n.Address("https://x.example/"+strings.ToLower(given)+"-"+family)
		for _, f := range All() {
			b := written(t, f.Name, []Item{{masked, []export.Article{a}}})
			if f.Name == "parquet" {
				rows, err := parquet.Read[parquetRow](bytes.NewReader(b), int64(len(b)))
				if err != nil {
					t.Fatal(err)
				}
				b, _ = json.Marshal(rows)
			}
			low := strings.ToLower(string(b))
			if strings.Contains(low, strings.ToLower(family)) || strings.Contains(low, strings.ToLower(given)) {
				t.Fatalf("%s: %s", f.Name, b)
			}
		}
	})
}

func TestRegionsByNumber(t *testing.T) {
	for gw, want := range map[int]string{0: "", 2: "Americas", 165: "Americas", 365: "Europe", 373: "Europe", 475: "Africa", 626: "Africa", 640: "Middle East", 651: "Middle East", 700: "Asia", 920: "Asia"} {
		if got := ucdpRegion(gw); got != want {
			t.Errorf("%d is in %q, want %q", gw, got, want)
		}
	}
}

func TestGridIsPrios(t *testing.T) {
	// PRIO-GRID counts half degrees from the south-west: gid 1 holds 89.75 S, 179.75 W.
	for _, c := range []struct {
		lat, lon float64
		want     string
	}{{-89.75, -179.75, "1"}, {-89.75, 179.75, "720"}, {89.75, 179.75, "259200"}} {
		if got := grid(sayso.Place{Lat: &c.lat, Lon: &c.lon}); got != c.want {
			t.Errorf("%v %v is in cell %s, want %s", c.lat, c.lon, got, c.want)
		}
	}
}
