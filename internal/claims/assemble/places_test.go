package assemble_test

import (
	"slices"
	"testing"

	"sayso"
	"sayso/internal/claims/assemble"
	"sayso/internal/lexicon"
)

func TestPointsBack(t *testing.T) {
	for _, x := range []struct {
		text, word string
		want       bool
	}{
		{"Gunmen killed ten policemen across the country.", "country", true},
		{"Gunmen killed ten policemen in the Greek capital.", "capital", true},
		{"Gunmen killed ten policemen in the city of Rafah.", "city", false},
		{"Gunmen killed ten policemen in Kabul province.", "province", false},
	} {
		d := read(t, x.text)
		if got := assemble.PointsBack(d, find(t, d, x.word)); got != x.want {
			t.Errorf("%q: %q points back: %v", x.text, x.word, got)
		}
	}
}

func TestHowPlacesLie(t *testing.T) {
	at := func(lat, lon float64, p sayso.Place) sayso.Place {
		p.Lat, p.Lon = &lat, &lon
		return p
	}
	greece := at(39, 22, sayso.Place{Name: "Greece", Country: "GR", Level: sayso.LevelCountry})
	athens := at(37.98, 23.73, sayso.Place{Name: "Athens", Country: "GR", Level: sayso.LevelTown, Admin1: "ESYE31"})
	square := at(37.97, 23.74, sayso.Place{Name: "Constitution Square", Country: "GR", Level: sayso.LevelSite, Admin1: "ESYE31"})
	mosul := at(36.3, 43.1, sayso.Place{Name: "Mosul", Country: "IQ", Level: sayso.LevelTown})
	for _, x := range []struct {
		p, q sayso.Place
		want string
	}{
		{athens, greece, "inside"},
		{greece, athens, "around"},
		{square, athens, "inside"},
		{mosul, athens, "in another country than"},
		{sayso.Place{Name: "central Athens", Country: "GR"}, athens, "a longer name than"},
	} {
		if got := assemble.Lies(x.p, x.q); got != x.want {
			t.Errorf("%s is %s %s, want %s", x.p.Name, got, x.q.Name, x.want)
		}
	}
}

// TestNamesBehindAPrepositionAreOffered keeps a village that the names layer may
// take for a person.
func TestNamesBehindAPrepositionAreOffered(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	d := read(t, "Fighters killed 15 civilians in the village of Safina, south of Mosul.")
	for _, names := range assemble.PlacesOffered(d, lex) {
		if slices.Contains(names, "Safina") {
			return
		}
	}
	t.Errorf("Safina is not offered: %v", assemble.PlacesOffered(d, lex))
}

// TestWhoseAPlaceIs holds that whose a place is said to be decides among places of one
// name, and where a name lies that no gazetteer has.
func TestWhoseAPlaceIs(t *testing.T) {
	for _, x := range []struct {
		text, word string
		want       sayso.Code
	}{
		{"A Turkish drone strike killed five people in Iraq's autonomous Kurdistan region, officials said.", "Kurdistan", "IQ"},
		{"Iran shelled Iraq's autonomous Kurdistan region, in the latest raid blamed on Tehran, and hit a truck near the village of Kuna Masi.", "Kuna", "IQ"},
		{"The president of Iraq's neighbour Iran condemned the strike in Baghdad.", "Iran", "IR"},
	} {
		d := read(t, x.text)
		at := find(t, d, x.word)
		for i := range d.Toponyms {
			if p := &d.Toponyms[i]; p.Has(at) && p.Place.Country != x.want {
				t.Errorf("%q: %s is in %s, want %s", x.text, p.Place.Name, p.Place.Country, x.want)
			}
		}
	}
}
