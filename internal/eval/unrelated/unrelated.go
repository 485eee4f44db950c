// Package unrelated counts the incidents that the chain finds in articles that
// have nothing to do with conflict. Every one of them is a false alarm.
//
// In: the CSV files of the Wikinews corpus (url, date, title, text) and
// eval/gold/unrelated.txt, the addresses of a hundred of them. Out: how many
// incidents, in how many articles, and what each was made of.
package unrelated

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
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
	articles, err := readArticles(dir, urls)
	if err != nil {
		return nil, err
	}
	if len(articles) != len(urls) {
		return nil, fmt.Errorf("%s: %d of %d addresses of %s found", dir, len(articles), len(urls), list)
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

func readArticles(dir string, urls map[string]bool) ([]*sayso.Article, error) {
	files, err := filepath.Glob(filepath.Join(dir, "data", "*.csv"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%s: no data/*.csv there", dir)
	}
	var out []*sayso.Article
	for _, f := range files {
		part, err := readCSV(f, urls)
		if err != nil {
			return nil, err
		}
		out = append(out, part...)
	}
	return out, nil
}

func readCSV(path string, urls map[string]bool) ([]*sayso.Article, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows := csv.NewReader(f)
	rows.FieldsPerRecord = -1
	head, err := rows.Read()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	at := map[string]int{}
	for i, h := range head {
		at[h] = i
	}
	var out []*sayso.Article
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if len(row) < len(head) || !urls[row[at["url"]]] {
			continue
		}
		day, err := sayso.ParseDay(row[at["date"]])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out = append(out, &sayso.Article{ID: sayso.ContentID("a", row[at["url"]]), URL: row[at["url"]], Outlet: "Wikinews",
			Title: row[at["title"]], Published: day, Text: row[at["text"]]})
	}
}
