package pipeline

import (
	"context"
	"errors"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/document"
)

func stage(name string, needs, gives []document.Layer, run func(*document.Document) error) document.Stage {
	return document.Stage{Name: name, Version: "1", Requires: needs, Provides: gives,
		Run: func(_ context.Context, d *document.Document) error {
			if run == nil {
				return nil
			}
			return run(d)
		}}
}

func TestNewRefusesMissingLayer(t *testing.T) {
	_, err := New(stage("tag", []document.Layer{document.LayerTokens}, nil, nil))
	if err == nil || !strings.Contains(err.Error(), "requires layer tokens") {
		t.Errorf("%v", err)
	}
}

func TestNewRefusesSecondWriter(t *testing.T) {
	tokens := []document.Layer{document.LayerTokens}
	_, err := New(stage("a", nil, tokens, nil), stage("b", nil, tokens, nil))
	if err == nil || !strings.Contains(err.Error(), "provided by stage a and again by b") {
		t.Errorf("%v", err)
	}
}

func TestRunStopsAtLayer(t *testing.T) {
	ran := []string{}
	mark := func(n string) func(*document.Document) error {
		return func(*document.Document) error { ran = append(ran, n); return nil }
	}
	p, err := New(stage("a", nil, []document.Layer{document.LayerTokens}, mark("a")), stage("b", nil, []document.Layer{document.LayerTags}, mark("b")))
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Run(context.Background(), &sayso.Article{ID: "x", Text: "y"}, document.LayerTokens)
	if err != nil || len(ran) != 1 || !d.Has(document.LayerTokens) || d.Has(document.LayerTags) {
		t.Errorf("ran %v, %v", ran, err)
	}
}

func TestRunNamesStageAndArticle(t *testing.T) {
	boom := errors.New("boom")
	p, _ := New(stage("a", nil, nil, func(*document.Document) error { return boom }))
	_, err := p.Run(context.Background(), &sayso.Article{ID: "x"}, "")
	var se *StageError
	if !errors.As(err, &se) || !errors.Is(err, boom) || err.Error() != "x: a: boom" {
		t.Errorf("%v", err)
	}
}

// A stage that panics fails its article and nothing else.
func TestRunOutlivesPanic(t *testing.T) {
	p, _ := New(stage("a", nil, nil, func(d *document.Document) error {
		if d.Article.ID == "x" {
			panic("index out of range")
		}
		return nil
	}))
	_, err := p.Run(context.Background(), &sayso.Article{ID: "x"}, "")
	var se *StageError
	if !errors.As(err, &se) || err.Error() != "x: a: mistake in the program: index out of range" {
		t.Errorf("%v", err)
	}
	if _, err := p.Run(context.Background(), &sayso.Article{ID: "y"}, ""); err != nil {
		t.Errorf("the next article: %v", err)
	}
}

func TestRunHonoursContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	p, _ := New(stage("a", nil, nil, nil))
	if _, err := p.Run(ctx, &sayso.Article{ID: "x"}, ""); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// What is not worth reading for claims is not read, unless a layer is asked for.
func TestRunEndsAtTheGate(t *testing.T) {
	for _, c := range []struct {
		relevant bool
		until    document.Layer
		want     int
	}{{true, "", 3}, {false, "", 1}, {false, document.LayerTags, 2}, {false, document.LayerIncidents, 3}} {
		ran := 0
		mark := func(*document.Document) error { ran++; return nil }
		p, err := New(stage("gate", nil, []document.Layer{document.LayerRelevance}, func(d *document.Document) error { d.Relevance.Relevant = c.relevant; return mark(d) }),
			stage("tag", nil, []document.Layer{document.LayerTags}, mark), stage("assemble", nil, []document.Layer{document.LayerIncidents}, mark))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Run(context.Background(), &sayso.Article{ID: "x"}, c.until); err != nil || ran != c.want {
			t.Errorf("%+v: %d stages ran, %v", c, ran, err)
		}
	}
	p, err := New(stage("gate", nil, []document.Layer{document.LayerRelevance}, nil), stage("tag", nil, []document.Layer{document.LayerTags}, nil))
	if err != nil {
		t.Fatal(err)
	}
	if d, err := p.Run(context.Background(), &sayso.Article{ID: "x"}, ""); err != nil || !d.Has(document.LayerTags) {
		t.Errorf("a chain without incidents ended early: %v", err)
	}
}
