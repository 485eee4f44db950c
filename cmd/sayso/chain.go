package main

import (
	"sayso/internal/incidents"
	"sayso/internal/lexicon"
	"sayso/internal/pipeline"
)

// standard wires the stages; dir is a folder with the user's tables, or "".
func standard(dir string) (*pipeline.Pipeline, error) {
	p, err := pipeline.Standard(pipeline.Options{LexiconDir: dir})
	return p, fail(exitData, err)
}

// joiner joins incidents across articles, knowing the user's types.
func joiner(dir string) (*incidents.Joiner, error) {
	l, err := lexicon.LoadWith(dir)
	if err != nil {
		return nil, fail(exitData, err)
	}
	j, err := incidents.New(l)
	return j, fail(exitData, err)
}
