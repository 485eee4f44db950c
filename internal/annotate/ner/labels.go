package ner

import "sayso/internal/document"

// A label says where in a span of which kind a word stands: 0 is outside, then
// four for each kind in the order of the tagger's Kinds (Ratinov & Roth's
// BILOU: first, inside, last, alone).
const (
	placeFirst = iota
	placeInside
	placeLast
	placeAlone
	places
)

func label(kind, place int) uint8 { return uint8(1 + kind*places + place) }

// Encode writes the labels of spans, which must not overlap, over n words.
// Spans of kinds that are not in kinds are left out.
func Encode(n int, spans []document.Name, kinds []document.NameKind) []uint8 {
	out := make([]uint8, n)
	for _, s := range spans {
		k := indexOfKind(kinds, s.Kind)
		if k < 0 || s.Empty() {
			continue
		}
		for i := s.First; i < s.End; i++ {
			out[i] = label(k, placeInside)
		}
		out[s.First], out[s.End-1] = label(k, placeFirst), label(k, placeLast)
		if s.Len() == 1 {
			out[s.First] = label(k, placeAlone)
		}
	}
	return out
}

func indexOfKind(kinds []document.NameKind, k document.NameKind) int {
	for i, x := range kinds {
		if x == k {
			return i
		}
	}
	return -1
}

// Decode reads spans out of well-formed labels; word i is token first+i.
func Decode(labels []uint8, kinds []document.NameKind, first int, out []document.Name) []document.Name {
	start := 0
	for i, l := range labels {
		if l == 0 {
			continue
		}
		kind, place := int(l-1)/places, int(l-1)%places
		if place == placeFirst || place == placeAlone {
			start = i
		}
		if place == placeLast || place == placeAlone {
			out = append(out, document.Name{Kind: kinds[kind],
				Range: document.Range{First: first + start, End: first + i + 1}})
		}
	}
	return out
}

// follows reports whether label b may come after label a; 0 also stands for
// the border of the sentence.
func follows(a, b uint8) bool {
	open := a != 0 && (int(a-1)%places == placeFirst || int(a-1)%places == placeInside)
	goesOn := b != 0 && (int(b-1)%places == placeInside || int(b-1)%places == placeLast)
	if !open {
		return !goesOn
	}
	return goesOn && (a-1)/places == (b-1)/places
}

// LabelCount is the number of labels of a tagger for kinds.
func LabelCount(kinds []document.NameKind) int { return 1 + places*len(kinds) }

// Follows reports whether label b may come after label a; label 0 also stands
// for the border of the sentence.
func Follows(a, b uint8) bool { return follows(a, b) }
