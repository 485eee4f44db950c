// Package wordvec holds vectors of words: what a large collection of text knows
// of how words are used.
package wordvec

import (
	"encoding/binary"
	"errors"
	"sync"

	"sayso/data"
	"sayso/internal/kern"
	"sayso/internal/model"
)

// Dims is the number of dimensions.
const Dims = 100

// Bits is the number of bits after the point of a vector's numbers.
const Bits = 5

// Table maps words to vectors. It is read only.
type Table struct {
	index  *kern.Index
	values []byte
}

var errTable = errors.New("table of word vectors is broken")

// Load returns the table that the program carries. It is read once.
func Load() (*Table, error) { return load() }

var load = sync.OnceValues(func() (*Table, error) {
	b, err := model.Load(data.FS, "wordvec")
	if err != nil {
		return nil, err
	}
	return Read(b)
})

// Of returns the vector of a word by its [kern.Word] hash, as bytes that are
// int8, or nil where the word has none.
func (t *Table) Of(word uint64) []byte {
	i := t.index.Find(word)
	if i < 0 {
		return nil
	}
	return t.values[i*Dims : (i+1)*Dims]
}

// Rank returns the place of a word by frequency, from 0, or -1 where it is not
// known.
func (t *Table) Rank(word uint64) int { return t.index.Find(word) }

// Append appends the payload of a table: the hash of each word and its vector.
func Append(dst []byte, keys []uint64, vectors [][Dims]int8) []byte {
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(keys)))
	for _, k := range keys {
		dst = binary.LittleEndian.AppendUint64(dst, k)
	}
	for i := range vectors {
		for _, v := range vectors[i] {
			dst = append(dst, byte(v))
		}
	}
	return dst
}

// Read reads the payload of a table, and keeps it.
func Read(b []byte) (*Table, error) {
	if len(b) < 4 {
		return nil, errTable
	}
	n := int(binary.LittleEndian.Uint32(b))
	if b = b[4:]; len(b) != n*(8+Dims) {
		return nil, errTable
	}
	x := kern.NewIndex(n, func(i int) uint64 { return binary.LittleEndian.Uint64(b[8*i:]) })
	return &Table{x, b[8*n:]}, nil
}
