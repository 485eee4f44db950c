package ingest

import (
	"errors"
	"strings"

	"sayso"
	"sayso/internal/ingest/pdf"
)

// pdf reads a PDF file. Its text is less sure than that of a page, which a
// note says. The title is the one that the file declares if the text begins
// with it, or else the first paragraph if it is short.
func (r *reader) pdf(s source) {
	d, err := r.PDF.Read(r.ctx, s.raw)
	switch {
	case errors.Is(err, pdf.ErrEncrypted):
		err = faultf(KindEncrypted, "%v", err)
	case errors.Is(err, pdf.ErrScanned):
		err = faultf(KindScanned, "%v", err)
	case err != nil:
		err = faultf(KindFormat, "%v", err)
	}
	if err != nil {
		r.fail(s, err)
		return
	}
	a := plain(d.Text)
	if rest, ok := strings.CutPrefix(a.Reading(), d.Title); ok && d.Title != "" {
		a = sayso.Article{Title: d.Title, Published: sayso.NoDay, Text: strings.TrimSpace(rest)}
	}
	a.URL, a.Retrieved, a.Digest = s.url, s.time, s.digest
	r.take(s, a, "is a PDF file, whose text is less sure than that of a page")
}
