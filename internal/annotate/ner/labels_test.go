package ner

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sayso/internal/document"
)

// TestLabelsRoundTrip encodes random spans and reads them back.
func TestLabelsRoundTrip(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var spans []document.Name
		at := 0
		for range rapid.IntRange(0, 6).Draw(r, "spans") {
			first := at + rapid.IntRange(0, 3).Draw(r, "gap")
			end := first + rapid.IntRange(1, 4).Draw(r, "length")
			kind := rapid.SampledFrom(twoKinds).Draw(r, "kind")
			spans = append(spans, document.Name{Range: document.Range{First: first, End: end}, Kind: kind})
			at = end
		}
		labels := Encode(at+2, spans, twoKinds)
		last := uint8(0)
		for _, l := range append(slices.Clone(labels), 0) {
			if !follows(last, l) {
				r.Fatalf("label %d after %d", l, last)
			}
			last = l
		}
		if got := Decode(labels, twoKinds, 0, nil); !slices.Equal(got, spans) {
			r.Fatalf("got %v, want %v", got, spans)
		}
	})
}

func TestFollows(t *testing.T) {
	first, inside, last, alone := label(0, placeFirst), label(0, placeInside), label(0, placeLast), label(0, placeAlone)
	other := label(1, placeInside)
	for _, c := range []struct {
		a, b uint8
		want bool
	}{{0, 0, true}, {0, first, true}, {0, inside, false}, {0, last, false}, {first, 0, false}, {first, last, true},
		{first, inside, true}, {first, other, false}, {inside, first, false}, {last, first, true}, {alone, alone, true}, {last, inside, false}} {
		if got := Follows(c.a, c.b); got != c.want {
			t.Errorf("%d after %d: %v", c.b, c.a, got)
		}
	}
}

func TestOtherKindsAreLeftOut(t *testing.T) {
	got := Encode(2, []document.Name{{Range: document.Range{First: 0, End: 1}, Kind: document.NameWeapon}}, twoKinds)
	if got[0] != 0 || got[1] != 0 {
		t.Fatalf("got %v", got)
	}
}

// TestSearch holds the Viterbi search against all sequences of three words.
func TestSearch(t *testing.T) {
	rows, pairs, _ := smallTagger(t)
	tagger := NewTagger(twoKinds, rows, pairs)
	x := NewExtractor(NewLexicon(nil, nil))
	x.Begin(3, func(i int) string { return []string{"a", "B", "c"}[i] }, false)
	got := slices.Clone(tagger.Labels(x))
	best, want := int64(-1)<<62, []uint8(nil)
	L := LabelCount(twoKinds)
	for n := range L * L * L {
		seq := []uint8{uint8(n / L / L), uint8(n / L % L), uint8(n % L)}
		s, last := int64(0), uint8(0)
		for i, l := range append(seq, 0) {
			if !follows(last, l) {
				s = int64(-1) << 62
				break
			}
			if i < 3 {
				s += int64(pairs[int(last)*L+int(l)])
			}
			last = l
		}
		if s > best {
			best, want = s, seq
		}
	}
	if !slices.Equal(got, want) {
		t.Fatalf("got %v, want %v", got, want)
	}
}
