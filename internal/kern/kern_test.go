package kern

import (
	"testing"

	"pgregory.net/rapid"
)

func TestWordHasNoCase(t *testing.T) {
	for a, b := range map[string]string{"Army": "ARMY", "Ökonom": "öKONOM", "don’t": "don't", "1999": "2014", "T-54": "t-72"} {
		if Word(a) != Word(b) {
			t.Errorf("%s and %s differ", a, b)
		}
	}
	if Word("army") == Word("navy") || Word("") == 0 || Word("12") == Word("123") {
		t.Error("words that differ have one hash, or none has")
	}
}

func TestAffixes(t *testing.T) {
	if Suffix("shelled", 2) != Word("ed") || Suffix("é", 3) != Word("é") || Suffix("naïve", 4) != Word("aïve") {
		t.Error("suffixes are wrong")
	}
	if Prefix("Shelled", 2) != Word("sh") || Prefix("a", 3) != Word("a") || Prefix("économie", 1) != Word("é") {
		t.Error("prefixes are wrong")
	}
}

func TestShapeOf(t *testing.T) {
	for w, want := range map[string]Shape{"army": Lower, "Army": Title, "NATO": Upper, "J.": Single, "iPhone": Mixed, "McCain": Mixed,
		"3,000": Number, "T54": Alnum, "--": Mark, "Ökonom": Title, "": Mark} {
		if got := ShapeOf(w); got != want {
			t.Errorf("%q has shape %d, want %d", w, got, want)
		}
	}
}

func TestCasingOf(t *testing.T) {
	for _, c := range []struct {
		shapes []Shape
		want   Casing
	}{
		{[]Shape{Upper, Upper, Mark}, AllUpper}, {[]Shape{Lower, Lower}, AllLower}, {[]Shape{Title, Lower}, MixedCase},
		{[]Shape{Upper}, MixedCase}, {[]Shape{Single, Lower}, AllLower}, {[]Shape{Title, Title, Lower, Title, Mixed}, Headline}, {nil, MixedCase}, {[]Shape{Number, Mark}, MixedCase},
	} {
		if got := CasingOf(c.shapes); got != c.want {
			t.Errorf("%v is %d, want %d", c.shapes, got, c.want)
		}
	}
}

// TestLinear holds the sparse scorer against sums by hand, before and after it
// was written and read.
func TestLinear(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		classes := rapid.IntRange(1, 20).Draw(r, "classes")
		keys := rapid.SliceOfNDistinct(rapid.Uint64(), 0, 20, func(k uint64) uint32 { return uint32(k) }).Draw(r, "keys")
		var rows []Row
		want := make([]int32, classes)
		for _, k := range keys {
			c, w := rapid.IntRange(0, classes-1).Draw(r, "class"), rapid.Int16().Draw(r, "weight")
			rows = append(rows, Row{Key: k, Classes: []uint8{uint8(c)}, Weights: []int16{w}})
			want[c] += int32(w)
		}
		read, rest, err := ReadLinear(AppendLinear(nil, classes, rows))
		if err != nil || len(rest) > 0 {
			t.Fatal(err, len(rest))
		}
		for _, l := range []*Linear{NewLinear(classes, rows), read} {
			got := make([]int32, classes)
			l.Add(got, keys)
			for c := range got {
				if got[c] != want[c] {
					t.Fatalf("class %d has %d, want %d", c, got[c], want[c])
				}
			}
		}
	})
}

func TestIndex(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		keys := rapid.SliceOfNDistinct(rapid.Uint64(), 0, 50, func(k uint64) uint32 { return uint32(k) }).Draw(r, "keys")
		x := NewIndex(len(keys), func(i int) uint64 { return keys[i] })
		for i, k := range keys {
			if x.Find(k) != i {
				t.Fatalf("key %d is found at %d", i, x.Find(k))
			}
		}
		if x.Len() != len(keys) {
			t.Fatalf("%d keys, want %d", x.Len(), len(keys))
		}
	})
}

// TestDense holds a layer against sums by hand.
func TestDense(t *testing.T) {
	l := Dense{B: []int32{1 << (ActBits + WeightBits), 0}}
	l.W.Resize(2, Block)
	l.W.Row(0)[0], l.W.Row(1)[1] = 2<<WeightBits, -1<<WeightBits
	var x, y Matrix
	x.Resize(1, Block)
	x.Row(0)[0], x.Row(0)[1] = 3<<ActBits, 5<<ActBits
	l.Apply(&y, &x, true)
	if y.Row(0)[0] != 7<<ActBits || y.Row(0)[1] != 0 {
		t.Errorf("got %v", y.Row(0))
	}
	l.Apply(&y, &x, false)
	if y.Row(0)[1] != -5<<ActBits {
		t.Errorf("got %v", y.Row(0))
	}
	d, rest, err := ReadDense(AppendDense(nil, &l), 2, Block)
	if err != nil || len(rest) > 0 || d.B[0] != l.B[0] || d.W.Row(1)[1] != l.W.Row(1)[1] {
		t.Errorf("read %v, %d bytes left, %v", d, len(rest), err)
	}
	if _, _, err := ReadDense(AppendDense(nil, &l), 3, Block); err == nil {
		t.Error("a layer of another shape was read")
	}
}

func FuzzReadLinear(f *testing.F) {
	f.Add(AppendLinear(nil, 2, []Row{{Key: 5, Classes: []uint8{1}, Weights: []int16{-3}}}))
	f.Fuzz(func(_ *testing.T, b []byte) {
		if l, _, err := ReadLinear(b); err == nil {
			l.Add(make([]int32, l.Classes()), []uint64{5})
		}
	})
}
