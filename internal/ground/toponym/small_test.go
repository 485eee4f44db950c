package toponym_test

import (
	"context"
	"testing"

	"sayso/internal/document"
)

// TestReadsSmallLetters reads a text without capitals by its proper nouns.
func TestReadsSmallLetters(t *testing.T) {
	d := marked(t, "two people were stabbed in ahmedabad on monday, police in gujarat said.")
	for _, i := range []int{5, 11} {
		d.Tags[i].UPOS = document.PROPN
	}
	if err := stage(t).Run(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	if len(d.Toponyms) != 2 || d.Toponyms[0].Place.Name != "ahmedabad" || d.Toponyms[0].Place.Country != "IN" || d.Toponyms[1].Place.Name != "gujarat" {
		t.Errorf("%+v", d.Toponyms)
	}
}
