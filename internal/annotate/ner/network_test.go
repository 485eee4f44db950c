package ner

import (
	"errors"
	"testing"

	"sayso/internal/document"
	"sayso/internal/kern"
	"sayso/internal/model/wordvec"
)

// blank is a network of zeros with a bias for one label.
func blank() *Network {
	n := &Network{WordKeys: []uint64{kern.Word("gaza")}, PrefixKeys: []uint64{5}, SuffixKeys: []uint64{7, 9}}
	for _, t := range n.tables() {
		t.m.Resize(t.rows, t.cols)
	}
	dense := func(rows, cols int) kern.Dense {
		d := kern.Dense{B: make([]int32, rows)}
		d.W.Resize(rows, cols)
		return d
	}
	n.Conv = kern.Conv{Dilations: Dilations, Input: dense(Hidden, InputDims)}
	for range Dilations {
		n.Conv.Blocks = append(n.Conv.Blocks, dense(Hidden, 3*Hidden))
	}
	n.Out = dense(Outputs, Hidden)
	n.Out.B[3] = 2 << (kern.ActBits + kern.WeightBits)
	return n
}

func vectors(t testing.TB) *wordvec.Table {
	t.Helper()
	v, err := wordvec.Read(wordvec.Append(nil, []uint64{kern.Word("gaza")}, make([][wordvec.Dims]int8, 1)))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestNetworkFile(t *testing.T) {
	b, err := EncodeNetwork(blank())
	if err != nil {
		t.Fatal(err)
	}
	lex := NewLexicon(nil, nil)
	n, err := DecodeNetwork(b, vectors(t))
	if err != nil {
		t.Fatal(err)
	}
	x := NewExtractor(lex)
	words := []string{"Gaza", "burns"}
	word := func(i int) string { return words[i] }
	x.Begin(2, word, false)
	var r netReader
	r.inputs = n.Inputs(nil, x, word, func(int) document.XPOS { return document.NNS })
	if r.inputs[0].Word != 1 || r.inputs[1].Word != 0 || r.inputs[0].Vector == nil || r.inputs[1].Vector != nil {
		t.Errorf("inputs %+v", r.inputs)
	}
	n.read(&r)
	if got := r.out.Row(1); got[3] != 2<<kern.ActBits || got[2] != 0 {
		t.Errorf("scores %v", got)
	}
	for _, cut := range []int{0, 8, len(b) / 2, len(b) - 1} {
		if _, err := DecodeNetwork(b[:cut], vectors(t)); !errors.Is(err, ErrFormat) {
			t.Errorf("%d of %d bytes: %v", cut, len(b), err)
		}
	}
	old := append([]byte("saysoNN1"), b[8:]...)
	if _, err := DecodeNetwork(old, vectors(t)); !errors.Is(err, ErrFormat) {
		t.Errorf("another version: %v", err)
	}
}

func TestShapeRow(t *testing.T) {
	for _, c := range []struct {
		casing kern.Casing
		shape  kern.Shape
		i      int
		want   int
	}{{kern.MixedCase, kern.Title, 1, int(kern.Title)}, {kern.MixedCase, kern.Title, 0, int(kern.Title) + 32},
		{kern.AllUpper, kern.Upper, 1, int(kern.Blank)}, {kern.AllLower, kern.Number, 1, int(kern.Number)},
		{kern.Headline, kern.Title, 2, int(kern.Title) + 16}} {
		if got := shapeRow(c.shape, c.casing, c.i); got != c.want {
			t.Errorf("%+v: %d", c, got)
		}
	}
}
