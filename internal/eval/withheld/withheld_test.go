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
}

// The list resolves, and the two parts of it share no article.
func TestLists(t *testing.T) {
	urls := map[string]int{}
	names := 0
	for i, file := range []string{DefaultList, "eval/gold/private-names-read.txt"} {
		list, err := read(filepath.Join(reporttest.Root(t), file))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range list {
			if was, ok := urls[s.url]; ok && was != i || s.url == "" {
				t.Errorf("%q is in both lists, or nowhere", s.url)
			}
			urls[s.url] = i
			if len(s.private) > 0 {
				names++
			}
			if len(s.private)+len(s.public) == 0 {
				t.Errorf("%q names nobody", s.text)
			}
		}
	}
	if names < 100 {
		t.Errorf("%d sentences name somebody private", names)
	}
}

// A name leaks with a word of it; a public name is lost if it isn't whole.
func TestScore(t *testing.T) {
	n := private.Of([]sayso.Person{{Name: "Ana Ruiz", Forms: []string{"Ana Ruiz"}, Private: true, Description: "a baker"}})
	s := sentence{text: "Ana Ruiz met mayor Ali Nasr; Ruiz smiled", private: []string{"Ana Ruiz", "Ruiz"}, public: []string{"Ali Nasr"}}
	var got []string
	var sum tally
	sum.score(s, n, func(name string) { got = append(got, name) })
	if sum != (tally{private: 2, leaked: 2, sentences: 1, leaking: 1, public: 1}) || !slices.Equal(got, []string{"Ana Ruiz", "Ruiz"}) {
		t.Errorf("%+v, %q", sum, got)
	}
}
