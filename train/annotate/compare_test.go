package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sayso/internal/eval/reporttest"
	"sayso/internal/model/wordclass"
)

// TestRebuilt says that the models which take seconds come out as they ship,
// byte for byte; bench/reports/rebuilt.txt says it of the others.
func TestRebuilt(t *testing.T) {
	words, err := wordclass.Load()
	if err != nil {
		t.Fatal(err)
	}
	m := maker{data: reporttest.Shared(t, "data"), out: t.TempDir(), date: "2026-11-24", words: words, start: time.Now()}
	for _, make := range []func() error{m.sentence, m.nouns} {
		if err := make(); err != nil {
			t.Fatal(err)
		}
	}
	var says bytes.Buffer
	if err := compare(&says, m.out, filepath.Join(reporttest.Root(t), "data", "models")); err != nil {
		t.Errorf("%v\n%s", err, &says)
	}
	for _, want := range []string{"sentence/en-2026-11-24/model.bin: the same", "coref/en-2026-11-24/nouns.tsv: the same"} {
		if !strings.Contains(says.String(), want) {
			t.Errorf("no line %q in\n%s", want, &says)
		}
	}
}

func TestCompare(t *testing.T) {
	made, other := t.TempDir(), t.TempDir()
	write := func(dir, name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var says bytes.Buffer
	if compare(&says, made, other) == nil {
		t.Error("no models are the same as none")
	}
	write(made, "a.bin", "one")
	write(made, "README.md", "made apart")
	if compare(&says, made, other) == nil {
		t.Error("a file that is not there is the same")
	}
	write(other, "a.bin", "two")
	if err := compare(&says, made, other); err == nil || !strings.Contains(says.String(), "a.bin: differs") {
		t.Errorf("%v, %q", err, &says)
	}
	write(other, "a.bin", "one")
	if err := compare(&says, made, other); err != nil || !strings.Contains(says.String(), "a.bin: the same, 3 bytes") {
		t.Errorf("%v, %q", err, &says)
	}
}
