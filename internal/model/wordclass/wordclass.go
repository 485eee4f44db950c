// Package wordclass tells the class of a word: words that are used alike share
// one. The classes are clusters of word vectors at three grains, so that models
// know something about words that their treebank does not hold.
package wordclass

import (
	"encoding/binary"
	"errors"
	"sync"

	"sayso/data"
	"sayso/internal/kern"
	"sayso/internal/model"
)

// Class is the class of a word at three grains, from coarse to fine; each is
// numbered from 1, 0 where the word is not known.
type Class struct{ Coarse, Middle, Fine uint16 }

// Table maps words to classes. It is read only.
type Table struct {
	shift uint
	slots []slot
	up    []Class // by fine class
}

type slot struct {
	key  uint32
	fine uint16
}

// Load returns the table that the program carries. It is read once.
func Load() (*Table, error) { return load() }

var load = sync.OnceValues(func() (*Table, error) {
	b, err := model.Load(data.FS, "wordclass")
	if err != nil {
		return nil, err
	}
	return Read(b)
})

// Of returns the class of a word by its [kern.Word] hash.
func (t *Table) Of(word uint64) Class {
	mask := uint64(len(t.slots) - 1)
	for at := word >> t.shift; ; at = (at + 1) & mask {
		s := &t.slots[at]
		if s.fine == 0 {
			return Class{}
		}
		if s.key == uint32(word) {
			return t.up[s.fine]
		}
	}
}

// OfWord is [Table.Of] for a word as written.
func (t *Table) OfWord(w string) Class { return t.Of(kern.Word(w)) }

// Append appends the payload of a table: keys holds the hashes of the words
// and fine their fine classes; middle and coarse give the classes above fine
// class i+1 at index i.
func Append(dst []byte, keys []uint64, fine, middle, coarse []uint16) []byte {
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(keys)))
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(middle)))
	for i := range middle {
		dst = binary.LittleEndian.AppendUint16(dst, middle[i])
		dst = binary.LittleEndian.AppendUint16(dst, coarse[i])
	}
	for _, f := range fine {
		dst = binary.LittleEndian.AppendUint16(dst, f)
	}
	for _, k := range keys {
		dst = binary.LittleEndian.AppendUint64(dst, k)
	}
	return dst
}

var errTable = errors.New("table of word classes is broken")

// Read reads the payload of a table.
func Read(b []byte) (*Table, error) {
	if len(b) < 8 {
		return nil, errTable
	}
	n, m := int(binary.LittleEndian.Uint32(b)), int(binary.LittleEndian.Uint32(b[4:]))
	if b = b[8:]; len(b) != 4*m+10*n || m > 1<<16-2 {
		return nil, errTable
	}
	t := &Table{up: make([]Class, m+1)}
	for i := range m {
		t.up[i+1] = Class{binary.LittleEndian.Uint16(b[4*i+2:]), binary.LittleEndian.Uint16(b[4*i:]), uint16(i + 1)}
	}
	return t, t.fill(b[4*m:4*m+2*n], b[4*m+2*n:])
}

// fill builds the hash table from the columns of the file.
func (t *Table) fill(fine, keys []byte) error {
	n := len(fine) / 2
	bits := uint(4)
	for 1<<bits < 2*n {
		bits++
	}
	t.shift, t.slots = 64-bits, kern.Table[slot](1<<bits)
	mask := uint64(len(t.slots) - 1)
	for i := range n {
		key, f := binary.LittleEndian.Uint64(keys[8*i:]), binary.LittleEndian.Uint16(fine[2*i:])
		if f == 0 || int(f) >= len(t.up) {
			return errTable
		}
		at := key >> t.shift
		for t.slots[at].fine != 0 {
			at = (at + 1) & mask
		}
		t.slots[at] = slot{uint32(key), f}
	}
	return nil
}
