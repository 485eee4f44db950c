package numbers

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"sayso"
)

// Coded is one hand-coded count of an article.
type Coded struct {
	What     string `json:"what"`
	Min, Max *int
	Words    string `json:"words"`
}

// Doc is an article with the counts that people coded from it.
type Doc struct {
	Article sayso.Article
	Counts  []Coded
}

// ReadGold reads articles and coded counts of a folder in the shape of the
// coding guide (articles/*.json, coded/*.json), in the order of their names.
func ReadGold(dir string) ([]Doc, error) {
	files, err := filepath.Glob(filepath.Join(dir, "coded", "*.json"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no coded/*.json", dir)
	}
	sort.Strings(files)
	var docs []Doc
	for _, f := range files {
		d, err := readGold(dir, filepath.Base(f))
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
	return docs, nil
}

func readGold(dir, name string) (Doc, error) {
	var d Doc
	if err := decode(filepath.Join(dir, "articles", name), &d.Article); err != nil {
		return d, err
	}
	var coded struct {
		Incidents []struct{ Counts []Coded }
	}
	if err := decode(filepath.Join(dir, "coded", name), &coded); err != nil {
		return d, err
	}
	d.Article.ID = strings.TrimSuffix(name, ".json")
	for _, i := range coded.Incidents {
		d.Counts = append(d.Counts, i.Counts...)
	}
	return d, nil
}

func decode(file string, v any) error {
	raw, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(raw, v); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// bare reports whether the words of a count hold no number and no article
// before a noun, so that only a reading of the event gives the count.
func (c *Coded) bare() bool {
	for _, w := range strings.Fields(strings.ToLower(c.Words)) {
		if strings.ContainsAny(w, "0123456789") || numberWords[w] {
			return false
		}
	}
	return true
}

var numberWords = map[string]bool{"a": true, "an": true, "one": true, "two": true, "three": true, "four": true, "five": true, "six": true,
	"seven": true, "eight": true, "nine": true, "ten": true, "eleven": true, "twelve": true, "sixteen": true, "ninety-four": true,
	"no": true, "dozens": true, "dozen": true, "scores": true, "hundreds": true, "hundred": true, "thousands": true, "tens": true,
	"several": true, "few": true, "both": true, "couple": true, "pair": true}
