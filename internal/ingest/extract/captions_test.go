package extract

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// stock are the paragraphs that {1}, {2} and {3} stand for.
var stock = map[string]string{
	"{1}": "At least 20 people were killed on Sunday when two bombs went off at a cathedral, police said, in the worst attack in years.",
	"{2}": "The army blamed a group that has fought the government for decades in the southern islands of the country, and said that it would be pursued.",
	"{3}": "Nobody had claimed responsibility by the evening. The mayor told reporters that a curfew would be imposed until the end of the week.",
}

// Captions stand apart from the text: each page of the file, and what is text and
// what is a caption in it.
func TestCaptions(t *testing.T) {
	const file = "testdata/captions.txt"
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var now strings.Builder
	for part := range strings.SplitSeq(strings.TrimPrefix(string(b), "== "), "\n== ") {
		name, rest, _ := strings.Cut(part, "\n")
		page, want, ok := strings.Cut(rest, "\n----\n")
		if !ok {
			t.Fatalf("%s: no expectation", name)
		}
		got := captioned(t, page)
		if want = strings.TrimRight(want, "\n"); got != want && !*update {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
		if now.Len() > 0 {
			now.WriteString("\n")
		}
		now.WriteString("== " + name + "\n" + page + "\n----\n" + got + "\n")
	}
	if *update {
		if err := os.WriteFile(file, []byte(now.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// captioned is what an article's page gives, a line a paragraph and a caption.
func captioned(t *testing.T, body string) string {
	t.Helper()
	for k, text := range stock {
		if strings.Contains(body, ">"+k+"</") { // in an element already
			body = strings.ReplaceAll(body, ">"+k+"</", ">"+text+"</")
		}
		body = strings.ReplaceAll(body, k, "<p>"+text+"</p>")
	}
	a, err := Standard{}.Extract(`<!doctype html><html lang="en"><head><title>Bomb in Jolo</title></head><body><div id="content"><h1>Bomb in Jolo</h1>`+body+`</div></body></html>`, "")
	if err != nil {
		t.Fatal(err)
	}
	out := strings.ReplaceAll(a.Text, "\n\n", "\n")
	if a.Captions != "" {
		out += "\ncaption: " + strings.ReplaceAll(a.Captions, "\n\n", "\ncaption: ")
	}
	for k, text := range stock {
		out = strings.ReplaceAll(out, text, k)
	}
	return out
}

// A caption is on one line, stands once, and is no paragraph of the text.
func FuzzCaptions(f *testing.F) {
	b, err := os.ReadFile("testdata/captions.txt")
	if err != nil {
		f.Fatal(err)
	}
	for part := range strings.SplitSeq(string(b), "\n== ") {
		f.Add(part)
	}
	f.Fuzz(func(t *testing.T, in string) {
		a, err := Standard{}.Extract("<p>"+stock["{1}"]+"</p><p>"+stock["{2}"]+"</p>"+in, "")
		if err != nil || a.Captions == "" {
			return
		}
		seen := map[string]bool{}
		for c := range strings.SplitSeq(a.Captions, "\n\n") {
			if c != line(c) || c == "" || seen[c] || strings.Contains("\n\n"+a.Text+"\n\n", "\n\n"+c+"\n\n") {
				t.Errorf("%q in %q", c, a.Captions)
			}
			seen[c] = true
		}
	})
}
