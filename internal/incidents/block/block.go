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

// Index maps keys to the reports that hold them. Millions of keys have one
// holder each, so that the holders of a key are a chain in one list, without
// pointers that a collector would follow.
type Index struct {
	at    map[uint64]int32 // the last holder of a key, in holds
	holds []hold
	free  int32 // the first of the holds that nobody uses, or -1
}

// hold is a report that holds a key, and the hold before it of the same key, or
// -1.
type hold struct{ report, next int32 }

// New returns an empty index.
func New() *Index { return &Index{at: map[uint64]int32{}, free: -1} }

// Add files report n under its keys.
func (x *Index) Add(n int32, keys []uint64) {
	for _, k := range keys {
		h := hold{n, -1}
		if last, ok := x.at[k]; ok {
			h.next = last
		}
		x.at[k] = x.put(h)
	}
}

// put stores a hold and returns where.
func (x *Index) put(h hold) int32 {
	if i := x.free; i >= 0 {
		x.free = x.holds[i].next
		x.holds[i] = h
		return i
	}
	x.holds = append(x.holds, h)
	return int32(len(x.holds) - 1)
}

// Remove takes report n out; keys are those that it was added with.
func (x *Index) Remove(n int32, keys []uint64) {
	for _, k := range keys {
		last, ok := x.at[k]
		before := int32(-1)
		for i := last; ok && i >= 0; before, i = i, x.holds[i].next {
			if x.holds[i].report != n {
				continue
			}
			next := x.holds[i].next
			switch {
			case before >= 0:
				x.holds[before].next = next
			case next >= 0:
				x.at[k] = next
			default:
				delete(x.at, k)
			}
			x.holds[i].next, x.free = x.free, i
			break
		}
	}
}

// Find returns the reports that hold one of the keys, ascending, in buf.
func (x *Index) Find(keys []uint64, buf []int32) []int32 {
	buf = buf[:0]
	for _, k := range keys {
		i, ok := x.at[k]
		for ; ok && i >= 0; i = x.holds[i].next {
			buf = append(buf, x.holds[i].report)
		}
	}
	slices.Sort(buf)
	return slices.Compact(buf)
}
