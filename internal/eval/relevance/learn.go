package relevance

import (
	"math"

	"sayso/internal/annotate/ner"
	"sayso/internal/claims/relevance"
	"sayso/internal/document"
	"sayso/internal/model/hashlin"
)

// Example is a document to learn from.
type Example struct {
	Doc      *document.Document // tokens and sentences
	Relevant bool
}

// missed is what a relevant article weighs that is learned from: to miss one
// costs more than to read one in vain.
const missed = 3

// Learn returns the leaning of each word, in hundredths: a logistic regression
// over distinct words. A word of fewer than three documents has none.
func Learn(examples []Example) map[string]int32 {
	words := map[uint32]string{}
	data := make([]hashlin.Instance, 0, len(examples))
	for n, x := range examples {
		in := hashlin.Instance{Doc: n, Weight: 1}
		if x.Relevant {
			in.Target, in.Weight = 1, missed
		}
		keys := []uint32{ner.Hash(relevance.Always)}
		words[keys[0]] = relevance.Always
		relevance.Words(x.Doc, func(w string, _ int) {
			k := ner.Hash(w)
			words[k] = w
			keys = append(keys, k)
		})
		in.Cand = [][]uint32{keys}
		data = append(data, in)
	}
	l := &hashlin.Learner{Loss: hashlin.Logistic, Epochs: 15, Rate: 0.05, L2: 3e-2, MinDocs: 3, Seed: 1}
	g := l.Fit(data)
	out := map[string]int32{}
	for k, w := range words {
		if x := int32(math.Round(float64(g.Weight(k)) * g.Scale * 100)); x != 0 {
			out[w] = x
		}
	}
	return out
}

// Score adds up the leanings of a document.
func Score(leanings map[string]int32, d *document.Document) int32 {
	sum := leanings[relevance.Always]
	relevance.Words(d, func(w string, _ int) { sum += leanings[w] })
	return sum
}
