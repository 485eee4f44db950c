package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// Two builds of one target are the same bytes.
func TestBuildsAreReproducible(t *testing.T) {
	if os.Getenv("SAYSO_RELEASE") == "" {
		t.Skip("builds the program anew, for minutes; set SAYSO_RELEASE=1")
	}
	var got [2][]byte
	for i := range got {
		file := filepath.Join(t.TempDir(), "sayso")
		if err := build(runtime.GOOS+"/"+runtime.GOARCH, file); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got[i] = b
	}
	if !bytes.Equal(got[0], got[1]) {
		t.Error("two builds differ")
	}
	if len(got[0]) > maxBinary {
		t.Errorf("the program weighs %d bytes, at most %d", len(got[0]), maxBinary)
	}
}

func TestAr(t *testing.T) {
	got := string(ar([]packaged{{"debian-binary", 0o644, []byte("2.0\n")}, {"odd", 0o644, []byte("x")}}))
	want := "!<arch>\ndebian-binary   0           0     0     100644  4         `\n2.0\n" + "odd             0           0     0     100644  1         `\nx\n"
	if got != want {
		t.Errorf("%q", got)
	}
}
