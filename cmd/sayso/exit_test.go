package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The document of the exit codes is the table of the program.
func TestExitCodesDocument(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Exit codes\n\n| code | meaning |\n| --- | --- |\n")
	for _, c := range exitCodes {
		fmt.Fprintf(&b, "| %d | %s |\n", c.Code, c.Meaning)
	}
	path := filepath.Join("..", "..", "docs", "formats", "exit-codes.md")
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil || string(got) != b.String() {
		t.Errorf("%s is out of date (run with -update): %v", path, err)
	}
}
