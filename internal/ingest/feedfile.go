package ingest

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sayso"
	"sayso/internal/ingest/extract"
	"sayso/internal/ingest/feed"
)

// teaser is the length, in characters, under which the text of an item announces
// an article and does not hold it.
const teaser = 120

// isFeed reports whether a file begins as an RSS, Atom or JSON feed does.
func isFeed(raw []byte) bool {
	head := bytes.TrimSpace(raw[:min(len(raw), 2048)])
	if bytes.HasPrefix(head, []byte("{")) {
		return bytes.Contains(head, []byte("jsonfeed.org/version"))
	}
	return bytes.HasPrefix(head, []byte("<")) && (bytes.Contains(head, []byte("<rss")) || bytes.Contains(head, []byte("<rdf:RDF")) || bytes.Contains(head, []byte("<feed")))
}

// feed reads the articles that a feed's file holds whole. Nothing is fetched: an
// item that only announces an article is passed over, with its address; `sayso
// watch` fetches those.
func (r *reader) feed(s source) {
	f, err := feed.Parse(s.raw, feed.Source{Address: s.url, Media: s.media})
	if err != nil {
		r.fail(s, faultf(KindFormat, "%v", err))
		return
	}
	for n, i := range f.Items {
		if r.done || r.ctx.Err() != nil {
			return
		}
		text, captions := captioned(i.Content.Value)
		if other, below := captioned(i.Summary.Value); len(other) > len(text) {
			text, captions = other, below
		}
		part := s.part(fmt.Sprintf("item %d", n+1), []byte(text))
		part.ext = ".txt"
		if utf8.RuneCountInString(text) < teaser {
			r.fail(part, faultf(KindPassed, "announces an article that the feed does not hold; add its address: %s", i.Link))
			continue
		}
		a := sayso.Article{URL: i.Link, Outlet: words(f.Title.Value), Title: words(i.Title.Value), Byline: i.Author.Name, Published: sayso.NoDay, Text: text, Captions: captions, Digest: part.digest}
		if t := i.Published.Time; !t.IsZero() {
			a.Published = sayso.DayOf(t.Date())
		}
		if !r.take(part, a) {
			return
		}
	}
}

// captioned is the text of a piece of HTML and the captions in it; of one that says
// more in these than beside them, they are the text.
func captioned(piece string) (text, captions string) {
	rest, captions := extract.Piece(piece)
	if text = words(rest); len(text) <= len(captions) {
		return words(piece), ""
	}
	return text, captions
}

// blocks are the elements that begin a paragraph.
var blocks = map[atom.Atom]bool{atom.P: true, atom.Div: true, atom.Br: true, atom.Li: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.Blockquote: true, atom.Tr: true}

// words is the text of a piece of HTML, an empty line between its paragraphs.
func words(piece string) string {
	var b strings.Builder
	skipped := 0
	for z := html.NewTokenizer(strings.NewReader(piece)); ; {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			var out []string
			for p := range strings.SplitSeq(b.String(), "\x00") {
				if p = strings.Join(strings.Fields(p), " "); p != "" {
					out = append(out, p)
				}
			}
			return strings.Join(out, "\n\n")
		case html.TextToken:
			if skipped == 0 {
				b.Write(bytes.ReplaceAll(z.Text(), []byte{0}, nil))
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			switch a := atom.Lookup(name); {
			case blocks[a]:
				b.WriteByte(0)
			case a == atom.Script || a == atom.Style:
				skipped = map[html.TokenType]int{html.StartTagToken: 1}[kind]
			}
		}
	}
}
