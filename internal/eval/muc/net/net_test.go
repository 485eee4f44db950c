package net

import (
	"bytes"
	"errors"
	"math/rand"
	"testing"
)

// either makes instances of which the first output is right where exactly one of
// two features is there, which no sum of weights tells; the second output is
// right where the dense number is above zero.
func either(n int) []Instance {
	rng := rand.New(rand.NewSource(7))
	var out []Instance
	for i := range n {
		a, b, v := rng.Intn(2), rng.Intn(2), rng.Intn(2)
		x := Instance{Doc: i, Input: Input{Dense: []int32{int32(2*v-1) * one}}, Target: []int8{int8(a ^ b), int8(v)}}
		if a == 1 {
			x.Keys = append(x.Keys, 11)
		}
		if b == 1 {
			x.Keys = append(x.Keys, 12)
		}
		if i == 0 {
			x.Keys = append(x.Keys, 13) // too rare to be learned
		}
		out = append(out, x)
	}
	return out
}

func TestLearnsWhatNoSumTells(t *testing.T) {
	n := (&Learner{Epochs: 60, Seed: 1}).Fit(either(400))
	for _, x := range either(40) {
		for o, s := range n.Scores(&x.Input) {
			if (s > 0) != (x.Target[o] == 1) {
				t.Fatalf("keys %v, dense %v: output %d is %.2f, want %d", x.Keys, x.Dense, o, s, x.Target[o])
			}
		}
	}
	if _, ok := n.at[13]; ok {
		t.Error("a feature of one document has weights")
	}
}

// TestUnknownTeachesNothing: an output whose target is -1 stays where it began.
func TestUnknownTeachesNothing(t *testing.T) {
	data := either(100)
	for i := range data {
		data[i].Target[1] = -1
	}
	n := (&Learner{Hidden: 1, Epochs: 10, Seed: 1, Prior: -4}).Fit(data)
	if b := n.bias[n.hidden+1]; b != -4*one {
		t.Errorf("the bias of an output without targets moved to %d", b)
	}
}

func TestSoftmaxChoosesOne(t *testing.T) {
	var data []Instance
	for i := range 90 {
		x := Instance{Doc: i, Input: Input{Keys: []uint32{uint32(20 + i%3)}}, Target: make([]int8, 3)}
		x.Target[i%3] = 1
		data = append(data, x)
	}
	n := (&Learner{Softmax: true, Epochs: 20, Seed: 1}).Fit(data)
	for v := range 3 {
		s := n.Scores(&Input{Keys: []uint32{uint32(20 + v)}})
		for o := range s {
			if o != v && s[o] >= s[v] {
				t.Errorf("feature %d: scores %v", v, s)
			}
		}
	}
}

func TestSameDataSameBytesAndBack(t *testing.T) {
	a := (&Learner{Drop: 0.3, DropUnit: 0.3, Seed: 3}).Fit(either(100))
	b := (&Learner{Drop: 0.3, DropUnit: 0.3, Seed: 3}).Fit(either(100))
	if !bytes.Equal(a.Payload(), b.Payload()) {
		t.Fatal("learned twice, it differs")
	}
	c, err := Parse(a.Payload())
	if err != nil {
		t.Fatal(err)
	}
	x := either(5)[3].Input
	if got, want := c.Scores(&x), a.Scores(&x); got[0] != want[0] || got[1] != want[1] {
		t.Errorf("read back, it scores %v, not %v", got, want)
	}
}

func TestBrokenBytes(t *testing.T) {
	good := (&Learner{Seed: 1}).Fit(either(20)).Payload()
	huge := append([]byte{255, 255, 255, 255}, good[4:]...)
	for name, b := range map[string][]byte{"none": nil, "short": good[:len(good)-1], "long": append(good[:len(good):len(good)], 0), "huge": huge} {
		if _, err := Parse(b); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
