package gazetteer

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math/bits"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// ErrFormat is returned for a file that is no gazetteer of this version.
var ErrFormat = errors.New("not a gazetteer of this version")

const (
	magic    = "SAYSOGAZ"
	version  = 1
	maxBytes = 64 << 20 // of the unpacked file
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Decode reads a gazetteer file. Any fault of the file is an [ErrFormat]: the
// checksum covers all of it and every index is checked before it is used.
func Decode(packed []byte) (*Gazetteer, error) {
	z, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(maxBytes), zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	defer z.Close()
	raw, err := z.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("gazetteer: %w: %w", ErrFormat, err)
	}
	return decodeRaw(raw)
}

func decodeRaw(raw []byte) (*Gazetteer, error) {
	const head = len(magic) + 8
	if len(raw) < head || string(raw[:len(magic)]) != magic {
		return nil, fmt.Errorf("gazetteer: %w: no %s at the beginning", ErrFormat, magic)
	}
	if v := binary.LittleEndian.Uint32(raw[len(magic):]); v != version {
		return nil, fmt.Errorf("gazetteer: %w: version %d, want %d", ErrFormat, v, version)
	}
	sum := binary.LittleEndian.Uint32(raw[len(magic)+4:])
	if got := crc32.Checksum(raw[head:], castagnoli); got != sum {
		return nil, fmt.Errorf("gazetteer: %w: checksum %08x, want %08x", ErrFormat, got, sum)
	}
	r := reader{rest: raw[head:]}
	g := &Gazetteer{columns: r.columns()}
	g.table = r.table()
	if r.err == nil {
		r.err = g.check()
	}
	if r.err != nil {
		return nil, fmt.Errorf("gazetteer: %w: %w", ErrFormat, r.err)
	}
	return g, nil
}

// reader takes sections off the front of the unpacked file.
type reader struct {
	rest []byte
	err  error
}

var errShort = errors.New("cut short")

func (r *reader) take(n int) []byte {
	if r.err == nil && (n < 0 || n > len(r.rest)) {
		r.err = errShort
	}
	if r.err != nil {
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) count() int {
	b := r.take(4)
	if b == nil {
		return 0
	}
	n := int(binary.LittleEndian.Uint32(b))
	if n > maxBytes {
		r.err = errShort
		return 0
	}
	return n
}

// words reads a column of n numbers, stored as four planes of bytes, lowest
// first, which pack better than whole numbers.
func (r *reader) words(n int) []uint32 {
	p := r.take(4 * n)
	if p == nil {
		return nil
	}
	out := make([]uint32, n)
	a, b, c, d := p[:n], p[n:2*n], p[2*n:3*n], p[3*n:4*n]
	for i := range out {
		out[i] = uint32(a[i]) | uint32(b[i])<<8 | uint32(c[i])<<16 | uint32(d[i])<<24
	}
	return out
}

func (r *reader) degrees(n int) []int32 {
	p := r.words(n)
	out := make([]int32, len(p))
	for i, x := range p {
		out[i] = int32(x)
	}
	return out
}

func (r *reader) shorts(n int) []uint16 {
	p := r.take(2 * n)
	if p == nil {
		return nil
	}
	out := make([]uint16, n)
	for i := range out {
		out[i] = uint16(p[i]) | uint16(p[n+i])<<8
	}
	return out
}

func (r *reader) bytes(n int) []uint8 { return append([]uint8(nil), r.take(n)...) }

// lengths reads n lengths of a byte each and returns where each item ends.
func (r *reader) lengths(n int) []uint32 {
	p := r.take(n)
	ends, at := make([]uint32, len(p)), uint32(0)
	for i, l := range p {
		at += uint32(l)
		ends[i] = at
	}
	return ends
}

func (r *reader) strings() []string { return strings.Split(string(r.take(r.count())), "\n") }

func (r *reader) columns() columns {
	n := r.count()
	c := columns{countries: r.strings(), admins1: r.strings(), admins2: r.strings()}
	c.id, c.lat, c.lon, c.pop = r.words(n), r.degrees(n), r.degrees(n), r.words(n)
	c.country, c.admin1, c.admin2 = r.bytes(n), r.shorts(n), r.shorts(n)
	c.kind, c.flags, c.nameEnd = r.bytes(n), r.bytes(n), r.lengths(n)
	c.names = string(r.take(r.count()))
	return c
}

func (r *reader) table() table {
	n := r.count()
	t := table{prints: r.words(n), ends: r.lengths(n)}
	p := r.words(r.count())
	t.postings = make([]Posting, len(p))
	for i, x := range p {
		t.postings[i] = Posting(x)
	}
	return t
}

// check makes sure that no look-up can leave the file.
func (g *Gazetteer) check() error {
	c, t := &g.columns, &g.table
	n := len(c.id)
	for i := range n {
		if int(c.country[i]) >= len(c.countries) || int(c.admin1[i]) >= len(c.admins1) || int(c.admin2[i]) >= len(c.admins2) {
			return fmt.Errorf("entry %d names a unit that is not there", i)
		}
	}
	if n > 0 && int(c.nameEnd[n-1]) != len(c.names) {
		return errors.New("names do not fill their section")
	}
	return t.check(n)
}

func (t *table) check(entries int) error {
	slots := len(t.prints)
	if bits.OnesCount(uint(slots)) > 1 {
		return errors.New("slots are no power of two")
	}
	if slots > 0 && int(t.ends[slots-1]) != len(t.postings) {
		return errors.New("postings do not fill their section")
	}
	free := slots == 0
	for _, p := range t.prints {
		free = free || p == 0
	}
	if !free {
		return errors.New("no slot is free")
	}
	for _, p := range t.postings {
		if p.Entry() >= entries {
			return errors.New("a name leads to no entry")
		}
	}
	return nil
}
