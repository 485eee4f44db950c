package mentions

import (
	"testing"

	"sayso/internal/eval"
	"sayso/internal/eval/reporttest"
)

func TestSamples(t *testing.T) {
	for _, set := range []string{"more", "joined"} {
		t.Run(set, func(t *testing.T) {
			reporttest.Check(t, Task, eval.Options{Data: reporttest.Shared(t, "gold/"+set), Sample: 5}, "mentions-"+set+".sample")
		})
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		a, b        string
		same, holds bool
	}{
		{"the Gulf of Aden", "Gulf of Aden", true, true},
		{"al-Khani mosque", "Al Khani Mosque", true, true},
		{"at least 26 Somali pirates", "Somali pirates", true, true},
		{"Somali pirates", "pirates", false, true},
		{"Oman", "Roman", false, false},
		{"army", "", false, false},
	} {
		if same(c.a, c.b) != c.same || holds(c.a, c.b) != c.holds {
			t.Errorf("%q, %q: same %v, holds %v", c.a, c.b, same(c.a, c.b), holds(c.a, c.b))
		}
	}
}
