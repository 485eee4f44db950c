package frame

import (
	"bytes"
	"errors"
	"fmt"

	"sayso/data"
	"sayso/internal/model"
	"sayso/internal/model/hashlin"
)

// Load makes a finder from the embedded lexicon and model.
func Load() (*Finder, error) {
	lex, err := LoadLexicon()
	if err != nil {
		return nil, err
	}
	payload, err := model.Load(data.FS, "attribution")
	if err != nil {
		return nil, err
	}
	m, err := hashlin.Parse(payload)
	if err != nil {
		return nil, fmt.Errorf("attribution: %w", err)
	}
	chooser, ok := NewChooser(m, CueThreshold)
	if !ok {
		return nil, errors.New("attribution: the model lacks a group")
	}
	return NewFinder(lex, chooser), nil
}

// CueThreshold is the cue score, in logits, from which a word is a cue; chosen
// on PolNeAR dev.
const CueThreshold = -0.3

// LoadLexicon reads the embedded cue words alone.
func LoadLexicon() (*Lexicon, error) {
	raw, err := data.FS.ReadFile("lexicon/attribution/cues.tsv")
	if err != nil {
		return nil, fmt.Errorf("attribution: cue lexicon: %w", err)
	}
	return ReadLexicon(bytes.NewReader(raw))
}
