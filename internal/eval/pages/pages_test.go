package pages

import (
	"encoding/json"
	"math"
	"testing"

	"sayso"
	"sayso/internal/eval"
	"sayso/internal/eval/reporttest"
)

func TestReport(t *testing.T) {
	reporttest.Check(t, Task, eval.Options{Data: reporttest.Shared(t, "data/article-extraction"), Sample: 5}, "pages-article-extraction.sample")
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		want, got string
		score     score
	}{
		{"a b c d", "a b c d", score{1, 0, 0}}, {"a b c d e", "a b c d", score{0.5, 0, 0.5}}, {"a b c d", "a b c d e", score{0.5, 0.5, 0}},
		{"a b c d", "", score{0, 0.5, 0.5}}, {"A, b c - d", "A b c d!", score{1, 0, 0}}, {"x x x x x", "x x x x", score{0.5, 0, 0.5}},
	} {
		if got := compare(c.want, c.got); math.Abs(got.both-c.score.both)+math.Abs(got.ours-c.score.ours)+math.Abs(got.theirs-c.score.theirs) > 1e-9 {
			t.Errorf("%q, %q: %v, want %v", c.want, c.got, got, c.score)
		}
	}
}

func TestMetadataByHand(t *testing.T) {
	var byHand map[string]checked
	if err := json.Unmarshal(metadata, &byHand); err != nil || len(byHand) != 100 {
		t.Fatalf("%d pages, %v", len(byHand), err)
	}
	for id, c := range byHand {
		if day, err := sayso.ParseDay(c.Published); err != nil || !day.Known() || len(c.Outlet) == 0 {
			t.Errorf("%s: %+v, %v", id, c, err)
		}
	}
}
