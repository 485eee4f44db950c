package incidents

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/lexicon"
)

func joiner(t testing.TB) *Joiner {
	t.Helper()
	l, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	j, err := New(l)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// report makes an incident in words that a joiner can work with.
func report(id, typ, place, day, mention string, killed int) sayso.Incident {
	in := sayso.Incident{ID: id, Type: typ, Salience: sayso.SalienceMain, Status: sayso.StatusOccurred, Mention: mention,
		Actors: []sayso.Actor{}, Counts: []sayso.Count{}, Weapons: []string{},
		Claims: []sayso.Claim{{N: 1, About: sayso.AboutIncident, Stance: sayso.StanceAsserted, Chain: []sayso.Voucher{}, Quote: mention}},
		Fields: []sayso.Field{{Name: "type", Value: typ, For: []int{1}, Against: []int{}}}}
	if place != "" {
		in.Where = &sayso.Place{Name: place, Country: "PH", Level: sayso.LevelTown}
		in.Fields = append(in.Fields, sayso.Field{Name: "where", Value: place, For: []int{1}, Against: []int{}})
	}
	if d, err := sayso.ParseDay(day); err == nil && d.Known() {
		in.When = &sayso.When{Earliest: d, Latest: d, Precision: sayso.PrecisionDay, Words: day}
		in.Fields = append(in.Fields, sayso.Field{Name: "when", Value: day, For: []int{1}, Against: []int{}})
	}
	if killed > 0 {
		in.Counts = append(in.Counts, sayso.Count{What: "killed", Min: &killed, Max: &killed, Words: fmt.Sprint(killed), Claim: 1})
		in.Fields = append(in.Fields, sayso.Field{Name: "count:killed", Value: fmt.Sprint(killed), For: []int{1}, Against: []int{}})
	}
	return in
}

// drawn makes records that often tell one happening and sometimes contradict.
func drawn(t *rapid.T) []sayso.ArticleRecord {
	var out []sayso.ArticleRecord
	for i := range rapid.IntRange(1, 7).Draw(t, "articles") {
		a := fmt.Sprintf("a%d", i)
		day := sayso.DayOf(2019, 1, 27) + sayso.Day(rapid.IntRange(0, 3).Draw(t, "published"))
		rec := sayso.ArticleRecord{Article: a, Outlet: rapid.SampledFrom([]string{"AP", "Reuters", ""}).Draw(t, "outlet"), Published: day, Incidents: []sayso.Incident{}}
		for k := range rapid.IntRange(0, 3).Draw(t, "incidents") {
			rec.Incidents = append(rec.Incidents, report(fmt.Sprintf("%si%d", a, k),
				rapid.SampledFrom([]string{"bombing", "attack", "arrest"}).Draw(t, "type"),
				rapid.SampledFrom([]string{"Jolo", "Zamboanga", ""}).Draw(t, "place"),
				rapid.SampledFrom([]string{"2019-01-27", "2019-01-28", ""}).Draw(t, "day"),
				rapid.SampledFrom([]string{"A bomb at the Jolo cathedral killed worshippers", "Twin blasts hit the cathedral in Jolo during Mass", "Abu Sayyaf gunmen attacked a Zamboanga mosque with grenades"}).Draw(t, "mention"),
				rapid.IntRange(0, 3).Draw(t, "killed")*10))
		}
		out = append(out, rec)
	}
	return out
}

func copyOf(t *rapid.T, records []sayso.ArticleRecord) []sayso.ArticleRecord {
	b, err := json.Marshal(records)
	if err != nil {
		t.Fatal(err)
	}
	var out []sayso.ArticleRecord
	if err := json.Unmarshal(b, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func byID(in []sayso.Incident) []sayso.Incident {
	slices.SortFunc(in, func(a, b sayso.Incident) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	return in
}

// Whatever the order, and whether all at once or one at a time with some taken
// out and put in again, the same incidents come out.
func TestOrderDoesNotMatter(t *testing.T) {
	j := joiner(t)
	rapid.Check(t, func(t *rapid.T) {
		j.whole = rapid.SampledFrom([]int{1, 2, 3, whole}).Draw(t, "whole")
		records := drawn(t)
		want := byID(j.Join(copyOf(t, records)))
		shuffled := rapid.Permutation(copyOf(t, records)).Draw(t, "order")
		if d := cmp.Diff(want, byID(j.Join(copyOf(t, shuffled)))); d != "" {
			t.Fatalf("another order, other incidents:\n%s", d)
		}
		s, now := j.Set(), map[string]sayso.Incident{}
		apply := func(c Change) {
			for _, id := range c.Gone {
				if _, ok := now[id]; !ok {
					t.Fatalf("%s is gone and was not there", id)
				}
				delete(now, id)
			}
			for _, in := range c.Incidents {
				now[in.ID] = in
			}
		}
		for i := range shuffled {
			apply(s.Add(&shuffled[i]))
			if rapid.Bool().Draw(t, "again") {
				apply(s.Remove(shuffled[i].Article))
				apply(s.Add(&shuffled[i]))
			}
		}
		var got []sayso.Incident
		for _, in := range now {
			got = append(got, in)
		}
		if d := cmp.Diff(want, byID(got)); d != "" && len(want)+len(got) > 0 {
			t.Fatalf("one at a time, other incidents (-at once +one at a time):\n%s", d)
		}
	})
}

// Every id that an incident ever had leads to one incident that holds the
// report by which it was known.
func TestIDsResolve(t *testing.T) {
	j := joiner(t)
	rapid.Check(t, func(t *rapid.T) {
		records := drawn(t)
		s, ever := j.Set(), map[string]bool{}
		for i := range records {
			for _, in := range s.Add(&records[i]).Incidents {
				ever[in.ID] = true
			}
		}
		leads := map[string]int{}
		for _, in := range j.Join(copyOf(t, records)) {
			leads[in.ID]++
			for _, f := range in.Former {
				leads[f]++
			}
		}
		for id := range ever {
			if leads[id] != 1 {
				t.Fatalf("%s leads to %d incidents", id, leads[id])
			}
		}
	})
}

// Later articles leave the id of an incident as it is.
func TestIDStays(t *testing.T) {
	j := joiner(t)
	s := j.Set()
	first := sayso.ArticleRecord{Article: "z", Published: sayso.DayOf(2019, 1, 27), Incidents: []sayso.Incident{report("zi", "bombing", "Jolo", "2019-01-27", "A bomb at the Jolo cathedral killed worshippers", 20)}}
	s.Add(&first)
	later := sayso.ArticleRecord{Article: "a", Published: sayso.DayOf(2019, 1, 28), Incidents: []sayso.Incident{report("ai", "bombing", "Jolo", "2019-01-27", "A bomb at the cathedral of Jolo killed worshippers", 27)}}
	c := s.Add(&later)
	if len(c.Incidents) != 1 || c.Incidents[0].ID != "zi" || len(c.Gone) > 0 || !slices.Equal(c.Incidents[0].Former, []string{"ai"}) {
		t.Errorf("%+v", c)
	}
}

// An addition touches nothing that it has nothing to do with.
func TestTouchesOnlyWhatItConcerns(t *testing.T) {
	j := joiner(t)
	s := j.Set()
	for i, place := range []string{"Jolo", "Zamboanga", "Davao"} {
		s.Add(&sayso.ArticleRecord{Article: place, Published: sayso.DayOf(2019, 1, 27), Incidents: []sayso.Incident{report("i"+place, "bombing", place, "2019-01-27", "A bomb in "+place+" killed worshippers", 10*i+10)}})
	}
	c := s.Add(&sayso.ArticleRecord{Article: "x", Published: sayso.DayOf(2019, 1, 28), Incidents: []sayso.Incident{report("ix", "bombing", "Davao", "2019-01-27", "A bomb in Davao killed worshippers", 30)}})
	if len(c.Incidents) != 1 || c.Incidents[0].ID != "iDavao" {
		t.Errorf("%d incidents changed", len(c.Incidents))
	}
}

func contradictions() []sayso.ArticleRecord {
	return []sayso.ArticleRecord{
		{Article: "a", Published: sayso.DayOf(2019, 1, 28), Incidents: []sayso.Incident{report("a1", "bombing", "Jolo", "2019-01-27", "A bomb at the Jolo cathedral killed worshippers", 20)}},
		{Article: "b", Published: sayso.DayOf(2019, 1, 28), Incidents: []sayso.Incident{report("b1", "bombing", "Jolo", "2019-01-27", "A bomb at the cathedral in Jolo killed worshippers at Mass", 20)}},
		{Article: "c", Published: sayso.DayOf(2019, 1, 28), Incidents: []sayso.Incident{report("c1", "bombing", "Zamboanga", "2019-01-27", "A grenade thrown into a mosque in Zamboanga killed preachers", 2)}},
	}
}

func groups(records []sayso.ArticleRecord) string {
	out := ""
	for i := range records {
		for _, in := range records[i].Incidents {
			out += in.ID + "→" + in.Joined + " "
		}
	}
	return out
}

// People's rulings hold, survive later runs and can be undone.
func TestRulings(t *testing.T) {
	j := joiner(t)
	apart := Ruling{Kind: RulingSplit, Incidents: []string{"b1"}, Stay: []string{"a1"}, By: "ed", At: "2026-01-01T00:00:00Z", Reason: "two blasts"}.Named()
	one := Ruling{Kind: RulingMerge, Incidents: []string{"c1", "a1"}, By: "ed", At: "2026-01-02T00:00:00Z", Reason: "one campaign"}.Named()
	undo := Ruling{Kind: RulingUndo, Undoes: apart.ID, By: "chief", At: "2026-01-03T00:00:00Z", Reason: "one blast"}.Named()
	redo := Ruling{Kind: RulingUndo, Undoes: undo.ID, By: "ed", At: "2026-01-04T00:00:00Z", Reason: "two after all"}.Named()
	for _, c := range []struct {
		rulings []Ruling
		want    string
	}{
		{nil, "a1→a1 b1→a1 c1→c1 "},
		{[]Ruling{apart}, "a1→a1 b1→b1 c1→c1 "},
		{[]Ruling{one}, "a1→a1 b1→b1 c1→a1 "}, // b1 excludes c1: the nearer to neither is left alone
		{[]Ruling{apart, one}, "a1→a1 b1→b1 c1→a1 "},
		{[]Ruling{apart, undo}, "a1→a1 b1→a1 c1→c1 "},
		{[]Ruling{apart, undo, redo}, "a1→a1 b1→b1 c1→c1 "},
	} {
		records := contradictions()
		j.JoinGiven(records, Given{Rulings: c.rulings})
		got := groups(records)
		if len(c.rulings) != 1 || c.rulings[0].Kind != RulingMerge {
			if got != c.want {
				t.Errorf("%v: %s, not %s", c.rulings, got, c.want)
			}
		} else if records[2].Incidents[0].Joined != records[0].Incidents[0].Joined {
			t.Errorf("merged by hand, and apart: %s", got)
		}
		later := contradictions()
		s := j.Set()
		for i := range later {
			s.Add(&later[i])
		}
		s.Rule(c.rulings)
		if other := groups(later); other != got {
			t.Errorf("ruled on afterwards: %s, before: %s", other, got)
		}
		s.Rule(nil)
		if other := groups(later); other != "a1→a1 b1→a1 c1→c1 " {
			t.Errorf("rulings taken back: %s", other)
		}
	}
}

// Why tells in a sentence, with a tree below it, why two are one or are not.
func TestWhy(t *testing.T) {
	j := joiner(t)
	s := j.Set()
	records := contradictions()
	for i := range records {
		s.Add(&records[i])
	}
	for _, c := range []struct{ a, b, want string }{{"a1", "b1", "one"}, {"a1", "c1", "two"}} {
		e, err := s.Why(c.a, c.b)
		if err != nil || e.Value != c.want || len(e.Children) == 0 || len(e.Children[0].Children) < 3 {
			t.Errorf("%s, %s: %+v %v", c.a, c.b, e, err)
		}
	}
	if _, err := s.Why("a1", "nobody"); err == nil {
		t.Error("an id that is not there was explained")
	}
}

// A copy changes no count of origins.
func TestACopyIsNoOrigin(t *testing.T) {
	j := joiner(t)
	records := contradictions()[:2]
	records[0].Outlet, records[1].Outlet = "AP", "Daily News"
	in := j.JoinGiven(records, Given{Copies: []sayso.Copy{{Article: "b", Of: "a", Kind: sayso.CopyReprint, Share: .8}}})
	if len(in) != 1 || len(in[0].Origins) != 1 {
		t.Errorf("%+v", in)
	}
}

func BenchmarkAdd(b *testing.B) {
	j := joiner(b)
	s := j.Set()
	for n := 0; b.Loop(); n++ {
		place := string([]byte{byte('A' + n%26), byte('a' + n/26%26), byte('a' + n/676%26), 'o', 'n'})
		rec := sayso.ArticleRecord{Article: fmt.Sprint(n), Published: sayso.DayOf(2019, 1, 1) + sayso.Day(n/50), Incidents: []sayso.Incident{
			report(fmt.Sprintf("i%d", n), "bombing", place, "", "A bomb went off in "+place, n%20)}}
		s.Add(&rec)
	}
}

// An article that tells one happening twice has both reports in it once others
// go with both; alone, they stay apart.
func TestOneArticleTellsItTwice(t *testing.T) {
	j := joiner(t)
	words := "A bomb at the Jolo cathedral killed worshippers"
	tell := func(article string, n int) sayso.ArticleRecord {
		rec := sayso.ArticleRecord{Article: article, Published: sayso.DayOf(2019, 1, 28), Terms: []string{"jolo", "cathedral", "worshippers", "sulu"}}
		for i := range n {
			rec.Incidents = append(rec.Incidents, report(fmt.Sprintf("%s%d", article, i), "bombing", "Jolo", "2019-01-27", words, 20))
		}
		return rec
	}
	alone := []sayso.ArticleRecord{tell("a", 2)}
	j.Join(alone)
	if got := groups(alone); got != "a0→a0 a1→a1 " {
		t.Errorf("alone: %s", got)
	}
	many := []sayso.ArticleRecord{tell("a", 2), tell("b", 1), tell("c", 1), tell("d", 1), tell("e", 1)}
	j.Join(many)
	if got := groups(many); got != "a0→a0 a1→a0 b0→a0 c0→a0 d0→a0 e0→a0 " {
		t.Errorf("with others: %s", got)
	}
}
