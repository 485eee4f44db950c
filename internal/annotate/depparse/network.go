package depparse

import (
	"encoding/binary"

	"sayso/internal/document"
	"sayso/internal/kern"
	"sayso/internal/model/wordvec"
)

// Sizes of the network.
const (
	WordDims   = 60  // learned vector of a word
	SuffixDims = 32  // of its last three letters
	TagDims    = 32  // of its tags
	InputDims  = 224 // all of them, with the vector from wordvec
	Hidden     = 160 // of a word in its sentence
	ArcDims    = 128 // of a word as dependent or head
	LabelDims  = 96  // of an arc
	Distances  = 28  // steps of distance
	TagCount   = 32 * 64
	Labels     = (document.RelCount + 3) / 4 * 4
)

// Dilations are the distances to the neighbours that each block of the network
// sees.
var Dilations = []int{1, 2, 4, 8, 1}

// Network scores arcs and their relations. The fields are learned by
// train/annotate. It is read only.
type Network struct {
	WordKeys, SuffixKeys   []uint64    // row i+1 of Words and of Suffixes is for key i, row 0 for others
	Words, Suffixes, Tags  kern.Matrix // vectors learned
	Conv                   kern.Conv   // a word in its sentence
	Root                   kern.Matrix // the root in place of a word
	Dep, Head              kern.Dense  // a word as dependent, as head
	Arc                    kern.Dense  // what a dependent wants in its head
	DepDist, HeadDist      kern.Matrix // what either wants of the distance
	LabelDep, LabelHead    kern.Dense
	LabelDist              kern.Matrix
	Label                  kern.Dense
	wordIndex, suffixIndex *kern.Index
	vectors                *wordvec.Table
}

// Index makes the network ready to find words; vectors are those it was trained
// with.
func (n *Network) Index(vectors *wordvec.Table) {
	n.wordIndex = kern.NewIndex(len(n.WordKeys), func(i int) uint64 { return n.WordKeys[i] })
	n.suffixIndex = kern.NewIndex(len(n.SuffixKeys), func(i int) uint64 { return n.SuffixKeys[i] })
	n.vectors = vectors
}

// Entry is what the network takes of a word: rows of its tables and the
// vector of the word, nil where it has none.
type Entry struct {
	Word, Suffix, Tag int
	Vector            []byte
}

// Entry looks a word up.
func (n *Network) Entry(word string, tag document.Tag) Entry {
	h := kern.Word(word)
	return Entry{Word: n.wordIndex.Find(h) + 1, Suffix: n.suffixIndex.Find(kern.Suffix(word, 3)) + 1,
		Tag: int(tag.UPOS)<<6 | int(tag.XPOS), Vector: n.vectors.Of(h)}
}

// Distance returns the step of distance between a dependent and its head, words
// of a sentence of n words; word n is the root.
func Distance(dep, head, n int) int {
	switch {
	case head == n:
		return 0
	case head < dep:
		return 1 + far(dep-head)
	}
	return 14 + far(head-dep)
}

// far is a distance from 1 in 13 steps that widen.
func far(d int) int {
	switch {
	case d <= 8:
		return d - 1
	case d <= 10:
		return 8
	case d <= 14:
		return 9
	case d <= 20:
		return 10
	case d <= 32:
		return 11
	}
	return 12
}

// Append appends the payload of the network.
func (n *Network) Append(dst []byte) []byte {
	for _, keys := range [][]uint64{n.WordKeys, n.SuffixKeys} {
		dst = binary.LittleEndian.AppendUint32(dst, uint32(len(keys)))
		for _, k := range keys {
			dst = binary.LittleEndian.AppendUint64(dst, k)
		}
	}
	for _, m := range n.matrices() {
		dst = kern.AppendMatrix(dst, m.m)
	}
	dst = n.Conv.Append(dst)
	for _, l := range n.layers() {
		dst = kern.AppendDense(dst, l.l)
	}
	return dst
}

// shaped is a part of the network with its size; -1 rows are free.
type shaped struct {
	m          *kern.Matrix
	l          *kern.Dense
	rows, cols int
}

func (n *Network) matrices() []shaped {
	return []shaped{
		{m: &n.Words, rows: len(n.WordKeys) + 1, cols: WordDims}, {m: &n.Suffixes, rows: len(n.SuffixKeys) + 1, cols: SuffixDims},
		{m: &n.Tags, rows: TagCount, cols: TagDims}, {m: &n.Root, rows: 1, cols: Hidden},
		{m: &n.DepDist, rows: Distances, cols: ArcDims}, {m: &n.HeadDist, rows: Distances, cols: ArcDims},
		{m: &n.LabelDist, rows: Distances, cols: LabelDims},
	}
}

func (n *Network) layers() []shaped {
	return []shaped{{l: &n.Dep, rows: ArcDims, cols: Hidden}, {l: &n.Head, rows: ArcDims, cols: Hidden},
		{l: &n.Arc, rows: ArcDims, cols: ArcDims}, {l: &n.LabelDep, rows: LabelDims, cols: Hidden},
		{l: &n.LabelHead, rows: LabelDims, cols: Hidden}, {l: &n.Label, rows: Labels, cols: LabelDims}}
}

// ReadNetwork reads the payload of a network.
func ReadNetwork(b []byte, vectors *wordvec.Table) (*Network, error) {
	n := &Network{}
	for _, keys := range []*[]uint64{&n.WordKeys, &n.SuffixKeys} {
		if len(b) < 4 || int(binary.LittleEndian.Uint32(b)) > len(b)/8 {
			return nil, errModel
		}
		count := int(binary.LittleEndian.Uint32(b))
		if b = b[4:]; len(b) < 8*count {
			return nil, errModel
		}
		for i := range count {
			*keys = append(*keys, binary.LittleEndian.Uint64(b[8*i:]))
		}
		b = b[8*count:]
	}
	var err error
	for _, m := range n.matrices() {
		if *m.m, b, err = kern.ReadMatrix(b, m.rows, m.cols); err != nil {
			return nil, err
		}
	}
	if n.Conv, b, err = kern.ReadConv(b, Dilations, InputDims, Hidden); err != nil {
		return nil, err
	}
	for _, l := range n.layers() {
		if *l.l, b, err = kern.ReadDense(b, l.rows, l.cols); err != nil {
			return nil, err
		}
	}
	if len(b) > 0 {
		return nil, errModel
	}
	n.Index(vectors)
	return n, nil
}
