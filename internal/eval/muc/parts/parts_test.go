package parts

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/model/hashlin"
	"sayso/internal/model/wordclass"
	"sayso/internal/pipeline"
)

var update = flag.Bool("update", false, "rewrite testdata")

func read(t testing.TB, text string) *document.Document {
	t.Helper()
	p, err := pipeline.Standard(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Run(context.Background(), &sayso.Article{ID: "a", Text: text, Published: sayso.NoDay}, document.LayerEvents)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestCandidates prints the expressions of a text: fullest form, then the other
// mentions.
func TestCandidates(t *testing.T) {
	const file = "testdata/candidates.txt"
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text, want, _ := strings.Cut(string(b), "\n----\n")
	d := read(t, text)
	var got strings.Builder
	for _, c := range NewReader(d).Candidates() {
		fmt.Fprintf(&got, "%s", d.Words(c.Mentions[c.Best].Range))
		for i, m := range c.Mentions {
			if i != c.Best {
				fmt.Fprintf(&got, " | %s", d.Words(m.Range))
			}
		}
		got.WriteByte('\n')
	}
	if *update {
		if err := os.WriteFile(file, []byte(text+"\n----\n"+got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(want, got.String()); d != "" {
		t.Error(d)
	}
}

// TestMentionsAreInside holds each mention to the document and its head.
func TestMentionsAreInside(t *testing.T) {
	d := read(t, "Gunmen shot two officers and the governor's son near the old army base. Police blamed the rebels.")
	for _, c := range NewReader(d).Candidates() {
		for _, m := range c.Mentions {
			if m.Empty() || !m.Has(m.Head) || m.First < 0 || m.End > len(d.Tokens) {
				t.Errorf("%+v", m)
			}
		}
	}
}

// TestFeaturesAreDistinct holds each feature of an expression to one occurrence.
func TestFeaturesAreDistinct(t *testing.T) {
	d := read(t, "Rebels killed a judge. The judge was killed by the rebels on Monday.")
	classes, err := wordclass.Load()
	if err != nil {
		t.Fatal(err)
	}
	r := NewReader(d)
	f := NewFeaturer(r, classes)
	for _, c := range r.Candidates() {
		var b hashlin.Bag
		f.Features(&b, &c)
		seen := map[uint32]bool{}
		for _, k := range b.Keys {
			if seen[k] {
				t.Fatal("a feature stands there twice")
			}
			seen[k] = true
		}
		if len(b.Keys) < 10 {
			t.Errorf("%q has %d features", c.key, len(b.Keys))
		}
	}
}

// TestShort has a body and its short form in brackets as one expression.
func TestShort(t *testing.T) {
	d := read(t, "THE NATIONAL LIBERATION ARMY [ELN] CLAIMED RESPONSIBILITY. THE ELN BOMBED THE PIPELINE.")
	for _, c := range NewReader(d).Candidates() {
		if d.Words(c.Mentions[c.Best].Range) == "ELN" {
			if len(c.Mentions) < 2 || c.short != "eln" {
				t.Errorf("the short form stands alone: %v", c.words)
			}
			return
		}
	}
	t.Error("the short form is not what stands for the body")
}

// TestSkeleton says what stands between two words, and how a word is used.
func TestSkeleton(t *testing.T) {
	d := read(t, "The murder of the young judge by gunmen shocked the town. Two men were later arrested.")
	marks := d.Skeleton(2, 7)
	if got := strings.Join(marks, " "); got != "of N by" || marks.Count("N") != 1 || marks.Count("V") != 0 {
		t.Errorf("%q", got)
	}
	for i, want := range map[int]document.Form{1: document.FormNoun, 8: document.FormActive, 16: document.FormPassive} {
		if got := d.FormOf(i); got != want {
			t.Errorf("%q is %s, not %s", d.Word(i), got, want)
		}
	}
}
