package actor_test

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// vocabulary is what random texts are made of.
var vocabulary = []string{"ISIS", "the", "Israeli", "army", "IDF", "gunmen", "police", "said", "killed", "Hamas", "fighters", "of", "Iraq", "two",
	"US", "-", "led", "coalition", "INS", "Mysore", "they", ",", ".", "President", "Assad", "and", "Government", "in", "Baghdad", "20-year-old", "so-called"}

func TestMentionsResolve(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := annotate(t, strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 1, 40).Draw(rt, "words"), " "))
		heads := map[int]bool{}
		for i := range d.Actors {
			m := &d.Actors[i]
			if !m.Has(m.Head) || m.First < 0 || m.End > len(d.Tokens) {
				rt.Fatalf("mention %v has its head at %d", m.Range, m.Head)
			}
			if heads[m.Head] {
				rt.Fatalf("token %d heads two mentions", m.Head)
			}
			heads[m.Head] = true
			if m.Actor.Name == "" || !m.Actor.Span.Resolves(d.Text) || m.Actor.Why == nil {
				rt.Fatalf("mention %q: %+v", d.Words(m.Range), m.Actor)
			}
			if m.Entity >= len(d.Entities) {
				rt.Fatalf("entity %d of %d", m.Entity, len(d.Entities))
			}
		}
	})
}

func TestSameTextSameActors(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 1, 40).Draw(rt, "words"), " ")
		if a, b := annotate(t, text), annotate(t, text); !reflect.DeepEqual(a.Actors, b.Actors) {
			rt.Fatalf("%q gives two answers", text)
		}
	})
}

// TestDescriptionsStay makes sure that words for anybody are never given the
// id of an organisation by themselves.
func TestDescriptionsStay(t *testing.T) {
	for _, text := range []string{"Gunmen shot two residents.", "A 20-year-old man was killed.", "Protesters clashed with militants.", "Three villagers fled."} {
		for _, m := range annotate(t, text).Actors {
			if m.Actor.ID != "" || !m.Actor.Generic {
				t.Errorf("%q: %q is %q", text, m.Actor.Name, m.Actor.ID)
			}
		}
	}
}

func FuzzRun(f *testing.F) {
	f.Add("The IDF said two gunmen fired at Egyptian soldiers.")
	f.Add("US-led coalition - INS , MV (")
	f.Fuzz(func(t *testing.T, text string) {
		d := annotate(t, strings.ToValidUTF8(text, "?"))
		for i := range d.Actors {
			if !d.Actors[i].Actor.Span.Resolves(d.Text) {
				t.Fatal("a span resolves to nothing")
			}
		}
	})
}

func BenchmarkRun(b *testing.B) {
	p, err := chain()
	if err != nil {
		b.Fatal(err)
	}
	stages := p.Stages()
	last := stages[len(stages)-1]
	d := annotate(b, strings.Repeat("The IDF said two gunmen fired at Egyptian soldiers. The Iraqi army and the US-led coalition bombed ISIS fighters near Mosul. ", 20))
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		d.Actors = nil
		if err := last.Run(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
}
