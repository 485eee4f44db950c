package pdf

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// Reader reads files in processes of their own.
type Reader struct {
	// Command runs the program so that it calls [Serve]: itself, with an
	// argument.
	Command []string
	Timeout time.Duration // 0: 20 s
	Plain   bool          // never pdftotext, also where it is installed
}

const (
	maxText   = 16 << 20
	maxMemory = 1 << 30
)

// Read reads a file. The errors are ErrEncrypted, ErrScanned and ErrBroken.
func (r *Reader) Read(ctx context.Context, raw []byte) (Document, error) {
	ctx, cancel := context.WithTimeout(ctx, cmp.Or(r.Timeout, 20*time.Second))
	defer cancel()
	out, err := run(ctx, raw, r.Command...)
	if err != nil {
		return Document{}, err
	}
	var a answer
	if err := json.Unmarshal(out, &a); err != nil {
		return Document{}, fmt.Errorf("%w: its reader gave up", ErrBroken)
	}
	if path, err := exec.LookPath("pdftotext"); err == nil && !r.Plain && a.Problem != ErrScanned.Error() {
		if out, err := run(ctx, raw, path, "-bbox", "-enc", "UTF-8", "-", "-"); err == nil {
			if pages, err := words(out); err == nil && len(slices.Concat(pages...)) > 0 {
				a.Text = compose(arrange(pages))
				return a.Document, nil // also of a file that is locked against changes alone
			}
		}
	}
	for _, e := range []error{ErrEncrypted, ErrScanned} {
		if a.Problem == e.Error() {
			return Document{}, e
		}
	}
	if a.Problem != "" {
		return Document{}, fmt.Errorf("%w: %s", ErrBroken, strings.TrimPrefix(a.Problem, ErrBroken.Error()+": "))
	}
	return a.Document, nil
}

// answer is what the process writes.
type answer struct {
	Document
	Problem string
}

// Serve reads a file from in and writes what it says to out, within the limits
// of memory. It is all that the process of its own does.
func Serve(in io.Reader, out io.Writer) error {
	limit()
	raw, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	var a answer
	if a.Document, err = Parse(raw); err != nil {
		a.Problem = err.Error()
	}
	return json.NewEncoder(out).Encode(a)
}

// run runs a program on bytes, and ends it with ctx or when it writes too much.
func run(ctx context.Context, in []byte, command ...string) ([]byte, error) {
	c := exec.CommandContext(ctx, command[0], command[1:]...)
	c.Stdin, c.Env = bytes.NewReader(in), append(os.Environ(), "GOMEMLIMIT=512MiB")
	c.WaitDelay = time.Second
	var out bounded
	c.Stdout = &out
	err := c.Run()
	switch {
	case ctx.Err() != nil:
		return nil, fmt.Errorf("%w: reading it takes too long", ErrBroken)
	case errors.Is(out.err, errMuch):
		return nil, fmt.Errorf("%w: it gives over %d bytes of text", ErrBroken, maxText)
	case err != nil:
		return nil, fmt.Errorf("%w: its reader gave up", ErrBroken)
	}
	return out.buf.Bytes(), nil
}

var errMuch = errors.New("too much")

// bounded is a buffer that takes so much and no more.
type bounded struct {
	buf bytes.Buffer
	err error
}

// Write implements [io.Writer].
func (b *bounded) Write(p []byte) (int, error) {
	if b.buf.Len()+len(p) > maxText {
		b.err = errMuch
		return 0, errMuch
	}
	return b.buf.Write(p)
}

// words reads what pdftotext -bbox writes: pages of words with their places, which
// grow downwards.
func words(out []byte) ([][]sign, error) {
	type word struct {
		Left   float64 `xml:"xMin,attr"`
		Top    float64 `xml:"yMin,attr"`
		Right  float64 `xml:"xMax,attr"`
		Bottom float64 `xml:"yMax,attr"`
		Text   string  `xml:",chardata"`
	}
	var doc struct {
		Pages []struct {
			Words []word `xml:"word"`
		} `xml:"body>doc>page"`
	}
	d := xml.NewDecoder(bytes.NewReader(out))
	d.Strict = false // which lets it know the entities of HTML
	d.Entity = xml.HTMLEntity
	if err := d.Decode(&doc); err != nil {
		return nil, err
	}
	var pages [][]sign
	for _, p := range doc.Pages {
		var list []sign
		for _, w := range p.Words {
			size := w.Bottom - w.Top
			list = append(list, sign{readable(w.Text), w.Left, -w.Bottom, w.Right - w.Left, size}, sign{" ", w.Right, -w.Bottom, 0, size})
		}
		pages = append(pages, list)
	}
	return pages, nil
}
