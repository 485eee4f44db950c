package incidents

import (
	"testing"

	"sayso"
)

// Two articles that one happening connects are compared whole: the protests
// after it share no place and no rare word.
func TestArticlesAreComparedWhole(t *testing.T) {
	j := joiner(t)
	tell := func(article, protest string, bomb bool) sayso.ArticleRecord {
		rec := sayso.ArticleRecord{Article: article, Published: sayso.DayOf(2019, 1, 28), Terms: []string{"jolo", "cathedral", "worshippers", "sulu"}}
		rec.Incidents = append(rec.Incidents, report(article+"p", "protest", "", "2019-01-28", protest, 0))
		if bomb {
			rec.Incidents = append(rec.Incidents, report(article+"b", "bombing", "Jolo", "2019-01-27", "A bomb at the Jolo cathedral killed worshippers", 20))
		}
		return rec
	}
	for bomb, want := range map[bool]string{false: "ap→ap bp→bp ", true: "ap→ap ab→ab bp→ap bb→ab "} {
		records := []sayso.ArticleRecord{tell("a", "Crowds marched", bomb), tell("b", "Thousands took to the streets", bomb)}
		j.Join(records)
		if got := groups(records); got != want {
			t.Errorf("%v: %s", bomb, got)
		}
		set := j.Set()
		for i := range records {
			set.Add(&records[i])
		}
		if got := groups(records); got != want {
			t.Errorf("%v, one at a time: %s", bomb, got)
		}
		if got := len(j.Likely(j.File(&records[0]), j.File(&records[1]))); got != len(set.Likely("a")) {
			t.Errorf("%v: %d likely pairs, in the set %d", bomb, got, len(set.Likely("a")))
		}
	}
}
