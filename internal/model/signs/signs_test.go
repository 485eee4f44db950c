package signs

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// majority is a set in which two of three signs decide.
func majority() []Example {
	var out []Example
	for i := range 240 {
		var f Features
		f.Add("always")
		n := 0
		for k, name := range []string{"a", "b", "c"} {
			if i>>k&1 == 1 {
				f.Add(name)
				n++
			}
		}
		out = append(out, Example{Features: f, Yes: n >= 2, Doc: fmt.Sprint(i % 20)})
	}
	return out
}

func TestLearnsWhatDecides(t *testing.T) {
	data := majority()
	m := Default.Learn(data)
	for _, e := range data {
		if got := m.Score(e.Features) > 0; got != e.Yes {
			t.Errorf("%v: %v, want %v", e.Features, got, e.Yes)
		}
	}
	if d := cmp.Diff(m, Default.Learn(data)); d != "" {
		t.Errorf("a second run differs: %s", d)
	}
}

func TestRareFeaturesGetNoWeight(t *testing.T) {
	data := majority()
	for i := range data {
		if data[i].Doc == "3" || data[i].Doc == "7" {
			data[i].Features.Add("seen in two documents")
		}
	}
	if w, ok := Default.Learn(data)["seen in two documents"]; ok {
		t.Errorf("weight %v", w)
	}
}

func TestReadsWhatItWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Set{}
		for _, name := range []string{"one", "two"} {
			s[name] = Model{}
			for _, f := range rapid.SliceOfN(rapid.StringMatching(`[a-z: ]{1,12}`), 1, 8).Draw(t, "features") {
				s[name][f] = float64(rapid.IntRange(-50000, 50000).Draw(t, "weight")) / 1e4
			}
		}
		back, err := Read(s.Payload())
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(s, back); d != "" {
			t.Fatal(d)
		}
	})
}

func TestBadLines(t *testing.T) {
	for _, bad := range []string{"a\tb\n", "a\tb\tx\n", "a\tb\tNaN\n", "a\tb\t1\t2\n"} {
		if _, err := Read([]byte(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

func TestWhyNamesTheStrongest(t *testing.T) {
	m := Model{"strong": -2, "weak": 0.1}
	var f Features
	f.Add("weak")
	f.Add("strong")
	f.Add("unknown")
	why := m.Why(f, 1)
	if len(why) != 1 || why[0].Message != "strong" {
		t.Errorf("%v", why)
	}
}

func TestLearnsToChoose(t *testing.T) {
	var data []Choice
	for i := range 120 {
		c := Choice{Doc: fmt.Sprint(i % 12)}
		for k := range 4 {
			var f Features
			f.Add("an option")
			f.AddIf(k == i%4, "near")
			f.AddIf(k == (i+1)%4, "named in the headline")
			c.Options, c.Right = append(c.Options, f), append(c.Right, k == i%4)
		}
		data = append(data, c)
	}
	m := Default.LearnChoices(data)
	for _, c := range data {
		if b := m.Best(c.Options); !c.Right[b] {
			t.Fatalf("chose %d of %v", b, c.Right)
		}
	}
	if m.Best(nil) != -1 {
		t.Error("nothing to choose from")
	}
}

func TestWithoutThatSignItWouldBeOtherwise(t *testing.T) {
	names := []string{"a", "b", "c", "d", "e", "f"}
	rng := rand.New(rand.NewPCG(1, 2))
	found := 0
	for range 2000 {
		m := Model{}
		var over, under Features
		for _, n := range names {
			m[n] = float64(rng.IntN(9)-4) / 4
			if rng.IntN(2) == 0 {
				over.AddValue(n, float64(rng.IntN(3)))
			}
			if rng.IntN(2) == 0 {
				under.AddValue(n, float64(rng.IntN(3)))
			}
		}
		if m.Score(over) <= m.Score(under) {
			continue
		}
		gone := func(name string) float64 {
			drop := func(x Feature) bool { return x.Name == name }
			return m.Score(slices.DeleteFunc(slices.Clone(over), drop)) - m.Score(slices.DeleteFunc(slices.Clone(under), drop))
		}
		x, ok := m.Without(over, under, m.Score(under))
		if ok {
			found++
			if gone(x.Name) > 1e-9 {
				t.Fatalf("without %v the score is still the higher: %v %v %v", x, m, over, under)
			}
			continue
		}
		for _, f := range over {
			if gone(f.Name) <= 0 {
				t.Fatalf("without %s it would be otherwise, which was not said: %v %v %v", f.Name, m, over, under)
			}
		}
	}
	if found < 100 {
		t.Errorf("only %d decisions hung on one sign", found)
	}
}
