// Package eval holds what all evaluations share: a task, the report it gives
// and how a report is printed. Each task is a package below this one.
package eval

import (
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// Chain annotates an article up to a layer; the pipeline is one.
type Chain interface {
	Run(ctx context.Context, a *sayso.Article, until document.Layer) (*document.Document, error)
}

// Options say what to score on.
type Options struct {
	Data  string // folder of the corpus
	Set   string // part of the corpus, where it has parts ("LGL")
	Split string // "dev" unless said otherwise
	// Sample scores one item in so many, chosen by the hash of its id, the same
	// ones in every run; 0 and 1 are all.
	Sample int
	Chain  Chain
	Until  document.Layer
	// Misses takes a line an error, columns between tabs, the cause first; nil
	// keeps them to itself.
	Misses io.Writer
}

// Miss writes one error to Misses.
func (o Options) Miss(columns ...string) {
	if o.Misses == nil {
		return
	}
	for i, c := range columns {
		columns[i] = strings.Join(strings.Fields(c), " ")
	}
	fmt.Fprintln(o.Misses, strings.Join(columns, "\t"))
}

// Takes reports whether the item (an article, a message, a page) is in the sample.
func (o Options) Takes(id string) bool {
	if o.Sample <= 1 {
		return true
	}
	h := fnv.New32a()
	h.Write([]byte(id))
	return h.Sum32()%uint32(o.Sample) == 0
}

// Task scores a stage or the chain on a corpus.
type Task struct {
	Name string // "gold", "dates"
	Doc  string // one line
	Run  func(context.Context, Options) (*Report, error)
}

// Figure is one number of a report. Low and High are the ends of a 95 %
// bootstrap interval, both 0 where the set is not a sample.
type Figure struct {
	Name      string
	Value     float64
	Low, High float64
	Whole     bool // a count, printed without decimals
}

// Report is what a task found. Notes are printed under the table.
type Report struct {
	Task, Set string
	Figures   []Figure
	Notes     []string
}

// Add appends a figure.
func (r *Report) Add(name string, value float64) {
	r.Figures = append(r.Figures, Figure{Name: name, Value: value})
}

// AddCount appends a whole number.
func (r *Report) AddCount(name string, n int) {
	r.Figures = append(r.Figures, Figure{Name: name, Value: float64(n), Whole: true})
}

// Get returns the value of a figure, or false.
func (r *Report) Get(name string) (float64, bool) {
	for _, f := range r.Figures {
		if f.Name == name {
			return f.Value, true
		}
	}
	return 0, false
}

// WriteText prints the report as a table.
func (r *Report) WriteText(w io.Writer) error {
	if _, err := fmt.Fprintf(w, "task %s, set %s\n", r.Task, r.Set); err != nil {
		return err
	}
	for _, f := range r.Figures {
		line := fmt.Sprintf("%-34s %.3f", f.Name, f.Value)
		if f.Whole {
			line = fmt.Sprintf("%-34s %.0f", f.Name, f.Value)
		}
		if f.Low != 0 || f.High != 0 {
			line += fmt.Sprintf("  [%.3f, %.3f]", f.Low, f.High)
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	for _, n := range r.Notes {
		if _, err := fmt.Fprintln(w, n); err != nil {
			return err
		}
	}
	return nil
}

// WriteJSON prints {"task":…,"set":…,"figures":{…}} on one line; figures are
// rounded to three decimals.
func (r *Report) WriteJSON(w io.Writer) error {
	figures := map[string]json.RawMessage{}
	for _, f := range r.Figures {
		form := "%.3f"
		if f.Whole {
			form = "%.0f"
		}
		figures[f.Name] = json.RawMessage(fmt.Sprintf(form, f.Value))
	}
	return json.NewEncoder(w).Encode(map[string]any{"task": r.Task, "set": r.Set, "figures": figures})
}
