package assemble_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/annotate/texttest"
	"sayso/internal/document"
	"sayso/internal/pipeline"
)

var chain = sync.OnceValues(func() (*pipeline.Pipeline, error) { return pipeline.Standard(pipeline.Options{}) })

// read takes one line, "text" or "headline || paragraph || paragraph", through the
// whole chain.
func read(t testing.TB, line string) *document.Document {
	t.Helper()
	p, err := chain()
	if err != nil {
		t.Fatal(err)
	}
	title, text, ok := strings.Cut(line, " || ")
	if !ok {
		title, text = "", line
	}
	text = strings.ReplaceAll(text, " || ", "\n\n")
	published, err := sayso.ParseDay("2026-03-04")
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Run(t.Context(), &sayso.Article{ID: "test", Language: "en", Title: title, Text: text, Published: published}, "")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestTexts reads testdata/*.txt: each line of the input is an article of its
// own; each expected line is an incident of the article with that number.
func TestTexts(t *testing.T) {
	texttest.Run(t, func(t *testing.T, a *sayso.Article) string {
		var b strings.Builder
		for n, line := range strings.Split(a.Text, "\n") {
			d := read(t, line)
			for i := range d.Incidents {
				fmt.Fprintf(&b, "%d %s\n", n+1, show(&d.Incidents[i]))
			}
			if len(d.Incidents) == 0 {
				fmt.Fprintf(&b, "%d none\n", n+1)
			}
		}
		return b.String()
	})
}

// show writes an incident on one line: type, status where it did not occur,
// place, days, actors, numbers, and claims as "about stance <who vouches>".
func show(in *sayso.Incident) string {
	out := []string{in.Type}
	if in.Status != sayso.StatusOccurred {
		out[0] += " " + string(in.Status)
	}
	if in.Where != nil {
		out = append(out, "in "+in.Where.Name)
	}
	if w := in.When; w != nil && w.Earliest.Known() {
		out = append(out, "on "+w.Earliest.String()+"/"+w.Latest.String())
	}
	for _, a := range in.Actors {
		out = append(out, string(a.Role)+" "+a.Name)
	}
	for _, c := range in.Counts {
		out = append(out, c.What+" "+c.Words)
	}
	for _, c := range in.Claims {
		var names []string
		for _, v := range c.Chain {
			names = append(names, v.Name)
		}
		if c.Sourced() {
			out = append(out, fmt.Sprintf("%s %s <%s>", c.About, c.Stance, strings.Join(names, " < ")))
		}
	}
	return strings.Join(out, "; ")
}

// What was learnt is shown where it decided: each field has the signs that spoke
// for its value and what would have changed it.
func TestEveryLearntFieldSaysWhatDecided(t *testing.T) {
	d := read(t, "Gunmen killed twelve people in Kabul on 3 March 2021, police told Reuters. The Taliban denied that it was them. Two men were arrested in Ghazni.")
	if len(d.Incidents) == 0 {
		t.Fatal("no incident")
	}
	asked := map[string]bool{"where": true, "when": true, "agent": true, "target": true, "count:killed": true}
	for _, f := range d.Incidents[0].Fields {
		if !asked[f.Name] {
			continue
		}
		delete(asked, f.Name)
		tells := func(e *sayso.Explanation) bool {
			return strings.HasPrefix(e.Message, "it would be otherwise") || strings.HasPrefix(e.Message, "no one sign alone")
		}
		if f.Why == nil || !slices.ContainsFunc(f.Why.Children, func(e *sayso.Explanation) bool {
			return tells(e) || slices.ContainsFunc(e.Children, tells)
		}) {
			t.Errorf("%s %s: %+v", f.Name, f.Value, f.Why)
		}
	}
	if len(asked) > 0 {
		t.Errorf("no field %v in %s", asked, d.Incidents[0].Summary)
	}
}

// Whatever the words, every claim has evidence that resolves, every number a
// claim, and every field names claims that there are.
func TestProperties(t *testing.T) {
	words := []string{"Police", "rebels", "killed", "12", "people", "in", "Kabul", "said", "the", "attack", "denied", "on", "Monday", ",", ".", "that",
		"Reuters", "claimed", "responsibility", "for", "bombing", "a", "was", "arrested", "reportedly", "\"", "told"}
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 40).Draw(rt, "words"), " ")
		d := read(t, text)
		for i := range d.Incidents {
			in := &d.Incidents[i]
			if len(in.Claims) == 0 {
				rt.Fatalf("%q: an incident without a claim", text)
			}
			for k, c := range in.Claims {
				if c.N != k+1 || len(c.Evidence) == 0 || c.Evidence[0].In(d.Text) != c.Quote || c.Why == nil {
					rt.Fatalf("%q: claim %+v", text, c)
				}
			}
			for _, c := range in.Counts {
				if c.Claim < 1 || c.Claim > len(in.Claims) {
					rt.Fatalf("%q: count %+v rests on no claim", text, c)
				}
			}
			for _, f := range in.Fields {
				for _, n := range append(append([]int{}, f.For...), f.Against...) {
					if n < 1 || n > len(in.Claims) {
						rt.Fatalf("%q: field %+v", text, f)
					}
				}
			}
		}
	})
}

func BenchmarkChain(b *testing.B) {
	text := strings.Repeat("Gunmen killed twelve people in Kabul on Monday, police told Reuters. The Taliban claimed responsibility for the attack. ", 10)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		read(b, text)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Gunmen killed 12 people, police said. || The \"attack\" was denied.")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 1000 {
			read(t, strings.ToValidUTF8(text, "?")) // ingest lets nothing else through
		}
	})
}
