package frame

import (
	"bytes"
	"fmt"

	"sayso/data"
)

// Load makes a finder from the embedded lexicon and model.
func Load() (*Finder, error) {
	raw, err := data.FS.ReadFile("lexicon/attribution/cues.tsv")
	if err != nil {
		return nil, fmt.Errorf("attribution: cue lexicon: %w", err)
	}
	lex, err := ReadLexicon(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	return &Finder{Lex: lex}, nil
}
