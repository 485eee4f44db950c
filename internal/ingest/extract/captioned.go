package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// What captions are called in classes and ids, and credits: by one of either.
var (
	names   = []string{"caption", "cutline", "gallerytext"}
	ofWhat  = []string{"photo", "image", "picture", "img", "foto"}
	credits = []string{"credit", "copyright", "byline", "source", "desc"}
)

// called reports whether an element's class or id calls it a caption.
func called(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" {
			continue
		}
		for name := range strings.FieldsSeq(strings.ToLower(a.Val)) {
			if anyIn(name, names) || anyIn(name, credits) && anyIn(name, ofWhat) {
				return true
			}
		}
	}
	return false
}

func anyIn(s string, list []string) bool {
	return slices.ContainsFunc(list, func(one string) bool { return strings.Contains(s, one) })
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// holds reports whether one of the elements is below a node.
func holds(n *html.Node, elements map[string]bool) bool {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && elements[c.Data] {
			return true
		}
	}
	return false
}

// quotes reports whether a figure is a quotation of somebody, and not one of the
// article's own words, nor what another site shows there.
func quotes(figure *html.Node) bool {
	class := attribute(figure, "class")
	return holds(figure, map[string]bool{"blockquote": true}) && !holds(figure, picture) && !strings.Contains(class, "pull") && !strings.Contains(class, "embed")
}

// quoted reports whether a node is beside what somebody is quoted with.
func quoted(n *html.Node) bool {
	for p := range n.Ancestors() {
		if p.Data == "blockquote" {
			return true
		}
		if p.Data == "figure" {
			return holds(p, map[string]bool{"blockquote": true})
		}
	}
	return false
}

// cells counts the cells of a table that have words, those of a table in it for
// many.
func cells(table *html.Node) (out int) {
	for c := range table.Descendants() {
		switch c.Data {
		case "td", "th", "caption":
			if words(c) != "" {
				out++
			}
		case "table":
			out += 2
		}
	}
	return out
}

// links reports whether words under a node lead elsewhere.
func links(n *html.Node) bool {
	for c := range n.Descendants() {
		if c.Data == "a" && words(c) != "" {
			return true
		}
	}
	return false
}

// linked reports whether all words of a node are a link's.
func linked(n *html.Node) bool {
	for p := range n.Ancestors() {
		if p.Data == "a" && attribute(p, "href") != "" {
			return true
		}
	}
	for c := range n.Descendants() {
		if c.Type != html.TextNode || strings.TrimSpace(c.Data) == "" {
			continue
		}
		in := false
		for p := c.Parent; p != n && !in; p = p.Parent {
			in = p.Data == "a" || unread[p.Data]
		}
		if !in {
			return false
		}
	}
	return true
}

// words is the text of a node on one line.
func words(n *html.Node) string {
	var b strings.Builder
	gather(n, &b)
	return line(b.String())
}

func gather(n *html.Node, b *strings.Builder) {
	switch {
	case n.Type == html.TextNode:
		b.WriteString(n.Data)
		return
	case n.Type == html.ElementNode && unread[n.Data]:
		return
	}
	apart := block[n.Data] || gap[n.Data]
	if apart {
		b.WriteByte(' ')
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		gather(c, b)
	}
	if apart {
		b.WriteByte(' ')
	}
}
