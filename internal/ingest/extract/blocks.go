package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block elements end the paragraph before them and start one of their own.
var block = map[atom.Atom]bool{atom.P: true, atom.Div: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true,
	atom.H5: true, atom.H6: true, atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Blockquote: true, atom.Pre: true,
	atom.Table: true, atom.Tr: true, atom.Section: true, atom.Article: true, atom.Figure: true, atom.Figcaption: true,
	atom.Body: true, atom.Dl: true, atom.Dt: true, atom.Dd: true}

// blocks writes the text of a tree, an empty line between blocks. It keeps a
// list of its own in place of recursion, so that depth costs no stack.
func blocks(root *html.Node) string {
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
		case s.node.Type == html.TextNode:
			para.WriteString(s.node.Data)
		case s.node.DataAtom == atom.Br:
			para.WriteByte(' ')
		case block[s.node.DataAtom]:
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
