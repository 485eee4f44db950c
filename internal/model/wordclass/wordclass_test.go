package wordclass

import (
	"testing"

	"sayso/internal/kern"
)

func TestReadWhatWasAppended(t *testing.T) {
	keys := []uint64{kern.Word("tank"), kern.Word("army")}
	table, err := Read(Append(nil, keys, []uint16{2, 1}, []uint16{7, 8}, []uint16{3, 4}))
	if err != nil {
		t.Fatal(err)
	}
	if got := table.OfWord("TANK"); got != (Class{Coarse: 4, Middle: 8, Fine: 2}) {
		t.Errorf("tank is %+v", got)
	}
	if got := table.OfWord("unheard-of"); got != (Class{}) {
		t.Errorf("an unknown word is %+v", got)
	}
}

// TestCarried says that words used alike share a class, and unlike ones do not.
func TestCarried(t *testing.T) {
	table, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if a, b := table.OfWord("shelled"), table.OfWord("bombarded"); a.Coarse != b.Coarse || a.Fine == 0 {
		t.Errorf("shelled %+v, bombarded %+v", a, b)
	}
	if a, b := table.OfWord("shelled"), table.OfWord("chocolate"); a.Fine == b.Fine {
		t.Errorf("shelled and chocolate are both %+v", a)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(Append(nil, []uint64{1}, []uint16{1}, []uint16{1}, []uint16{1}))
	f.Fuzz(func(_ *testing.T, b []byte) {
		if table, err := Read(b); err == nil {
			table.OfWord("any")
		}
	})
}
