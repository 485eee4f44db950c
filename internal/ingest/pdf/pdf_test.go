package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestMain is also the process that reads files, when it is called so.
func TestMain(m *testing.M) {
	switch os.Getenv("SAYSO_PDF_TEST") {
	case "serve":
		if err := Serve(os.Stdin, os.Stdout); err != nil {
			os.Exit(1)
		}
		os.Exit(0)
	case "hang":
		time.Sleep(time.Minute)
	case "much":
		for {
			fmt.Print(strings.Repeat("x", 1<<16))
		}
	case "crash":
		os.Exit(2)
	}
	os.Exit(m.Run())
}

// show is a text at a place.
type show struct {
	x, y, size int
	text       string
}

// file makes a PDF of pages of shown texts; extra goes into the trailer.
func file(extra string, pages ...[]show) []byte {
	var b bytes.Buffer
	var at []int
	object := func(format string, args ...any) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n"+format+"\nendobj\n", append([]any{len(at)}, args...)...)
	}
	b.WriteString("%PDF-1.4\n")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 4+2*i))
	}
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(pages))
	var widths []string
	for range 224 {
		widths = append(widths, "500")
	}
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [%s] >>", strings.Join(widths, " "))
	for i, p := range pages {
		var c strings.Builder
		for _, s := range p {
			fmt.Fprintf(&c, "BT /F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n", s.size, s.x, s.y, strings.NewReplacer("(", "\\(", ")", "\\)").Replace(s.text))
		}
		object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", 5+2*i)
		object("<< /Length %d >>\nstream\n%s\nendstream", c.Len(), c.String())
	}
	object("<< /Title (The title) >>")
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, len(at), extra, xref)
	return b.Bytes()
}

// columns shows lines below one another.
func lines(x, y int, texts ...string) (out []show) {
	for _, t := range texts {
		if t != "" {
			out = append(out, show{x, y, 10, t})
		}
		y -= 12
	}
	return out
}

func news() []byte {
	var pages [][]show
	left := [][]show{lines(50, 700, "Two bombs killed at least twenty peo-", "ple at a cathedral in Jolo on Sunday,", "police said to the reporters who came.", "", "The army blamed Abu Sayyaf, which has", "fought for years on the many islands"),
		lines(50, 700, "The president came on Monday and spoke", "to those who had lost somebody there.", "", "He did not say whether the talks would", "go on as they had been planned before,", "and left the island in the evening."),
		lines(50, 700, "Schools stayed closed for two days, as", "did the market and the port, where the", "navy searched every boat that came in.", "", "Ferries to the other islands will sail", "again tomorrow, the owner said.")}
	right := [][]show{lines(330, 700, "in the south of the country, for it.", "Nobody had said by the evening that", "they had done it, said the governor.", "", "More than a hundred people were hurt,", "a hospital said on Sunday night."),
		lines(330, 700, "Talks began in the year before, after", "a vote on more rights for the region.", "", "Most of those who live there were for", "it; Jolo itself voted against it, by", "a few thousand votes."),
		lines(330, 700, "Flights had gone on all the time, with", "more soldiers at the gates than usual.", "", "The cathedral was hit before, in 2010", "and in 2013, when nobody was killed", "and a few windows were broken.")}
	for i := range left {
		p := []show{{50, 770, 8, "The Outlet"}, {500, 770, 8, fmt.Sprintf("page %d of 3", i+1)}}
		if i == 0 {
			p = append(p, show{50, 740, 20, "Bombs in Jolo kill twenty"})
		}
		for k := range left[i] { // as programs write them: line by line across
			p = append(p, left[i][k], right[i][k])
		}
		pages = append(pages, append(p, show{50, 30, 8, "Copyright 2019 The Outlet"}))
	}
	return file("", pages...)
}

const wanted = `Bombs in Jolo kill twenty

Two bombs killed at least twenty people at a cathedral in Jolo on Sunday, police said to the reporters who came.

The army blamed Abu Sayyaf, which has fought for years on the many islands in the south of the country, for it. Nobody had said by the evening that they had done it, said the governor.

More than a hundred people were hurt, a hospital said on Sunday night.`

func TestColumnsHyphensHeaders(t *testing.T) {
	d, err := Parse(news())
	if err != nil || !strings.HasPrefix(d.Text, wanted+"\n\n") || d.Title != "The title" {
		t.Fatalf("%v\n%s", err, d.Text)
	}
	for _, s := range []string{"The Outlet", "page", "Copyright"} {
		if strings.Contains(d.Text, s) {
			t.Errorf("%q is still there", s)
		}
	}
}

func TestOneColumn(t *testing.T) {
	d, err := Parse(file("", lines(50, 700, "A single line of text that goes on", "and on over the whole page to the end.", "", "A second paragraph (short).")))
	if want := "A single line of text that goes on and on over the whole page to the end.\n\nA second paragraph (short)."; err != nil || d.Text != want {
		t.Errorf("%q, %v", d.Text, err)
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	locked := file("/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"+strings.Repeat("41", 32)+"> /U <"+strings.Repeat("42", 32)+"> >> /ID [<41> <41>]", lines(50, 700, "secret"))
	for name, c := range map[string]struct {
		raw  []byte
		want error
	}{
		"encrypted": {locked, ErrEncrypted}, "scanned": {file("", nil, nil), ErrScanned}, "garbage": {[]byte("%PDF-1.4 and nothing"), ErrBroken},
		"empty": {nil, ErrBroken}, "cut": {news()[:900], ErrBroken},
	} {
		if _, err := Parse(c.raw); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// mode is a reader whose process does what a mode says.
func mode(t *testing.T, m string) *Reader {
	t.Setenv("SAYSO_PDF_TEST", m)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return &Reader{Command: []string{self}, Timeout: 5 * time.Second, Plain: true}
}

func TestOwnProcess(t *testing.T) {
	r := mode(t, "serve")
	d, err := r.Read(context.Background(), news())
	if err != nil || !strings.HasPrefix(d.Text, wanted) {
		t.Errorf("%v\n%s", err, d.Text)
	}
	if _, err := r.Read(context.Background(), file("", nil)); !errors.Is(err, ErrScanned) {
		t.Errorf("scanned: %v", err)
	}
	for m, want := range map[string]string{"hang": "takes too long", "much": "bytes of text", "crash": "gave up"} {
		r := mode(t, m)
		if m == "hang" {
			r.Timeout = 300 * time.Millisecond
		}
		if _, err := r.Read(context.Background(), news()); !errors.Is(err, ErrBroken) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", m, err)
		}
	}
}

// With pdftotext on the path, its words are taken.
func TestPdftotext(t *testing.T) {
	dir := t.TempDir()
	word := func(x, y int, text string) string {
		return fmt.Sprintf("<word xMin=\"%d\" yMin=\"%d\" xMax=\"%d\" yMax=\"%d\">%s</word>", x, y, x+30, y+10, text)
	}
	out := "<html><body><doc><page>" + word(10, 10, "Bombs") + word(43, 10, "peo-") + word(10, 22, "ple&amp;c.") + word(10, 50, "Rebels&nbsp;did.") + "</page></doc></body></html>"
	script := "#!/bin/sh\ncat >/dev/null\ncat <<'END'\n" + out + "\nEND\n"
	if err := os.WriteFile(filepath.Join(dir, "pdftotext"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	r := mode(t, "serve")
	r.Plain = false
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	d, err := r.Read(context.Background(), news())
	if want := "Bombs people&c.\n\nRebels did."; err != nil || d.Text != want {
		t.Errorf("%q, %v", d.Text, err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(news())
	f.Add(file("", nil))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<14 {
			return
		}
		d, err := Parse(raw)
		if err == nil && strings.TrimSpace(d.Text) == "" {
			t.Error("no text and no error")
		}
	})
}

func BenchmarkParse(b *testing.B) {
	raw := news()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(raw); err != nil {
			b.Fatal(err)
		}
	}
}
