package signal

import (
	"encoding/binary"
	"errors"
	"math"

	"sayso/data"
	"sayso/internal/kern"
	"sayso/internal/model"
	"sayso/internal/model/wordvec"
)

// The shape of a network.
const (
	Inputs  = ((Slots+Bags)*wordvec.Dims + kern.Block - 1) / kern.Block * kern.Block
	Hidden  = 64
	Hidden2 = 32
	EmbBits = 6 // after the point of a feature's numbers
)

// Network is two hidden layers over the sums of the features' rows and a dense
// layer of word vectors. It is read-only and safe for concurrent use.
type Network struct {
	index  *kern.Index // feature keys
	keys   []uint32
	Rows   []int8 // Hidden numbers a key
	First  kern.Dense
	Second kern.Dense
	Out    kern.Dense // the last row of weights; the bias holds the scale's zero
}

// NewNetwork makes a network of the keys, in the order of their rows.
func NewNetwork(keys []uint32, rows []int8) *Network {
	n := &Network{keys: keys, Rows: rows}
	n.index = kern.NewIndex(len(keys), func(i int) uint64 { return spread(keys[i]) })
	return n
}

// spread makes a 64-bit key of a 32-bit one.
func spread(k uint32) uint64 { return uint64(k) * 0x9E3779B97F4A7C15 }

// Len is the number of features that have a row.
func (n *Network) Len() int { return len(n.keys) }

// outputs are the network's answers for inputs, in units of 1 in 2^ActBits.
func (n *Network) outputs(x *kern.Matrix, in []Input) []int {
	var h, g, y kern.Matrix
	n.First.Apply(&h, x, false)
	for r := range in {
		n.addRows(h.Row(r), in[r].Keys)
	}
	n.Second.Apply(&g, &h, true)
	n.Out.Apply(&y, &g, false)
	out := make([]int, len(in))
	for r := range in {
		out[r] = int(y.Row(r)[0])
	}
	return out
}

// fill writes the vectors of the words in their places, and the means of the
// sets, as activations.
func fill(row []int16, in *Input, vectors *wordvec.Table) {
	clear(row)
	const shift = kern.ActBits - wordvec.Bits
	for s, h := range in.Slots {
		for i, v := range vectors.Of(h) {
			row[s*wordvec.Dims+i] = int16(int8(v)) << shift
		}
	}
	for s, bag := range in.Bags {
		mean(row[(Slots+s)*wordvec.Dims:][:wordvec.Dims], bag, vectors)
	}
}

func mean(out []int16, bag []uint64, vectors *wordvec.Table) {
	var sum [wordvec.Dims]int32
	n := int32(0)
	for _, h := range bag {
		v := vectors.Of(h)
		if v == nil {
			continue
		}
		n++
		for i, x := range v {
			sum[i] += int32(int8(x))
		}
	}
	for i := range out {
		if n > 0 {
			out[i] = int16((sum[i] << (kern.ActBits - wordvec.Bits)) / n)
		}
	}
}

// addRows adds the rows of the features to the first layer and cuts it at zero.
func (n *Network) addRows(h []int16, keys []uint32) {
	var sum [Hidden]int32
	for _, k := range keys {
		at := n.index.Find(spread(k))
		if at < 0 {
			continue
		}
		for i, v := range n.Rows[at*Hidden : (at+1)*Hidden] {
			sum[i] += int32(v)
		}
	}
	for i := range h {
		v := int32(h[i]) + sum[i]<<(kern.ActBits-EmbBits)
		h[i] = int16(max(0, min(math.MaxInt16, v)))
	}
}

// Append appends the bytes of the network, for [ReadNetworks].
func (n *Network) Append(dst []byte) []byte {
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(n.keys)))
	for _, k := range n.keys {
		dst = binary.LittleEndian.AppendUint32(dst, k)
	}
	for _, v := range n.Rows {
		dst = append(dst, byte(v))
	}
	dst = kern.AppendDense(dst, &n.First)
	dst = kern.AppendDense(dst, &n.Second)
	return kern.AppendDense(dst, &n.Out)
}

var errNetwork = errors.New("factuality: the network is broken")

func readNetwork(b []byte) (*Network, []byte, error) {
	if len(b) < 4 {
		return nil, nil, errNetwork
	}
	count := int(binary.LittleEndian.Uint32(b))
	b = b[4:]
	if count > len(b)/(4+Hidden) {
		return nil, nil, errNetwork
	}
	keys, rows := make([]uint32, count), make([]int8, count*Hidden)
	for i := range keys {
		keys[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	b = b[4*count:]
	for i := range rows {
		rows[i] = int8(b[i])
	}
	b = b[len(rows):]
	n := NewNetwork(keys, rows)
	for _, l := range []struct {
		to         *kern.Dense
		rows, cols int
	}{{&n.First, Hidden, Inputs}, {&n.Second, Hidden2, Hidden}, {&n.Out, 1, Hidden2}} {
		var err error
		if *l.to, b, err = kern.ReadDense(b, l.rows, l.cols); err != nil {
			return nil, nil, err
		}
	}
	return n, b, nil
}

// Model is the networks whose mean is the certainty.
type Model struct {
	Networks []*Network
	vectors  *wordvec.Table
}

// NewModel makes a model of networks and of the vectors that the program carries.
func NewModel(networks ...*Network) (*Model, error) {
	v, err := wordvec.Load()
	if err != nil {
		return nil, err
	}
	return &Model{networks, v}, nil
}

// Load reads the newest model that the program carries.
func Load() (*Model, error) {
	b, err := model.Load(data.FS, "factuality")
	if err != nil {
		return nil, err
	}
	var networks []*Network
	for len(b) > 0 {
		var n *Network
		if n, b, err = readNetwork(b); err != nil {
			return nil, err
		}
		networks = append(networks, n)
	}
	if len(networks) == 0 {
		return nil, errNetwork
	}
	return NewModel(networks...)
}

// Payload is the bytes of the model, for [model.Save].
func (m *Model) Payload() []byte {
	var b []byte
	for _, n := range m.Networks {
		b = n.Append(b)
	}
	return b
}

// Certainty is how sure a reader of news would be that what the trigger tells
// took place, -3 to 3.
func (m *Model) Certainty(t *Tree, s *Signal) float64 {
	return m.Certainties([]Input{t.Input(s, NoPart)})[0]
}

// Certainties are the certainties of inputs, read together.
func (m *Model) Certainties(in []Input) []float64 {
	var x kern.Matrix
	x.Resize(len(in), Inputs)
	for r := range in {
		fill(x.Row(r), &in[r], m.vectors)
	}
	sums := make([]int, len(in))
	for _, n := range m.Networks {
		for r, y := range n.outputs(&x, in) {
			sums[r] += y
		}
	}
	out := make([]float64, len(in))
	limit := 3 * len(m.Networks) << kern.ActBits
	for r, sum := range sums {
		out[r] = float64(max(-limit, min(limit, sum))) / float64(len(m.Networks)<<kern.ActBits)
	}
	return out
}
