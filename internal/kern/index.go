package kern

// Index numbers a set of keys in their order. It is read only.
type Index struct {
	shift uint
	slots []indexSlot
	n     int
}

type indexSlot struct {
	key uint32
	row int32 // plus 1; 0 is a free place
}

// NewIndex numbers the keys from 0; of equal keys the first counts.
func NewIndex(n int, key func(int) uint64) *Index {
	bits := uint(4)
	for 1<<bits < 2*n {
		bits++
	}
	x := &Index{shift: 64 - bits, slots: Table[indexSlot](1 << bits), n: n}
	mask := uint64(len(x.slots) - 1)
	for i := range n {
		k := key(i)
		at := k >> x.shift
		for x.slots[at].row != 0 && x.slots[at].key != uint32(k) {
			at = (at + 1) & mask
		}
		if x.slots[at].row == 0 {
			x.slots[at] = indexSlot{uint32(k), int32(i) + 1}
		}
	}
	return x
}

// Len is the number of keys.
func (x *Index) Len() int { return x.n }

// Find returns the number of a key, -1 if it is not in the set.
func (x *Index) Find(key uint64) int {
	mask := uint64(len(x.slots) - 1)
	for at := key >> x.shift; ; at = (at + 1) & mask {
		s := x.slots[at]
		if s.row == 0 {
			return -1
		}
		if s.key == uint32(key) {
			return int(s.row) - 1
		}
	}
}
