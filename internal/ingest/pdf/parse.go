package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/ledongthuc/pdf"
)

// Errors that callers tell apart.
var (
	ErrEncrypted = errors.New("is encrypted: its text cannot be read without a password")
	ErrScanned   = errors.New("holds images and no text: it is scanned")
	ErrBroken    = errors.New("is no PDF file that can be read")
)

// Document is what a file says.
type Document struct {
	Title string // as the file declares it; often empty or wrong
	Text  string
}

// Parse reads a file in this process. It never panics, but may take long and
// much memory on a hostile file.
func Parse(raw []byte) (d Document, err error) {
	defer func() { // the reader is not ours
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", ErrBroken, r)
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(raw), int64(len(raw)))
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword), err != nil && strings.Contains(err.Error(), "encrypt"):
		return d, ErrEncrypted
	case err != nil:
		return d, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	d.Title = strings.TrimSpace(r.Trailer().Key("Info").Key("Title").Text())
	var pages [][]sign
	for n := range r.NumPage() {
		pages = append(pages, signs(r.Page(n+1)))
	}
	d.Text = compose(arrange(pages))
	if strings.TrimSpace(d.Text) == "" {
		return d, ErrScanned
	}
	return d, nil
}

// arrange puts the signs of pages into lines, in the order of reading.
func arrange(pages [][]sign) [][]line {
	var out [][]line
	for _, p := range pages {
		out = append(out, baselines(p))
	}
	out = trim(out)
	gutter := 0.0
	for i := range out {
		out[i], gutter = layout(out[i], gutter)
	}
	return out
}
