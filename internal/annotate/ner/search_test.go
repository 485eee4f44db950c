package ner

import (
	"math/rand/v2"
	"slices"
	"testing"

	"sayso/internal/document"
)

// TestBest holds the search against all labellings of short sentences.
func TestBest(t *testing.T) {
	kinds := []document.NameKind{document.NamePerson, document.NamePlace}
	n := LabelCount(kinds)
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		pairs := make([]int16, n*n)
		for i := range pairs {
			pairs[i] = int16(rng.IntN(400) - 200)
		}
		tagger := NewTagger(kinds, nil, pairs)
		emit := make([]int32, 3*n)
		for i := range emit {
			emit[i] = int32(rng.IntN(2000) - 1000)
		}
		var best []uint8
		top := int64(never)
		for k := range n * n * n {
			l := []uint8{uint8(k / n / n), uint8(k / n % n), uint8(k % n)}
			score, before, fine := int64(0), uint8(0), follows(l[2], 0)
			for i, b := range l {
				fine = fine && follows(before, b)
				score += int64(emit[i*n+int(b)]) + int64(pairs[int(before)*n+int(b)])
				before = b
			}
			if fine && score > top {
				best, top = l, score
			}
		}
		if got := (&search{}).best(tagger, emit); !slices.Equal(got, best) {
			t.Fatalf("labels %v, want %v", got, best)
		}
	}
}
