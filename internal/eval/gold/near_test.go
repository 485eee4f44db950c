package gold

import "testing"

func TestNear(t *testing.T) {
	text := "On Friday he spoke. The blast on Friday killed two. On Friday they left."
	for _, c := range []struct {
		mention string
		start   int
	}{{"The blast on Friday killed two", 33}, {"he spoke", 3}, {"they left", 55}, {"not there", 3}} {
		if s, ok := Near(text, "Friday", c.mention); !ok || s.Start != c.start || s.In(text) != "Friday" {
			t.Errorf("%q: %v %v", c.mention, s, ok)
		}
	}
	if _, ok := Near(text, "Sunday", "he spoke"); ok {
		t.Error("words that do not stand there are found")
	}
	if _, ok := Near(text, "", "he spoke"); ok {
		t.Error("no words are found")
	}
}
