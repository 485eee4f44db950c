package pdf

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

func kept(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// readers are with and without pdftotext, where it is installed.
func readers(t *testing.T) map[string]*Reader {
	plain := mode(t, "serve")
	list := map[string]*Reader{"plain": plain}
	if _, err := exec.LookPath("pdftotext"); err == nil {
		with := *plain
		with.Plain = false
		list["pdftotext"] = &with
	} else {
		t.Log("pdftotext is not installed, and not tried")
	}
	return list
}

// A page that a browser printed in two columns, with words parted at the ends of
// lines, headers and footers, gives the paragraphs that were printed, word for
// word and in their order.
func TestPrintedColumns(t *testing.T) {
	want := strings.Split(strings.TrimSpace(string(kept(t, "columns.txt"))), "\n\n")
	for name, r := range readers(t) {
		d, err := r.Read(context.Background(), kept(t, "columns.pdf"))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got := strings.Split(d.Text, "\n\n")
		if got[0] != "Bombs in Jolo kill twenty and wound more than a hundred" || !slices.Equal(got[1:], want) {
			t.Errorf("%s: %d paragraphs, want %d\n%s", name, len(got)-1, len(want), d.Text)
		}
	}
}

func TestPrintedWithoutText(t *testing.T) {
	for name, r := range readers(t) {
		for file, want := range map[string]error{"scanned.pdf": ErrScanned, "locked.pdf": ErrEncrypted} {
			if _, err := r.Read(context.Background(), kept(t, file)); !errors.Is(err, want) {
				t.Errorf("%s, %s: %v", name, file, err)
			}
		}
		d, err := r.Read(context.Background(), kept(t, "unlocked.pdf"))
		if name == "plain" && !errors.Is(err, ErrEncrypted) || name != "plain" && (err != nil || !strings.Contains(d.Text, "Two bombs killed at least twenty people in Jolo.")) {
			t.Errorf("%s, locked against changes: %q, %v", name, d.Text, err)
		}
	}
}

// Documents of others, as word processors wrote them: 98 % of the words that
// pdftotext sees are seen without it.
func TestDocuments(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	files, err := filepath.Glob("../../../../shared/data/*/*/*.pdf")
	if err != nil || len(files) == 0 {
		t.Skip("no documents in ../shared")
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		d, err := Parse(b)
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(f), err)
			continue
		}
		out, err := exec.Command("pdftotext", "-bbox", "-enc", "UTF-8", f, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		pages, err := words(out)
		if err != nil {
			t.Fatal(err)
		}
		if got := shared(d.Text, compose(arrange(pages))); got < 0.98 {
			t.Errorf("%s: %.3f of the words", filepath.Base(f), got)
		}
	}
}

// shared is the share of b's words that a has.
func shared(a, b string) float64 {
	parts := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	have := map[string]int{}
	for w := range strings.FieldsFuncSeq(a, parts) {
		have[w]++
	}
	n, hit := 0, 0
	for w := range strings.FieldsFuncSeq(b, parts) {
		if n++; have[w] > 0 {
			have[w]--
			hit++
		}
	}
	return float64(hit) / float64(max(1, n))
}
