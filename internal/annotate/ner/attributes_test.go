package ner

import (
	"strings"
	"testing"

	"sayso/internal/document"
)

func TestAttributes(t *testing.T) {
	var a, b attribute
	for _, c := range []struct {
		word string
		kind caseKind
	}{{"rebels", caseLower}, {"Mosul", caseFirst}, {"ISIS", caseUpper}, {"McCain", caseMixed}, {"al-Nusra", caseMixed},
		{"12", caseNone}, {"", caseNone}, {"É", caseUpper}, {"Élysée", caseFirst}, {"…", caseNone}} {
		a.analyse(c.word, false, nil)
		if a.kind != c.kind {
			t.Errorf("%q: case %d, want %d", c.word, a.kind, c.kind)
		}
	}
	a.analyse("Don’t", true, nil)
	b.analyse("DON'T", true, nil)
	if a.lower != b.lower || a.form != b.form || a.kind != b.kind || a.suffix != b.suffix || a.shape != b.shape {
		t.Error("folded, Don’t and DON'T differ")
	}
	a.analyse("Mosul", false, nil)
	if a.prefix[0] != Hash("mo") || a.prefix[2] != Hash("mosu") || a.suffix[0] != Hash("l") || a.suffix[3] != Hash("osul") {
		t.Error("affixes of Mosul")
	}
	a.analyse("is", false, nil)
	if a.prefix[0] != 0 || a.suffix[0] == 0 || a.suffix[1] != 0 {
		t.Error("affixes of a short word")
	}
}

// TestLongWord looks at the first bytes alone, cut on a rune border.
func TestLongWord(t *testing.T) {
	var a attribute
	buf := a.analyse(strings.Repeat("é", 1<<20), false, nil)
	if len(buf) > maxWord || len(buf) < maxWord-4 {
		t.Fatalf("%d bytes", len(buf))
	}
}

func TestClip(t *testing.T) {
	for _, pad := range []int{0, 1, 2, 3} {
		w := strings.Repeat("x", pad) + strings.Repeat("🚀", 40)
		if got := clip(w); len(got) > maxWord || !strings.HasPrefix(w, got) || strings.ContainsRune(got, '�') {
			t.Errorf("%q", got)
		}
	}
}

// TestAllocations tags without memory of its own once warm.
func TestAllocations(t *testing.T) {
	m, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Fields("Rebels in Aleppo fired mortars at Syrian troops on Monday , Ali Hassan said")
	x, s := NewExtractor(m.Lexicon), search{}
	word := func(i int) string { return words[i] }
	emit := make([]int32, len(words)*m.Names.labels)
	out := make([]document.Name, 0, 16)
	if n := testing.AllocsPerRun(50, func() {
		x.Begin(len(words), word, false)
		m.Names.Score(emit, x)
		out = s.spans(m.Names, emit, 0, out[:0])
	}); n > 0 {
		t.Errorf("%v allocations a sentence", n)
	}
}
