package assemble_test

import (
	"slices"
	"testing"

	"sayso/internal/claims/assemble"
	"sayso/internal/lexicon"
	"sayso/internal/model/signs"
)

// What speaks for a day adds up over the times that the text names it.
func TestDaysAddUp(t *testing.T) {
	for _, c := range []struct {
		days   []string
		scores []float64
		want   string
	}{
		{[]string{"", "2026-03-01"}, []float64{0, 1}, "2026-03-01"},
		{[]string{"", "2026-03-01"}, []float64{0, -0.1}, ""},
		{[]string{"", "2026-03-01", "2026-03-01"}, []float64{0, -0.5, -0.5}, "2026-03-01"},
		{[]string{"2026-03-02", "2026-03-01", "2026-03-01"}, []float64{1, 0.5, -3}, "2026-03-02"},
	} {
		if got := assemble.LikeliestDay(c.days, c.scores); got != c.want {
			t.Errorf("%q at %v: %q, want %q", c.days, c.scores, got, c.want)
		}
	}
}

// candidate reads the first group of mentions of a type in a text, without models.
func candidate(t *testing.T, text, kind string) *assemble.Candidate {
	t.Helper()
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	cs, err := assemble.Candidates(read(t, text), lex, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := range cs {
		if cs[i].Incident.Type == kind {
			return &cs[i]
		}
	}
	t.Fatalf("%s: no %s", text, kind)
	return nil
}

// TestGist looks at how a happening stands to the headline and the first sentence.
func TestGist(t *testing.T) {
	text := "Bomb kills three in Jolo || A bomb exploded in Jolo on Sunday. Rebels had burned down a school there in May 2019."
	for kind, want := range map[string][]string{
		"bombing":         {"told first, among 1", "no other has more mentions"},
		"property-attack": {"not told first, where there are 1", "words of the headline in its sentence: up to 0", "of the family of what is told first: true"},
	} {
		c := candidate(t, text, kind)
		for _, w := range want {
			if !slices.ContainsFunc(c.Gist, func(f signs.Feature) bool { return f.Name == w }) {
				t.Errorf("%s: no sign %q in %v", kind, w, c.Gist)
			}
		}
	}
}

// A day is that of the mention that stands in the words that count from it.
func TestDayOfAMention(t *testing.T) {
	for text, want := range map[string]string{
		"The town has been calm since the bombing on 27 February.":                   "2026-02-27 2026-02-27",
		"The raid on Hama was the deadliest since a bombing in Homs in August 2025.": "2025-08-01 2025-08-31",
		"Rebels have been bombing the town since 27 February, he said.":              "2026-02-27 2026-03-04",
	} {
		var got []string
		for _, o := range candidate(t, text, "bombing").Times {
			if o.When != nil {
				got = append(got, o.When.Earliest.String()+" "+o.When.Latest.String())
			}
		}
		if !slices.Contains(got, want) {
			t.Errorf("%s: %q is not offered: %q", text, want, got)
		}
	}
}
