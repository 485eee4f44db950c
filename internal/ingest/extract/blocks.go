package extract

import (
	"strings"

	"golang.org/x/net/html"
)

// block elements end the paragraph before them and start one of their own. They
// are told by name: the extractor makes nodes that have nothing else.
var block = map[string]bool{"p": true, "div": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "li": true, "ul": true,
	"ol": true, "blockquote": true, "pre": true, "table": true, "tr": true, "section": true, "article": true, "figure": true, "figcaption": true,
	"body": true, "dl": true, "dt": true, "dd": true}

// gap elements part words and end no paragraph.
var gap = map[string]bool{"br": true, "td": true, "th": true}

// blocks writes the text of a tree, an empty line between blocks. It keeps a
// list of its own in place of recursion, so that depth costs no stack.
func blocks(root *html.Node) string { return blocksBut(root, nil) }

func blocksBut(root *html.Node, left func(*html.Node) bool) string {
	var out, para strings.Builder
	end := func() {
		if text := line(para.String()); text != "" {
			if out.Len() > 0 {
				out.WriteString("\n\n")
			}
			out.WriteString(text)
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
			end()
			continue
		case left != nil && s.node.Type == html.ElementNode && left(s.node):
			continue
		case s.node.Type == html.TextNode:
			para.WriteString(s.node.Data)
		case gap[s.node.Data]:
			para.WriteByte(' ')
		case block[s.node.Data]:
			end()
			stack = append(stack, step{s.node, true})
		}
		for c := s.node.LastChild; c != nil; c = c.PrevSibling {
			stack = append(stack, step{node: c})
		}
	}
	end()
	return out.String()
}
