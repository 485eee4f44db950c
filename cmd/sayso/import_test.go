package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// runMain runs the program and returns its exit code and output.
func runMain(t *testing.T, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = Main(args, strings.NewReader(""), &o, &e)
	return code, o.String(), e.String()
}

// A table that somebody corrected as a spreadsheet saves it, with semicolons and
// a byte order mark: changed cells become decisions, an added column comments,
// and what can't be taken is said.
func TestCorrectedTable(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	text := "Omar Haddad, a 20-year-old man from Aleppo, was killed on Monday when soldiers shot at protesters in Damascus, police said."
	if err := os.WriteFile(at("a.txt"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	must := func(want int, args ...string) string {
		t.Helper()
		code, out, errs := runMain(t, args...)
		if code != want {
			t.Fatalf("%v: exit code %d\n%s%s", args, code, out, errs)
		}
		return out + errs
	}
	must(0, "add", "--store", at("s.db"), "--published", "2019-01-28", at("a.txt"))
	must(0, "export", "--store", at("s.db"), "--format", "csv", "--out", at("a.csv"))
	must(0, "import", at("a.csv"), "--store", at("s.db"), "--by", "ann") // nothing was changed
	raw, err := os.ReadFile(at("a.csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	set := func(column, value string) {
		i := slices.Index(rows[0], column)
		if i < 0 {
			rows[0] = append(rows[0], column)
			i = len(rows[0]) - 1
		}
		for len(rows[1]) <= i {
			rows[1] = append(rows[1], "")
		}
		rows[1][i] = value
	}
	set("status", "denied")
	set("deaths_low", "2")
	set("deaths_high", "4")
	set("latest", "2019-01-29")
	set("type", "no such type")
	set("summary", "another sentence")
	set("checked by", "Zoë")
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.Comma = ';'
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at("b.csv"), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	got := must(exitSome, "import", at("b.csv"), "--store", at("s.db"), "--by", "ann")
	for _, want := range []string{"4 cells became decisions, 2 were not taken", `row 2, type "no such type"`, `row 2, summary "another sentence": the column is worked out`} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	after := must(0, "export", "--store", at("s.db"), "--format", "csv")
	for _, want := range []string{"denied", "2019-01-29", "killed=2..4"} {
		if !strings.Contains(after, want) {
			t.Errorf("%q is not in\n%s", want, after)
		}
	}
	// an audit entry for each cell: 1 added article, 4 decisions
	if got := must(0, "verify", "--store", at("s.db")); !strings.Contains(got, "4 decisions and 5 audit entries") {
		t.Error(got)
	}
	// another store takes it all, decisions included
	must(0, "export", "--store", at("s.db"), "--names", "a copy", "--out", at("all.jsonl"))
	must(0, "import", at("all.jsonl"), "--store", at("other.db"), "--by", "ann")
	if got := must(0, "verify", "--store", at("other.db")); !strings.Contains(got, "4 decisions and ") {
		t.Error(got)
	}
	if got := must(0, "export", "--store", at("other.db"), "--format", "csv"); got != after {
		t.Errorf("%s\nwant\n%s", got, after)
	}
}

// The pages of what holds everything say what the program says beside a file.
func TestArchivePages(t *testing.T) {
	for name, text := range map[string]string{"jsonl": archiveDictionary, "bundle": bundleDictionary} {
		page := filepath.Join("..", "..", "docs", "formats", name+".md")
		if *update {
			if err := os.WriteFile(page, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		b, err := os.ReadFile(page)
		if err != nil || string(b) != text {
			t.Errorf("%s is not what the program says; run the test with -update (%v)", page, err)
		}
	}
}
