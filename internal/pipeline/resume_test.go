package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/document/packed"
)

var chain = sync.OnceValues(func() (*Pipeline, error) { return Standard(Options{}) })

func standard(t *testing.T) *Pipeline {
	t.Helper()
	p, err := chain()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// texts are articles of the chain's tests: two that tell of attacks and one that
// the gate ends.
var texts = []*sayso.Article{
	{ID: "a", Title: "Bombs kill three in Kandahar", Outlet: "The Outlet", Language: "en", Published: sayso.DayOf(2019, 3, 5),
		Text: "KANDAHAR (Reuters) - Two bombs killed at least three people and wounded \"roughly 7 to 10\" others in Kandahar on Monday, police said.\n\n" +
			"A Taliban spokesman, Zabihullah Mujahid, claimed responsibility for the attack. The army denied that its soldiers were hurt. He said that they had fled.\n\n" +
			"Ahmad Karimi, a 23-year-old shopkeeper, said he saw four men running from the market in nearby Spin Boldak."},
	{ID: "b", Title: "Troops shell village", Outlet: "The Outlet", Language: "en", Published: sayso.DayOf(2020, 1, 2),
		Text: "Israeli troops shelled a village near Hebron last Tuesday, according to Palestinian sources. Twelve houses were destroyed, a UN official told AFP. Hamas vowed to respond."},
	{ID: "c", Title: "A recipe", Outlet: "The Outlet", Language: "en", Published: sayso.DayOf(2020, 1, 2),
		Text: "Peel the apples and cut them into slices. Bake for half an hour. Serve with cream."},
}

// A stage reads only the layers that it says it requires: what it makes is the
// same where there are no others. Were it not so, a new version of a stage that
// it reads in secret would not make it run again.
func TestStagesReadWhatTheyRequire(t *testing.T) {
	p := standard(t)
	for _, a := range texts[:2] {
		whole, err := p.Run(context.Background(), a, "")
		if err != nil {
			t.Fatal(err)
		}
		all := packed.Pack(whole, func(document.Layer) bool { return true })
		for _, s := range p.Stages() {
			d, err := packed.Unpack(a, all, func(l document.Layer) bool { return slices.Contains(s.Requires, l) })
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Run(context.Background(), d); err != nil {
				t.Fatalf("%s: %v", s.Name, err)
			}
			for _, l := range s.Provides {
				d.Provided(l)
				if !bytes.Equal(packed.Pack(d, only(l)), packed.Pack(whole, only(l))) || l == document.LayerIncidents && !reflect.DeepEqual(d.Incidents, whole.Incidents) {
					t.Errorf("article %s: stage %s makes another %s from what it requires alone: %v", a.ID, s.Name, l, s.Requires)
				}
			}
		}
	}
}

func only(l document.Layer) func(document.Layer) bool {
	return func(k document.Layer) bool { return k == l }
}

// newer is the chain with another version of one stage, "" for none, whose
// stages say when they run.
func newer(t *testing.T, p *Pipeline, stage string, ran *[]string) *Pipeline {
	t.Helper()
	var stages []document.Stage
	for _, s := range p.Stages() {
		run, name := s.Run, s.Name
		s.Run = func(ctx context.Context, d *document.Document) error { *ran = append(*ran, name); return run(ctx, d) }
		if s.Name == stage {
			s.Version += "+"
		}
		stages = append(stages, s)
	}
	q, err := New(stages...)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// below are a stage and all that read what it makes, as the layers say.
func below(p *Pipeline, stage string) []string {
	dirty := map[document.Layer]bool{}
	var out []string
	for _, s := range p.Stages() {
		if s.Name == stage || slices.ContainsFunc(s.Requires, func(l document.Layer) bool { return dirty[l] }) {
			out = append(out, s.Name)
			for _, l := range s.Provides {
				dirty[l] = true
			}
		}
	}
	return out
}

// A new version of a stage runs it and what reads its layers, and nothing else,
// and tells what coding from the beginning tells.
func TestResumeRedoesItsPart(t *testing.T) {
	p := standard(t)
	for _, a := range texts {
		whole, before, err := p.Resume(context.Background(), a, Progress{})
		if err != nil {
			t.Fatal(err)
		}
		gate := len(before.Ran) < len(p.Stages())
		if gate != (a.ID == "c") || !gate && len(whole.Incidents) == 0 {
			t.Fatalf("article %s: ran %v, %d incidents", a.ID, before.Ran, len(whole.Incidents))
		}
		for _, s := range p.Stages() {
			var ran []string
			q := newer(t, p, s.Name, &ran)
			d, after, err := q.Resume(context.Background(), a, before)
			if err != nil {
				t.Fatal(err)
			}
			want := below(p, s.Name)
			if gate {
				want = slices.DeleteFunc(want, func(n string) bool { return !slices.Contains(before.Ran, n) })
			}
			if !slices.Equal(ran, want) && !slices.Equal(ran, append(want, "assemble")) || !slices.Equal(ran, after.Ran) {
				t.Errorf("article %s: a new %s ran %v, want %v", a.ID, s.Name, ran, want)
			}
			if !bytes.Equal(told(t, d), told(t, whole)) || !bytes.Equal(after.Layers, before.Layers) {
				t.Errorf("article %s: after a new %s it tells something else", a.ID, s.Name)
			}
			if len(after.Cursors) != len(before.Cursors) || slices.Equal(after.Cursors, before.Cursors) == slices.Contains(before.Ran, s.Name) {
				t.Errorf("article %s: after a new %s the cursors are %v", a.ID, s.Name, after.Cursors)
			}
		}
	}
}

func told(t *testing.T, d *document.Document) []byte {
	t.Helper()
	b, err := json.Marshal([]any{d.Incidents, d.People})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// A gate that changes its mind has the rest read, or takes it back.
func TestResumeThroughTheGate(t *testing.T) {
	relevant := true
	p, err := New(stage("gate", nil, []document.Layer{document.LayerRelevance}, func(d *document.Document) error { d.Relevance.Relevant = relevant; return nil }),
		stage("tag", nil, []document.Layer{document.LayerTags}, func(d *document.Document) error { d.Tags = append(d.Tags, document.Tag{}); return nil }),
		stage("assemble", []document.Layer{document.LayerTags}, []document.Layer{document.LayerIncidents}, nil))
	if err != nil {
		t.Fatal(err)
	}
	a, at := &sayso.Article{ID: "x"}, Progress{}
	for _, c := range []struct {
		relevant bool
		want     string
	}{{false, "gate"}, {false, ""}, {true, "gate tag assemble"}, {true, "assemble"}, {false, "gate"}, {true, "gate tag assemble"}} {
		if c.relevant != relevant {
			at.Cursors = slices.DeleteFunc(at.Cursors, func(c Cursor) bool { return c.Stage == "gate" })
		}
		relevant = c.relevant
		d, after, err := p.Resume(context.Background(), a, at)
		if err != nil || strings.Join(after.Ran, " ") != c.want || relevant && len(d.Tags) != 1 {
			t.Fatalf("relevant %v: ran %v, %d tags, %v; want %s", c.relevant, after.Ran, len(d.Tags), err, c.want)
		}
		at = after
	}
}

// Layers of a program with other types are not read: everything runs.
func TestResumeFromForeignLayers(t *testing.T) {
	p := standard(t)
	_, before, err := p.Resume(context.Background(), texts[0], Progress{})
	if err != nil {
		t.Fatal(err)
	}
	before.Layers[0]++
	_, after, err := p.Resume(context.Background(), texts[0], before)
	if err != nil || len(after.Ran) != len(p.Stages()) {
		t.Errorf("ran %v, %v", after.Ran, err)
	}
}

func BenchmarkResume(b *testing.B) {
	p, err := chain()
	if err != nil {
		b.Fatal(err)
	}
	_, before, err := p.Resume(context.Background(), texts[0], Progress{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(len(before.Layers)), "B/article")
	for b.Loop() {
		if _, _, err := p.Resume(context.Background(), texts[0], before); err != nil {
			b.Fatal(err)
		}
	}
}
