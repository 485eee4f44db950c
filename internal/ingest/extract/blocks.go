package extract

import (
	"strings"

	"golang.org/x/net/html"

	"sayso"
)

// block elements end the paragraph before them and start one of their own. They
// are told by name: the extractor makes nodes that have nothing else.
var block = map[string]bool{"p": true, "div": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "li": true, "ul": true,
	"ol": true, "blockquote": true, "pre": true, "table": true, "tr": true, "section": true, "article": true, "figure": true, "figcaption": true,
	"body": true, "dl": true, "dt": true, "dd": true}

// gap elements part words and end no paragraph.
var gap = map[string]bool{"br": true, "td": true, "th": true}

// written is the text of a tree, an empty line between blocks, and the places of
// the block quotes in it.
type written struct {
	text   string
	quotes []sayso.Span
}

// blocks writes a tree without the elements that are left out. It keeps a list of
// its own in place of recursion, so that depth costs no stack.
func blocks(root *html.Node, left func(*html.Node) bool) (w written) {
	var out, para strings.Builder
	quoted, known := 0, 0 // elements that the block is within, and those that have a place
	end := func() {
		if text := line(para.String()); text != "" {
			if out.Len() > 0 {
				out.WriteString("\n\n")
			}
			if quoted == 0 {
				known = 0
			} else if known == 0 {
				w.quotes, known = append(w.quotes, sayso.Span{Start: out.Len()}), quoted
			}
			out.WriteString(text)
			if quoted > 0 {
				w.quotes[len(w.quotes)-1].End = out.Len()
			}
		}
		para.Reset()
	}
	type step struct {
		node  *html.Node
		leave bool
	}
	for stack := []step{{node: root}}; len(stack) > 0; {
		s := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		switch {
		case s.leave:
			if end(); s.node.Data == "blockquote" {
				if quoted--; quoted == 0 {
					known = 0
				}
			}
			continue
		case left != nil && s.node.Type == html.ElementNode && left(s.node):
			continue
		case s.node.Type == html.TextNode:
			para.WriteString(s.node.Data)
		case gap[s.node.Data]:
			para.WriteByte(' ')
		case block[s.node.Data]:
			if end(); s.node.Data == "blockquote" {
				quoted++
			}
			stack = append(stack, step{s.node, true})
		}
		for c := s.node.LastChild; c != nil; c = c.PrevSibling {
			stack = append(stack, step{node: c})
		}
	}
	end()
	w.text = out.String()
	return w
}
