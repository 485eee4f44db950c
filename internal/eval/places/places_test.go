package places

import (
	"context"
	"strings"
	"testing"

	"sayso/internal/eval"
	"sayso/internal/eval/reporttest"
	"sayso/internal/gazetteer"
)

func TestSamples(t *testing.T) {
	data := reporttest.Shared(t, "data/geoparsing")
	for _, set := range []string{"LGL", "TR-News"} {
		t.Run(set, func(t *testing.T) {
			reporttest.Check(t, Task, eval.Options{Data: data, Set: set, Sample: 20}, "places-"+set+".sample")
		})
	}
}

func TestUnknownSet(t *testing.T) {
	if _, err := Task.Run(context.Background(), eval.Options{Data: t.TempDir(), Set: "none"}); err == nil {
		t.Error("a set that is not there is read")
	}
}

// TestRule holds the rule of what is right against cases by hand.
func TestRule(t *testing.T) {
	kansas := Gold{ID: "geonames:4273857", Lat: 38.5, Lon: -98.5, Located: true}
	for _, c := range []struct {
		name string
		e    gazetteer.Entry
		want bool
	}{
		{"the same unit at another point", gazetteer.Entry{ID: "geonames:4273857", Kind: gazetteer.KindAdmin1, Lat: 30, Lon: -98}, true},
		{"a town under the same id, far off", gazetteer.Entry{ID: "geonames:4273857", Kind: gazetteer.KindTown, Lat: 30, Lon: -98}, false},
		{"160 km north", gazetteer.Entry{ID: "x", Kind: gazetteer.KindTown, Lat: 38.5 + 160/111.195, Lon: -98.5}, true},
		{"162 km north", gazetteer.Entry{ID: "x", Kind: gazetteer.KindTown, Lat: 38.5 + 162/111.195, Lon: -98.5}, false},
	} {
		if got := kansas.Right(&c.e); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestReadsOffsetsInRunes(t *testing.T) {
	x := xmlArticle{ID: "a", Text: "In Zürich, Köln.", Toponyms: []xmlToponym{
		{Start: 3, End: 9, Phrase: "Zürich", Lat: "47.4", Lon: "8.5"},
		{Start: 9, End: 13, Phrase: "Köln", Lat: "", Lon: ""}, // slipped
	}}
	got := x.text()
	var words []string
	for _, g := range got.Gold {
		words = append(words, g.Span.In(got.Article.Text))
	}
	if strings.Join(words, "|") != "Zürich|Köln" || !got.Gold[0].Located || got.Gold[1].Located {
		t.Errorf("got %v %+v", words, got.Gold)
	}
}
