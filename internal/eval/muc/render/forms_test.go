package render

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval/muc/net"
	"sayso/internal/model/hashlin"
	"sayso/internal/pipeline"
)

// TestForms lists the ways to write the expressions of a text.
func TestForms(t *testing.T) {
	const file = "testdata/forms.txt"
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text, want, _ := strings.Cut(string(b), "\n----\n")
	p, err := pipeline.Standard(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Run(context.Background(), &sayso.Article{ID: "a", Text: text, Published: sayso.NoDay}, document.LayerIncidents)
	if err != nil {
		t.Fatal(err)
	}
	base, err := Untrained()
	if err != nil {
		t.Fatal(err)
	}
	x := base.prepare(d)
	var got strings.Builder
	for k := range x.parts {
		for i, f := range x.forms(k, "victim") {
			if i > 0 {
				got.WriteString(" | ")
			}
			got.WriteString(strings.Join(strings.Fields(d.Words(f.Range)), " "))
		}
		got.WriteByte('\n')
	}
	if updating() {
		if err := os.WriteFile(file, []byte(text+"\n----\n"+got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if d := cmp.Diff(want, got.String()); d != "" && !updating() {
		t.Error(d)
	}
}

// TestWeightsAndBack reads the bytes of weights back, and refuses others.
func TestWeightsAndBack(t *testing.T) {
	data := []net.Instance{{Input: net.Input{Keys: []uint32{5}}, Target: []int8{1}}, {Doc: 1, Input: net.Input{Keys: []uint32{5}}, Target: []int8{1}}}
	deep := (&net.Learner{MinDocs: 1, Seed: 1}).Fit(data)
	w := (&Weights{linear: hashlin.New(map[string]*hashlin.Group{"a": hashlin.NewGroup(1, []uint32{5}, []int16{3})})}).withNet("b", deep)
	good := w.Payload()
	back, err := parseWeights(good)
	if err != nil {
		t.Fatal(err)
	}
	in := &net.Input{Keys: []uint32{5}}
	if got, want := back.scores("b", 1, in), w.scores("b", 1, in); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the network reads back as %v, not %v", got, want)
	}
	if got := back.Group("a").Score([]uint32{5}); got != 3 {
		t.Errorf("the group reads back as %v, not 3", got)
	}
	for _, b := range [][]byte{good[:len(good)-1], append(good[:len(good):len(good)], 1, 0), {200}} {
		if _, err := parseWeights(b); !errors.Is(err, net.ErrFormat) {
			t.Errorf("%d bytes: %v", len(b), err)
		}
	}
}
