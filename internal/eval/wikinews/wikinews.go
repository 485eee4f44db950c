// Package wikinews reads the Wikinews corpus that evaluations share.
//
// In: a folder with data/*.csv, columns url, date, title, text. Out: articles,
// by their addresses.
package wikinews

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"sayso"
)

// Articles reads the articles in dir that have one of the addresses, in the
// order of the files. It fails where one is missing.
func Articles(dir string, urls map[string]bool) ([]*sayso.Article, error) {
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
	if len(out) != len(urls) {
		return nil, fmt.Errorf("%s: %d of %d addresses found", dir, len(out), len(urls))
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
