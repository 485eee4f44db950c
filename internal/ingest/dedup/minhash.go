package dedup

import "sayso/internal/kern"

// A signature has bands of rows each: two sets that share the fraction s of
// their members agree in some band with probability 1-(1-s^rows)^bands: 0.998
// at one half, 0.80 at a third, 0.03 at a tenth.
const (
	bands = 42
	rows  = 3
)

// seeds turn one hash of a shingle into bands*rows of them.
var seeds = func() (s [bands * rows]uint64) {
	for i := range s {
		s[i] = kern.Join(uint64(i)+1, 0x5a950) | 1
	}
	return s
}()

// bandsOf are the bands of the signature of a set; nil for the empty set.
func bandsOf(grams []uint64) []uint64 {
	if len(grams) == 0 {
		return nil
	}
	var least [bands * rows]uint64
	for i := range least {
		least[i] = ^uint64(0)
	}
	for _, g := range grams {
		for i := range least {
			h := (g ^ seeds[i]) * seeds[i]
			least[i] = min(least[i], h^h>>31)
		}
	}
	out := make([]uint64, bands)
	for b := range out {
		h := uint64(b) + 1
		for _, v := range least[b*rows : (b+1)*rows] {
			h = kern.Join(h, v)
		}
		out[b] = h
	}
	return out
}
