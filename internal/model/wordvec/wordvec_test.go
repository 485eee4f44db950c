package wordvec

import (
	"testing"

	"sayso/internal/kern"
)

func TestReadWhatWasAppended(t *testing.T) {
	table, err := Read(Append(nil, []uint64{kern.Word("tank"), kern.Word("army")}, [][Dims]int8{{1, -2}, {3}}))
	if err != nil {
		t.Fatal(err)
	}
	if v := table.Of(kern.Word("Tank")); v == nil || int8(v[0]) != 1 || int8(v[1]) != -2 {
		t.Errorf("tank has %v", v)
	}
	if v := table.Of(kern.Word("other")); v != nil {
		t.Errorf("an unknown word has %v", v)
	}
}

// likeness is the square of the cosine of two vectors.
func likeness(a, b []byte) float64 {
	dot := func(a, b []byte) (sum float64) {
		for i := range a {
			sum += float64(int8(a[i])) * float64(int8(b[i]))
		}
		return sum
	}
	return dot(a, b) * dot(a, b) / dot(a, a) / dot(b, b)
}

func TestCarried(t *testing.T) {
	table, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	of := func(w string) []byte { return table.Of(kern.Word(w)) }
	if near, far := likeness(of("missile"), of("rocket")), likeness(of("missile"), of("tuesday")); near < 2*far {
		t.Errorf("missile is as near to rocket (%.2f) as to tuesday (%.2f)", near, far)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(Append(nil, []uint64{1}, make([][Dims]int8, 1)))
	f.Fuzz(func(_ *testing.T, b []byte) {
		if table, err := Read(b); err == nil {
			table.Of(1)
		}
	})
}
