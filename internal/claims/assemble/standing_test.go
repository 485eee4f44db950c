package assemble_test

import (
	"testing"

	"sayso/internal/claims/assemble"
	"sayso/internal/document"
)

func TestClausesBetween(t *testing.T) {
	for _, x := range []struct {
		text, from, to string
		want           int
	}{
		{"Gunmen killed two policemen in Quetta.", "killed", "Gunmen", 0},
		{"The army, which lost two tanks, killed ten rebels.", "killed", "tanks", 1},
		{"Rebels attacked a post. Soldiers fled.", "attacked", "Soldiers", -1},
	} {
		d := read(t, x.text)
		if got := assemble.ClausesBetween(d, find(t, d, x.from), find(t, d, x.to)); got != x.want {
			t.Errorf("%q: %d clauses from %q to %q, want %d", x.text, got, x.from, x.to, x.want)
		}
	}
}

func find(t *testing.T, d *document.Document, word string) int {
	t.Helper()
	for i := range d.Tokens {
		if d.Word(i) == word {
			return i
		}
	}
	t.Fatalf("no %q in %q", word, d.Text)
	return -1
}
