// Package frozen keeps the layers of documents in a file, so that the tests of
// a stage do not change when a stage before it does.
//
// In: documents. Out: a gzip-compressed JSON file, one entry a name. Limits:
// explanations are left out; a file is read whole.
package frozen

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"

	"sayso"
	"sayso/internal/document"
)

// layers is what of a document is kept.
type layers struct {
	Article      *sayso.Article
	Blocks       []document.Block
	Tokens       []document.Token
	Sentences    []document.Sentence
	Tags         []document.Tag
	Arcs         []document.Arc
	Names        []document.Name
	Entities     []document.Entity
	Times        []document.Time
	Quantities   []document.Quantity
	Toponyms     []document.Toponym
	Actors       []document.ActorMention
	Relevance    document.Relevance
	Events       []document.Event
	Attributions []document.Attribution
	Factuality   []document.Factuality
}

// File is documents by name.
type File map[string]*document.Document

// Write writes the documents to path; the same documents give the same bytes.
func (f File) Write(path string) error {
	all := map[string]layers{}
	for name, d := range f {
		all[name] = layersOf(d)
	}
	b, err := json.Marshal(all)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := z.Write(b); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, out.Bytes(), 0o644)
}

// Read reads what [File.Write] wrote. Each document is new and may be changed.
func Read(path string) (File, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	all := map[string]layers{}
	if err := json.NewDecoder(z).Decode(&all); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	f := File{}
	for name, l := range all {
		f[name] = l.document()
	}
	return f, nil
}

func layersOf(d *document.Document) layers {
	l := layers{d.Article, d.Blocks, d.Tokens, d.Sentences, d.Tags, d.Arcs, d.Names, d.Entities, d.Times, d.Quantities,
		d.Toponyms, d.Actors, d.Relevance, d.Events, d.Attributions, d.Factuality}
	l.Relevance.Why = nil
	l.Events = append([]document.Event(nil), l.Events...)
	for i := range l.Events {
		l.Events[i].Why = nil
	}
	l.Attributions = append([]document.Attribution(nil), l.Attributions...)
	for i := range l.Attributions {
		l.Attributions[i].Why = nil
	}
	l.Factuality = append([]document.Factuality(nil), l.Factuality...)
	for i := range l.Factuality {
		l.Factuality[i].Why = nil
	}
	l.Toponyms = append([]document.Toponym(nil), l.Toponyms...)
	for i := range l.Toponyms {
		l.Toponyms[i].Place.Why = nil
	}
	l.Actors = append([]document.ActorMention(nil), l.Actors...)
	for i := range l.Actors {
		l.Actors[i].Actor.Why = nil
	}
	return l
}

func (l *layers) document() *document.Document {
	d := document.New(l.Article)
	d.Blocks, d.Tokens, d.Sentences, d.Tags, d.Arcs = l.Blocks, l.Tokens, l.Sentences, l.Tags, l.Arcs
	d.Names, d.Entities, d.Times, d.Quantities = l.Names, l.Entities, l.Times, l.Quantities
	d.Toponyms, d.Actors, d.Relevance = l.Toponyms, l.Actors, l.Relevance
	d.Events, d.Attributions, d.Factuality = l.Events, l.Attributions, l.Factuality
	return d
}
