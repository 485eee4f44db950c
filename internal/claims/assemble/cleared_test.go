package assemble_test

import (
	"slices"
	"testing"

	"sayso/internal/claims/assemble"
	"sayso/internal/document"
	"sayso/internal/lexicon"
)

// who names somebody, and the types of the happenings that he is kept out of.
type who struct {
	text, name string
	want       []string
}

// keptOut holds what find says of each against what is wanted.
func keptOut(t *testing.T, find func(*document.Document, *lexicon.Lexicon, string) []string, all []who) {
	t.Helper()
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		if got := find(read(t, c.text), lex, c.name); !slices.Equal(got, c.want) {
			t.Errorf("%s: %s is kept out of %q, want %q", c.text, c.name, got, c.want)
		}
	}
}

// Whom another happening befalls suffers from this one only if the text says so.
func TestHarmedBeside(t *testing.T) {
	keptOut(t, assemble.HarmedBeside, []who{
		{"Police in Beni arrested a warlord who had kidnapped 90 villagers.", "villagers", []string{"arrest"}},
		{"Gunmen killed 90 villagers near Beni.", "villagers", nil},
	})
}

// Whoever the text puts outside a happening has not done it, however likely.
func TestOutOfIt(t *testing.T) {
	keptOut(t, assemble.OutOfIt, []who{
		{"Ana Lopez was murdered in Lima weeks after she posed with Daniel Reyes. Reyes was acquitted.", "Daniel Reyes", []string{"attack"}},
		{"Ana Lopez was murdered in Lima weeks after she posed with Daniel Reyes. Reyes was convicted.", "Daniel Reyes", nil},
		{"A jet struck the airport on Monday. Luis Vega ordered three days of mourning after the air strike.", "Luis Vega", []string{"air-strike"}},
		{"A jet struck the airport on Monday. Luis Vega ordered the air strike.", "Luis Vega", nil},
		{"The U.S. sent jets to Lima. Gunmen attacked the U.S. Embassy in Lima.", "U.S.", []string{"armed-clash"}},
		{"Gunmen attacked the French embassy in Lima.", "Gunmen", nil},
		{"Three people including a policeman were killed when gunmen from two tribes traded fire in Lima on Monday.", "policeman", []string{"armed-clash"}},
	})
}
