package ingest

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"sayso/internal/ingest/warc"
)

// archive reads the pages of a web archive. Where in the archive a page stands
// is part of its name; the record's header, with the digests that it gives,
// stands before the answer's.
func (r *reader) archive(name string, f io.ReadSeeker) {
	for rec, err := range warc.Records(f, warc.Options{Block: r.Limits.File}) {
		if r.done || r.ctx.Err() != nil {
			return
		}
		var bad *warc.Fault
		switch {
		case errors.As(err, &bad):
			r.fail(source{name: name, place: fmt.Sprintf("record at %d", bad.Offset)}, faultf(KindBroken, "%s", bad.Reason))
		case err != nil:
			r.fail(source{name: name}, reason(err))
		default:
			r.archived(name, &rec)
		}
	}
}

// pages are the types of records that hold what was fetched.
var pages = map[string]bool{"response": true, "resource": true, "conversion": true, "revisit": true}

func (r *reader) archived(name string, rec *warc.Record) {
	if !pages[rec.Type] || !strings.HasPrefix(rec.Target, "http") {
		return
	}
	place := fmt.Sprintf("record at %d", rec.Offset)
	if rec.Inner > 0 {
		place += fmt.Sprintf("+%d", rec.Inner)
	}
	s := source{name: name, place: place, url: rec.Target, time: rec.Date}
	page, err := rec.Page(r.Limits.File)
	switch {
	case rec.Type == "revisit":
		r.fail(s, faultf(KindPassed, "is a revisit: the page had not changed"))
		return
	case err != nil:
		r.fail(s, faultf(KindFormat, "%v", err))
		return
	case page.Status != 200:
		r.fail(s, faultf(KindPassed, "answered %d", page.Status))
		return
	case !readable(page.Media):
		r.fail(s, faultf(KindPassed, "is %s, not a page", page.Media))
		return
	}
	var head strings.Builder
	for _, f := range rec.Fields {
		fmt.Fprintf(&head, "%s: %s\r\n", f.Name, f.Value)
	}
	s.media, s.header, s.note = page.Media, head.String()+"\r\n"+page.Header, rec.Mismatch()
	r.bytes(s, page.Body)
}

// readable reports whether a Content-Type can hold an article.
func readable(media string) bool {
	kind, _, _ := strings.Cut(strings.ToLower(media), ";")
	kind = strings.TrimSpace(kind)
	return kind == "" || strings.HasPrefix(kind, "text/html") || strings.HasPrefix(kind, "text/plain") || strings.HasPrefix(kind, "application/xhtml") || kind == "application/pdf"
}
