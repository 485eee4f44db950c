package actors

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/pipeline"
)

// Labels is the file of links made by hand, from the root of the project.
const Labels = "eval/gold/actors/re3d.tsv"

// Task scores links of actors on re3d.
var Task = eval.Task{
	Name: "actors",
	Doc:  "mentions linked to actors (200 of re3d, linked by hand)",
	Run:  run,
}

// label is one mention linked by hand.
type label struct {
	folder, document string
	begin, end       int // in UTF-16 units
	kind, actor      string
}

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	labels, err := readLabels(Labels)
	if err != nil {
		return nil, fmt.Errorf("actors: %w (run it in the project's root)", err)
	}
	if o.Chain == nil {
		if o.Chain, err = pipeline.Standard(pipeline.Options{}); err != nil {
			return nil, err
		}
	}
	docs := map[string]*document.Document{}
	var t tally
	for _, l := range labels {
		if !o.Takes(l.document) {
			continue
		}
		if docs[l.document] == nil {
			text, err := textOf(o.Data, l.folder, l.document)
			if err != nil {
				return nil, err
			}
			a := &sayso.Article{ID: l.document, Text: text, Published: sayso.NoDay}
			if docs[l.document], err = o.Chain.Run(ctx, a, document.LayerActors); err != nil {
				return nil, err
			}
		}
		t.add(o, docs[l.document], l)
	}
	return t.report(), nil
}

func readLabels(path string) ([]label, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []label
	for n, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		f := strings.Split(line, "\t")
		if n == 0 {
			continue
		}
		if len(f) != 6 {
			return nil, fmt.Errorf("%s:%d: %d columns, want 6", path, n+1, len(f))
		}
		begin, err1 := strconv.Atoi(f[2])
		end, err2 := strconv.Atoi(f[3])
		if err1 != nil || err2 != nil {
			return nil, fmt.Errorf("%s:%d: offsets %q %q", path, n+1, f[2], f[3])
		}
		out = append(out, label{f[0], f[1], begin, end, f[4], f[5]})
	}
	return out, nil
}

// textOf reads the text of a document of re3d.
func textOf(data, folder, id string) (string, error) {
	f, err := os.Open(filepath.Join(data, "dev", folder, "documents.json"))
	if err != nil {
		return "", err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var d struct {
			ID   string `json:"_id"`
			Text string `json:"text"`
		}
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return "", fmt.Errorf("%s: %w", f.Name(), err)
		}
		if d.ID == id {
			return d.Text, nil
		}
	}
	return "", fmt.Errorf("%s: no document %s", f.Name(), id)
}

// spanOf turns UTF-16 units into bytes.
func spanOf(text string, begin, end int) sayso.Span {
	s, unit := sayso.Span{Start: len(text), End: len(text)}, 0
	for i, r := range text {
		if unit == begin {
			s.Start = i
		}
		if unit == end {
			s.End = i
		}
		unit++
		if r > 0xFFFF {
			unit++
		}
	}
	return s
}

// answer is the actor mention that stands for a span, or nil.
func answer(d *document.Document, s sayso.Span) *document.ActorMention {
	var best *document.ActorMention
	for i := range d.Actors {
		m := &d.Actors[i]
		if d.SpanOf(m.Range) == s {
			return m
		}
		head := d.Tokens[m.Head]
		if int(head.Start) >= s.Start && int(head.End) <= s.End && (best == nil || m.Len() > best.Len()) {
			best = m
		}
	}
	return best
}

type tally struct {
	mentions, none                  int // all; linked to nothing by hand
	found, linked, right, noneRight int
}

func (t *tally) add(o eval.Options, d *document.Document, l label) {
	s := spanOf(d.Text, l.begin, l.end)
	m := answer(d, s)
	got := "-"
	if m != nil {
		t.found++
		if m.Actor.ID != "" {
			got = m.Actor.ID
			t.linked++
		}
	}
	t.mentions++
	if l.actor == "-" {
		t.none++
		if got == "-" {
			t.noneRight++
		}
	}
	if got == l.actor && got != "-" {
		t.right++
	}
	if got != l.actor {
		o.Miss("link", s.In(d.Text), l.actor, got, l.kind, l.document, d.Text[max(0, s.Start-60):min(len(d.Text), s.End+60)])
	}
}

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func (t *tally) report() *eval.Report {
	r := &eval.Report{Task: "actors", Set: "re3d"}
	should := t.mentions - t.none
	r.AddCount("mentions", t.mentions)
	r.AddCount("linked by hand", should)
	r.Add("found as an actor", share(t.found, t.mentions))
	r.Add("link precision", share(t.right, t.linked))
	r.Add("link recall", share(t.right, should))
	r.Add("link F1", share(2*t.right, t.linked+should))
	r.Add("left unlinked, of those to leave", share(t.noneRight, t.none))
	r.Add("right, linked or not", share(t.right+t.noneRight, t.mentions))
	r.Notes = append(r.Notes, "mentions were drawn at random and linked by hand before the linker was first run ("+Labels+")")
	return r
}
