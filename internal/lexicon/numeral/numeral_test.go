package numeral

import (
	"strings"
	"testing"
)

type list []string

func (l list) Word(i int) string { return l[i] }

func TestRead(t *testing.T) {
	for _, c := range []struct {
		in      string
		value   float64
		words   int
		ordinal bool
	}{
		{"7 people", 7, 1, false},
		{"1,200 troops", 1200, 1, false},
		{"12,345,678", 12345678, 1, false},
		{"3.5 million", 3.5e6, 2, false},
		{"two hundred and five men", 205, 4, false},
		{"THREE HUNDRED AND FIFTY MEN", 350, 4, false},
		{"A HUNDRED", 100, 2, false},
		{"twenty-one", 21, 1, false},
		{"twenty - one", 21, 3, false},
		{"twenty one men", 21, 2, false},
		{"Seven", 7, 1, false},
		{"a hundred", 100, 2, false},
		{"half a million people", 5e5, 3, false},
		{"two hundred thousand", 2e5, 3, false},
		{"2 lakh people", 2e5, 2, false},
		{"1.5 crore", 1.5e7, 2, false},
		{"one million two hundred thousand", 1.2e6, 5, false},
		{"thousand and one", 0, 0, false},
		{"two and three", 2, 1, false},
		{"third man", 3, 1, true},
		{"21st", 21, 1, true},
		{"twenty first", 21, 2, true},
		{"twenty-first", 21, 1, true},
		{"2 1/2 years", 2.5, 2, false},
		{"nine eleven", 9, 1, false},
		{"a man", 0, 0, false},
		{"12,34", 0, 0, false},
		{"1990s", 0, 0, false},
		{"half the men", 0, 0, false},
	} {
		w := list(strings.Fields(c.in))
		n, ok := Read(w, 0, len(w))
		if ok != (c.words > 0) || (ok && (n.Value != c.value || n.End != c.words || n.Ordinal != c.ordinal)) {
			t.Errorf("%q: %+v %v", c.in, n, ok)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("two hundred and 5")
	f.Fuzz(func(t *testing.T, s string) {
		w := list(strings.Fields(s))
		for i := range w {
			if n, ok := Read(w, i, len(w)); ok && (n.End <= i || n.End > len(w) || n.Value < 0) {
				t.Errorf("%q at %d: %+v", s, i, n)
			}
		}
	})
}
