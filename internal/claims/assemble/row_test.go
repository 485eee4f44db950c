package assemble_test

import (
	"testing"

	"sayso/internal/claims/assemble"
)

// People in a row are added up from whichever of them it begins; a name and
// what somebody is, with a comma between, are one.
func TestRow(t *testing.T) {
	for _, c := range []struct {
		text, word string
		want       int
	}{
		{"Carlos Rodriguez, his son, and 15 others were killed in the clash.", "others", 17},
		{"The bomb killed two women and a man in Kabul.", "man", 3},
		{"Gunmen murdered Juan Perez, a priest, and his driver in Bogota.", "driver", 2},
		{"Police shot the teenager, Kimani Gray, in Brooklyn.", "teenager", 0},
		{"The attack killed Chris Stevens and three other diplomats.", "diplomats", 4},
		{"Gunmen killed a judge in Bogota.", "judge", 0},
		{"Hamza Omar, the senior member and son of the founder, was killed in Khost.", "son", 0},
		{"The blast killed the mayor and his driver in Khost.", "driver", 2},
	} {
		d := read(t, c.text)
		got := -1
		for i := range d.Tokens {
			if d.Word(i) == c.word {
				got = assemble.InRow(d, i)
			}
		}
		if got != c.want {
			t.Errorf("%s: %d from %q, want %d", c.text, got, c.word, c.want)
		}
	}
}
