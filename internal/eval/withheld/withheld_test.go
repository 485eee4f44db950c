package withheld

import (
	"path/filepath"
	"slices"
	"testing"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/reporttest"
	"sayso/internal/pipeline"
	"sayso/internal/publish/private"
)

func TestReport(t *testing.T) {
	data := reporttest.Shared(t, "data/wikinews-vanatteveldt")
	p, err := pipeline.Standard(pipeline.Options{Until: document.LayerPeople})
	if err != nil {
		t.Fatal(err)
	}
	reporttest.Check(t, Task, eval.Options{Data: data, Set: filepath.Join(reporttest.Root(t), DefaultList), Sample: 2, Chain: p}, "withheld-wikinews.sample")
	reporttest.Check(t, Task, eval.Options{Data: data, Set: filepath.Join(reporttest.Root(t), DrawnList), Chain: p}, "withheld-drawn")
	reporttest.Check(t, Task, eval.Options{Data: data, Set: filepath.Join(reporttest.Root(t), FreshList), Chain: p}, "withheld-fresh")
	all := reporttest.Shared(t, "data")
	reporttest.Check(t, Task, eval.Options{Data: all, Set: filepath.Join(reporttest.Root(t), ApartList), Chain: p}, "withheld-apart")
	reporttest.Check(t, Task, eval.Options{Data: all, Set: filepath.Join(reporttest.Root(t), LastList), Chain: p}, "withheld-apart-fresh")
}

// The lists resolve; the one from which errors are read shares no article with
// the others, and no sentence stands in two of them.
func TestLists(t *testing.T) {
	apart, texts := map[string]bool{}, map[string]string{}
	for i, file := range []string{"eval/gold/private-names-read.txt", DefaultList, DrawnList, FreshList} {
		list, err := read(filepath.Join(reporttest.Root(t), file))
		if err != nil {
			t.Fatal(err)
		}
		names, nobody := 0, 0
		for _, s := range list {
			if other := texts[s.text]; other != "" && other != file {
				t.Errorf("%s: %q stands in %s too", file, s.text, other)
			}
			texts[s.text] = file
			if i == 0 {
				apart[s.url] = true
			} else if apart[s.url] || s.url == "" {
				t.Errorf("%s: %q is of an article that is read, or of none", file, s.url)
			}
			if len(s.private) > 0 {
				names++
			} else if len(s.public)+len(s.open) == 0 {
				nobody++
			}
		}
		if least := []int{60, 60, 100, 100}[i]; names < least {
			t.Errorf("%s: %d sentences name somebody private, fewer than %d", file, names, least)
		}
		if (nobody > 0) != (file == DrawnList || file == FreshList) {
			t.Errorf("%s: %d sentences name nobody", file, nobody)
		}
	}
}

// The lists of places resolve, no article is in both, and none of them holds a
// word of a text.
func TestListsApart(t *testing.T) {
	data, in := reporttest.Shared(t, "data"), map[string]string{}
	for _, file := range []string{ApartList, LastList} {
		list, err := read(filepath.Join(reporttest.Root(t), file))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := articlesOf(data, list); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		names := 0
		for _, s := range list {
			if s.digest == "" {
				t.Errorf("%s: %q is written out", file, s.text)
			}
			if in[s.url] != "" && in[s.url] != file {
				t.Errorf("%s is in %s and %s", s.url, in[s.url], file)
			}
			in[s.url] = file
			names += len(s.private)
		}
		if names < 120 {
			t.Errorf("%s: %d private names, fewer than 120", file, names)
		}
	}
}

// A place that isn't one, or that is of another text, is an error.
func TestPlaces(t *testing.T) {
	for _, c := range []sentence{
		{at: place{0, 99}, digest: "00000000"}, {at: place{0, 4}, digest: "00000000"},
		{at: place{0, 8}, digest: digestOf("Ana Ruiz"), private: []string{"x"}}, {at: place{0, 8}, digest: digestOf("Ana Ruiz"), private: []string{"0-99"}},
	} {
		if err := c.fill("Ana\nRuiz met"); err == nil {
			t.Errorf("%+v is filled", c)
		}
	}
	s := sentence{at: place{0, 8}, digest: digestOf("Ana Ruiz"), private: []string{"4-8"}}
	if err := s.fill("Ana\nRuiz met"); err != nil || s.text != "Ana Ruiz" || s.private[0] != "Ruiz" {
		t.Errorf("%+v, %v", s, err)
	}
}

// A name leaks with a word of it; a public name is lost if it isn't whole.
func TestScore(t *testing.T) {
	n := found{private.Of([]sayso.Person{{Name: "Ana Ruiz", Forms: []string{"Ana Ruiz"}, Private: true, Description: "a baker"}}), map[string]bool{"Ana": true}}
	s := sentence{text: "Ana Ruiz met mayor Ali Nasr; Ruiz smiled", private: []string{"Ana Ruiz", "Ruiz"}, public: []string{"Ali Nasr"}}
	var got []string
	var sum tally
	sum.score(s, n, func(name string) { got = append(got, name) })
	if sum != (tally{private: 2, leaked: 2, unseen: 2, sentences: 1, leaking: 1, public: 1}) || !slices.Equal(got, []string{"Ana Ruiz", "Ruiz"}) {
		t.Errorf("%+v, %q", sum, got)
	}
}
