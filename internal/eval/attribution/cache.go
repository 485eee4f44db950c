package attribution

import (
	"encoding/gob"
	"os"
	"path/filepath"

	"sayso"
	"sayso/internal/document"
)

// annotated is what a cache keeps of a document.
type annotated struct {
	Blocks    []document.Block
	Tokens    []document.Token
	Sentences []document.Sentence
	Tags      []document.Tag
	Arcs      []document.Arc
}

// Cached returns the trees of a text, from the folder where they were kept
// before. With an empty folder it always annotates. A training that runs many
// times over the same articles uses it.
func Cached(dir, name, text string, annotate func(*sayso.Article) (*document.Document, error)) (*document.Document, error) {
	article := &sayso.Article{ID: name, Text: text}
	file := filepath.Join(dir, name+".gob")
	if dir != "" {
		if d, err := load(file, article); err == nil {
			return d, nil
		}
	}
	d, err := annotate(article)
	if err != nil || dir == "" {
		return d, err
	}
	return d, save(file, d)
}

func load(file string, article *sayso.Article) (*document.Document, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var a annotated
	if err := gob.NewDecoder(f).Decode(&a); err != nil {
		return nil, err
	}
	d := document.New(article)
	d.Blocks, d.Tokens, d.Sentences, d.Tags, d.Arcs = a.Blocks, a.Tokens, a.Sentences, a.Tags, a.Arcs
	return d, nil
}

func save(file string, d *document.Document) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	return gob.NewEncoder(f).Encode(annotated{d.Blocks, d.Tokens, d.Sentences, d.Tags, d.Arcs})
}
