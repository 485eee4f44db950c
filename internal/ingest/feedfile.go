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
		said := contentOf(i.Content.Value)
		if other := contentOf(i.Summary.Value); len(other.text) > len(said.text) {
			said = other
		}
		text := said.text
		part := s.part(fmt.Sprintf("item %d", n+1), []byte(text))
		part.ext = ".txt"
		if utf8.RuneCountInString(text) < teaser {
			r.fail(part, faultf(KindPassed, "announces an article that the feed does not hold; add its address: %s", i.Link))
			continue
		}
		a := sayso.Article{URL: i.Link, Outlet: words(f.Title.Value), Title: words(i.Title.Value), Byline: i.Author.Name, Published: sayso.NoDay, Text: text, Captions: said.captions, Digest: part.digest}
		for _, q := range said.quotes {
			a.Quotes = append(a.Quotes, sayso.Span{Start: q.Start + a.BodyStart(), End: q.End + a.BodyStart()})
		}
		if t := i.Published.Time; !t.IsZero() {
			a.Published = sayso.DayOf(t.Date())
		}
		if !r.take(part, a) {
			return
		}
	}
}

// content is what a piece of HTML says.
type content struct {
	text     string
	quotes   []sayso.Span // block quotes, places in text
	captions string
}

// contentOf is the text of a piece of HTML and the captions in it; of one that says
// more in these than beside them, they are the text.
func contentOf(piece string) content {
	rest, captions := extract.Piece(piece)
	if text, quotes := paragraphs(rest); len(text) > len(captions) {
		return content{text, quotes, captions}
	}
	text, quotes := paragraphs(piece)
	return content{text, quotes, ""}
}

// blocks are the elements that begin a paragraph.
var blocks = map[atom.Atom]bool{atom.P: true, atom.Div: true, atom.Br: true, atom.Li: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.Blockquote: true, atom.Tr: true}

// words is the text of a piece of HTML, an empty line between its paragraphs.
func words(piece string) string { text, _ := paragraphs(piece); return text }

// What stands for tags in a text whose paragraphs are not put together yet; bytes of
// the text itself never do.
const (
	between = "\x00" // paragraphs
	opens   = "\x01" // a block quote
	closes  = "\x02"
)

var marks = strings.NewReplacer(between, "", opens, "", closes, "")

// paragraphs is the text of a piece of HTML, an empty line between its paragraphs,
// and the places of block quotes in it.
func paragraphs(piece string) (string, []sayso.Span) {
	var b strings.Builder
	skipped := 0
	for z := html.NewTokenizer(strings.NewReader(piece)); ; {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			return together(b.String())
		case html.TextToken:
			if skipped == 0 {
				b.WriteString(marks.Replace(string(z.Text())))
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			switch a := atom.Lookup(name); {
			case blocks[a]:
				b.WriteString(between)
				if a == atom.Blockquote {
					b.WriteString(map[html.TokenType]string{html.StartTagToken: opens + between, html.EndTagToken: closes}[kind])
				}
			case a == atom.Script || a == atom.Style:
				skipped = map[html.TokenType]int{html.StartTagToken: 1}[kind]
			}
		}
	}
}

// together puts paragraphs together.
func together(marked string) (string, []sayso.Span) {
	var b strings.Builder
	var quotes []sayso.Span
	depth, open := 0, false
	for p := range strings.SplitSeq(marked, between) {
		depth = max(0, depth+strings.Count(p, opens)-strings.Count(p, closes))
		open = open && depth > 0
		if p = strings.Join(strings.Fields(marks.Replace(p)), " "); p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		if depth > 0 && !open {
			quotes, open = append(quotes, sayso.Span{Start: b.Len()}), true
		}
		b.WriteString(p)
		if open {
			quotes[len(quotes)-1].End = b.Len()
		}
	}
	return b.String(), quotes
}
