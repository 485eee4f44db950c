package kern

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestConv holds the network against its definition, before and after it was
// written and read.
func TestConv(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	dense := func(rows, cols int) Dense {
		d := Dense{W: random(rng, rows, cols), B: make([]int32, rows)}
		for i := range d.B {
			d.B[i] = rng.Int32() >> 12
		}
		return d
	}
	c := Conv{Dilations: []int{1, 3}, Input: dense(16, 32), Blocks: []Dense{dense(16, 48), dense(16, 48)}}
	read, rest, err := ReadConv(c.Append(nil), c.Dilations, 32, 16)
	if err != nil || len(rest) > 0 {
		t.Fatal(err, len(rest))
	}
	for n := range 7 {
		x := random(rng, n, 32)
		var h, got, z, want Matrix
		var b ConvBuffers
		c.Input.Apply(&want, &x, true)
		for k, d := range c.Dilations {
			var in Matrix
			in.Resize(n, 48)
			clear(in.Data)
			for i := range n {
				for p, j := range []int{i - d, i, i + d} {
					if j >= 0 && j < n {
						copy(in.Row(i)[16*p:], want.Row(j))
					}
				}
			}
			c.Blocks[k].Apply(&z, &in, true)
			want.Add(&z)
		}
		c.Apply(&h, &x, &b)
		read.Apply(&got, &x, &b)
		if !slices.Equal(h.Data, want.Data) || !slices.Equal(got.Data, want.Data) {
			t.Fatalf("%d rows differ", n)
		}
	}
	if _, _, err := ReadConv(c.Append(nil)[:100], c.Dilations, 32, 16); err == nil {
		t.Error("a network that is cut short was read")
	}
}
