package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// What is committed under dist is what the sources give.
func TestDistIsWhatTheSourcesGive(t *testing.T) {
	files, err := bundle("..")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join("..", "dist", name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("dist/%s is not what the sources give: cd web && go generate", name)
		}
	}
	have, err := os.ReadDir(filepath.Join("..", "dist"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range have {
		if _, ok := files[f.Name()]; !ok {
			t.Errorf("dist/%s comes from no source", f.Name())
		}
	}
}
