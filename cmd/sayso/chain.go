package main

import "sayso/internal/pipeline"

// standard wires the stages; lexicon is a folder with the user's tables, or "".
func standard(lexicon string) (*pipeline.Pipeline, error) {
	p, err := pipeline.New()
	return p, fail(exitData, err)
}
