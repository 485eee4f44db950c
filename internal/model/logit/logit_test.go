package logit

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func coin(r *rand.Rand, m *Model, n int) []Instance {
	var out []Instance
	for range n {
		v := make([]int, len(m.Weights))
		for i := range v {
			v[i] = r.IntN(Full + 1)
		}
		out = append(out, Instance{Values: v, Yes: r.IntN(1000) < Probability(m.Score(v))})
	}
	return out
}

// A model is found again from decisions that it made.
func TestFit(t *testing.T) {
	want := &Model{Bias: -1000, Names: []string{"a", "b", "nothing"}, Weights: []int{3000, -2000, 0}}
	got, err := Learner{Names: want.Names, L2: 0.1}.Fit(coin(rand.New(rand.NewPCG(1, 2)), want, 20000))
	if err != nil {
		t.Fatal(err)
	}
	for i := range want.Weights {
		if d := got.Weights[i] - want.Weights[i]; d > 200 || d < -200 {
			t.Errorf("%s: %d, not %d", want.Names[i], got.Weights[i], want.Weights[i])
		}
	}
}

func TestReadWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &Model{Bias: rapid.IntRange(-9999, 9999).Draw(t, "bias"), Names: []string{"x", "y z"},
			Weights: []int{rapid.Int().Draw(t, "x"), rapid.Int().Draw(t, "y")}}
		var b bytes.Buffer
		if err := m.Write(&b); err != nil {
			t.Fatal(err)
		}
		got, err := Read(&b, m.Names)
		if err != nil || !cmp.Equal(m, got) {
			t.Fatalf("%v %v", err, cmp.Diff(m, got))
		}
	})
}

func TestReadRefuses(t *testing.T) {
	for _, s := range []string{"bias\tx\n", "bias\t1\n", "bias\t1\nz\t3\n", "x\n"} {
		if _, err := Read(bytes.NewBufferString(s), []string{"x"}); err == nil {
			t.Errorf("%q was read", s)
		}
	}
}

func TestSharesAddUp(t *testing.T) {
	m := &Model{Bias: 500, Names: []string{"a", "b"}, Weights: []int{2000, -4000}}
	v := []int{500, Full}
	if got := m.Bias + m.Share(v, 0) + m.Share(v, 1); got != m.Score(v) || got != -2500 {
		t.Error(got, m.Score(v))
	}
	if p := Probability(0); p != 500 {
		t.Error(p)
	}
}

func BenchmarkScore(b *testing.B) {
	m := &Model{Weights: make([]int, 40)}
	v := make([]int, 40)
	for b.Loop() {
		m.Score(v)
	}
}
