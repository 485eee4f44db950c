package learn

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"sayso/internal/eval/gold"
)

// coding is a file of a folder of codings: the coding guide's shape, but that
// all words of the article are told by where they stand: two byte offsets into
// its title, an empty line and its text. The articles are not the project's to
// pass on, nor are the names in them.
type coding struct {
	Article   string `json:"article"`
	SHA256    string `json:"sha256"` // of title, empty line and text
	Incidents any    `json:"incidents"`
}

// Coded reads the articles that this project coded by hand, from a folder of
// codings and that of the corpora, in the order of their ids.
func Coded(dir, data string) ([]gold.Coded, error) { return codings(dir, &corpora{data: data}) }

// codings reads the articles that this project coded by hand, in the order of
// their files. It fails where an article is no longer what was coded.
func codings(dir string, from *corpora) ([]gold.Coded, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%s: no coded articles there", dir)
	}
	out := make([]gold.Coded, len(files))
	for i, path := range files {
		b, err := os.ReadFile(path)
		if err == nil {
			out[i], err = readCoding(b, from)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	return out, nil
}

func readCoding(b []byte, from *corpora) (gold.Coded, error) {
	var c coding
	if err := json.Unmarshal(b, &c); err != nil {
		return gold.Coded{}, err
	}
	a, err := from.article(c.Article)
	if err != nil {
		return gold.Coded{}, err
	}
	a.Language = "en"
	out := gold.Coded{Article: *a, Whole: a.Title + "\n\n" + a.Text}
	if sum := sha256.Sum256([]byte(out.Whole)); hex.EncodeToString(sum[:]) != c.SHA256 {
		return out, fmt.Errorf("%s is not the text that was coded", c.Article)
	}
	worded, err := inWords(c.Incidents, out.Whole)
	if err != nil {
		return out, err
	}
	if b, err = json.Marshal(worded); err != nil {
		return out, err
	}
	return out, json.Unmarshal(b, &out.Gold)
}

// inWords puts the words of a text in the place of each pair of offsets.
func inWords(v any, text string) (any, error) {
	var err error
	switch v := v.(type) {
	case map[string]any:
		for k := range v {
			if v[k], err = inWords(v[k], text); err != nil {
				return nil, fmt.Errorf("%s: %w", k, err)
			}
		}
	case []any:
		if from, to, ok := pair(v); ok {
			if from < 0 || to <= from || to > len(text) {
				return nil, fmt.Errorf("no such place: %d to %d of %d", from, to, len(text))
			}
			return text[from:to], nil
		}
		for i := range v {
			if v[i], err = inWords(v[i], text); err != nil {
				return nil, err
			}
		}
	}
	return v, nil
}

func pair(v []any) (from, to int, ok bool) {
	if len(v) != 2 {
		return 0, 0, false
	}
	a, first := v[0].(float64)
	b, second := v[1].(float64)
	return int(a), int(b), first && second
}
