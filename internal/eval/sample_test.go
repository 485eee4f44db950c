package eval

import (
	"strconv"
	"testing"
)

func TestSampleIsAShareAndTheSame(t *testing.T) {
	o := Options{Sample: 4}
	n := 0
	for i := range 4000 {
		id := strconv.Itoa(i)
		if o.Takes(id) != o.Takes(id) {
			t.Fatalf("%s is in the sample and is not", id)
		}
		if o.Takes(id) {
			n++
		}
	}
	if n < 800 || n > 1200 {
		t.Errorf("%d of 4000 in a sample of one in four", n)
	}
	if !(Options{}).Takes("x") || !(Options{Sample: 1}).Takes("x") {
		t.Error("without a sample all are taken")
	}
}
