package corpus

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"

	"sayso"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/document"
)

// Folder of re3d whose licence allows no training.
const re3dLocal = "BBC Online"

// Article is a document of re3d: its text, and its spans as tokens of ours.
type Article struct {
	ID    string
	Local bool // may be read and measured on, not trained on
	Doc   *document.Document
	Spans []document.Name // flat: proper names first, then extents that touch none
}

type re3dDocument struct {
	ID   string `json:"_id"`
	Text string `json:"text"`
}

type re3dEntity struct {
	Begin    int    `json:"begin"`
	End      int    `json:"end"`
	Type     string `json:"type"`
	Document string `json:"documentId"`
}

// ReadRe3d reads the folders below dir/dev, cut into tokens by our own stage and
// into sentences by the one given.
func ReadRe3d(dir string, cut document.Stage) ([]Article, error) {
	folders, err := os.ReadDir(filepath.Join(dir, "dev"))
	if err != nil {
		return nil, err
	}
	var out []Article
	for _, f := range folders {
		articles, err := readRe3dFolder(filepath.Join(dir, "dev", f.Name()), cut)
		if err != nil {
			return nil, err
		}
		for i := range articles {
			articles[i].Local = f.Name() == re3dLocal
		}
		out = append(out, articles...)
	}
	lower := lowerWords(out)
	for i := range out {
		out[i].Spans = flatten(out[i].Doc, out[i].Spans, lower)
	}
	return out, nil
}

func readRe3dFolder(dir string, cut document.Stage) ([]Article, error) {
	docs, err := readLines[re3dDocument](filepath.Join(dir, "documents.json"))
	if err != nil {
		return nil, err
	}
	entities, err := readLines[re3dEntity](filepath.Join(dir, "entities.json"))
	if err != nil {
		return nil, err
	}
	by := map[string][]re3dEntity{}
	for _, e := range entities {
		by[e.Document] = append(by[e.Document], e)
	}
	var out []Article
	for _, d := range docs {
		doc := document.New(&sayso.Article{ID: d.ID, Text: d.Text})
		for _, s := range []document.Stage{tokenize.New(), cut} {
			if err := s.Run(context.Background(), doc); err != nil {
				return nil, err
			}
		}
		out = append(out, Article{ID: d.ID, Doc: doc, Spans: tokenSpans(doc, by[d.ID])})
	}
	return out, nil
}

func readLines[T any](path string) ([]T, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []T
	lines := bufio.NewScanner(bytes.NewReader(b))
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		out = append(out, v)
	}
	return out, lines.Err()
}

// tokenSpans maps spans of characters (UTF-16 units) to the tokens they touch.
func tokenSpans(d *document.Document, entities []re3dEntity) []document.Name {
	at := unitOffsets(d.Text)
	var out []document.Name
	for _, e := range entities {
		kind, ok := re3dKinds[e.Type]
		if !ok || e.Begin < 0 || e.End >= len(at) || e.Begin >= e.End {
			continue
		}
		start, end := int32(at[e.Begin]), int32(at[e.End])
		first := sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > start })
		last := sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].Start >= end })
		if first < last {
			out = append(out, document.Name{Range: document.Range{First: first, End: last}, Kind: kind})
		}
	}
	return out
}

// unitOffsets gives the byte offset of each UTF-16 unit of text, and its end.
func unitOffsets(text string) []int {
	at := make([]int, 0, len(text)+1)
	for i, r := range text {
		at = append(at, i)
		if r > 0xFFFF {
			at = append(at, i)
		}
	}
	return append(at, len(text))
}
