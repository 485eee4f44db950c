package store

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "  ": "", "José PÉREZ": "jose perez", "Assad's": "assad s", "e-mail": "e mail", "Łódź": "łodz", "ﬁre": "fire", "3,000": "3 000", "القاهرة": "القاهرة",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestHide(t *testing.T) {
	for _, c := range []struct{ text, name, want string }{
		{"Ms. José Pérez spoke", "jose perez", "Ms. xxxxx xxxxxx spoke"}, // é is two bytes
		{"Ann Lee, Ann-Lee and Annlee", "ann lee", "xxx xxx, xxx-xxx and Annlee"},
		{"ANN LEE", "ann lee", "xxx xxx"}, {"Ann", "ann lee", "Ann"}, {"", "ann", ""}, {"Ann Ann Ann", "ann ann", "xxx xxx xxx"},
	} {
		if got := Hide(c.text, c.name); got != c.want {
			t.Errorf("Hide(%q, %q) = %q, want %q", c.text, c.name, got, c.want)
		}
	}
}

// Folding is idempotent, and hiding a name keeps every offset and leaves
// nothing to be found.
func TestHideProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.ToValidUTF8(rapid.String().Draw(t, "text"), "")
		if f := Fold(text); Fold(f) != f {
			t.Fatalf("%q folds to %q", f, Fold(f))
		}
		words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
		if len(words) == 0 {
			return
		}
		name := Fold(words[rapid.IntRange(0, len(words)-1).Draw(t, "word")])
		hidden := Hide(text, name)
		if len(hidden) != len(text) || !utf8.ValidString(hidden) {
			t.Fatalf("%q became %q", text, hidden)
		}
	})
}

func FuzzHide(f *testing.F) {
	f.Add("Ann Lee said", "ann lee")
	f.Add("½ e\u0301x", "x")
	f.Fuzz(func(t *testing.T, text, name string) {
		if hidden := Hide(text, Fold(name)); len(hidden) != len(text) {
			t.Errorf("%q became %q", text, hidden)
		}
	})
}

func TestBox(t *testing.T) {
	for _, c := range []struct {
		box      Box
		lat, lon float64
		want     bool
	}{
		{Box{-1, -1, 1, 1}, 0, 0, true}, {Box{-1, -1, 1, 1}, 1, 1, true}, {Box{-1, -1, 1, 1}, 1.1, 0, false},
		{Box{-90, 170, 90, -170}, 0, 180, true}, {Box{-90, 170, 90, -170}, 0, -175, true}, {Box{-90, 170, 90, -170}, 0, 0, false},
	} {
		if got := c.box.Holds(c.lat, c.lon); got != c.want {
			t.Errorf("%v holds %v %v: %v", c.box, c.lat, c.lon, got)
		}
	}
}
