package indexed

import (
	"iter"
	"math/bits"
)

// set is a set of slots.
type set []uint64

func newSet(slots int) set { return make(set, (slots+63)/64) }

func (s set) add(slot uint32)      { s[slot/64] |= 1 << (slot % 64) }
func (s set) remove(slot uint32)   { s[slot/64] &^= 1 << (slot % 64) }
func (s set) has(slot uint32) bool { return s[slot/64]>>(slot%64)&1 == 1 }

func (s set) count() (n int) {
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// and keeps what is in the other, too.
func (s set) and(o set) {
	for i := range s {
		s[i] &= o[i]
	}
}

// grown is a copy for more slots.
func (s set) grown(slots int) set {
	out := newSet(slots)
	copy(out, s)
	return out
}

// all lists what is in it, in the order of the slots.
func (s set) all() iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		for i, w := range s {
			for ; w != 0; w &= w - 1 {
				if !yield(uint32(i*64 + bits.TrailingZeros64(w))) {
					return
				}
			}
		}
	}
}
