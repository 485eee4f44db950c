package ner

import "sayso/internal/kern"

// table maps non-zero 32-bit keys to rows 0, 1, 2 … in the order of insertion:
// open addressing, linear probing, at most half full.
type table struct {
	keys []uint32 // 0 is free
	rows []int32
	n    int
	mask uint32
}

// get returns the row of a key.
func (t *table) get(key uint32) (int32, bool) {
	if t.n == 0 {
		return 0, false
	}
	for i := key * 0x9E3779B1 >> 7 & t.mask; ; i = (i + 1) & t.mask {
		switch t.keys[i] {
		case key:
			return t.rows[i], true
		case 0:
			return 0, false
		}
	}
}

// put gives a new key the next row; a known key keeps its row. hint is the
// number of keys expected in all.
func (t *table) put(key uint32, hint int) int32 {
	if t.keys == nil {
		t.grow(max(hint, 4))
	}
	if 2*(t.n+1) > len(t.keys) {
		t.grow(2 * t.n)
	}
	i := key * 0x9E3779B1 >> 7 & t.mask
	for ; t.keys[i] != 0; i = (i + 1) & t.mask {
		if t.keys[i] == key {
			return t.rows[i]
		}
	}
	t.keys[i], t.rows[i] = key, int32(t.n)
	t.n++
	return t.rows[i]
}

func (t *table) grow(n int) {
	size := 8
	for size < 2*n+2 {
		size *= 2
	}
	old := *t
	*t = table{keys: kern.Table[uint32](size), rows: kern.Table[int32](size), n: old.n, mask: uint32(size - 1)}
	for i, key := range old.keys {
		if key == 0 {
			continue
		}
		j := key * 0x9E3779B1 >> 7 & t.mask
		for t.keys[j] != 0 {
			j = (j + 1) & t.mask
		}
		t.keys[j], t.rows[j] = key, old.rows[i]
	}
}
