package sayso

import (
	"crypto/sha256"
	"encoding/hex"
	"reflect"
)

// Article is one published text. It is never changed after it was read: every
// span in the program points into [Article.Reading] of it.
type Article struct {
	ID        string `json:"id"`                  // unique in a run; content-derived where the input gives none
	URL       string `json:"url,omitempty"`       // where it was published
	Outlet    string `json:"outlet,omitempty"`    // who published it
	Title     string `json:"title,omitempty"`     // the headline, as published
	Byline    string `json:"byline,omitempty"`    // the authors, as published
	Published Day    `json:"published"`           // day of publication; NoDay where unknown
	Dated     string `json:"dated,omitempty"`     // what of the page that day rests on: the tag, the address or the words that give it
	Retrieved string `json:"retrieved,omitempty"` // RFC 3339 time, where it was fetched
	Language  string `json:"language,omitempty"`  // BCP 47, "en" for all that is coded
	Text      string `json:"text,omitempty"`      // the body, as extracted
	Quotes    []Span `json:"quotes,omitempty"`    // the block quotes of its page, in order: places in what is read, whole paragraphs
	Captions  string `json:"captions,omitempty"`  // what stands under its pictures, credits included: a line each, an empty line between; no part of Text
	Digest    string `json:"digest,omitempty"`    // hex SHA-256 of the raw bytes it came from
}

// Reading is the text that spans point into: the title, a blank line and the
// body; the body alone where there is no title. The hand-coded articles are
// quoted against the same string.
func (a *Article) Reading() string {
	if a.Title == "" {
		return a.Text
	}
	return a.Title + "\n\n" + a.Text
}

// Same reports whether two articles are alike in everything.
func (a *Article) Same(b *Article) bool { return reflect.DeepEqual(a, b) }

// Content is all that an article says, for digests: what is read, and the captions
// after a zero byte where there are any.
func (a *Article) Content() string {
	if a.Captions == "" {
		return a.Reading()
	}
	return a.Reading() + "\x00" + a.Captions
}

// BodyStart is the offset in [Article.Reading] at which the body begins.
func (a *Article) BodyStart() int {
	if a.Title == "" {
		return 0
	}
	return len(a.Title) + 2
}

// DigestOf returns the hex SHA-256 of b.
func DigestOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// ContentID derives a short stable id from what identifies a thing. The same
// parts give the same id on every platform and in every run.
func ContentID(prefix string, parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return prefix + hex.EncodeToString(h.Sum(nil))[:12]
}
