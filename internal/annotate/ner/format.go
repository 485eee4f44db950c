package ner

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/klauspost/compress/zstd"

	"sayso/internal/document"
	"sayso/internal/model/wordclass"
)

// Format is the version of the model files; others are refused.
const Format = 2

// The first bytes of the files, before the compressed body.
const (
	magicLexicon = "saysoNL2"
	magicNetwork = "saysoNN2"
	magicTagger  = "saysoNT2"
)

// ErrFormat is returned for bytes that are no model file of [Format].
var ErrFormat = errors.New("not a names model file of format 2")

// maxEntries bounds what a file may claim to hold.
const maxEntries = 1 << 24

// EncodeLexicon writes a lexicon file: keys as rising differences, then lists.
func EncodeLexicon(phrases []Entry) ([]byte, error) {
	list := sorted(phrases)
	b := appendKeys(nil, len(list), func(i int) uint32 { return list[i].Key })
	for _, e := range list {
		b = binary.AppendUvarint(b, uint64(e.Lists))
	}
	return pack(magicLexicon, b)
}

// EncodeTagger writes a tagger file; pairs as for [NewTagger].
func EncodeTagger(kinds []document.NameKind, rows []Feature, pairs []int16) ([]byte, error) {
	rows = sortedRows(rows)
	b := []byte{byte(len(kinds))}
	for _, k := range kinds {
		b = append(b, byte(k))
	}
	for _, w := range pairs {
		b = binary.AppendVarint(b, int64(w))
	}
	b = appendKeys(b, len(rows), func(i int) uint32 { return rows[i].Key })
	for l := 0; l < LabelCount(kinds); l++ {
		for _, r := range rows {
			b = binary.AppendVarint(b, int64(r.Weights[l]))
		}
	}
	return pack(magicTagger, b)
}

func appendKeys(b []byte, n int, key func(int) uint32) []byte {
	b = binary.AppendUvarint(b, uint64(n))
	last := uint32(0)
	for i := 0; i < n; i++ {
		b = binary.AppendUvarint(b, uint64(key(i)-last))
		last = key(i)
	}
	return b
}

func pack(magic string, body []byte) ([]byte, error) {
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer enc.Close()
	return enc.EncodeAll(body, []byte(magic)), nil
}

// maxBody bounds the memory that a file may ask for.
const maxBody = 256 << 20

func unpack(magic string, file []byte) (*cursor, error) {
	if !bytes.HasPrefix(file, []byte(magic)) {
		return nil, fmt.Errorf("%w: begins %q, not %q", ErrFormat, file[:min(8, len(file))], magic)
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxBody))
	if err != nil {
		return nil, err
	}
	defer dec.Close()
	body, err := dec.DecodeAll(file[len(magic):], nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	return &cursor{b: body}, nil
}

// cursor reads a body and remembers whether it ran out.
type cursor struct {
	b   []byte
	bad bool
}

func (c *cursor) uvarint() uint64 {
	if len(c.b) > 0 && c.b[0] < 0x80 {
		v := c.b[0]
		c.b = c.b[1:]
		return uint64(v)
	}
	v, n := binary.Uvarint(c.b)
	if n <= 0 {
		c.bad, c.b = true, nil
		return 0
	}
	c.b = c.b[n:]
	return v
}

func (c *cursor) varint() int64 {
	v := c.uvarint()
	return int64(v>>1) ^ -int64(v&1)
}

func (c *cursor) byte() byte {
	if len(c.b) == 0 {
		c.bad = true
		return 0
	}
	v := c.b[0]
	c.b = c.b[1:]
	return v
}

// count reads a number of entries, each of which takes at least one byte.
func (c *cursor) count() int {
	n := c.uvarint()
	if n > maxEntries || n > uint64(len(c.b)) {
		c.bad = true
		return 0
	}
	return int(n)
}

// DecodeLexicon reads a lexicon file, to go with the classes; errors wrap [ErrFormat].
func DecodeLexicon(file []byte, classes *wordclass.Table) (*Lexicon, error) {
	c, err := unpack(magicLexicon, file)
	if err != nil {
		return nil, err
	}
	phrases := c.entries()
	if c.bad || len(c.b) != 0 {
		return nil, fmt.Errorf("%w: lexicon is cut short or too long", ErrFormat)
	}
	return NewLexicon(classes, phrases), nil
}

func (c *cursor) entries() []Entry {
	list := make([]Entry, c.count())
	last := uint32(0)
	for i := range list {
		last += uint32(c.uvarint())
		list[i].Key = last
		c.bad = c.bad || last == 0
	}
	for i := range list {
		list[i].Lists = uint16(c.uvarint())
	}
	return list
}

// DecodeTagger reads a tagger file; errors wrap [ErrFormat].
func DecodeTagger(file []byte) (*Tagger, error) {
	c, err := unpack(magicTagger, file)
	if err != nil {
		return nil, err
	}
	kinds := make([]document.NameKind, min(int(c.byte()), 16))
	for i := range kinds {
		kinds[i] = document.NameKind(c.byte())
	}
	L := LabelCount(kinds)
	pairs := make([]int16, L*L)
	for i := range pairs {
		pairs[i] = int16(c.varint())
	}
	n := c.count()
	t := newTagger(kinds, n, pairs)
	last := uint32(0)
	for range n {
		last += uint32(c.uvarint())
		c.bad = c.bad || last == 0
		t.rows.put(last, n)
	}
	for l := 0; l < L && !c.bad; l++ {
		for i := range n {
			t.weights[i*t.wide+l] = int16(c.varint())
		}
	}
	c.bad = c.bad || t.rows.n != n
	if c.bad || len(c.b) != 0 {
		return nil, fmt.Errorf("%w: tagger is cut short or too long", ErrFormat)
	}
	return t, nil
}
