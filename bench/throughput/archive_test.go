package main

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestChanged(t *testing.T) {
	const page = `<p class="letters">Several letters stand between brackets, <b>letters</b> of many kinds.</p>`
	same := true
	for seed := range uint64(20) {
		got := changed(page, rand.New(rand.NewPCG(seed, 0)))
		same = same && got == page
		if !strings.HasPrefix(got, `<p class="letters">`) || strings.Count(got, "<") != strings.Count(page, "<") || len(strings.Fields(got)) != len(strings.Fields(page)) {
			t.Errorf("%s", got)
		}
	}
	if same {
		t.Error("no word was changed")
	}
}

func TestFigure(t *testing.T) {
	if n, err := figure(`{"store":{"raws":3,"articles":42}}`, `"articles":`); err != nil || n != 42 {
		t.Errorf("%d, %v", n, err)
	}
	if _, err := figure("{}", `"articles":`); err == nil {
		t.Error("a number was found")
	}
}

func TestQuarters(t *testing.T) {
	if got := quarters([]int{1024, 2048, 3072, 4096, 5120, 6144, 7168, 8192}); got != "2, 4, 6, 8" {
		t.Error(got)
	}
}
