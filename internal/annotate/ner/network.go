package ner

import (
	"encoding/binary"
	"errors"
	"fmt"

	"sayso/internal/document"
	"sayso/internal/kern"
	"sayso/internal/model/wordvec"
)

// Sizes of the network.
const (
	WordDims   = 48 // learned vector of a word
	AffixDims  = 24 // of its first three letters, and of its last three
	ShapeDims  = 16 // of how it is written
	TagDims    = 32 // of its part of speech
	ClassDims  = 32 // of its class
	ListDims   = 12 // of the lists that hold it
	CorpusDims = 16 // of the corpus whose manner of marking is asked for
	InputDims  = WordDims + 2*AffixDims + ShapeDims + TagDims + ClassDims + CorpusDims + ListDims + wordvec.Dims
	Hidden     = 128 // of a word in its sentence
	Outputs    = 16  // labels, padded
	ShapeRows  = 64
	TagRows    = 64
	ClassRows  = 1504
	CorpusRows = 4
	ListRows   = 4 * MaxLists
)

// Dilations are the distances to the neighbours that each block sees.
var Dilations = []int{1, 2, 4, 1}

// Network scores the labels of the words of a sentence: a dilated convolution
// over vectors of the words. Its fields are learned by train/annotate.
type Network struct {
	WordKeys, PrefixKeys, SuffixKeys                                 []uint64 // row i+1 is for key i, row 0 for others
	Words, Prefixes, Suffixes, Shapes, Tags, Classes, Corpora, Lists kern.Matrix
	Corpus                                                           int // the corpus in whose manner names are marked
	Conv                                                             kern.Conv
	Out                                                              kern.Dense
	words, prefixes, suffixes                                        *kern.Index
	vectors                                                          *wordvec.Table
}

// Index makes the network ready to find words.
func (n *Network) Index(vectors *wordvec.Table) {
	index := func(keys []uint64) *kern.Index {
		return kern.NewIndex(len(keys), func(i int) uint64 { return keys[i] })
	}
	n.words, n.prefixes, n.suffixes = index(n.WordKeys), index(n.PrefixKeys), index(n.SuffixKeys)
	n.vectors = vectors
}

// Input is what the network takes of a word: rows of its tables, the marks of
// its lists, and its vector, nil where it has none.
type Input struct {
	Word, Prefix, Suffix, Shape, Tag, Class, Corpus int
	Marks                                           uint32
	Vector                                          []byte
}

// Inputs appends the inputs of the words of the sentence begun in x.
func (n *Network) Inputs(out []Input, x *Extractor, word func(int) string, tag func(int) document.XPOS) []Input {
	casing := x.casing(word)
	for i := range x.attrs {
		w := word(i)
		h := kern.Word(w)
		out = append(out, Input{Word: n.words.Find(h) + 1, Prefix: n.prefixes.Find(kern.Prefix(w, 3)) + 1, Suffix: n.suffixes.Find(kern.Suffix(w, 3)) + 1,
			Shape: shapeRow(x.shapes[i], casing, i), Tag: int(tag(i)), Class: int(x.attrs[i].cluster[0]), Corpus: n.Corpus, Marks: x.marks[i], Vector: n.vectors.Of(h)})
	}
	return out
}

// shapeRow numbers the shape of word i of a sentence.
func shapeRow(s kern.Shape, casing kern.Casing, i int) int {
	switch {
	case casing == kern.Headline:
		s += 16
	case casing != kern.MixedCase && s < kern.Number:
		s = kern.Blank
	}
	if i == 0 {
		s += 32
	}
	return int(s)
}

// fill writes the input of a word.
func (n *Network) fill(x []int16, in *Input) {
	at := copy(x, n.Words.Row(in.Word))
	at += copy(x[at:], n.Prefixes.Row(in.Prefix))
	at += copy(x[at:], n.Suffixes.Row(in.Suffix))
	at += copy(x[at:], n.Shapes.Row(in.Shape))
	at += copy(x[at:], n.Tags.Row(in.Tag))
	at += copy(x[at:], n.Classes.Row(in.Class))
	at += copy(x[at:], n.Corpora.Row(in.Corpus))
	clear(x[at:])
	for list := range MaxLists {
		if place := int(in.Marks >> (2 * list) & 3); place != 0 {
			for k, v := range n.Lists.Row(4*list + place) {
				x[at+k] += v
			}
		}
	}
	at += ListDims
	for i, v := range in.Vector {
		x[at+i] = int16(int8(v)) << (kern.ActBits - wordvec.Bits)
	}
}

// netReader is the scratch of a network.
type netReader struct {
	inputs  []Input
	x, h    kern.Matrix
	buffers kern.ConvBuffers
	out     kern.Matrix
}

// read fills r.out with a row of scores for each word.
func (n *Network) read(r *netReader) {
	r.x.Resize(len(r.inputs), InputDims)
	for i := range r.inputs {
		n.fill(r.x.Row(i), &r.inputs[i])
	}
	n.Conv.Apply(&r.h, &r.x, &r.buffers)
	n.Out.Apply(&r.out, &r.h, false)
}

var errCut = errors.New("cut short or too long")

func (n *Network) keys() []*[]uint64 { return []*[]uint64{&n.WordKeys, &n.PrefixKeys, &n.SuffixKeys} }

// tables lists the tables with their numbers of rows and columns.
func (n *Network) tables() []struct {
	m          *kern.Matrix
	rows, cols int
} {
	return []struct {
		m          *kern.Matrix
		rows, cols int
	}{{&n.Words, len(n.WordKeys) + 1, WordDims}, {&n.Prefixes, len(n.PrefixKeys) + 1, AffixDims}, {&n.Suffixes, len(n.SuffixKeys) + 1, AffixDims},
		{&n.Shapes, ShapeRows, ShapeDims}, {&n.Tags, TagRows, TagDims}, {&n.Classes, ClassRows, ClassDims}, {&n.Corpora, CorpusRows, CorpusDims}, {&n.Lists, ListRows, ListDims}}
}

// EncodeNetwork writes a network file.
func EncodeNetwork(n *Network) ([]byte, error) {
	var b []byte
	for _, keys := range n.keys() {
		b = binary.LittleEndian.AppendUint32(b, uint32(len(*keys)))
		for _, k := range *keys {
			b = binary.LittleEndian.AppendUint64(b, k)
		}
	}
	for _, t := range n.tables() {
		b = kern.AppendMatrix(b, t.m)
	}
	return pack(magicNetwork, kern.AppendDense(n.Conv.Append(b), &n.Out))
}

// DecodeNetwork reads a network file; errors wrap [ErrFormat].
func DecodeNetwork(file []byte, vectors *wordvec.Table) (*Network, error) {
	c, err := unpack(magicNetwork, file)
	if err != nil {
		return nil, err
	}
	n, err := readNetwork(c.b)
	if err != nil {
		return nil, fmt.Errorf("%w: network: %w", ErrFormat, err)
	}
	n.Index(vectors)
	return n, nil
}

func readNetwork(b []byte) (*Network, error) {
	n := &Network{}
	for _, keys := range n.keys() {
		if len(b) < 4 || int(binary.LittleEndian.Uint32(b)) > (len(b)-4)/8 {
			return nil, errCut
		}
		*keys = make([]uint64, binary.LittleEndian.Uint32(b))
		b = b[4:]
		for i := range *keys {
			(*keys)[i] = binary.LittleEndian.Uint64(b[8*i:])
		}
		b = b[8*len(*keys):]
	}
	var err error
	for _, t := range n.tables() {
		if *t.m, b, err = kern.ReadMatrix(b, t.rows, t.cols); err != nil {
			return nil, err
		}
	}
	if n.Conv, b, err = kern.ReadConv(b, Dilations, InputDims, Hidden); err != nil {
		return nil, err
	}
	if n.Out, b, err = kern.ReadDense(b, Outputs, Hidden); err != nil {
		return nil, err
	}
	if len(b) > 0 {
		return nil, errCut
	}
	return n, nil
}
