package hashlin

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"

	"sayso/internal/kern"
)

const magic = "SAYSOHL1"

// ErrFormat is returned for bytes that are no model of this format.
var ErrFormat = errors.New("not a linear model of format " + magic)

// Group is the weights of one decision. It is read-only and safe for
// concurrent use.
type Group struct {
	Scale   float64 // a score is the sum of weights times Scale
	keys    []uint32
	weights []int16
	mask    uint32
}

// Model is named groups.
type Model struct {
	groups map[string]*Group
}

// Group returns the group of a name, or nil.
func (m *Model) Group(name string) *Group { return m.groups[name] }

// NewGroup builds a group from keys and their weights; key 0 and repeated keys
// are left out.
func NewGroup(scale float64, keys []uint32, weights []int16) *Group {
	size := uint32(8)
	for int(size) < 2*len(keys) {
		size *= 2
	}
	g := &Group{Scale: scale, keys: kern.Table[uint32](int(size)), weights: kern.Table[int16](int(size)), mask: size - 1}
	for i, k := range keys {
		g.put(k, weights[i])
	}
	return g
}

func (g *Group) put(k uint32, w int16) {
	if k == 0 {
		return
	}
	i := k & g.mask
	for g.keys[i] != 0 {
		if g.keys[i] == k {
			return
		}
		i = (i + 1) & g.mask
	}
	g.keys[i], g.weights[i] = k, w
}

// Weight is the weight of a key, 0 where it has none.
func (g *Group) Weight(k uint32) int32 {
	for i := k & g.mask; g.keys[i] != 0; i = (i + 1) & g.mask {
		if g.keys[i] == k {
			return int32(g.weights[i])
		}
	}
	return 0
}

// Sum is the score of a set of features, in units of Scale.
func (g *Group) Sum(keys []uint32) int32 {
	var s int32
	for _, k := range keys {
		s += g.Weight(k)
	}
	return s
}

// Score is Sum in real units.
func (g *Group) Score(keys []uint32) float64 { return float64(g.Sum(keys)) * g.Scale }

// Len is the number of weights.
func (g *Group) Len() int {
	n := 0
	for _, k := range g.keys {
		if k != 0 {
			n++
		}
	}
	return n
}

// New makes a model of groups.
func New(groups map[string]*Group) *Model { return &Model{groups} }

// Payload is the bytes of the model, for [model.Save]. The same model gives the
// same bytes.
func (m *Model) Payload() []byte {
	var raw bytes.Buffer
	raw.WriteString(magic)
	names := make([]string, 0, len(m.groups))
	for n := range m.groups {
		names = append(names, n)
	}
	slices.Sort(names)
	putUvarint(&raw, uint64(len(names)))
	for _, n := range names {
		writeGroup(&raw, n, m.groups[n])
	}
	return raw.Bytes()
}

func writeGroup(raw *bytes.Buffer, name string, g *Group) {
	putUvarint(raw, uint64(len(name)))
	raw.WriteString(name)
	putUvarint(raw, math.Float64bits(g.Scale))
	order := make([]uint32, 0, len(g.keys))
	for _, k := range g.keys {
		if k != 0 {
			order = append(order, k)
		}
	}
	slices.Sort(order)
	putUvarint(raw, uint64(len(order)))
	last := uint32(0)
	for _, k := range order {
		putUvarint(raw, uint64(k-last))
		last = k
	}
	var b [binary.MaxVarintLen64]byte
	for _, k := range order {
		raw.Write(b[:binary.PutVarint(b[:], int64(g.Weight(k)))])
	}
}

func putUvarint(raw *bytes.Buffer, x uint64) {
	var b [binary.MaxVarintLen64]byte
	raw.Write(b[:binary.PutUvarint(b[:], x)])
}

// Parse reads what [Model.Payload] gave. Errors wrap [ErrFormat].
func Parse(payload []byte) (*Model, error) {
	body, ok := bytes.CutPrefix(payload, []byte(magic))
	if !ok {
		return nil, fmt.Errorf("%w: no %q at its start", ErrFormat, magic)
	}
	in := &cursor{b: body}
	n := in.uvarint()
	if in.short || n > 1000 {
		return nil, fmt.Errorf("%w: %d groups", ErrFormat, n)
	}
	m := &Model{map[string]*Group{}}
	for range n {
		name, g := in.group()
		if in.short {
			return nil, fmt.Errorf("%w: it ends early", ErrFormat)
		}
		m.groups[name] = g
	}
	return m, nil
}

// cursor takes numbers off a payload; short turns true when it ends too soon.
type cursor struct {
	b     []byte
	short bool
}

func (c *cursor) uvarint() uint64 {
	v, n := binary.Uvarint(c.b)
	if n <= 0 {
		c.short, c.b = true, nil
		return 0
	}
	c.b = c.b[n:]
	return v
}

func (c *cursor) varint() int64 {
	v := c.uvarint()
	return int64(v>>1) ^ -int64(v&1)
}

// count takes a number of things that take a byte each at least.
func (c *cursor) count() int {
	n := c.uvarint()
	if n > uint64(len(c.b)) {
		c.short = true
		return 0
	}
	return int(n)
}

func (c *cursor) group() (string, *Group) {
	size := c.count()
	name := string(c.b[:size])
	c.b = c.b[size:]
	scale := math.Float64frombits(c.uvarint())
	keys := make([]uint32, c.count())
	weights := make([]int16, len(keys))
	last := uint64(0)
	for i := range keys {
		last += c.uvarint()
		keys[i] = uint32(last)
	}
	for i := range weights {
		weights[i] = int16(c.varint())
	}
	return name, NewGroup(scale, keys, weights)
}

// With returns a model that has one more group, or another in its place.
func (m *Model) With(name string, g *Group) *Model {
	groups := map[string]*Group{name: g}
	for n, x := range m.groups {
		if n != name {
			groups[n] = x
		}
	}
	return &Model{groups}
}
