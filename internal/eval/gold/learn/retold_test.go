package learn

import (
	"slices"
	"strings"
	"testing"

	"sayso/internal/document"
	"sayso/internal/eval/gold"
	"sayso/internal/lexicon"
)

// TestTold: a mention tells of the incident whose words around it are shortest,
// of one of its family alone.
func TestTold(t *testing.T) {
	text := "Gunmen shot a judge in Cali. Police arrested two men over the murder of the judge."
	d := &document.Document{Text: text}
	for i, w := range []struct{ word, kind string }{{"shot", "attack"}, {"arrested", "arrest"}, {"murder", "attack"}, {"men", "protest"}} {
		at := strings.Index(text, w.word)
		d.Tokens = append(d.Tokens, document.Token{Start: int32(at), End: int32(at + len(w.word))})
		d.Events = append(d.Events, document.Event{Trigger: i, Type: w.kind})
	}
	it := &Item{Doc: d}
	it.Gold = []gold.Incident{
		{Type: "attack", Mention: "Gunmen shot a judge in Cali", Claims: []gold.Claim{{Quote: "the murder of the judge"}}},
		{Type: "arrest", Mention: "Police arrested two men over the murder of the judge"},
	}
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := told(it, lex), []int{0, 1, 0, -1}; !slices.Equal(got, want) {
		t.Errorf("told %v, want %v", got, want)
	}
}
