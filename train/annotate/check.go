package main

import (
	"context"
	"fmt"
	"path/filepath"

	"sayso/internal/annotate/depparse"
	"sayso/internal/annotate/tag"
	"sayso/internal/eval/conllu"
	"sayso/internal/eval/trees"
)

// devCheck returns a function that scores a network on the development side of
// EWT with the tags of the shipped tagger.
func devCheck(data string) (func(*depparse.Network) string, error) {
	files, err := conllu.Files(filepath.Join(data, "ud-english-ewt"), "", "dev")
	if err != nil {
		return nil, err
	}
	docs, err := conllu.ReadFile(files[0])
	if err != nil {
		return nil, err
	}
	tagger, err := tag.New()
	if err != nil {
		return nil, err
	}
	return func(n *depparse.Network) string {
		c, err := trees.Gold(context.Background(), docs, nil, tagger, n.Stage())
		if err != nil {
			return err.Error()
		}
		w := float64(c.Words)
		return fmt.Sprintf("EWT dev UAS %.4f, LAS %.4f", float64(c.UAS)/w, float64(c.LAS)/w)
	}, nil
}
