package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestReadmeShowsRealOutput holds the incident that the README shows against
// what the demo prints now; -update puts the new one in its place.
func TestReadmeShowsRealOutput(t *testing.T) {
	var out bytes.Buffer
	if code := Main([]string{"demo"}, strings.NewReader(""), &out, io.Discard); code != exitOK {
		t.Fatalf("demo exits %d", code)
	}
	file := filepath.Join("..", "..", "README.md")
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	readme := string(raw)
	before, rest, ok := strings.Cut(readme, "```text\n")
	shown, after, closed := strings.Cut(rest, "```\n")
	if !ok || !closed {
		t.Fatal("the README shows no output")
	}
	_, kind, _ := strings.Cut(shown[:strings.IndexByte(shown, '\n')], " ")
	now := firstOf(out.String(), kind)
	if now == "" {
		t.Fatalf("the demo prints no incident under %q", kind)
	}
	if shown == now {
		return
	}
	if !*update {
		t.Fatalf("the README shows\n%s\nthe demo prints\n%s", shown, now)
	}
	if err := os.WriteFile(file, []byte(before+"```text\n"+now+"```\n"+after), 0o644); err != nil {
		t.Fatal(err)
	}
}

// firstOf is the first incident of the text output under a heading such as
// "CRACKDOWN", which its number stands before; without the blank line behind it.
// Incidents come and go, and with them the numbers.
func firstOf(output, kind string) string {
	var b strings.Builder
	for line := range strings.Lines(output) {
		if line[0] >= '0' && line[0] <= '9' {
			if b.Len() > 0 {
				break
			}
			if _, rest, _ := strings.Cut(strings.TrimSpace(line), " "); rest != kind {
				continue
			}
			b.WriteString(line)
		} else if b.Len() > 0 {
			b.WriteString(line)
		}
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// The commands that the README names are commands of the program.
func TestReadmeNamesRealCommands(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	root := newRoot(streams{in: strings.NewReader(""), out: io.Discard, err: io.Discard})
	n := 0
	for line := range strings.Lines(string(raw)) {
		words := strings.Fields(line)
		if len(words) < 2 || words[0] != "sayso" || strings.HasPrefix(line, "sayso reads") {
			continue
		}
		n++
		c, rest, err := root.Find(words[1:])
		if err != nil || c == root {
			t.Errorf("%q is no command", line)
			continue
		}
		for _, w := range rest {
			name, ok := strings.CutPrefix(w, "--")
			if ok && c.Flags().Lookup(name) == nil {
				t.Errorf("%s has no flag --%s", c.Name(), name)
			}
			if w == "#" {
				break
			}
		}
	}
	if n < 6 {
		t.Errorf("found %d commands", n)
	}
}

// figureRow is a row of the README's table: … | figure | `report` name |
var figureRow = regexp.MustCompile("(?m)^(\\|.*\\| )([0-9.]+)( \\| `([^`]+)` ([^|]+) \\|)$")

// TestReadmeFigures holds each figure of the README against the report that it
// names; -update puts in what the report says.
func TestReadmeFigures(t *testing.T) {
	file := filepath.Join("..", "..", "README.md")
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	now := figureRow.ReplaceAllStringFunc(string(raw), func(row string) string {
		n++
		m := figureRow.FindStringSubmatch(row)
		report, err := os.ReadFile(filepath.Join("..", "..", "eval", "reports", m[4]+".golden"))
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(report)) {
			if rest, ok := strings.CutPrefix(line, m[5]+" "); ok && len(strings.Fields(rest)) > 0 {
				return m[1] + strings.Fields(rest)[0] + m[3]
			}
		}
		t.Errorf("%s has no figure %q", m[4], m[5])
		return row
	})
	if n < 10 {
		t.Errorf("found %d figures", n)
	}
	switch {
	case now == string(raw):
	case *update:
		if err := os.WriteFile(file, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("the README's figures are not those of the reports; run with -update")
	}
}
