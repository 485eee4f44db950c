package render

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval/muc/corpus"
	"sayso/internal/eval/muc/score"
	"sayso/internal/eval/reporttest"
	"sayso/internal/pipeline"
)

// updating reports whether the tests run with -update, a flag of reporttest.
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

func chain(t testing.TB) (*pipeline.Pipeline, *Bridge) {
	t.Helper()
	p, err := pipeline.Standard(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return p, b
}

func templates(t testing.TB, p *pipeline.Pipeline, b *Bridge, m *corpus.Message) []*score.Template {
	t.Helper()
	d, err := p.Run(context.Background(), m.Article(), document.LayerIncidents)
	if err != nil {
		t.Fatal(err)
	}
	return b.Templates(d)
}

// TestMessages renders the messages of testdata, which are made up.
func TestMessages(t *testing.T) {
	text, err := os.ReadFile("testdata/messages.txt")
	if err != nil {
		t.Fatal(err)
	}
	messages, err := corpus.Parse(string(text))
	if err != nil {
		t.Fatal(err)
	}
	p, b := chain(t)
	var got bytes.Buffer
	for i := range messages {
		for _, k := range templates(t, p, b, &messages[i]) {
			if _, err := k.WriteTo(&got); err != nil {
				t.Fatal(err)
			}
		}
	}
	if updating() {
		if err := os.WriteFile("testdata/templates.txt", got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/templates.txt")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got.String()); d != "" {
		t.Error(d)
	}
}

// TestTemplatesAreWellFormed holds what is rendered of a sample of the dev
// messages to the task description: set fills come from their lists, references
// point to fillers that are there, and rendering again gives the same.
func TestTemplatesAreWellFormed(t *testing.T) {
	messages, err := corpus.Read(reporttest.Shared(t, "data/muc34"), "dev")
	if err != nil {
		t.Fatal(err)
	}
	p, b := chain(t)
	n := 0
	for i := 0; i < len(messages); i += 40 {
		found := templates(t, p, b, &messages[i])
		if again := templates(t, p, b, &messages[i]); fmt.Sprint(deref(found)) != fmt.Sprint(deref(again)) {
			t.Errorf("%s: rendered twice, it differs", messages[i].ID)
		}
		for _, k := range found {
			n++
			wellFormed(t, k)
		}
	}
	if n == 0 {
		t.Error("no template at all")
	}
}

func deref(in []*score.Template) []score.Template {
	var out []score.Template
	for _, k := range in {
		out = append(out, *k)
	}
	return out
}

func wellFormed(t *testing.T, k *score.Template) {
	t.Helper()
	for _, c := range choices {
		for _, f := range k.Fills[c.slot] {
			if !slices.Contains(c.values, f.Values[0]) && !slices.Contains(c.values, "#") {
				t.Errorf("%s: slot %d: %q is on no list", k.Message, c.slot, f.Values[0])
			}
			if f.Refs[0] != "-" && !filled(k, f.Refs[0]) {
				t.Errorf("%s: slot %d refers to %q, which fills nothing", k.Message, c.slot, f.Refs[0])
			}
		}
	}
	for _, slot := range []int{score.Type, score.Stage} {
		if len(k.Fills[slot]) != 1 {
			t.Errorf("%s: slot %d has %d fillers", k.Message, slot, len(k.Fills[slot]))
		}
	}
}

func filled(k *score.Template, words string) bool {
	for _, slot := range []int{score.InstrumentID, score.OrganizationID, score.PhysicalID, score.HumanName, score.HumanDescription} {
		for _, f := range k.Fills[slot] {
			if f.Values[0] == words {
				return true
			}
		}
	}
	return false
}

func TestDated(t *testing.T) {
	pub := corpus.Day("12 NOV 89")
	text := &Text{d: document.New(&sayso.Article{Published: pub})}
	for _, x := range []struct {
		from, to, words, want string
	}{
		{"11 NOV 89", "11 NOV 89", "YESTERDAY", "11 NOV 89"},
		{"8 NOV 89", "8 NOV 89", "LAST WEDNESDAY", "- 12 NOV 89"},
		{"5 NOV 89", "11 NOV 89", "LAST WEEK", "05 NOV 89 - 11 NOV 89"},
		{"1 NOV 89", "30 NOV 89", "THIS MONTH", "01 NOV 89 - 12 NOV 89"},
		{"13 NOV 89", "13 NOV 89", "TOMORROW", ""},
		{"NO DATE", "11 NOV 89", "BEFORE YESTERDAY", ""},
	} {
		if got := text.dated(&sayso.When{Earliest: corpus.Day(x.from), Latest: corpus.Day(x.to)}, x.words); got != x.want {
			t.Errorf("%s: %q, want %q", x.words, got, x.want)
		}
	}
}

func TestPart(t *testing.T) {
	for _, x := range []struct {
		place sayso.Place
		want  string
	}{
		{sayso.Place{Name: "Medellin", Level: sayso.LevelTown}, "MEDELLIN (CITY)"},
		{sayso.Place{Name: "ANTIOQUIA", Level: sayso.LevelRegion}, "ANTIOQUIA (DEPARTMENT)"},
		{sayso.Place{Name: "CHALATENANGO DEPARTMENT", Level: sayso.LevelRegion}, "CHALATENANGO (DEPARTMENT)"},
		{sayso.Place{Name: "Miraflores neighborhood", Level: sayso.LevelSite}, "MIRAFLORES (NEIGHBORHOOD)"},
	} {
		if got := part(&x.place); got != x.want {
			t.Errorf("%s: %q, want %q", x.place.Name, got, x.want)
		}
	}
}

// TestRelated says which mentions may belong to which templates.
func TestRelated(t *testing.T) {
	for x, want := range map[[2]string]bool{{"ATTACK", "KIDNAPPING"}: true, {"BOMBING", "ATTACK"}: true, {"BOMBING", "KIDNAPPING"}: false,
		{"-", "ATTACK"}: false, {"KIDNAPPING", "KIDNAPPING"}: true} {
		if got := related(x[0], x[1]); got != want {
			t.Errorf("%v: %v", x, got)
		}
	}
}

func BenchmarkTemplates(b *testing.B) {
	text, err := os.ReadFile("testdata/messages.txt")
	if err != nil {
		b.Fatal(err)
	}
	messages, err := corpus.Parse(string(text))
	if err != nil {
		b.Fatal(err)
	}
	p, bridge := chain(b)
	d, err := p.Run(context.Background(), messages[0].Article(), document.LayerIncidents)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		bridge.Templates(d)
	}
}

// TestExpected takes the value of which most is right: half of a general one is.
func TestExpected(t *testing.T) {
	c := &choice{slot: score.Confidence, values: []string{"REPORTED AS FACT", "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES"}}
	for want, chances := range map[string][]float64{
		"REPORTED AS FACT":                    {0.5, 0.3, 0.2},
		"SUSPECTED OR ACCUSED":                {0.4, 0.35, 0.25},
		"SUSPECTED OR ACCUSED BY AUTHORITIES": {0.2, 0.2, 0.6},
	} {
		if got := c.expected(chances); got != want {
			t.Errorf("%v: %s, want %s", chances, got, want)
		}
	}
}

// TestPut has one option a value.
func TestPut(t *testing.T) {
	var all []option
	put(&all, "PERU", []uint32{1, 2})
	put(&all, "CHILE", []uint32{3})
	put(&all, "PERU", []uint32{2, 4})
	if len(all) != 2 || !slices.Equal(all[0].keys, []uint32{1, 2, 4}) {
		t.Error(all)
	}
}
