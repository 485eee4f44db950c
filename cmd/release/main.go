// Command release makes what is handed to users, under dist: a static binary
// for each target, checksums, a software bill of materials (CycloneDX), the
// licences of all that is inside, man pages, completions and a Debian package.
// The same checkout and toolchain give the same bytes.
//
//	make release            all targets
//	go run ./cmd/release linux/amd64
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// targets are what `make release` builds for.
var targets = []string{"linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64", "windows/amd64", "windows/arm64"}

// maxBinary is what a binary may weigh at most.
const maxBinary = 80_000_000

const dist = "dist"

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "release: "+err.Error())
		os.Exit(1)
	}
}

func run(chosen []string) error {
	if len(chosen) == 0 {
		chosen = targets
	}
	if err := os.RemoveAll(dist); err != nil {
		return err
	}
	if err := os.MkdirAll(dist, 0o755); err != nil {
		return err
	}
	for _, t := range chosen {
		if !slices.Contains(targets, t) {
			return fmt.Errorf("%s is none of %v", t, targets)
		}
		if err := binary(t); err != nil {
			return err
		}
	}
	version, err := pages()
	if err != nil {
		return err
	}
	if err := inside(chosen[0]); err != nil {
		return err
	}
	for _, t := range chosen {
		if arch, ok := strings.CutPrefix(t, "linux/"); ok {
			if err := debian(arch, version); err != nil {
				return err
			}
		}
	}
	return checksums()
}

// fileOf is the binary of a target.
func fileOf(target string) string {
	name := "sayso-" + strings.ReplaceAll(target, "/", "-")
	if strings.HasPrefix(target, "windows/") {
		name += ".exe"
	}
	return filepath.Join(dist, name)
}

func binary(target string) error {
	file := fileOf(target)
	if err := build(target, file); err != nil {
		return err
	}
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	fmt.Printf("%-28s %5.1f MB\n", file, float64(info.Size())/1e6)
	if info.Size() > maxBinary {
		return fmt.Errorf("%s weighs %d bytes, at most %d", file, info.Size(), maxBinary)
	}
	return nil
}

// build makes the program for a target; the same checkout gives the same bytes.
func build(target, file string) error {
	system, arch, _ := strings.Cut(target, "/")
	c := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w -buildid=", "-o", file, "sayso/cmd/sayso")
	c.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system, "GOARCH="+arch, "GOFLAGS=-mod=readonly", "GOAMD64=v1")
	c.Stderr = os.Stderr
	return c.Run()
}

// pages writes man pages and completions, by the program itself, and returns its
// version.
func pages() (version string, err error) {
	own := filepath.Join(dist, "sayso-of-this-machine")
	if err := build(runtime.GOOS+"/"+runtime.GOARCH, own); err != nil {
		return "", err
	}
	out, err := exec.Command(own, "version").Output() // "sayso 0.1.0 (revision)"
	words := strings.Fields(string(out))
	if err != nil || len(words) < 2 {
		return "", fmt.Errorf("version %q: %w", out, err)
	}
	man := filepath.Join(dist, "man")
	if out, err := exec.Command(own, "man", man).CombinedOutput(); err != nil {
		return "", fmt.Errorf("man pages: %w: %s", err, out)
	}
	folder := filepath.Join(dist, "completions")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		out, err := exec.Command(own, "completion", shell).Output()
		if err != nil {
			return "", fmt.Errorf("completion for %s: %w", shell, err)
		}
		if err := os.WriteFile(filepath.Join(folder, "sayso."+shell), out, 0o644); err != nil {
			return "", err
		}
	}
	return words[1], os.Remove(own)
}

// checksums writes SHA256SUMS of everything, in the form of sha256sum.
func checksums() error {
	var out bytes.Buffer
	err := filepath.WalkDir(dist, func(p string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(b)
		rel, err := filepath.Rel(dist, p)
		fmt.Fprintf(&out, "%s  %s\n", hex.EncodeToString(sum[:]), filepath.ToSlash(rel))
		return err
	})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dist, "SHA256SUMS"), out.Bytes(), 0o644)
}
