package assemble_test

import (
	"slices"
	"testing"

	"sayso/internal/claims/assemble"
	"sayso/internal/lexicon"
	"sayso/internal/model/signs"
)

// TestGroups: without weights the groups are the event stage's; whatever the
// weights, what is let go is not one with what was seized, nor a protest with a
// killing.
func TestGroups(t *testing.T) {
	d := read(t, "Gunmen kidnapped a mayor in Reynosa on Monday. The mayor was released on Friday. The kidnapping shocked the town. Protesters marched through Reynosa on Sunday.")
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]int{}
	for i := range d.Events {
		kinds[d.Events[i].Type] = i
	}
	for _, k := range []string{"abduction", "release", "protest"} {
		if _, ok := kinds[k]; !ok {
			t.Fatalf("no %s in %v", k, kinds)
		}
	}
	var rules []int
	for i := range d.Events {
		rules = append(rules, d.Events[i].Same)
	}
	if got := assemble.Groups(d, lex, nil); !slices.Equal(got, rules) {
		t.Errorf("without weights %v, by the event stage %v", got, rules)
	}
	all := assemble.Groups(d, lex, signs.Set{"retold": signs.Model{"always": 9}})
	if all[kinds["abduction"]] == all[kinds["release"]] || all[kinds["protest"]] == all[kinds["abduction"]] {
		t.Errorf("put together %v of %v", all, kinds)
	}
	none := assemble.Groups(d, lex, signs.Set{"retold": signs.Model{"always": -9}})
	for i, k := range none {
		if k != i {
			t.Errorf("mention %d put to %d by weights against all", i, k)
		}
	}
}

func TestBetween(t *testing.T) {
	for _, x := range []struct{ text, word, other, want string }{
		{"The murder of the judge by gunmen shocked Cali.", "murder", "gunmen", "after a noun: of N by"},
		{"Two policemen were killed in Quetta.", "killed", "policemen", "before passive: "},
		{"Gunmen who fled killed a judge.", "killed", "Gunmen", "before active: W V"},
	} {
		d := read(t, x.text)
		if got := assemble.Between(d, find(t, d, x.word), find(t, d, x.other)); !slices.Contains(got, x.want) {
			t.Errorf("%q: %q, want %q among them", x.text, got, x.want)
		}
	}
}
