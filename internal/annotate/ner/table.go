package ner

import "sayso/internal/kern"

// table maps non-zero 32-bit keys to rows 0, 1, 2 … in the order of insertion:
// open addressing, linear probing, at most half full.
type table struct {
	slots []place
	n     int
	mask  uint32
}

// place is a key with its row; key 0 is free.
type place struct {
	key uint32
	row int32
}

func (t *table) home(key uint32) uint32 { return key * 0x9E3779B1 >> 7 & t.mask }

// get returns the row of a key.
func (t *table) get(key uint32) (int32, bool) {
	if t.n == 0 {
		return 0, false
	}
	p := t.from(t.home(key), key)
	return p.row, p.key != 0
}

// from is the place of a key that is sought from slot i on, or a free one.
func (t *table) from(i, key uint32) place {
	for {
		if p := t.slots[i]; p.key == key || p.key == 0 {
			return p
		}
		i = (i + 1) & t.mask
	}
}

// ahead is the number of keys that are looked up at a time.
const ahead = 16

// rows appends the rows of those of the keys that have one. It reads the places
// of several keys before it needs the first, so that the memory is waited for
// once and not for each.
func (t *table) rows(out []int32, keys []uint32) []int32 {
	if t.n == 0 {
		return out
	}
	var found [ahead]place
	for len(keys) > 0 {
		n := min(len(keys), ahead)
		for i, key := range keys[:n] {
			found[i] = t.slots[t.home(key)]
		}
		for i, key := range keys[:n] {
			p := found[i]
			if p.key != key && p.key != 0 {
				p = t.from(t.home(key), key)
			}
			if p.key != 0 {
				out = append(out, p.row)
			}
		}
		keys = keys[n:]
	}
	return out
}

// put gives a new key the next row; a known key keeps its row. hint is the
// number of keys expected in all.
func (t *table) put(key uint32, hint int) int32 {
	if t.slots == nil {
		t.grow(max(hint, 4))
	}
	if 2*(t.n+1) > len(t.slots) {
		t.grow(2 * t.n)
	}
	i := t.home(key)
	for ; t.slots[i].key != 0; i = (i + 1) & t.mask {
		if t.slots[i].key == key {
			return t.slots[i].row
		}
	}
	t.slots[i] = place{key, int32(t.n)}
	t.n++
	return t.slots[i].row
}

func (t *table) grow(n int) {
	size := 8
	for size < 2*n+2 {
		size *= 2
	}
	old := t.slots
	t.slots, t.mask = kern.Table[place](size), uint32(size-1)
	for _, p := range old {
		if p.key == 0 {
			continue
		}
		j := t.home(p.key)
		for t.slots[j].key != 0 {
			j = (j + 1) & t.mask
		}
		t.slots[j] = p
	}
}
