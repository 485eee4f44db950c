package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"sayso"
	"sayso/internal/ingest/extract"
	"sayso/internal/ingest/fetch"
)

// source says where bytes came from and what they claim to be.
type source struct {
	name   string // file, address or "standard input"
	place  string // in it: "line 3"
	ext    string // ".html", or "" where the bytes decide
	media  string // Content-Type, where declared
	url    string
	time   string // RFC 3339, when fetched
	header string // lines of the answer
	note   string // what the user should know of where it came from
	raw    []byte
	digest string // of raw
}

// at is the source for messages.
func (s source) at() string {
	if s.place == "" {
		return s.name
	}
	return s.name + ": " + s.place
}

// part is a part of the source with bytes of its own.
func (s source) part(place string, raw []byte) source {
	if s.place != "" {
		place = s.place + ", " + place
	}
	s.place = place
	return s.with(raw)
}

// with is the source with its bytes.
func (s source) with(raw []byte) source {
	s.raw, s.digest = raw, sayso.DigestOf(raw)
	return s
}

func (s source) kept() *Raw {
	if s.raw == nil {
		return nil
	}
	media := s.media
	if media == "" {
		media = forms[s.ext]
	}
	return &Raw{Digest: s.digest, Address: s.url, Time: s.time, Media: media, Header: s.header, Bytes: s.raw}
}

// forms are the media types that bytes without a declared one were read as.
var forms = map[string]string{".html": "text/html", ".htm": "text/html", ".json": "application/json", ".jsonl": "application/json",
	".ndjson": "application/json", ".txt": "text/plain", ".pdf": "application/pdf"}

// extensions are the files that are read in a folder.
var extensions = map[string]bool{".txt": true, ".html": true, ".htm": true, ".json": true, ".jsonl": true, ".ndjson": true,
	".warc": true, ".arc": true, ".pdf": true, ".rss": true, ".atom": true}

// extension is the last of a file's name, that of a compressed archive
// without its compression.
func extension(name string) string {
	name = strings.ToLower(name)
	if short := strings.TrimSuffix(name, ".gz"); short != name {
		if e := filepath.Ext(short); e == ".warc" || e == ".arc" {
			return e
		}
	}
	if strings.HasSuffix(name, ".warc.wet.gz") { // the texts of Common Crawl
		return ".warc"
	}
	return filepath.Ext(name)
}

func (r *reader) path(name string) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		r.fail(source{name: name}, reason(err))
	case info.IsDir():
		r.folder(name)
	default:
		r.file(name)
	}
}

// Files are the files that a name stands for: those of a folder that are read,
// in the order of their names; the name itself where it is no folder.
func Files(name string) []string {
	info, err := os.Stat(name)
	if err != nil || !info.IsDir() {
		return []string{name}
	}
	var out []string
	_ = filepath.WalkDir(name, func(p string, d fs.DirEntry, err error) error {
		hidden := p != name && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil:
			out = append(out, p) // who reads it says why it cannot be read
		case d.IsDir() && hidden:
			return filepath.SkipDir
		case !d.IsDir() && !hidden && extensions[extension(p)]:
			out = append(out, p)
		}
		return nil
	})
	return out
}

// folder reads the files under name in the order of their names; hidden ones
// are let by, unreadable ones are failures.
func (r *reader) folder(name string) {
	found := false
	_ = filepath.WalkDir(name, func(p string, d fs.DirEntry, err error) error {
		if r.done || r.ctx.Err() != nil {
			return filepath.SkipAll
		}
		hidden := p != name && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil:
			found = true
			r.fail(source{name: p}, reason(err))
			return nil
		case d.IsDir() && hidden:
			return filepath.SkipDir
		case d.IsDir() || hidden || !extensions[extension(p)]:
			return nil
		}
		found = true
		r.file(p)
		return nil
	})
	if !found && !r.done {
		r.fail(source{name: name}, faultf(KindNothing, "holds no .txt, .html, .json, .jsonl, .warc, .pdf or feed file"))
	}
}

func (r *reader) file(name string) {
	f, err := os.Open(name)
	if err != nil {
		r.fail(source{name: name}, reason(err))
		return
	}
	defer f.Close()
	s := source{name: name, ext: extension(name)}
	switch s.ext {
	case ".jsonl", ".ndjson":
		r.lines(s, f)
		return
	case ".warc", ".arc":
		r.archive(name, f)
		return
	}
	raw, err := readAll(f, r.Limits.File)
	if err != nil {
		r.fail(s, err)
		return
	}
	r.bytes(s, raw)
}

// reason is the system's reason without the path, which the item names.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	if errors.Is(err, fs.ErrNotExist) {
		return faultf(KindUnreadable, "does not exist")
	}
	return faultf(KindUnreadable, "cannot be read: %v", err)
}

func readAll(in io.Reader, limit int64) ([]byte, error) {
	if in == nil {
		return nil, faultf(KindEmpty, "is empty")
	}
	raw, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err != nil {
		return nil, reason(err)
	}
	if int64(len(raw)) > limit {
		return nil, faultf(KindTooLarge, "is over %d bytes", limit)
	}
	return raw, nil
}

// known reports whether the caller has the bytes, and says so.
func (r *reader) known(s source) bool {
	if r.Known == nil || !r.Known(s.digest) {
		return false
	}
	r.fail(s, faultf(KindKnown, "is known"))
	return true
}

// bytes reads what one file, page or standard input holds.
func (r *reader) bytes(s source, raw []byte) {
	if s = s.with(raw); r.known(s) {
		return
	}
	if r.PDF != nil && bytes.HasPrefix(raw, []byte("%PDF-")) {
		s.ext = ".pdf"
		r.pdf(s)
		return
	}
	if isFeed(raw) {
		r.feed(s)
		return
	}
	if !extensions[s.ext] {
		s.ext = sniff(raw, s.media)
	}
	switch s.ext {
	case ".html", ".htm":
		r.page(s)
		return
	case ".jsonl", ".ndjson":
		r.lines(s, bytes.NewReader(raw))
		return
	}
	text, note, err := Decode(raw, s.media)
	if err != nil {
		r.fail(s, err)
		return
	}
	if s.ext == ".json" {
		records([]byte(text), func(place string, one []byte, a sayso.Article, err error) bool {
			if place == "" {
				return r.record(s, note, a, err)
			}
			return r.record(s.part(place, one), note, a, err)
		})
		return
	}
	a := plain(text)
	a.URL, a.Retrieved, a.Digest = s.url, s.time, s.digest
	r.take(s, a, note)
}

func (r *reader) record(s source, note string, a sayso.Article, err error) bool {
	if err != nil {
		return r.fail(s, err)
	}
	if r.known(s) {
		return !r.done
	}
	a.Digest = s.digest
	return r.take(s, a, note)
}

// page reads the article of an HTML page.
func (r *reader) page(s source) {
	text, note, err := Decode(s.raw, s.media)
	if err != nil {
		r.fail(s, err)
		return
	}
	a, err := r.Extractor.Extract(text, s.url)
	switch {
	case errors.Is(err, extract.ErrDepth):
		err = faultf(KindTooDeep, "%v", err)
	case errors.Is(err, extract.ErrNoArticle):
		err = faultf(KindNoText, "%v", err)
	case err != nil:
		err = faultf(KindFormat, "%v", err)
	}
	if err != nil {
		r.fail(s, err)
		return
	}
	if s.url != "" {
		a.URL = s.url
	}
	a.Retrieved, a.Digest = s.time, s.digest
	r.take(s, a, note)
}

// lines reads a record a line, as the lines come.
func (r *reader) lines(s source, in io.Reader) {
	lines := bufio.NewReaderSize(in, 1<<16)
	for n, more := 1, true; more && !r.done && r.ctx.Err() == nil; n++ {
		line, err := readLine(lines, r.Limits.File)
		more = err != io.EOF
		place := fmt.Sprintf("line %d", n)
		if more && err != nil {
			if !r.fail(source{name: s.name, place: place}, err) || !errors.As(err, new(*Fault)) {
				return
			}
			continue
		}
		if len(bytes.TrimSpace(line)) == 0 {
			if n == 1 && !more {
				r.fail(s, faultf(KindEmpty, "is empty"))
			}
			continue
		}
		text, note, err := Decode(line, s.media)
		var a sayso.Article
		if err == nil {
			a, err = ParseRecord([]byte(strings.TrimSpace(text)))
		}
		r.record(s.part(place, bytes.TrimRight(line, "\r\n")), note, a, err)
	}
}

// readLine reads up to the next line end. A line over limit is read to its end
// and answered with a fault.
func readLine(in *bufio.Reader, limit int64) ([]byte, error) {
	var line []byte
	over := false
	for {
		part, err := in.ReadSlice('\n')
		if over = over || int64(len(line)+len(part)) > limit; !over {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && err != io.EOF:
			return nil, fmt.Errorf("cannot be read: %w", err)
		case over:
			return nil, faultf(KindTooLarge, "is over %d bytes", limit)
		}
		return line, err
	}
}

// sniff tells the form of bytes without a telling name.
func sniff(raw []byte, media string) string {
	head := bytes.ToLower(bytes.TrimSpace(raw[:min(len(raw), 2048)]))
	kind, _, _ := strings.Cut(strings.ToLower(media), ";")
	switch strings.TrimSpace(kind) {
	case "text/html", "application/xhtml+xml":
		return ".html"
	case "application/json":
		return ".json"
	case "text/plain":
		return ".txt"
	}
	switch {
	case bytes.HasPrefix(head, []byte("<")) && (bytes.Contains(head, []byte("<html")) || bytes.Contains(head, []byte("<!doctype")) || bytes.Contains(head, []byte("<body"))):
		return ".html"
	case bytes.HasPrefix(head, []byte("{")) && isLines(raw):
		return ".jsonl"
	case bytes.HasPrefix(head, []byte("{\"")), bytes.HasPrefix(head, []byte("[{")), bytes.HasPrefix(head, []byte("{")) && bytes.Contains(head, []byte("\"text\"")):
		return ".json"
	}
	return ".txt"
}

// isLines reports whether the first line is a whole JSON object and more follow.
func isLines(raw []byte) bool {
	first, rest, found := bytes.Cut(bytes.TrimSpace(raw), []byte("\n"))
	return found && bytes.HasSuffix(bytes.TrimSpace(first), []byte("}")) && bytes.HasPrefix(bytes.TrimSpace(rest), []byte("{"))
}

// address fetches a page and reads it.
func (r *reader) address(url string) {
	if r.Client == nil {
		r.fail(source{name: url}, faultf(KindRefused, "addresses are not fetched here"))
		return
	}
	page, err := r.Client.Get(r.ctx, url)
	switch {
	case errors.Is(err, fetch.ErrRefused):
		err = faultf(KindRefused, "%v", err)
	case errors.Is(err, fetch.ErrTooLarge):
		err = faultf(KindTooLarge, "%v", err)
	case err != nil:
		err = faultf(KindFetch, "%v", err)
	}
	if err != nil {
		r.fail(source{name: url}, err)
		return
	}
	r.bytes(source{name: url, media: page.Media, url: page.URL, time: page.Time, header: page.Header}, page.Body)
}
