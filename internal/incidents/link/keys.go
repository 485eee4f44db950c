package link

import (
	"cmp"
	"slices"

	"sayso"
	"sayso/internal/kern"
)

// shared is the number of days that share a key, slack the days by which two
// reports may miss each other and still be compared; a "Thursday" that was taken
// for the one before is a week off. From long days on an interval says too
// little to find by.
const (
	shared = 8
	slack  = 3
	week   = 7
	long   = 60
)

// Words that a report is found by: its rarest names and other words.
const (
	keyNames   = 8
	keyPlain   = 5
	leastPlain = 160 // of rarity: not among the eight thousand most frequent words
	keyPairs   = 5   // of these, any two together, where no time is known
)

// month is the number of days that share a key where a report gives none.
const month = 30

// Keys returns the keys that a report is filed under and those that it is
// looked for by. Reports of one family of types, about the same days, share a
// key if they share a place or one of their rare words. Where the days of one
// aren't known, they share one if their articles were published within a month
// or two, or neither day of publication is known, and they share two of their
// first places, names and words; one is enough where the days of both aren't
// known.
func (r *Report) Keys() (file, ask []uint64) {
	h := kern.Word(r.Family)
	about := r.about()
	if r.close() {
		file, ask = r.days(h, about, 0), r.days(h, about, week+1)
		return append(file, r.months(pairs(h^1, about), 0)...), append(ask, r.months(pairs(h^2, about), 1)...)
	}
	var single []uint64
	for _, w := range about {
		single = append(single, kern.Join(h, w))
	}
	file = append(r.months(single, 0), r.months(pairs(h^2, about), 0)...)
	return file, append(r.months(single, 1), r.months(pairs(h^1, about), 1)...)
}

// close reports whether it is known when it was, nearly enough to find by.
func (r *Report) close() bool { return r.Days.Known() && r.Days.Length() <= long }

// Near reports whether two reports that share a key are to be compared: not
// those that lie further apart than [slack], unless by a week.
func (r *Report) Near(o *Report) bool {
	if !r.close() || !o.close() {
		return true
	}
	gap := r.Days.Gap(o.Days)
	return gap <= slack || gap == week || gap == week-1 || gap == week+1
}

// days makes keys of the days of a report and of those around them.
func (r *Report) days(h uint64, about []uint64, around int) []uint64 {
	var out []uint64
	for b := (int(r.Days.First) - around) / shared; b <= (int(r.Days.Last)+around)/shared; b++ {
		for _, w := range about {
			out = append(out, kern.Join(kern.Join(h, uint64(b)), w))
		}
	}
	return out
}

// months makes keys of the month in which a report's article was published, and
// of those around it.
func (r *Report) months(keys []uint64, around int) []uint64 {
	day := r.Record.Published
	if !day.Known() {
		return keys
	}
	var out []uint64
	for m := int(day)/month - around; m <= int(day)/month+around; m++ {
		for _, k := range keys {
			out = append(out, kern.Join(k, uint64(m)+1))
		}
	}
	return out
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
