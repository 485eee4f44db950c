package main

import (
	"sayso/internal/incidents"
	"sayso/internal/lexicon"
	"sayso/internal/pipeline"
	"sayso/internal/store"
)

// standard wires the stages; dir is a folder with the user's tables, or "".
func standard(dir string) (*pipeline.Pipeline, error) {
	p, err := pipeline.Standard(pipeline.Options{LexiconDir: dir})
	return p, fail(exitData, err)
}

// joiner joins incidents across articles, knowing the user's types; decisions
// may name those.
func joiner(dir string) (*incidents.Joiner, store.Known, error) {
	l, err := lexicon.LoadWith(dir)
	if err != nil {
		return nil, store.Known{}, fail(exitData, err)
	}
	var known store.Known
	for _, t := range l.Types {
		known.Types = append(known.Types, t.ID)
	}
	j, err := incidents.New(l)
	return j, known, fail(exitData, err)
}
