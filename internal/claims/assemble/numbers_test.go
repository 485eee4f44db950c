package assemble_test

import (
	"slices"
	"testing"

	"sayso/internal/claims/assemble"
	"sayso/internal/lexicon"
)

// People told side by side are added up whatever they are called, and crowds are
// numbers of people whom nothing names.
func TestNumbersOffered(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text, want string
		ok         bool
	}{
		{"The bombing of the consulate in Tripoli resulted in the deaths of Consul Peter Hall and three other Britons.", "killed 4", true},
		{"Mayor Luis Ortega and four of his bodyguards were killed in an ambush near Lima on Monday.", "killed 5", true},
		{"The bombing killed seven and wounded 23 in Quetta.", "killed 30", false},
		{"The bombing killed seven and wounded 23 in Quetta.", "injured 30", false},
		{"Gunmen opened fire on a bus near Lima, killing the driver and wounding a dozen passengers.", "killed 13", false},
		{"Gunmen opened fire on a bus near Lima, killing the driver and wounding a dozen passengers.", "injured 13", false},
		{"The attack killed 14 people, including four children and two policemen, and wounded 30 others.", "killed 44", false},
		{"The attack killed 14 people, including four children and two policemen, and wounded 30 others.", "injured 36", false},
		{"Gunmen killed the mayor and his driver near Lima on Monday.", "killed 2", true},
		{"A riot broke out in Patras on Monday. Hundreds of others watched from the pavement.", "participants 200-999", true},
		{"A riot broke out in Patras on Monday. Two others watched from the pavement.", "participants 2", false},
		{"Soldiers shot dead a farmer near Lima. Hundreds of others watched from the pavement.", "participants 200-999", false},
	} {
		got := assemble.CountsOffered(read(t, c.text), lex)
		if slices.Contains(got, c.want) != c.ok {
			t.Errorf("%s: %v, %s in it: want %v", c.text, got, c.want, c.ok)
		}
	}
}

// Signs tell whose number it is: which happening its word tells of, and what
// stands over it.
func TestNumberTies(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, words, sign string }{
		{"Protesters clashed with police in Patras after the deaths of two boys.", "two boys", "killed in riot, under after"},
		{"Gunmen killed two boys in Quetta on Monday.", "two boys", "killed, its word tells of this"},
		{"Gunmen killed two boys in Quetta on Monday.", "two boys", "killed behind kill"},
		{"Gunmen killed two boys in Quetta on Monday.", "two boys", "killed, nearest by words: this"},
	} {
		if got := assemble.CountSigns(read(t, c.text), lex, c.words); !got[c.sign] {
			t.Errorf("%s: no %q in %v", c.text, c.sign, got)
		}
	}
}
