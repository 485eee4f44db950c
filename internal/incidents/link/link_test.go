package link

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/lexicon"
)

func decider(t testing.TB) *Decider {
	t.Helper()
	l, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	d, err := New(l)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// tells makes an article with one incident.
func tells(article, typ, place string, on sayso.Day, mention string) *sayso.ArticleRecord {
	in := sayso.Incident{ID: article, Type: typ, Salience: sayso.SalienceMain, Status: sayso.StatusOccurred, Mention: mention,
		Claims: []sayso.Claim{{N: 1, About: sayso.AboutIncident, Quote: mention}}}
	if place != "" {
		in.Where = &sayso.Place{Name: place, Level: sayso.LevelTown}
	}
	if on.Known() {
		in.When = &sayso.When{Earliest: on, Latest: on}
	}
	return &sayso.ArticleRecord{Article: article, Published: on, Incidents: []sayso.Incident{in}}
}

var sunday = sayso.DayOf(2019, 1, 27)

// What contradicts lowers the odds, what agrees raises them.
func TestContradictions(t *testing.T) {
	d := decider(t)
	of := func(typ, place string, on sayso.Day, mention string) *Report {
		return d.Reports(tells(mention+place+on.String()+typ, typ, place, on, mention))[0]
	}
	a := of("bombing", "Jolo", sunday, "A bomb at the cathedral in Jolo killed twenty worshippers")
	same := of("bombing", "Jolo", sunday, "Twenty worshippers were killed by a bomb at the cathedral in Jolo")
	score := d.Score(a, same)
	if score < 2000 {
		t.Errorf("the same bomb scores %d", score)
	}
	for name, b := range map[string]*Report{
		"another town":   of("bombing", "Zamboanga", sunday, "Twenty worshippers were killed by a bomb at the cathedral in Jolo"),
		"the next day":   of("bombing", "Jolo", sunday+1, "Twenty worshippers were killed by a bomb at the cathedral in Jolo"),
		"a week later":   of("bombing", "Jolo", sunday+7, "Twenty worshippers were killed by a bomb at the cathedral in Jolo"),
		"other words":    of("bombing", "Jolo", sunday, "A grenade went off near the harbour"),
		"another type":   of("armed-clash", "Jolo", sunday, "Twenty worshippers were killed by a bomb at the cathedral in Jolo"),
		"another family": of("arrest", "Jolo", sunday, "Twenty worshippers were killed by a bomb at the cathedral in Jolo"),
		"a month later":  of("bombing", "Jolo", sunday+40, "Twenty worshippers were killed by a bomb at the cathedral in Jolo"),
	} {
		if s := d.Score(a, b); s >= score {
			t.Errorf("%s: %d, not under %d", name, s, score)
		}
	}
	for name, b := range map[string]*Report{
		"another family": of("arrest", "Jolo", sunday, "Police arrested a man in Jolo"),
		"a month later":  of("bombing", "Jolo", sunday+40, "A bomb at the cathedral in Jolo killed twenty worshippers"),
	} {
		if d.Score(a, b) != Never || Excluded(a, b) == "" || d.Why(a, b).Value != "never" {
			t.Errorf("%s is not excluded", name)
		}
	}
}

func drawn(t *rapid.T, article string) *sayso.ArticleRecord {
	on := sayso.NoDay
	if rapid.Bool().Draw(t, "dated") {
		on = sunday + sayso.Day(rapid.IntRange(0, 9).Draw(t, "day"))
	}
	return tells(article, rapid.SampledFrom([]string{"bombing", "attack", "riot", "protest"}).Draw(t, "type"),
		rapid.SampledFrom([]string{"Jolo", "Zamboanga", ""}).Draw(t, "place"), on,
		rapid.SampledFrom([]string{"A bomb at the Jolo cathedral", "Gunmen of Abu Sayyaf attacked a mosque", "Crowds marched"}).Draw(t, "mention"))
}

// A decision does not depend on which of the two comes first, and the reasons
// add up to it.
func TestSymmetry(t *testing.T) {
	d := decider(t)
	rapid.Check(t, func(t *rapid.T) {
		a, b := d.Reports(drawn(t, "a"))[0], d.Reports(drawn(t, "b"))[0]
		if x, y := d.Score(a, b), d.Score(b, a); x != y {
			t.Fatalf("%d one way, %d the other", x, y)
		}
		if d.Why(a, b) == nil {
			t.Fatal("no reasons")
		}
	})
}

// Two reports that tell one day, family and place are compared.
func TestKeysMeet(t *testing.T) {
	d := decider(t)
	rapid.Check(t, func(t *rapid.T) {
		a, b := d.Reports(drawn(t, "a"))[0], d.Reports(drawn(t, "b"))[0]
		if a.Family != b.Family || a.In.Where == nil || b.In.Where == nil || a.In.Where.Name != b.In.Where.Name || a.Dated != b.Dated || a.Days.Gap(b.Days) > slack {
			return
		}
		file, _ := a.Keys()
		_, ask := b.Keys()
		if !slices.ContainsFunc(ask, func(k uint64) bool { return slices.Contains(file, k) }) {
			t.Fatal("they share no key")
		}
	})
}

func TestTerms(t *testing.T) {
	got := decider(t).Terms("The police said that Kimani Gray was shot in East Flatbush, the police said.")
	if len(got) == 0 || slices.Contains(got, "the") || !slices.Contains(got, "flatbush") {
		t.Error(got)
	}
}

func BenchmarkScore(b *testing.B) {
	d := decider(b)
	x := d.Reports(tells("a", "bombing", "Jolo", sunday, "A bomb at the cathedral in Jolo killed twenty worshippers"))[0]
	y := d.Reports(tells("b", "bombing", "Jolo", sunday, "Twenty worshippers were killed by a bomb at the cathedral in Jolo"))[0]
	for b.Loop() {
		d.Score(x, y)
	}
}
