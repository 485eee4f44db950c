package ingest

import (
	"context"
	"io"
	"iter"
	"strings"

	"sayso"
	"sayso/internal/ingest/extract"
	"sayso/internal/ingest/fetch"
)

// Limits bound what is read. An article over them is a failure, never cut.
type Limits struct {
	File int64 // bytes of a file, page or line that holds one article
	Text int   // bytes of an article's text
}

// DefaultLimits hold any news article with room to spare.
var DefaultLimits = Limits{File: 32 << 20, Text: 2 << 20}

// Options say what is known of the articles beside their bytes.
type Options struct {
	Published sayso.Day         // for articles that give no date themselves
	Outlet    string            // for articles that name no outlet themselves
	Stdin     io.Reader         // read for the name "-"
	Limits    Limits            // zero: DefaultLimits
	Client    *fetch.Client     // nil: addresses are refused
	Extractor extract.Extractor // nil: the standard one
}

// Item is what was found under one name: an article or a failure.
type Item struct {
	Source  string // file, address or "standard input", with the place in it
	Article *sayso.Article
	Failure *sayso.Failure
	Notes   []string // what the user should know although the article was read
}

// reader is one run over the names.
type reader struct {
	Options
	ctx  context.Context
	seen map[string]string // id to digest
	emit func(Item) bool   // false: stop
	done bool
}

// Articles reads what names stand for, one after the other, as it is asked
// for. Only the context ends it early.
func Articles(ctx context.Context, names []string, o Options) iter.Seq[Item] {
	if o.Limits == (Limits{}) {
		o.Limits = DefaultLimits
	}
	if o.Extractor == nil {
		o.Extractor = extract.Standard{}
	}
	return func(yield func(Item) bool) {
		r := &reader{Options: o, ctx: ctx, seen: map[string]string{}}
		r.emit = func(i Item) bool {
			r.done = r.done || !yield(i)
			return !r.done
		}
		for _, name := range names {
			if r.done || ctx.Err() != nil {
				return
			}
			r.name(name)
		}
	}
}

func (r *reader) name(name string) {
	switch {
	case name == "-":
		raw, err := readAll(r.Stdin, r.Limits.File)
		if err != nil {
			r.fail("standard input", err)
			return
		}
		r.bytes(source{name: "standard input"}, raw)
	case strings.HasPrefix(name, "http://"), strings.HasPrefix(name, "https://"):
		r.address(name)
	default:
		r.path(name)
	}
}

func (r *reader) fail(item string, err error) bool {
	f := failure(item, err)
	return r.emit(Item{Source: f.Item, Failure: f})
}

// take finishes an article: fills in what the options know, gives it an id,
// and checks length, language and whether it was read before.
func (r *reader) take(from string, a sayso.Article, notes ...string) bool {
	if !a.Published.Known() {
		a.Published = r.Published
	}
	if a.Outlet == "" {
		a.Outlet = r.Outlet
	}
	if a.ID == "" {
		a.ID = sayso.ContentID("a", a.URL, a.Outlet, a.Title, a.Text)
	}
	if err := r.check(&a); err != nil {
		return r.fail(from, err)
	}
	a.Language = "en"
	return r.emit(Item{Source: from, Article: &a, Notes: clean(notes)})
}

func (r *reader) check(a *sayso.Article) error {
	if len(a.Text) > r.Limits.Text {
		return faultf(KindTooLarge, "the text has %d bytes, at most %d are read", len(a.Text), r.Limits.Text)
	}
	words, english := language(a.Title + "\n" + a.Text)
	if words == 0 {
		return faultf(KindNoSentence, "holds no words")
	}
	if !english {
		return faultf(KindNotEnglish, "is not English")
	}
	text := sayso.DigestOf([]byte(a.Reading()))
	if before, ok := r.seen[a.ID]; ok {
		if before == text {
			return faultf(KindDuplicate, "article %s was read before", a.ID)
		}
		return faultf(KindDuplicate, "the id %s belongs to another article of this run", a.ID)
	}
	r.seen[a.ID] = text
	return nil
}

func clean(notes []string) []string {
	var out []string
	for _, n := range notes {
		if n != "" {
			out = append(out, n)
		}
	}
	return out
}
