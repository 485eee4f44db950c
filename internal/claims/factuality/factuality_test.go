package factuality_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/annotate/depparse"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/annotate/texttest"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/claims/attribution"
	"sayso/internal/claims/factuality"
	"sayso/internal/document"
	"sayso/internal/pipeline"
)

// marked is a text with its happenings marked: "Police foiled an *attack*", or
// with the type of the incident, "*withdrew|troop-movement*".
type marked struct {
	text string
	at   []int // byte offsets of the triggers
	kind []string
}

func unmark(s string) marked {
	var m marked
	parts := strings.Split(s, "*")
	for i, p := range parts {
		if i%2 == 1 {
			word, kind, ok := strings.Cut(p, "|")
			if !ok {
				kind = "attack"
			}
			m.at, m.kind = append(m.at, len(m.text)), append(m.kind, kind)
			p = word
		}
		m.text += p
	}
	return m
}

// chain runs up to attributions, without names; the events are those marked.
var chain = sync.OnceValues(func() (*pipeline.Pipeline, error) {
	none := document.Stage{Name: "none", Provides: []document.Layer{document.LayerNames, document.LayerCoref, document.LayerActors},
		Run: func(context.Context, *document.Document) error { return nil }}
	stages := []document.Stage{tokenize.New(), sentence.New(), none}
	for _, make := range []func() (document.Stage, error){tag.New, depparse.New, attribution.New} {
		s, err := make()
		if err != nil {
			return nil, err
		}
		stages = append(stages, s)
	}
	return pipeline.New(stages...)
})

var stage = sync.OnceValues(func() (document.Stage, error) { return factuality.New() })

// read judges the marked events of one line.
func read(t testing.TB, line, title string) *document.Document {
	t.Helper()
	p, err := chain()
	if err != nil {
		t.Fatal(err)
	}
	s, err := stage()
	if err != nil {
		t.Fatal(err)
	}
	m := unmark(line)
	d, err := p.Run(t.Context(), &sayso.Article{ID: "test", Title: title, Text: m.text}, "")
	if err != nil {
		t.Fatal(err)
	}
	for i := range m.at {
		if len(d.Tokens) == 0 {
			break // marks around nothing
		}
		d.Events = append(d.Events, event(d, m.at[i]+len(d.Text)-len(m.text), m.kind[i], i))
	}
	if err := s.Run(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	return d
}

// event makes the event of the token at a byte offset; its subject is its agent.
func event(d *document.Document, at int, kind string, n int) document.Event {
	e := document.Event{Type: kind, Same: n}
	for i, tok := range d.Tokens {
		if int(tok.Start) <= at && at < int(tok.End) {
			e.Trigger = i
		}
	}
	for i, a := range d.Arcs {
		if int(a.Head) == e.Trigger && a.Rel == document.Nsubj {
			e.Args = append(e.Args, document.Argument{Role: "agent", Range: document.Range{First: i, End: i + 1}, Index: -1, Score: 1})
		}
	}
	return e
}

// TestTexts reads testdata/*.txt: each line of the input is a text with marked
// happenings; each expected line is a trigger, its status and why.
func TestTexts(t *testing.T) {
	texttest.Run(t, func(t *testing.T, a *sayso.Article) string {
		var b strings.Builder
		for line := range strings.SplitSeq(a.Text, "\n") {
			d := read(t, line, a.Title)
			for i, f := range d.Factuality {
				flags := ""
				if f.Opinion {
					flags += " opinion"
				}
				if f.Generic {
					flags += " generic"
				}
				if f.Barred {
					flags += " barred"
				}
				fmt.Fprintf(&b, "%s: %s%s; %s\n", d.Word(d.Events[i].Trigger), f.Status, flags, f.Why.Message)
			}
		}
		return b.String()
	})
}

// Whatever the words, every event has one verdict with a status and a certainty
// within its bounds.
func TestProperties(t *testing.T) {
	words := []string{"police", "*killed*", "*attack*", "no", "if", "will", "foiled", "denied", "that", "the", "a", "to", "plan", "?", ".", "not", "should", "vowed"}
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 25).Draw(rt, "words"), " ")
		d := read(t, text, "")
		if len(d.Factuality) != len(d.Events) {
			rt.Fatalf("%q: %d verdicts of %d events", text, len(d.Factuality), len(d.Events))
		}
		for i, f := range d.Factuality {
			if f.Event != i || f.Status == "" || f.Certainty < -3 || f.Certainty > 3 || f.Why == nil || len(f.Why.Children) == 0 {
				rt.Fatalf("%q: %+v", text, f)
			}
		}
	})
}

func BenchmarkStage(b *testing.B) {
	text := strings.Repeat("Police foiled a planned *attack* on the station, officials said. Gunmen *killed* twelve people in Kabul. ", 10)
	d := read(b, text, "")
	s, err := stage()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if err := s.Run(b.Context(), d); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("If they *attack*, we will.")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 1000 && strings.Count(text, "*") < 20 {
			read(t, text, "")
		}
	})
}
