package ingest

import (
	"context"
	"io"
	"iter"
	"strings"

	"sayso"
	"sayso/internal/ingest/extract"
	"sayso/internal/ingest/fetch"
	"sayso/internal/ingest/pdf"
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
	Client    Fetcher           // nil: addresses are refused
	Extractor extract.Extractor // nil: the standard one

	// PDF reads PDF files, in a process of its own; nil: they are refused.
	PDF PDFReader

	// Known reports whether the bytes with a digest need no reading again;
	// they are a failure of kind known. Who sets it keeps track of articles:
	// one that comes twice is then handed over twice.
	Known func(digest string) bool
}

// Fetcher fetches a page; its errors are those of [sayso/internal/ingest/fetch].
type Fetcher interface {
	Get(ctx context.Context, address string) (fetch.Page, error)
}

// PDFReader reads PDF files; its errors are those of [sayso/internal/ingest/pdf].
type PDFReader interface {
	Read(ctx context.Context, raw []byte) (pdf.Document, error)
}

// Item is what was found under one name: an article or a failure. What is not
// English is both.
type Item struct {
	Source  string // file, address or "standard input", with the place in it
	Name    string // what was named or found in a folder: a file or an address
	Article *sayso.Article
	Failure *sayso.Failure
	Raw     *Raw     // of an article, and of what was fetched
	Notes   []string // what the user should know although the article was read
}

// Raw is something as it came, with all that is known of how.
type Raw struct {
	Digest  string // hex SHA-256 of Bytes
	Address string // where it was fetched, after redirects
	Time    string // RFC 3339, when it was fetched
	Media   string // Content-Type as declared, or by the form that it was read as
	Header  string // lines of the answer's header
	Bytes   []byte
}

// reader is one run over the names.
type reader struct {
	Options
	ctx  context.Context
	seen map[string]string // id to digest
	emit func(Item) bool   // false: stop
	done bool
}

func (o Options) filled() Options {
	if o.Limits == (Limits{}) {
		o.Limits = DefaultLimits
	}
	if o.Extractor == nil {
		o.Extractor = extract.Standard{}
	}
	return o
}

// Articles reads what names stand for, one after the other, as it is asked
// for. Only the context ends it early.
func Articles(ctx context.Context, names []string, o Options) iter.Seq[Item] {
	o = o.filled()
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

// Reread reads bytes that were kept, as if they had just come: with another
// version of the readers the articles may be others.
func Reread(ctx context.Context, name string, raw Raw, o Options) []Item {
	var out []Item
	r := &reader{Options: o.filled(), ctx: ctx, seen: map[string]string{}}
	r.emit = func(i Item) bool { out = append(out, i); return true }
	r.bytes(source{name: name, media: raw.Media, url: raw.Address, time: raw.Time, header: raw.Header}, raw.Bytes)
	return out
}

func (r *reader) name(name string) {
	switch {
	case name == "-":
		raw, err := readAll(r.Stdin, r.Limits.File)
		if err != nil {
			r.fail(source{name: "standard input"}, err)
			return
		}
		r.bytes(source{name: "standard input"}, raw)
	case strings.HasPrefix(name, "http://"), strings.HasPrefix(name, "https://"):
		r.address(name)
	default:
		r.path(name)
	}
}

// fail hands over why something is no article. The bytes of what was fetched
// go along: nobody needs to fetch them again.
func (r *reader) fail(s source, err error) bool {
	f := failure(s.at(), err)
	i := Item{Source: f.Item, Name: s.name, Failure: f}
	if s.url != "" && f.Kind != KindKnown {
		i.Raw = s.kept()
	}
	return r.emit(i)
}

// take finishes an article: fills in what the options know, gives it an id,
// and checks length, language and whether it was read before.
func (r *reader) take(s source, a sayso.Article, notes ...string) bool {
	if !a.Published.Known() {
		a.Published = r.Published
	}
	if a.Outlet == "" {
		a.Outlet = r.Outlet
	}
	if a.ID == "" {
		a.ID = sayso.ContentID("a", a.URL, a.Outlet, a.Title, a.Text)
	}
	a.Language = "en"
	if err := r.check(&a); err != nil {
		f := failure(s.at(), err)
		if f.Kind != KindNotEnglish {
			return r.fail(s, err)
		}
		a.Language = "und"
		return r.emit(Item{Source: s.at(), Name: s.name, Article: &a, Failure: f, Raw: s.kept(), Notes: clean(append(notes, s.note))})
	}
	return r.emit(Item{Source: s.at(), Name: s.name, Article: &a, Raw: s.kept(), Notes: clean(append(notes, s.note))})
}

func (r *reader) check(a *sayso.Article) error {
	if len(a.Text) > r.Limits.Text {
		return faultf(KindTooLarge, "the text has %d bytes, at most %d are read", len(a.Text), r.Limits.Text)
	}
	if strings.ContainsRune(a.Title+a.Text, 0) {
		return faultf(KindBinary, "holds zero bytes, not a text")
	}
	words, english := language(a.Title + "\n" + a.Text)
	if words == 0 {
		return faultf(KindNoSentence, "holds no words")
	}
	if !english {
		return faultf(KindNotEnglish, "is not English")
	}
	if r.Known != nil {
		return nil
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
