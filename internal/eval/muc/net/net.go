package net

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// one is the unit of weights and of dense numbers: 1.0 is 1024.
const one = 1 << 10

// Net is a network that has been learned. It is read only.
type Net struct {
	outputs, hidden, dense int
	at                     map[uint32]int32
	keys                   []uint32
	rows                   []int16 // a row a key: hidden units, then outputs
	inputs                 []int16 // a row a dense number
	bias                   []int16
	out                    []int16 // a row an output, a weight a hidden unit
}

// Input is what a network looks at: feature keys, and dense numbers in units of
// 1/1024.
type Input struct {
	Keys  []uint32
	Dense []int32
}

// Scores are those of all outputs, in logits.
func (n *Net) Scores(in *Input) []float64 {
	z := n.sum(in)
	out := make([]float64, n.outputs)
	for r := range out {
		s := z[n.hidden+r] * one
		for j, w := range n.out[r*n.hidden : (r+1)*n.hidden] {
			if z[j] > 0 {
				s += z[j] * int64(w)
			}
		}
		out[r] = float64(s) / (one * one)
	}
	return out
}

// sum adds up the rows of an input.
func (n *Net) sum(in *Input) []int64 {
	width := n.hidden + n.outputs
	z := make([]int64, width)
	for i, x := range in.Dense[:min(len(in.Dense), n.dense)] {
		if x == 0 {
			continue
		}
		for j, w := range n.inputs[i*width : (i+1)*width] {
			z[j] += int64(x) * int64(w)
		}
	}
	for j := range z {
		z[j] = z[j]/one + int64(n.bias[j])
	}
	for _, k := range in.Keys {
		if r, ok := n.at[k]; ok {
			for j, w := range n.rows[int(r)*width : (int(r)+1)*width] {
				z[j] += int64(w)
			}
		}
	}
	return z
}

// ErrFormat is returned for bytes that are no network.
var ErrFormat = errors.New("not a network of this format")

// Payload is the bytes of a network. The same network gives the same bytes. The
// low bytes of the weights stand before the high ones, which are nearly all 0 or
// 255 and pack well.
func (n *Net) Payload() []byte {
	var out []byte
	for _, x := range []int{n.outputs, n.hidden, n.dense, len(n.keys)} {
		out = binary.LittleEndian.AppendUint32(out, uint32(x))
	}
	for _, k := range n.keys {
		out = binary.LittleEndian.AppendUint32(out, k)
	}
	for _, part := range n.parts() {
		for _, w := range part {
			out = append(out, byte(w))
		}
		for _, w := range part {
			out = append(out, byte(w>>8))
		}
	}
	return out
}

func (n *Net) parts() [][]int16 { return [][]int16{n.bias, n.out, n.inputs, n.rows} }

// Parse reads what [Net.Payload] gave. Errors wrap [ErrFormat].
func Parse(payload []byte) (*Net, error) {
	in := bytes.NewReader(payload)
	var head [4]uint32
	if err := binary.Read(in, binary.LittleEndian, &head); err != nil {
		return nil, errors.Join(ErrFormat, err)
	}
	for _, x := range head {
		if x > 1<<22 {
			return nil, ErrFormat
		}
	}
	n := &Net{outputs: int(head[0]), hidden: int(head[1]), dense: int(head[2])}
	width, count := n.outputs+n.hidden, int(head[3])
	if want := count*4 + 2*(width+n.outputs*n.hidden+width*(n.dense+count)); want != in.Len() {
		return nil, ErrFormat
	}
	n.keys, n.bias, n.out = make([]uint32, count), make([]int16, width), make([]int16, n.outputs*n.hidden)
	n.inputs, n.rows = make([]int16, width*n.dense), make([]int16, width*count)
	if err := binary.Read(in, binary.LittleEndian, n.keys); err != nil {
		return nil, errors.Join(ErrFormat, err)
	}
	rest := payload[len(payload)-in.Len():]
	for _, part := range n.parts() {
		low, high := rest[:len(part)], rest[len(part):2*len(part)]
		for i := range part {
			part[i] = int16(uint16(low[i]) | uint16(high[i])<<8)
		}
		rest = rest[2*len(part):]
	}
	n.index()
	return n, nil
}

func (n *Net) index() {
	n.at = make(map[uint32]int32, len(n.keys))
	for i, k := range n.keys {
		n.at[k] = int32(i)
	}
}
