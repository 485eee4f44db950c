package kern

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Row is a feature with its weights, one for each class that has one.
type Row struct {
	Key     uint64
	Classes []uint8
	Weights []int16
}

// Linear scores classes by the sum of the weights of the features that hold.
// It is read only and safe for concurrent use.
type Linear struct {
	classes int
	shift   uint
	slots   []slot
	entries []uint32 // rows: class in the high half, weight in the low half
}

// slot is a place of the hash table; a row of no entries is a free place.
type slot struct {
	key   uint32
	first uint32 // index of the row's first entry
	n     uint32
}

// NewLinear builds the scorer of a number of classes, at most 256, from rows.
func NewLinear(classes int, rows []Row) *Linear {
	bits := uint(4)
	for 1<<bits < 2*len(rows) {
		bits++
	}
	l := &Linear{classes: classes, shift: 64 - bits, slots: Table[slot](1 << bits)}
	total := 0
	for i := range rows {
		total += len(rows[i].Classes)
	}
	l.entries = make([]uint32, 0, total)
	for i := range rows {
		l.insert(&rows[i])
	}
	return l
}

func (l *Linear) insert(r *Row) {
	if len(r.Classes) == 0 {
		return
	}
	mask := uint64(len(l.slots) - 1)
	at := r.Key >> l.shift
	for l.slots[at].n > 0 {
		at = (at + 1) & mask
	}
	l.slots[at] = slot{key: uint32(r.Key), first: uint32(len(l.entries)), n: uint32(len(r.Classes))}
	for k, c := range r.Classes {
		l.entries = append(l.entries, uint32(c)<<16|uint32(uint16(r.Weights[k])))
	}
}

// Classes is the number of classes; scores need that length.
func (l *Linear) Classes() int { return l.classes }

// ahead is the number of features that are looked up at a time.
const ahead = 16

// Add adds the weights of the features to the scores of the classes. It reads
// the places of several features before it needs the first, so that the memory
// is waited for once and not for each.
func (l *Linear) Add(scores []int32, keys []uint64) {
	var found [ahead]slot
	for len(keys) > 0 {
		n := min(len(keys), ahead)
		for i, key := range keys[:n] {
			found[i] = l.slots[key>>l.shift]
		}
		touched := uint32(0)
		for i, key := range keys[:n] {
			s := &found[i]
			if s.n > 0 && s.key != uint32(key) {
				*s = l.next(key)
			}
			if s.n > 0 {
				touched |= l.entries[s.first]
			}
		}
		l.sum(scores, found[:n], touched)
		keys = keys[n:]
	}
}

// next is the place of a feature whose first place is another's; of no entries
// if it has none.
func (l *Linear) next(key uint64) slot {
	mask := uint64(len(l.slots) - 1)
	for at := (key>>l.shift + 1) & mask; ; at = (at + 1) & mask {
		if s := l.slots[at]; s.n == 0 || s.key == uint32(key) {
			return s
		}
	}
}

// sum adds the weights of the rows found. touched keeps the reads of their first
// entries, which are 0 in no class, from being left out.
func (l *Linear) sum(scores []int32, found []slot, touched uint32) {
	if touched == 0 {
		return
	}
	for _, s := range found {
		for _, e := range l.entries[s.first : s.first+s.n] {
			scores[e>>16] += int32(int16(e))
		}
	}
}

// AppendLinear appends the rows in the form that [ReadLinear] reads: counts,
// keys, then the length, classes and weights of each row.
func AppendLinear(dst []byte, classes int, rows []Row) []byte {
	dst = binary.LittleEndian.AppendUint32(dst, uint32(classes))
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(rows)))
	for i := range rows {
		dst = binary.LittleEndian.AppendUint64(dst, rows[i].Key)
	}
	for i := range rows {
		dst = append(dst, uint8(len(rows[i].Classes)))
	}
	for i := range rows {
		dst = append(dst, rows[i].Classes...)
	}
	for i := range rows {
		for _, w := range rows[i].Weights {
			dst = binary.LittleEndian.AppendUint16(dst, uint16(w))
		}
	}
	return dst
}

var errShort = errors.New("linear model is cut short")

// ReadLinear reads a scorer from the start of b and returns what follows it.
func ReadLinear(b []byte) (*Linear, []byte, error) {
	if len(b) < 8 {
		return nil, nil, errShort
	}
	classes, n := int(binary.LittleEndian.Uint32(b)), int(binary.LittleEndian.Uint32(b[4:]))
	b = b[8:]
	if classes < 1 || classes > 256 {
		return nil, nil, fmt.Errorf("linear model has %d classes", classes)
	}
	if n > len(b)/9 {
		return nil, nil, errShort
	}
	keys, counts, rest := b[:8*n], b[8*n:9*n], b[9*n:]
	total := 0
	for _, c := range counts {
		total += int(c)
	}
	if len(rest) < 3*total {
		return nil, nil, errShort
	}
	l, err := fill(classes, keys, counts, rest[:total], rest[total:3*total])
	return l, rest[3*total:], err
}

// fill builds the scorer from the columns of the file.
func fill(classes int, keys, counts, cls, weights []byte) (*Linear, error) {
	rows := make([]Row, 1)
	l := NewLinear(classes, nil)
	bits := uint(4)
	for 1<<bits < 2*len(counts) {
		bits++
	}
	l.shift, l.slots = 64-bits, Table[slot](1<<bits)
	l.entries = make([]uint32, 0, len(cls))
	var w [256]int16
	for i, c := range counts {
		n := int(c)
		for k := range n {
			if int(cls[k]) >= classes {
				return nil, fmt.Errorf("linear model has class %d of %d", cls[k], classes)
			}
			w[k] = int16(binary.LittleEndian.Uint16(weights[2*k:]))
		}
		rows[0] = Row{Key: binary.LittleEndian.Uint64(keys[8*i:]), Classes: cls[:n], Weights: w[:n]}
		l.insert(&rows[0])
		cls, weights = cls[n:], weights[2*n:]
	}
	return l, nil
}
