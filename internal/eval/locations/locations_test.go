package locations

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"sayso/internal/eval"
	"sayso/internal/eval/reporttest"
)

func TestSample(t *testing.T) {
	data := reporttest.Shared(t, "data/event-location")
	reporttest.Check(t, Task, eval.Options{Data: data, Split: "dev", Sample: 8}, "locations-dev.sample")
}

func TestNoCorpus(t *testing.T) {
	if _, err := Task.Run(context.Background(), eval.Options{Data: t.TempDir(), Split: "dev"}); err == nil {
		t.Error("a corpus that is not there is read")
	}
}

// TestRow reads a row whose place gives the number of its token as offset.
func TestRow(t *testing.T) {
	var j jsonRow
	err := json.Unmarshal([]byte(`{"text":"Près de Köln, two were shot.","source":"x",
		"tokens":[{"text":"Près","start":0,"end":4},{"text":"de","start":5,"end":7},{"text":"Köln","start":8,"end":12}],
		"spans":[{"start":23,"end":27,"label":"VERB"},{"start":2,"end":2,"token_start":2,"token_end":2,"label":"LOCATION","text":"Köln"}]}`), &j)
	if err != nil {
		t.Fatal(err)
	}
	r, ok := j.row(1)
	if !ok || r.Verb.In(r.Text) != "shot" || len(r.Places) != 1 || r.Places[0].In(r.Text) != "Köln" {
		t.Errorf("read %+v", r)
	}
	j.Spans = j.Spans[1:]
	if _, ok := j.row(2); ok {
		t.Error("a row without a verb is read")
	}
}

func TestNearest(t *testing.T) {
	if c := nearest(nil, 3); c != nil {
		t.Error("the nearest of none is one")
	}
	var b strings.Builder
	if err := (&tally{}).report(eval.Options{}).WriteText(&b); err != nil || strings.Contains(b.String(), "NaN") {
		t.Errorf("an empty tally prints %s %v", b.String(), err)
	}
}
