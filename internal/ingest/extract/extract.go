// Package extract finds the article in a web page: title, byline, day of
// publication, outlet, the body's text, paragraph by paragraph, the block quotes
// in it, and the captions of its pictures, which are no part of the text.
//
//	in    the page as decoded text
//	out   Article{Title, Byline, Published, Dated, Outlet, URL, Text, Quotes, Captions}
//
// The work is done by go-trafilatura (Barbaresi 2021: rules over the tree, no
// fallback to other extractors) and go-htmldate in its fast mode, behind
// [Extractor], so that a better one can take their place. The body is written
// from the extracted tree: one block a paragraph, an empty line between. Captions
// are taken out of the tree before; a page that says more in them than beside them
// is a gallery, and they are its text.
package extract

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	htmldate "github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sayso"
)

// Version changes whenever a page may give another article than before.
const Version = "6"

// Errors of pages that give no article.
var (
	ErrDepth     = errors.New("tags are nested more than 512 deep")
	ErrNoArticle = errors.New("no article was found in the page")
)

// Extractor finds the article in a page.
type Extractor interface {
	// Extract reads a page. Address is where it was fetched, or "". The error
	// is ErrDepth, ErrNoArticle or what the parser says.
	Extract(page, address string) (sayso.Article, error)
}

// Standard is the extractor of the program.
type Standard struct{}

// Extract implements [Extractor].
func (Standard) Extract(page, address string) (a sayso.Article, err error) {
	defer func() { // the extractor is not ours, and pages are hostile
		if r := recover(); r != nil {
			err = fmt.Errorf("the extractor failed on the page: %v", r)
		}
	}()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		if strings.Contains(err.Error(), "exceeds 512") {
			return a, ErrDepth
		}
		return a, fmt.Errorf("is no HTML: %w", err)
	}
	from, _ := url.Parse(address)
	site, signs := marks(root)
	below := captions(root)
	found := search(root, from)
	if below != "" && (found == nil || len(body(found).text) <= len(below)) { // its captions are what it says
		if root, err = html.Parse(strings.NewReader(page)); err != nil {
			return a, fmt.Errorf("is no HTML: %w", err)
		}
		gallery(root)
		found, below = search(root, from), ""
	}
	if found == nil {
		return a, ErrNoArticle
	}
	a = article(found, root)
	a.Captions = apart(below, a.Text)
	a.Outlet = outlet(site, found.Metadata)
	if a.Published.Known() {
		a.Dated = dated(a.Published, signs, address, page)
	}
	if strings.TrimSpace(a.Text) == "" {
		return a, ErrNoArticle
	}
	return a, nil
}

// apart leaves out captions that are paragraphs of the text.
func apart(captions, text string) string {
	said := map[string]bool{"": true}
	for p := range strings.SplitSeq(text, "\n\n") {
		said[p] = true
	}
	list := slices.DeleteFunc(strings.Split(captions, "\n\n"), func(c string) bool { return said[c] })
	return strings.Join(list, "\n\n")
}

// search is what the extractor finds, nil for nothing.
func search(root *html.Node, from *url.URL) *trafilatura.ExtractResult {
	found, err := trafilatura.ExtractDocument(root, trafilatura.Options{
		OriginalURL: from, ExcludeComments: true,
		HtmlDateOptions: &htmldate.Options{UseOriginalDate: true, SkipExtensiveSearch: true},
	})
	if err != nil {
		return nil
	}
	return found
}

func article(found *trafilatura.ExtractResult, root *html.Node) sayso.Article {
	m := found.Metadata
	w := parted(body(found), root)
	a := sayso.Article{URL: m.URL, Title: line(m.Title), Byline: line(m.Author), Published: sayso.NoDay, Text: w.text}
	if !m.Date.IsZero() {
		a.Published = sayso.DayOf(m.Date.Date())
	}
	if a.Title != "" { // a body that starts with its headline says it once
		if rest, ok := strings.CutPrefix(a.Text, a.Title+"\n\n"); ok {
			a.Text = rest
		}
	}
	for _, q := range w.quotes {
		by := a.BodyStart() - (len(w.text) - len(a.Text))
		a.Quotes = append(a.Quotes, sayso.Span{Start: q.Start + by, End: q.End + by})
	}
	return a
}

// outlet is the name that the page gives its site, or else what the extractor
// finds, or else the host. An address is no name; what stands behind a bar
// ("The Outlet | News, sports") is no part of one.
func outlet(site string, m trafilatura.Metadata) string {
	for _, name := range []string{site, m.Sitename} {
		name, _, _ = strings.Cut(line(name), " | ")
		if name != "" && !strings.Contains(name, "://") {
			return name
		}
	}
	return strings.TrimPrefix(m.Hostname, "www.")
}

// marks are the page's og:site_name, and its signs of a time.
func marks(root *html.Node) (site string, signs []sign) {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if s, ok := signOf(n); ok {
			signs = append(signs, s)
		}
		if n.DataAtom == atom.Meta && site == "" {
			site = named(n)
		}
	}
	return site, signs
}

// named is what a tag gives as the name of the site.
func named(n *html.Node) string {
	key, value := "", ""
	for _, a := range n.Attr {
		switch a.Key {
		case "property", "name":
			key = a.Val
		case "content":
			value = a.Val
		}
	}
	if key == "og:site_name" {
		return value
	}
	return ""
}

func body(found *trafilatura.ExtractResult) written {
	if found.ContentNode == nil {
		return written{text: strings.TrimSpace(found.ContentText)}
	}
	return blocks(found.ContentNode, nil)
}

// line puts text on one line.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }
