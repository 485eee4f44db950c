package store

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso"
)

// Kinds of tombstones.
const (
	KindArticle  = "article"
	KindRaw      = "raw"
	KindName     = "name" // words of an article, which were made unreadable
	KindDecision = "decision"
)

// Takedown asks for content to be removed: for a court's order, or because
// somebody is at risk. Article removes an article; Name makes a person's name
// unreadable wherever it is written so. One of them is given.
type Takedown struct {
	Act
	Reason  string
	Article string
	Name    string
}

// TakeDown removes content from articles, bytes, records, incidents and
// decisions, leaves a tombstone with the digest of each, and notes it in the
// audit, which goes on holding: it has digests alone. It returns the ids of
// the articles that it touched. Incidents that rested on them are gone until
// the articles that are left are joined again; those that lost a name only are
// pending for every step but the reading of bytes, which are gone.
//
// The name is looked for word by word, case and accents folded; another form
// of it ("J. Smith") is another name. Letters become "x", so that spans into
// the rest of the text keep resolving. Articles that come later are not
// looked through, and copies of the store made before keep what they had.
func TakeDown(tx Writer, t Takedown) ([]string, error) {
	if t.Article != "" {
		return []string{t.Article}, takeArticle(tx, t)
	}
	name := Fold(t.Name)
	if name == "" {
		return nil, errors.New("no article and no name is given")
	}
	found, err := tx.ArticlesWith(name, Page{})
	if err != nil {
		return nil, err
	}
	var touched []string
	for _, a := range found {
		hidden := a
		for _, p := range []*string{&hidden.Title, &hidden.Byline, &hidden.Text, &hidden.Captions} {
			*p = Hide(*p, name)
		}
		if hidden.Content() == a.Content() && hidden.Byline == a.Byline {
			continue
		}
		touched = append(touched, a.ID)
		if err := takeName(tx, t, a, hidden); err != nil {
			return nil, fmt.Errorf("article %s: %w", a.ID, err)
		}
	}
	return touched, takeDecisions(tx, t, func(d *Decision) bool { return HoldsWords(Fold(d.said()), name) })
}

func takeArticle(tx Writer, t Takedown) error {
	a, err := tx.Article(t.Article)
	if err != nil {
		return fmt.Errorf("article %s: %w", t.Article, err)
	}
	if a.Taken {
		return fmt.Errorf("article %s: %w", t.Article, ErrTaken)
	}
	if err := dropFormer(tx, a.ID); err != nil {
		return err
	}
	gone, err := takeRest(tx, t, &a)
	if err != nil {
		return err
	}
	empty := Article{Article: sayso.Article{ID: a.ID, Published: sayso.NoDay, Digest: a.Digest}, Raw: a.Raw, Taken: true}
	if err := tx.PutArticle(empty); err != nil {
		return err
	}
	if err := bury(tx, t, KindArticle, a.ID, sayso.DigestOf([]byte(a.Content()))); err != nil {
		return err
	}
	gone[a.ID] = true
	return takeDecisions(tx, t, func(d *Decision) bool { return gone[d.Target] || gone[d.Article] })
}

func takeName(tx Writer, t Takedown, a, hidden Article) error {
	if err := dropFormer(tx, a.ID); err != nil {
		return err
	}
	if err := Uncode(tx, a.ID, false); err != nil { // spans alone: letters become other letters
		return err
	}
	if _, err := takeRest(tx, t, &a); err != nil {
		return err
	}
	if err := tx.PutArticle(hidden); err != nil {
		return err
	}
	if err := restart(tx, a.ID); err != nil {
		return err
	}
	if err := bury(tx, t, KindName, a.ID, sayso.DigestOf([]byte(a.Content()))); err != nil {
		return err
	}
	return note(tx, t.Act, "redact", a.ID, sayso.DigestOf([]byte(hidden.Content())))
}

// dropFormer removes what an article told that was to be coded anew: it has words.
func dropFormer(tx Writer, article string) error { return tx.DropKeyed(KeyedFormer, article) }

// takeRest removes what was made of an article: bytes, record, codings, failures
// that name its address, and incidents, whose ids it returns.
func takeRest(tx Writer, t Takedown, a *Article) (map[string]bool, error) {
	raws, err := tx.RawsOf(a.ID)
	if err != nil {
		return nil, err
	}
	for _, digest := range raws {
		if err := tx.DropRaw(digest); err != nil {
			return nil, err
		}
		if err := bury(tx, t, KindRaw, digest, digest); err != nil {
			return nil, err
		}
	}
	if err := tx.DropRecord(a.ID); err != nil {
		return nil, err
	}
	if err := dropCodings(tx, t.Act, a.ID); err != nil {
		return nil, err
	}
	if a.URL != "" {
		if err := tx.DropFailures(a.URL); err != nil {
			return nil, err
		}
	}
	return release(tx, a.ID)
}

func takeDecisions(tx Writer, t Takedown, hit func(*Decision) bool) error {
	all, err := tx.Decisions("")
	if err != nil {
		return err
	}
	for _, d := range all {
		if d.Taken || strings.TrimSpace(d.said()) == "" || !hit(&d) {
			continue
		}
		if err := bury(tx, t, KindDecision, d.ID, d.Digest()); err != nil {
			return err
		}
		if err := tx.DropFailures(d.ID); err != nil { // it may say why the decision rests
			return err
		}
		d.hide()
		if err := tx.PutDecision(d); err != nil {
			return err
		}
	}
	return nil
}

func bury(tx Writer, t Takedown, kind, target, digest string) error {
	if err := tx.PutTombstone(Tombstone{Kind: kind, Target: target, Digest: digest, At: t.At, By: t.By, Reason: t.Reason}); err != nil {
		return err
	}
	if err := note(tx, t.Act, "take-down", target, digest); err != nil || t.Reason == "" {
		return err
	}
	return note(tx, t.Act, "reason", target, sayso.DigestOf([]byte(t.Reason)))
}

// Hide makes the words of a folded name unreadable in text, byte for byte as
// long as before: Hide("Ms. José Pérez spoke", "jose perez") is
// "Ms. xxxxx xxxxxx spoke".
func Hide(text, name string) string {
	want := strings.Fields(name)
	var spans []sayso.Span
	var have []string
	for _, s := range wordSpans(text) {
		for w := range strings.FieldsSeq(Fold(s.In(text))) {
			spans, have = append(spans, s), append(have, w)
		}
	}
	out := []byte(text)
	for i := 0; i+len(want) <= len(have); i++ {
		if !equal(have[i:i+len(want)], want) {
			continue
		}
		for _, s := range spans[i : i+len(want)] {
			copy(out[s.Start:s.End], strings.Repeat("x", s.End-s.Start))
		}
	}
	return string(out)
}

func equal(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// wordSpans are the runs of letters, digits and the marks on them.
func wordSpans(text string) []sayso.Span {
	var out []sayso.Span
	start := -1
	for i, r := range text {
		in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) && start >= 0
		if in && start < 0 {
			start = i
		}
		if !in && start >= 0 {
			out, start = append(out, sayso.Span{Start: start, End: i}), -1
		}
	}
	if start >= 0 {
		out = append(out, sayso.Span{Start: start, End: len(text)})
	}
	return out
}

// printable keeps ids and reasons of verification on one line.
func printable(s string) string {
	if !utf8.ValidString(s) || strings.ContainsFunc(s, unicode.IsControl) {
		return fmt.Sprintf("%q", s)
	}
	return s
}
