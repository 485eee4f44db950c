package lexicon_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/internal/lexicon"
)

func TestReliability(t *testing.T) {
	dir := t.TempDir()
	table := filepath.Join(dir, "reliability.tsv")
	if err := os.WriteFile(table, []byte("source\treliability\nThe Daily News\tC\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	l, err := lexicon.LoadWith(dir)
	if err != nil {
		t.Fatal(err)
	}
	if got := l.Reliability("daily news") + l.Reliability("nobody"); got != "CF" {
		t.Error(got)
	}
	if err := os.WriteFile(table, []byte("source\treliability\nThe Daily News\tgood\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := lexicon.LoadWith(dir); err == nil || !strings.Contains(err.Error(), "reliability.tsv:2") {
		t.Error(err)
	}
}

// Every country but the Soviet Union, which no code book of today files, has its
// region, and no two have one number.
func TestRegions(t *testing.T) {
	l, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	byNumber := map[int]string{}
	for _, c := range l.Countries {
		if c.Region == "" && c.ISO2 != "SU" {
			t.Errorf("%s has no region", c.Name)
		}
		if other := byNumber[c.GW]; c.GW != 0 && other != "" {
			t.Errorf("%s and %s have one number", c.Name, other)
		}
		byNumber[c.GW] = c.Name
	}
}
