package sayso

import (
	"encoding/json"
	"errors"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestReading(t *testing.T) {
	a := Article{Title: "Blast", Text: "A bomb."}
	if got := a.Reading(); got != "Blast\n\nA bomb." {
		t.Errorf("Reading() = %q", got)
	}
	if got := a.Reading()[a.BodyStart():]; got != a.Text {
		t.Errorf("body starts at %q", got)
	}
	if b := (&Article{Text: "x"}); b.Reading() != "x" || b.BodyStart() != 0 {
		t.Error("an article without a title reads as its body")
	}
}

// A span resolves exactly when cutting there cuts no rune.
func TestSpanResolves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		s := Span{rapid.IntRange(-2, len(text)+2).Draw(t, "start"), rapid.IntRange(-2, len(text)+2).Draw(t, "end")}
		if !s.Resolves(text) {
			if s.In(text) != "" {
				t.Fatalf("%v does not resolve but has words", s)
			}
			return
		}
		if w := s.In(text); w == "" || !utf8.ValidString(w) {
			t.Fatalf("%v resolves to %q", s, w)
		}
	})
}

func TestSpanJoin(t *testing.T) {
	for _, c := range []struct{ a, b, want Span }{
		{Span{1, 3}, Span{5, 6}, Span{1, 6}},
		{Span{}, Span{5, 6}, Span{5, 6}},
		{Span{5, 6}, Span{}, Span{5, 6}},
		{Span{1, 9}, Span{2, 3}, Span{1, 9}},
	} {
		if got := c.a.Join(c.b); got != c.want {
			t.Errorf("%v.Join(%v) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestDay(t *testing.T) {
	d := DayOf(2017, time.February, 8)
	if d.String() != "2017-02-08" || d.Weekday() != time.Wednesday {
		t.Errorf("%v is a %v", d, d.Weekday())
	}
	if got := DayOf(1969, time.December, 31); got != -1 || got.Weekday() != time.Wednesday {
		t.Errorf("the day before the epoch is %d, a %v", got, got.Weekday())
	}
	if _, err := ParseDay("2017-13-40"); err == nil {
		t.Error("2017-13-40 is taken for a day")
	}
}

func TestDayRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Day(rapid.IntRange(-700000, 2900000).Draw(t, "day"))
		b, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var back Day
		if err := json.Unmarshal(b, &back); err != nil || back != d {
			t.Fatalf("%s came back as %v (%v)", b, back, err)
		}
		if d.Weekday() != d.Time().Weekday() {
			t.Fatalf("%v: weekday %v", d, d.Weekday())
		}
	})
}

func TestUnknownDayIsNull(t *testing.T) {
	b, err := json.Marshal(When{Earliest: NoDay, Latest: NoDay, Words: "Wednesday"})
	if err != nil {
		t.Fatal(err)
	}
	want := `{"earliest":null,"latest":null,"words":"Wednesday","span":{"start":0,"end":0}}`
	if string(b) != want {
		t.Errorf("%s", b)
	}
	var back When
	if err := json.Unmarshal(b, &back); err != nil || back.Earliest.Known() {
		t.Errorf("%v, %v", back, err)
	}
}

func TestClaimNeedsWords(t *testing.T) {
	a := &Article{ID: "a1", Text: "Zwölf died."}
	if _, err := NewClaim(a, AboutIncident, StanceAsserted, nil); !errors.Is(err, ErrNoEvidence) {
		t.Errorf("claim without a span: %v", err)
	}
	if _, err := NewClaim(a, AboutIncident, StanceAsserted, nil, Span{3, 6}); !errors.Is(err, ErrNoEvidence) {
		t.Errorf("claim that cuts a rune: %v", err)
	}
	c, err := NewClaim(a, AboutIncident, StanceAsserted, nil, Span{0, 6})
	if err != nil || c.Quote != "Zwölf" || c.Chain == nil || c.Sourced() {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestContentID(t *testing.T) {
	if ContentID("i", "ab", "c") == ContentID("i", "a", "bc") {
		t.Error("parts run together")
	}
	if first, second := ContentID("i", "a"), ContentID("i", "a"); first != second {
		t.Error("ids differ between calls")
	}
}

func TestCodeNull(t *testing.T) {
	b, _ := json.Marshal([]Code{"", "IL"})
	if string(b) != `[null,"IL"]` {
		t.Errorf("%s", b)
	}
}
