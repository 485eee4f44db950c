// Package block finds the few reports that are worth comparing with one, among
// millions.
//
//	in    a report's keys: numbers that stand for "a bombing in Jolo in the week
//	      of 27 January", "… that names Abu Sayyaf …"
//	out   the reports that share a key with it
//
// It is an inverted index (Papadakis and others 2020, on blocking for entity
// resolution): what shares no key is never compared. Which two share one
// depends on these two alone, so that the order of additions does not matter.
// Limits: a key that many hold makes each addition slower; whoever makes the
// keys keeps them narrow, by time above all.
package block

import "slices"

// Index maps keys to the reports that hold them.
type Index struct{ at map[uint64][]int32 }

// New returns an empty index.
func New() *Index { return &Index{at: map[uint64][]int32{}} }

// Add files report n under its keys.
func (x *Index) Add(n int32, keys []uint64) {
	for _, k := range keys {
		x.at[k] = append(x.at[k], n)
	}
}

// Remove takes report n out; keys are those that it was added with.
func (x *Index) Remove(n int32, keys []uint64) {
	for _, k := range keys {
		list := x.at[k]
		if i := slices.Index(list, n); i >= 0 {
			list = slices.Delete(list, i, i+1)
		}
		if len(list) == 0 {
			delete(x.at, k)
		} else {
			x.at[k] = list
		}
	}
}

// Find returns the reports that hold one of the keys, ascending, in buf.
func (x *Index) Find(keys []uint64, buf []int32) []int32 {
	buf = buf[:0]
	for _, k := range keys {
		buf = append(buf, x.at[k]...)
	}
	slices.Sort(buf)
	return slices.Compact(buf)
}
