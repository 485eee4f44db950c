package ecbplus

import (
	"strings"
	"testing"

	"sayso/internal/eval/reporttest"
)

func TestRead(t *testing.T) {
	docs, err := Read(reporttest.Shared(t, "data/ecbplus"))
	if err != nil {
		t.Fatal(err)
	}
	topics, seminal := map[int]bool{}, map[string]bool{}
	mentions, chains := 0, map[string]bool{}
	for i := range docs {
		d := &docs[i]
		topics[d.Topic], seminal[d.Seminal] = true, true
		for _, m := range d.Mentions {
			for k, s := range m.Spans {
				if got := s.In(d.Article.Text); got != m.Words[k] {
					t.Fatalf("%s: %q is not %q", d.ID, got, m.Words[k])
				}
			}
			if m.Action() && m.Checked {
				mentions++
				chains[m.Chain] = true
			}
		}
		if strings.Contains(d.Article.Text, "http :") {
			t.Errorf("%s: its address is in the text", d.ID)
		}
	}
	t.Logf("%d articles, %d topics, %d seminal events, %d checked mentions, %d chains", len(docs), len(topics), len(seminal), mentions, len(chains))
	if len(topics) != 33 || len(seminal) != 66 || mentions < 4000 {
		t.Errorf("%d topics, %d seminal events, %d mentions", len(topics), len(seminal), mentions)
	}
}
