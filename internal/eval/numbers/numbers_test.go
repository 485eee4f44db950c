package numbers

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/gold"
	"sayso/internal/eval/reporttest"
	"sayso/internal/pipeline"
)

func TestSamples(t *testing.T) {
	articles, muc := reporttest.Shared(t, "gold"), reporttest.Shared(t, "data/muc34")
	c, err := pipeline.Standard(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []struct {
		name, data, set string
		sample          int
	}{{"dev", articles, "dev", 2}, {"joined", articles, "joined", 4}, {"muc34", muc, "", 25}} {
		t.Run(s.name, func(t *testing.T) {
			reporttest.Check(t, Task, eval.Options{Data: s.data, Set: s.set, Sample: s.sample, Chain: c}, "numbers-"+s.name+".sample")
		})
	}
}

func count(what string, lo, hi int, start, end int) document.Quantity {
	c := sayso.Count{What: what, Span: sayso.Span{Start: start, End: end}}
	if lo >= 0 {
		c.Min = &lo
	}
	if hi >= 0 {
		c.Max = &hi
	}
	return document.Quantity{Count: c}
}

func TestCompare(t *testing.T) {
	d := document.New(&sayso.Article{Text: "At least 20 died. Police arrested 20 men; 20 died later."})
	d.Quantities = []document.Quantity{count("killed", 20, -1, 0, 11), count("arrested", 20, 20, 34, 40), count("", 20, 20, 42, 44)}
	twenty := 20
	for _, c := range []struct {
		count       gold.Count
		mention     string
		right, what bool
	}{
		{gold.Count{What: "killed", Min: &twenty, Words: "At least 20"}, "At least 20 died", true, true},
		{gold.Count{What: "killed", Min: &twenty, Max: &twenty, Words: "At least 20"}, "At least 20 died", false, false},
		{gold.Count{What: "killed", Min: &twenty, Max: &twenty, Words: "20"}, "20 died later", true, false},
		{gold.Count{What: "killed", Min: &twenty, Max: &twenty, Words: "thirty"}, "20 died later", false, false},
	} {
		if a := Compare(d, &c.count, c.mention); a.Range != c.right || a.Both != c.what {
			t.Errorf("%q near %q: %+v", c.count.Words, c.mention, a)
		}
	}
}

func TestNumbered(t *testing.T) {
	for words, want := range map[string]bool{"the pilot": false, "two": true, "a soldier": true, "at least 20": true, "dozens of people": true,
		"twenty-one": true, "his wife": false} {
		if numbered(words) != want {
			t.Errorf("%q: %v", words, !want)
		}
	}
}

func TestRanges(t *testing.T) {
	for _, c := range []struct {
		in   []string
		want []limit
	}{
		{[]string{"30"}, []limit{{30, 30}}},
		{[]string{"10", "10-", "PLURAL"}, []limit{{10, 10}, {10, -1}}},
		{[]string{"-26"}, []limit{{-1, 26}}},
		{[]string{"~30"}, []limit{{30, 30}}},
		{[]string{"6-8"}, []limit{{6, 8}}},
		{[]string{"1"}, nil},
		{[]string{"0", "PLURAL"}, nil},
	} {
		if d := cmp.Diff(c.want, ranges(c.in), cmp.AllowUnexported(limit{})); d != "" {
			t.Errorf("%v: %s", c.in, d)
		}
	}
}

func TestOnlyDevOfMUC(t *testing.T) {
	data := reporttest.Shared(t, "data/muc34")
	c, err := pipeline.New()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Task.Run(context.Background(), eval.Options{Data: data, Set: "tst1", Chain: c}); err == nil {
		t.Error("a test part is read")
	}
}
