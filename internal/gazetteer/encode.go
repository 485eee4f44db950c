package gazetteer

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math/bits"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// Record is an entry on its way into a file.
type Record struct {
	Entry
	Source Source
	Number uint32 // GeoNames id, or tells two slugs apart
	Names  []Name // all names, the one to print among them
}

// Name is one name of a [Record], as written; words are cut at whatever is no
// letter or digit.
type Name struct {
	Text string
	Kind NameKind
}

// Encode packs records into the form that [Decode] reads. The order of the
// records is kept; those with more people come first among the places of a name.
func Encode(records []Record) ([]byte, error) {
	var w writer
	if err := w.columns(records); err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	if err := w.table(records); err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	raw := binary.LittleEndian.AppendUint32([]byte(magic), version)
	raw = binary.LittleEndian.AppendUint32(raw, crc32.Checksum(w.out, castagnoli))
	raw = append(raw, w.out...)
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	return z.EncodeAll(raw, nil), z.Close()
}

type writer struct{ out []byte }

func (w *writer) count(n int) { w.out = binary.LittleEndian.AppendUint32(w.out, uint32(n)) }

// planes writes a column of n numbers as size planes of bytes, lowest first.
func (w *writer) planes(n, size int, at func(i int) uint32) {
	for shift := 0; shift < 8*size; shift += 8 {
		for i := range n {
			w.out = append(w.out, byte(at(i)>>shift))
		}
	}
}

func (w *writer) strings(list []string) {
	s := strings.Join(list, "\n")
	w.count(len(s))
	w.out = append(w.out, s...)
}

// interner numbers strings in the order of the alphabet.
type interner struct {
	list []string
	of   map[string]uint32
}

func intern(records []Record, field func(*Record) string) interner {
	in := interner{of: map[string]uint32{}}
	for i := range records {
		in.of[field(&records[i])] = 0
	}
	for s := range in.of {
		in.list = append(in.list, s)
	}
	slices.Sort(in.list)
	for i, s := range in.list {
		in.of[s] = uint32(i)
	}
	return in
}

func (w *writer) columns(records []Record) error {
	country := intern(records, func(r *Record) string { return r.Country })
	admin1 := intern(records, func(r *Record) string { return r.Admin1 })
	admin2 := intern(records, func(r *Record) string { return r.Admin2 })
	if len(country.list) > 256 || len(admin1.list) > 65536 || len(admin2.list) > 65536 {
		return fmt.Errorf("too many units: %d, %d, %d", len(country.list), len(admin1.list), len(admin2.list))
	}
	n := len(records)
	w.count(n)
	w.strings(country.list)
	w.strings(admin1.list)
	w.strings(admin2.list)
	w.planes(n, 4, func(i int) uint32 { return records[i].Number })
	w.planes(n, 4, func(i int) uint32 { return uint32(degrees(records[i].Lat)) })
	w.planes(n, 4, func(i int) uint32 { return uint32(degrees(records[i].Lon)) })
	w.planes(n, 4, func(i int) uint32 { return uint32(records[i].Population) })
	w.planes(n, 1, func(i int) uint32 { return country.of[records[i].Country] })
	w.planes(n, 2, func(i int) uint32 { return admin1.of[records[i].Admin1] })
	w.planes(n, 2, func(i int) uint32 { return admin2.of[records[i].Admin2] })
	w.planes(n, 1, func(i int) uint32 { return uint32(records[i].Kind) })
	w.planes(n, 1, func(i int) uint32 { return flagsOf(&records[i]) })
	return w.names(records)
}

func flagsOf(r *Record) uint32 {
	f := uint32(r.Source)
	if r.Approx {
		f |= approxBit
	}
	return f
}

func (w *writer) names(records []Record) error {
	var all strings.Builder
	for i := range records {
		if len(records[i].Name) > 255 {
			return fmt.Errorf("name too long: %s", records[i].Name)
		}
		all.WriteString(records[i].Name)
	}
	w.planes(len(records), 1, func(i int) uint32 { return uint32(len(records[i].Name)) })
	w.count(all.Len())
	w.out = append(w.out, all.String()...)
	return nil
}

// table writes the index of all names and of all beginnings of names.
func (w *writer) table(records []Record) error {
	index := map[uint64][]Posting{}
	for i := range records {
		for _, n := range records[i].Names {
			addName(index, NewPosting(i, n.Kind), n.Text)
		}
	}
	keys := make([]uint64, 0, len(index))
	for h := range index {
		keys = append(keys, h)
	}
	slices.Sort(keys)
	slots := 1 << bits.Len(uint(len(keys)*10/9+1))
	prints, at := make([]uint32, slots), make([][]Posting, slots)
	for _, h := range keys {
		slot, print := finish(h)
		s := slot % uint64(slots)
		for ; prints[s] != 0; s = (s + 1) % uint64(slots) {
		}
		prints[s], at[s] = print, rank(index[h], records)
	}
	var flat []Posting
	for _, p := range at {
		flat = append(flat, p...)
	}
	w.count(slots)
	w.planes(slots, 4, func(i int) uint32 { return prints[i] })
	w.planes(slots, 1, func(i int) uint32 { return uint32(len(at[i])) })
	w.count(len(flat))
	w.planes(len(flat), 4, func(i int) uint32 { return uint32(flat[i]) })
	return nil
}

// rank drops doubles, puts the places with more people first and keeps 255.
func rank(list []Posting, records []Record) []Posting {
	slices.Sort(list)
	list = slices.CompactFunc(list, func(a, b Posting) bool { return a.Entry() == b.Entry() })
	slices.SortStableFunc(list, func(a, b Posting) int {
		return cmp.Compare(records[b.Entry()].Population, records[a.Entry()].Population)
	})
	return list[:min(len(list), 255)]
}

// addName enters a name and each beginning of it that ends at a word's end.
func addName(index map[uint64][]Posting, p Posting, name string) {
	words := splitWords(name)
	if len(words) == 0 || len(words) > maxWords {
		return
	}
	h := uint64(hashSeed)
	for i, word := range words {
		h = hashFolded(h, word)
		if i == len(words)-1 {
			index[h] = append(index[h], p)
		} else if _, ok := index[h]; !ok {
			index[h] = nil
		}
	}
}

// splitWords returns the folded words of a name.
func splitWords(name string) []string {
	var words []string
	var word []byte
	for _, r := range name + " " {
		if f := Fold(string(r)); f != "" {
			word = append(word, f...)
		} else if len(word) > 0 {
			words, word = append(words, string(word)), nil
		}
	}
	return words
}
