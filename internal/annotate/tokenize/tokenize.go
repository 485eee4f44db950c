package tokenize

import (
	"context"

	"sayso/internal/document"
)

// New returns the stage that provides the token layer.
func New() document.Stage {
	return document.Stage{
		Name:     "tokenize",
		Version:  "1",
		Provides: []document.Layer{document.LayerTokens},
		Run: func(_ context.Context, d *document.Document) error {
			d.Tokens = Append(make([]document.Token, 0, len(d.Text)/5+8), d.Text)
			return nil
		},
	}
}

// Append appends the tokens of text to dst. Offsets are in bytes. Text of more
// than 2 GiB is read up to there.
func Append(dst []document.Token, text string) []document.Token {
	const limit = 1<<31 - 1
	if len(text) > limit {
		text = text[:limit]
	}
	s := scanner{text: text, out: dst}
	for i := 0; i < len(text); {
		r, n := runeAt(text, i)
		if isSpace(r) {
			i += n
			continue
		}
		end := chunkEnd(text, i)
		s.chunk(i, end)
		i = end
	}
	return s.out
}

// chunkEnd returns where the run of non-space characters at i ends.
func chunkEnd(text string, i int) int {
	for i < len(text) {
		r, n := runeAt(text, i)
		if isSpace(r) {
			break
		}
		i += n
	}
	return i
}
