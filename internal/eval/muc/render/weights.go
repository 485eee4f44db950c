package render

import (
	"encoding/binary"
	"maps"
	"slices"

	"sayso/internal/eval/muc/net"
	"sayso/internal/model/hashlin"
)

// Weights are all that the bridge learned: linear groups, and networks for what
// depends on how words are used. It is read only.
type Weights struct {
	linear *hashlin.Model
	nets   map[string]*net.Net
}

// Group returns the linear group of a name, or nil.
func (w *Weights) Group(name string) *hashlin.Group {
	if w == nil || w.linear == nil {
		return nil
	}
	return w.linear.Group(name)
}

// Net returns the network of a name, or nil.
func (w *Weights) Net(name string) *net.Net {
	if w == nil {
		return nil
	}
	return w.nets[name]
}

// with returns the weights with one more group, or another in its place.
func (w *Weights) with(name string, g *hashlin.Group) *Weights {
	return &Weights{w.linear.With(name, g), w.nets}
}

// withNet returns the weights with one more network, or another in its place.
func (w *Weights) withNet(name string, n *net.Net) *Weights {
	nets := map[string]*net.Net{name: n}
	for other, o := range w.nets {
		if other != name {
			nets[other] = o
		}
	}
	return &Weights{w.linear, nets}
}

// Payload is the bytes of the weights, for [model.Save]: the linear groups, then
// each network with its name, all with their lengths before them.
func (w *Weights) Payload() []byte {
	out := sized(nil, w.linear.Payload())
	for _, name := range slices.Sorted(maps.Keys(w.nets)) {
		out = sized(out, []byte(name))
		out = sized(out, w.nets[name].Payload())
	}
	return out
}

func sized(dst, b []byte) []byte { return append(binary.AppendUvarint(dst, uint64(len(b))), b...) }

// parseWeights reads what [Weights.Payload] gave. Errors wrap [net.ErrFormat] or
// [hashlin.ErrFormat].
func parseWeights(payload []byte) (*Weights, error) {
	var fields [][]byte
	for len(payload) > 0 {
		n, k := binary.Uvarint(payload)
		if k <= 0 || n > uint64(len(payload)-k) {
			return nil, net.ErrFormat
		}
		fields = append(fields, payload[k:k+int(n)])
		payload = payload[k+int(n):]
	}
	if len(fields)%2 != 1 {
		return nil, net.ErrFormat
	}
	linear, err := hashlin.Parse(fields[0])
	if err != nil {
		return nil, err
	}
	w := &Weights{linear, map[string]*net.Net{}}
	for i := 1; i < len(fields); i += 2 {
		if w.nets[string(fields[i])], err = net.Parse(fields[i+1]); err != nil {
			return nil, err
		}
	}
	return w, nil
}
