package extract

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Lengths in bytes of text.
const (
	longCaption = 1000 // what is longer is no caption
	longTable   = 400  // likewise, of a table that is known by its picture alone
	near        = 200  // between a caption and its picture, or the one after it
)

// captions takes what stands under pictures out of a tree, the line that says
// whose picture it is included, and gives it in the page's order, an empty line
// between. A caption is
//
//   - what a <figure> with a picture says beside it, or its <figcaption>;
//   - a short element that is called one ("caption", "thumbcaption",
//     "wp-caption-text", "photo-credit", "cutline") near a picture;
//   - the words of a short table that holds a picture and no list of links;
//   - what a link or picture says is its caption (data-caption, the title of a
//     lightbox).
//
// What is a link as a whole is none: that is another article's picture. Nor is a
// quotation's <figcaption>, which names who is quoted; such a figure is made a block
// quote, as the extractor drops figures.
func captions(root *html.Node) string {
	var out []string
	seen := map[string]bool{}
	for _, c := range under(root) {
		if c.node != nil && c.node.Parent != nil {
			c.node.Parent.RemoveChild(c.node)
		}
		if !seen[c.text] {
			out, seen[c.text] = append(out, c.text), true
		}
	}
	return strings.Join(out, "\n\n")
}

// Piece takes the captions out of a piece of HTML, as a feed holds one: it gives the
// piece without them, and them. One that cannot be parsed stays as it is.
func Piece(piece string) (rest, below string) {
	root := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	parts, err := html.ParseFragment(strings.NewReader(piece), root)
	if err != nil {
		return piece, ""
	}
	for _, p := range parts {
		root.AppendChild(p)
	}
	if below = captions(root); below == "" {
		return piece, ""
	}
	var b strings.Builder
	for p := root.FirstChild; p != nil; p = p.NextSibling {
		if err := html.Render(&b, p); err != nil {
			return piece, ""
		}
	}
	return b.String(), below
}

// gallery makes the captions of a tree paragraphs of its text.
func gallery(root *html.Node) {
	for _, c := range under(root) {
		if c.node == nil || c.node.Parent == nil {
			continue
		}
		p := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
		p.AppendChild(&html.Node{Type: html.TextNode, Data: c.text})
		c.node.Parent.InsertBefore(p, c.node)
		c.node.Parent.RemoveChild(c.node)
	}
}

// under are the captions of a tree, in its order.
func under(root *html.Node) []candidate {
	f := &finder{}
	f.walk(root)
	return slices.DeleteFunc(f.list, func(c candidate) bool { return !c.sure && !f.pictured(c.at) })
}

// candidate is what may be a caption; its place is counted in bytes of the text
// before it.
type candidate struct {
	node *html.Node // nil where an attribute says it
	text string
	at   int
	sure bool // wherever the next picture is
}

// finder walks a page; the parser bounds how deep.
type finder struct {
	seen     int // bytes of text so far, captions aside
	pictures []int
	list     []candidate
}

var (
	picture = map[string]bool{"img": true, "picture": true, "video": true, "audio": true, "svg": true, "canvas": true, "iframe": true, "object": true, "embed": true, "amp-img": true}
	unread  = map[string]bool{"script": true, "style": true, "noscript": true, "template": true, "head": true, "nav": true, "footer": true, "form": true, "button": true, "select": true, "textarea": true}
	// whole elements are parts of no caption.
	whole = map[string]bool{"article": true, "main": true, "body": true, "h1": true, "h2": true, "blockquote": true, "pre": true, "table": true, "ul": true, "ol": true, "nav": true, "form": true, "figure": true}
)

func (f *finder) walk(n *html.Node) {
	if n.Type == html.TextNode {
		f.seen += len(line(n.Data))
		return
	}
	if n.Type == html.ElementNode {
		if unread[n.Data] {
			return
		}
		if picture[n.Data] {
			f.pictures = append(f.pictures, f.seen)
		}
		if n.Data == "figure" && quotes(n) {
			n.Data, n.DataAtom = "blockquote", atom.Blockquote
		}
		f.said(n)
	}
	before, found := f.seen, len(f.list)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.walk(c)
	}
	if n.Type == html.ElementNode && f.take(n, before, found) {
		f.seen = before
	}
}

// said notes the caption that an attribute holds.
func (f *finder) said(n *html.Node) {
	for _, key := range []string{"data-caption", "data-lightbox-title"} {
		f.attribute(attribute(n, key))
	}
	if attribute(n, "data-lightbox") != "" || strings.Contains(attribute(n, "rel"), "lightbox") {
		f.attribute(attribute(n, "title"))
	}
}

func (f *finder) attribute(value string) {
	if !strings.ContainsFunc(value, unicode.IsLetter) || len(value) > longCaption {
		return
	}
	parts, err := html.ParseFragment(strings.NewReader(value), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
	if err != nil {
		return
	}
	var b strings.Builder
	for _, p := range parts {
		gather(p, &b)
	}
	if text := line(b.String()); text != "" {
		f.list = append(f.list, candidate{text: text, at: f.seen, sure: true})
	}
}

// take notes a node that may be a caption; its children, from the candidate
// found on, were looked at before. It reports whether its text is one.
func (f *finder) take(n *html.Node, before, found int) bool {
	inner := slices.ContainsFunc(f.list[found:], func(c candidate) bool { return c.node != nil })
	pictured := func() bool { return holds(n, picture) }
	limit, sure, wrapped := longCaption, true, false
	switch {
	case n.Data == "figure":
		wrapped = !pictured()
	case n.Data == "figcaption":
		wrapped = quoted(n)
	case n.Data == "table":
		limit = longTable
		wrapped = inner || !pictured() || cells(n) > 2 || links(n)
	case called(n):
		sure = false
		wrapped = inner && pictured()
	default:
		return false
	}
	if wrapped || holds(n, whole) {
		return false
	}
	text := words(n)
	if len(text) > limit || !strings.ContainsFunc(text, unicode.IsLetter) || linked(n) {
		return false
	}
	rest := slices.DeleteFunc(f.list[found:], func(c candidate) bool { return c.node != nil || strings.Contains(text, c.text) })
	f.list = append(f.list[:found+len(rest)], candidate{n, text, before, sure})
	return true
}

// pictured reports whether a picture is near a place.
func (f *finder) pictured(at int) bool {
	i, _ := slices.BinarySearch(f.pictures, at)
	return i < len(f.pictures) && f.pictures[i]-at <= near || i > 0 && at-f.pictures[i-1] <= near
}
