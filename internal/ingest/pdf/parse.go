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
	var pages [][]line
	for n := range r.NumPage() {
		pages = append(pages, baselines(signs(r.Page(n+1))))
	}
	pages = trim(pages)
	for i := range pages {
		pages[i] = layout(pages[i])
	}
	d.Text = compose(pages)
	if strings.TrimSpace(d.Text) == "" {
		return d, ErrScanned
	}
	return d, nil
}

// sign is a piece of text with its place: left end, baseline, width, size.
type sign struct {
	text          string
	x, y, w, size float64
}

func signs(p pdf.Page) []sign {
	if p.V.IsNull() {
		return nil
	}
	var out []sign
	for _, t := range p.Content().Text {
		out = append(out, sign{t.S, t.X, t.Y, t.W, t.FontSize})
	}
	return out
}
