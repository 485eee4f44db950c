package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
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

// The package holds what it should, and dpkg can read it.
func TestDebian(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, data := range map[string]string{"sayso-linux-amd64": "#!/bin/sh\n", "LICENCES.txt": "all", "man/sayso.1": ".TH", "completions/sayso.bash": "b", "completions/sayso.zsh": "z", "completions/sayso.fish": "f"} {
		file := filepath.Join(dist, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(data), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := debian("amd64", "1.2.3"); err != nil {
		t.Fatal(err)
	}
	deb := filepath.Join(dist, "sayso_1.2.3_amd64.deb")
	if _, err := exec.LookPath("dpkg-deb"); err != nil {
		t.Skip("no dpkg-deb here to read the package")
	}
	for flag, want := range map[string][]string{"-f": {"Version: 1.2.3", "Architecture: amd64"},
		"-c": {"./usr/bin/sayso", "./usr/lib/systemd/system/sayso.service", "./usr/share/man/man1/sayso.1", "./usr/share/zsh/vendor-completions/_sayso", "root/root", "1970-01-01"}} {
		out, err := exec.Command("dpkg-deb", flag, deb).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		for _, w := range want {
			if !strings.Contains(string(out), w) {
				t.Errorf("%q is not in\n%s", w, out)
			}
		}
	}
}

func TestAr(t *testing.T) {
	got := string(ar([]packaged{{"debian-binary", 0o644, []byte("2.0\n")}, {"odd", 0o644, []byte("x")}}))
	want := "!<arch>\ndebian-binary   0           0     0     100644  4         `\n2.0\n" + "odd             0           0     0     100644  1         `\nx\n"
	if got != want {
		t.Errorf("%q", got)
	}
}
