package stream

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The same seed gives the same stream, of the size asked for.
func TestMake(t *testing.T) {
	shape, err := Measured()
	if err != nil {
		t.Fatal(err)
	}
	a, b := Make(shape, 300, 1000, 7), Make(shape, 300, 1000, 7)
	if d := cmp.Diff(a, b); d != "" {
		t.Fatal(d)
	}
	if len(a.Records) != 300 || a.Claims < 1000 || len(a.Copies) == 0 {
		t.Errorf("%d articles, %d claims, %d copies", len(a.Records), a.Claims, len(a.Copies))
	}
	ids := map[string]bool{}
	for _, r := range a.Records {
		for _, in := range r.Incidents {
			if ids[in.ID] || len(in.Claims) == 0 || in.Mention == "" {
				t.Fatalf("%+v", in)
			}
			ids[in.ID] = true
		}
	}
}
