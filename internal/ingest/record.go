package ingest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"sayso"
)

// record is an article as JSON gives it. Every member but text may be absent
// or null; members with other names are let by.
type record struct {
	ID        any     `json:"id"`
	URL       *string `json:"url"`
	Outlet    *string `json:"outlet"`
	Title     *string `json:"title"`
	Byline    *string `json:"byline"`
	Published *string `json:"published"`
	Retrieved *string `json:"retrieved"`
	Text      *string `json:"text"`
	Captions  *string `json:"captions"`
}

// ParseRecord reads one article record from JSON. The text is taken letter for
// letter, so that quotes from it resolve.
func ParseRecord(raw []byte) (sayso.Article, error) {
	var r record
	if err := json.Unmarshal(raw, &r); err != nil {
		return sayso.Article{}, jsonFault(raw, err)
	}
	if r.Text == nil || strings.TrimSpace(*r.Text) == "" {
		return sayso.Article{}, faultf(KindNoText, "the record has no text")
	}
	day, err := sayso.ParseDay(value(r.Published))
	if err != nil {
		return sayso.Article{}, faultf(KindFormat, "published: %v", err)
	}
	a := sayso.Article{URL: value(r.URL), Outlet: value(r.Outlet), Title: value(r.Title), Byline: value(r.Byline),
		Published: day, Retrieved: value(r.Retrieved), Text: *r.Text, Captions: value(r.Captions)}
	switch id := r.ID.(type) {
	case nil:
	case string:
		a.ID = id
	case float64:
		a.ID = fmt.Sprint(id)
	default:
		return sayso.Article{}, faultf(KindFormat, "id is neither a string nor a number")
	}
	a.Digest = sayso.DigestOf(raw)
	return a, nil
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// jsonFault says in which line the JSON breaks.
func jsonFault(raw []byte, err error) *Fault {
	f := faultf(KindFormat, "is no article record: %v", err)
	offset := int64(-1)
	var syntax *json.SyntaxError
	var typed *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &typed):
		offset = typed.Offset
		f.Reason = fmt.Sprintf("is no article record: %s is a %s", typed.Field, typed.Value)
	}
	if n := bytes.Count(raw[:max(0, min(offset, int64(len(raw))))], []byte("\n")); n > 0 {
		f.Place = fmt.Sprintf("line %d", n+1)
	}
	return f
}

// records reads a .json file: one record or a list of them. Each is handed to
// yield with its place in the list and its bytes; the place of a record alone
// is "".
func records(raw []byte, yield func(place string, one []byte, a sayso.Article, err error) bool) {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || raw[0] != '[' {
		a, err := ParseRecord(raw)
		yield("", raw, a, err)
		return
	}
	var list []json.RawMessage
	if err := json.Unmarshal(raw, &list); err != nil {
		yield("", raw, sayso.Article{}, jsonFault(raw, err))
		return
	}
	for i, one := range list {
		a, err := ParseRecord(one)
		if !yield(fmt.Sprintf("record %d", i+1), one, a, err) {
			return
		}
	}
}
