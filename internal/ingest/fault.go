package ingest

import (
	"errors"
	"fmt"

	"sayso"
)

// Kinds of failures, as they stand in [sayso.Failure.Kind].
const (
	KindEmpty      = "empty"         // no bytes, or only white space
	KindBinary     = "binary"        // not a text
	KindTooLarge   = "too-large"     // over a limit of [Limits]
	KindUnreadable = "unreadable"    // the system refused: missing, no permission
	KindFormat     = "format"        // not the JSON or HTML that it should be
	KindTooDeep    = "too-deep"      // tags nested beyond reason
	KindNoText     = "no-text"       // a page without an article, a record without a text
	KindNoSentence = "no-sentences"  // no words to make a sentence of
	KindNotEnglish = "not-english"   //
	KindDuplicate  = "duplicate"     // an article that was read before in this run
	KindKnown      = "known"         // bytes that the caller has, see [Options]
	KindBroken     = "broken-record" // a place of an archive that holds no whole record
	KindPassed     = "passed-over"   // part of an archive or feed, and no article: an image, an answer of 404
	KindEncrypted  = "encrypted"     // a PDF file with a password
	KindScanned    = "scanned"       // a PDF file of images
	KindRefused    = "refused"       // an address that must not be fetched
	KindFetch      = "unreachable"   // no answer, too many redirects, a status that is no success
	KindNothing    = "nothing-found" // a folder without articles
)

// Skipped reports whether a failure of a kind is nothing that anybody could
// mend: the item was let by.
func Skipped(kind string) bool {
	return kind == KindKnown || kind == KindPassed
}

// Fault is why something is no article. Place says where in the item ("line
// 12"), where that helps.
type Fault struct {
	Kind, Place, Reason string
}

// Error is the reason, with the place before it.
func (f *Fault) Error() string {
	if f.Place == "" {
		return f.Reason
	}
	return f.Place + ": " + f.Reason
}

func faultf(kind, form string, args ...any) *Fault {
	return &Fault{Kind: kind, Reason: fmt.Sprintf(form, args...)}
}

// failure makes the record of err for item; errors that are no [*Fault] are
// unreadable input.
func failure(item string, err error) *sayso.Failure {
	f := &Fault{Kind: KindUnreadable, Reason: err.Error()}
	errors.As(err, &f)
	if f.Place != "" {
		item += ": " + f.Place
	}
	return &sayso.Failure{Stage: "ingest", Kind: f.Kind, Item: item, Reason: f.Reason}
}
