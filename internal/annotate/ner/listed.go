package ner

import (
	"math/bits"

	"sayso/internal/document"
)

// listedScore is the score of a weapon or platform that only the lists know.
const listedScore = 0.6

// listed appends the weapons and platforms of the piece begun that the lists
// hold whole and that have a noun among their words: the corpora have too few of them to learn
// from.
func (w *worker) listed(d *document.Document, p piece, out []document.Name) []document.Name {
	for _, k := range [...]struct {
		list int
		kind document.NameKind
	}{{ListWeapon, document.NameWeapon}, {ListPlatform, document.NamePlatform}} {
		shift := 2 * bits.TrailingZeros(uint(k.list))
		for i := 0; i < p.Len(); i++ {
			if place := w.x.marks[i] >> shift & 3; place == 0 || place == 3 {
				continue
			}
			end := i + 1
			for end < p.Len() && w.x.marks[end]>>shift&3 == 3 {
				end++
			}
			if noun(d, document.Range{First: p.First + i, End: p.First + end}) {
				out = append(out, document.Name{Range: document.Range{First: p.First + i, End: p.First + end}, Kind: k.kind, Score: listedScore})
			}
			i = end - 1
		}
	}
	return out
}

func noun(d *document.Document, r document.Range) bool {
	for _, t := range d.Tags[r.First:r.End] {
		if t.UPOS == document.NOUN || t.UPOS == document.PROPN {
			return true
		}
	}
	return false
}
