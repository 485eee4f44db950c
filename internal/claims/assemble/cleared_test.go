package assemble_test

import (
	"slices"
	"testing"

	"sayso/internal/claims/assemble"
	"sayso/internal/lexicon"
)

// Whoever the text puts outside a happening has not done it, however likely.
func TestOutOfIt(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text, name string
		want       []string
	}{
		{"Ana Lopez was murdered in Lima weeks after she posed with Daniel Reyes. Reyes was acquitted.", "Daniel Reyes", []string{"attack"}},
		{"Ana Lopez was murdered in Lima weeks after she posed with Daniel Reyes. Reyes was convicted.", "Daniel Reyes", nil},
		{"A jet struck the airport on Monday. Luis Vega ordered three days of mourning after the air strike.", "Luis Vega", []string{"air-strike"}},
		{"A jet struck the airport on Monday. Luis Vega ordered the air strike.", "Luis Vega", nil},
		{"The U.S. sent jets to Lima. Gunmen attacked the U.S. Embassy in Lima.", "U.S.", []string{"armed-clash"}},
		{"Gunmen attacked the French embassy in Lima.", "Gunmen", nil},
	} {
		if got := assemble.OutOfIt(read(t, c.text), lex, c.name); !slices.Equal(got, c.want) {
			t.Errorf("%s: %s is outside of %q, want %q", c.text, c.name, got, c.want)
		}
	}
}
