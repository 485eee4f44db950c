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
		first, second := o.Takes(id), o.Takes(id)
		if first != second {
			t.Fatalf("%s is in the sample and is not", id)
		}
		if first {
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
