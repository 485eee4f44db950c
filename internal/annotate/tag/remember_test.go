package tag

import (
	"strings"
	"testing"
)

// TestLemmaRemembered holds the lemmas that a run remembers against those made
// anew.
func TestLemmaRemembered(t *testing.T) {
	m, err := load()
	if err != nil {
		t.Fatal(err)
	}
	r := &run{model: m}
	words := []string{"Shelled", "shelled", "SHELLED", "don’t", "don't", "1990s", "1980s", strings.Repeat("Ab", 30), strings.Repeat("aB", 30), "Rockets", "NATO", "Nato"}
	for range 2 {
		for _, c := range m.classes {
			for _, w := range words {
				if got, want := r.lemma(w, c), m.lemmas.Of(w, c); got != want {
					t.Fatalf("%s as %v: %q, anew %q", w, c, got, want)
				}
			}
		}
	}
}
