package link

import (
	"cmp"
	"slices"

	"sayso"
	"sayso/internal/kern"
)

// week is the number of days that share a key, slack the days by which two
// reports may miss each other and still be compared, long the days from which
// an interval says too little to find by.
const (
	week  = 8
	slack = 3
	long  = 60
)

// Words that a report is found by: its rarest names and other words.
const (
	keyNames   = 8
	keyPlain   = 5
	leastPlain = 100 // of rarity
	keyPairs   = 5   // of these, any two together, where no time is known
)

// Keys returns the keys that a report is filed under and those that it is
// looked for by. Reports of one family of types, about the same
// days, share a key if they share a place or one of their rare words;
// where the days of one aren't known, if they share two.
func (r *Report) Keys() (file, ask []uint64) {
	h := kern.Word(r.Family)
	about := r.about()
	if r.Days.Known() && r.Days.Length() <= long {
		for b := (int(r.Days.First) - slack) / week; b <= (int(r.Days.Last)+slack)/week; b++ {
			for _, w := range about {
				file = append(file, kern.Join(kern.Join(h, uint64(b)), w))
			}
		}
		ask = slices.Clone(file)
		return append(file, pairs(h^1, about)...), append(ask, pairs(h^2, about)...)
	}
	for _, w := range about {
		file = append(file, kern.Join(h, w))
	}
	ask = slices.Clone(file)
	return append(file, pairs(h^2, about)...), append(ask, pairs(h^1, about)...)
}

// about are the places, rare names and rare words of a report, rarest first.
func (r *Report) about() []uint64 {
	var out []uint64
	if p := r.In.Where; p != nil {
		out = append(out, kern.Word(sayso.FoldName(p.Name)))
		if p.ID != "" {
			out = append(out, ident(p.ID))
		}
	}
	for _, w := range rare(r.names, keyNames, 0) {
		out = append(out, w.hash)
	}
	for _, w := range rare(r.plain, keyPlain, leastPlain) {
		out = append(out, w.hash)
	}
	seen := map[uint64]bool{}
	return slices.DeleteFunc(out, func(h uint64) bool {
		was := seen[h]
		seen[h] = true
		return was
	})
}

// ident hashes an id with its digits.
func ident(id string) uint64 {
	h := uint64(len(id))
	for i := range len(id) {
		h = kern.Join(h, uint64(id[i])+1)
	}
	return h
}

// rare are the n rarest words of a list.
func rare(list []word, n int, least int32) []word {
	out := slices.DeleteFunc(slices.Clone(list), func(w word) bool { return w.rarity < least })
	slices.SortFunc(out, func(a, b word) int {
		return cmp.Or(cmp.Compare(b.rarity, a.rarity), cmp.Compare(a.hash, b.hash))
	})
	return out[:min(n, len(out))]
}

// pairs are keys for any two of the first few.
func pairs(h uint64, about []uint64) []uint64 {
	about = about[:min(len(about), keyPairs)]
	var out []uint64
	for i, x := range about {
		for _, y := range about[:i] {
			out = append(out, kern.Join(h, x^y))
		}
	}
	return out
}
