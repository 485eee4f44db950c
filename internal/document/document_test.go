package document

import (
	"testing"

	"sayso"
)

func sample() *Document {
	d := New(&sayso.Article{ID: "a", Text: "He ran. She sat."})
	for _, s := range [][2]int32{{0, 2}, {3, 6}, {6, 7}, {8, 11}, {12, 15}, {15, 16}} {
		d.Tokens = append(d.Tokens, Token{s[0], s[1]})
	}
	d.Sentences = []Sentence{{Range: Range{0, 3}}, {Range: Range{3, 6}}}
	return d
}

func TestSentenceOf(t *testing.T) {
	d := sample()
	for i, want := range []int{0, 0, 0, 1, 1, 1} {
		if got := d.SentenceOf(i); got != want {
			t.Errorf("token %d is in sentence %d, want %d", i, got, want)
		}
	}
	if d.SentenceOf(6) != -1 || d.SentenceOf(-1) != -1 {
		t.Error("a token that is not there has a sentence")
	}
}

func TestWords(t *testing.T) {
	d := sample()
	if got := d.Words(Range{3, 5}); got != "She sat" {
		t.Errorf("%q", got)
	}
	if got := d.Words(Range{3, 3}); got != "" {
		t.Errorf("an empty range has words %q", got)
	}
}

func TestTagNamesRoundTrip(t *testing.T) {
	for i := range UPOSCount {
		if ParseUPOS(UPOS(i).String()) != UPOS(i) {
			t.Errorf("UPOS %d", i)
		}
	}
	for i := range XPOSCount {
		if ParseXPOS(XPOS(i).String()) != XPOS(i) {
			t.Errorf("XPOS %d", i)
		}
	}
	for i := range RelCount {
		if ParseRel(Rel(i).String()) != Rel(i) {
			t.Errorf("Rel %d", i)
		}
	}
	if Xcomp.String() != "xcomp" || Root.String() != "root" || ObjName() != "obj" || X.String() != "X" {
		t.Error("constants and names have come apart")
	}
}

// ObjName guards the middle of the relation table.
func ObjName() string { return Obj.String() }
