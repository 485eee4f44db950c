// Package unrelated counts the incidents that the chain finds in articles that
// have nothing to do with conflict. Every one of them is a false alarm.
//
// In: the CSV files of the Wikinews corpus (url, date, title, text) and
// eval/gold/unrelated.txt, the addresses of a hundred of them. Out: how many
// incidents, in how many articles, and what each was made of.
package unrelated

import (
	"context"
	"fmt"
	"os"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/wikinews"
)

// Task is `sayso eval unrelated --data DIR --set FILE`: DIR is the corpus,
// FILE the list of addresses.
var Task = eval.Task{Name: "unrelated", Doc: "incidents found in articles that have nothing to do with conflict", Run: run}

// DefaultList is the list used where no set is given, from the project's root.
const DefaultList = "eval/gold/unrelated.txt"

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	list := o.Set
	if list == "" {
		list = DefaultList
	}
	articles, err := Articles(list, o.Data)
	if err != nil {
		return nil, err
	}
	r := &eval.Report{Task: "unrelated", Set: "wikinews"}
	incidents, touched := 0, 0
	for _, a := range articles {
		d, err := o.Chain.Run(ctx, a, document.LayerIncidents)
		if err != nil {
			return nil, err
		}
		if len(d.Incidents) > 0 {
			touched++
		}
		incidents += len(d.Incidents)
		for _, i := range d.Incidents {
			r.Notes = append(r.Notes, fmt.Sprintf("%s: %s: %q", a.Title, i.Type, i.Mention))
		}
	}
	r.AddCount("articles", len(articles))
	r.AddCount("articles_with_incidents", touched)
	r.AddCount("incidents", incidents)
	return r, nil
}

// Articles reads the articles of the corpus in dir whose addresses stand in a
// list, one a line. It fails where one is missing.
func Articles(list, dir string) ([]*sayso.Article, error) {
	urls, err := readList(list)
	if err != nil {
		return nil, err
	}
	articles, err := wikinews.Articles(dir, urls)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", list, err)
	}
	return articles, nil
}

func readList(path string) (map[string]bool, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	urls := map[string]bool{}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			urls[line] = true
		}
	}
	return urls, nil
}
