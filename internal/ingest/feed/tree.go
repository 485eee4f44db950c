package feed

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// node is an element, or a run of text where name is "".
type node struct {
	name   string // with the prefix that this package knows its namespace by
	attrs  []html.Attribute
	kids   []*node
	text   string
	parent *node
	spaces map[string]string // prefixes declared here, to namespace
}

// prefixes are the namespaces that are known, and what they are called here.
var prefixes = map[string]string{
	"http://www.w3.org/2005/atom": "", "http://purl.org/atom/ns#": "", "http://purl.org/rss/1.0/": "", "http://my.netscape.com/rdf/simple/0.9/": "",
	"http://channel.netscape.com/rdf/simple/0.9/": "", "http://backend.userland.com/rss": "", "http://backend.userland.com/rss2": "",
	"http://blogs.law.harvard.edu/tech/rss": "", "http://backend.userland.com/rss191": "", "http://example.com/newformat#": "", "http://example.com/necho": "",
	"http://purl.org/echo/": "", "uri/of/echo/namespace#": "", "http://purl.org/pie/": "", "http://hacks.benhammersley.com/rss/streaming/": "",
	"http://www.w3.org/1999/xhtml": "xhtml:", "http://purl.org/dc/elements/1.1/": "dc:", "http://purl.org/dc/terms/": "dcterms:",
	"http://purl.org/rss/1.0/modules/content/": "content:", "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
	"http://example.com/dtds/podcast-1.0.dtd": "itunes:", "http://search.yahoo.com/mrss": "media:", "http://search.yahoo.com/mrss/": "media:",
	"http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:", "http://www.w3.org/xml/1998/namespace": "xml:",
	"http://purl.org/rss/1.0/modules/annotate/": "ann:", "http://backend.userland.com/blogchannelmodule": "blog:",
}

// void elements of HTML have no content, also where nothing closes them.
var void = map[string]bool{"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true, "meta": true, "wbr": true}

const maxDepth = 200

// parse reads XML, or what was meant to be, into a tree: names in lower case,
// what is not closed is closed where its parent is, and nothing is an error.
func parse(text string) *node {
	z := html.NewTokenizer(strings.NewReader(text))
	z.AllowCDATA(true)
	root := &node{spaces: map[string]string{}}
	at, depth := root, 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return root
		case html.TextToken:
			at.kids = append(at.kids, &node{text: characters(z), parent: at})
		case html.StartTagToken:
			z.NextIsNotRawText()
			n := element(z.Token(), at)
			if at.kids = append(at.kids, n); depth < maxDepth {
				at, depth = n, depth+1
			}
		case html.SelfClosingTagToken:
			z.NextIsNotRawText()
			at.kids = append(at.kids, element(z.Token(), at))
		case html.EndTagToken:
			name, _ := z.TagName()
			for up, n := at, 0; up.parent != nil; up, n = up.parent, n+1 {
				if up.name == at.called(string(name)) || up.written() == string(name) {
					at, depth = up.parent, depth-n-1
					break
				}
			}
		}
	}
}

// characters are the text that the tokenizer stands at; in a CDATA section
// nothing is an entity.
func characters(z *html.Tokenizer) string {
	if section, ok := bytes.CutPrefix(z.Raw(), []byte("<![CDATA[")); ok {
		return string(bytes.TrimSuffix(section, []byte("]]>")))
	}
	return string(z.Text())
}

func element(t html.Token, parent *node) *node {
	n := &node{attrs: t.Attr, parent: parent}
	for _, a := range t.Attr {
		if p, ok := strings.CutPrefix(a.Key, "xmlns"); ok && (p == "" || p[0] == ':') {
			if n.spaces == nil {
				n.spaces = map[string]string{}
			}
			n.spaces[strings.TrimPrefix(p, ":")] = strings.ToLower(strings.TrimSpace(a.Val))
		}
	}
	n.name = n.called(t.Data)
	n.attrs = append([]html.Attribute{{Namespace: "written", Val: t.Data}}, n.attrs...)
	return n
}

// written is the name as it stands in the text.
func (n *node) written() string {
	if len(n.attrs) > 0 && n.attrs[0].Namespace == "written" {
		return n.attrs[0].Val
	}
	return ""
}

// called gives a name the prefix that this package knows its namespace by.
func (n *node) called(name string) string {
	prefix, local, ok := strings.Cut(name, ":")
	if !ok {
		prefix, local = "", name
	}
	for up := n; up != nil; up = up.parent {
		if space, declared := up.spaces[prefix]; declared {
			if known, ok := prefixes[space]; ok {
				return known + local
			}
			break
		}
	}
	return name
}

// space is the namespace of the element, as declared.
func (n *node) space() string {
	prefix, _, ok := strings.Cut(n.written(), ":")
	if !ok {
		prefix = ""
	}
	for up := n; up != nil; up = up.parent {
		if s, declared := up.spaces[prefix]; declared {
			return s
		}
	}
	return ""
}

// attr is an attribute's value by its name, "" where it is not there.
func (n *node) attr(name string) string {
	v, _ := n.has(name)
	return v
}

func (n *node) has(name string) (string, bool) {
	for _, a := range n.attrs {
		if a.Namespace == "" && (a.Key == name || strings.Contains(a.Key, ":") && n.called(a.Key) == name) {
			return strings.TrimSpace(a.Val), true
		}
	}
	return "", false
}

// child is the first element of one of the names, in the order of the names.
func (n *node) child(names ...string) *node {
	for _, name := range names {
		for _, k := range n.kids {
			if k.name == name {
				return k
			}
		}
	}
	return nil
}

// last is the last element of the first of the names that there is.
func (n *node) last(names ...string) *node {
	for _, name := range names {
		for _, k := range slices.Backward(n.kids) {
			if k.name == name {
				return k
			}
		}
	}
	return nil
}

// find yields the elements of one of the names below n, but not below each
// other.
func (n *node) find(names map[string]bool, yield func(*node)) {
	for _, k := range n.kids {
		if names[k.name] {
			yield(k)
		} else if k.name != "" {
			k.find(names, yield)
		}
	}
}

// words is all text below n.
func (n *node) words() string {
	var b strings.Builder
	var walk func(*node)
	walk = func(n *node) {
		b.WriteString(n.text)
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(n)
	return b.String()
}

// markup writes what is below n as markup.
func (n *node) markup() string {
	var b bytes.Buffer
	for _, k := range n.kids {
		k.write(&b)
	}
	return b.String()
}

func (n *node) write(b *bytes.Buffer) {
	if n.name == "" {
		_, _ = io.WriteString(b, escape.Replace(n.text))
		return
	}
	name := strings.TrimPrefix(n.name, "xhtml:")
	b.WriteString("<" + name)
	for _, a := range sorted(n.attrs) {
		if a.Namespace == "" && !strings.HasPrefix(a.Key, "xmlns") && !strings.HasPrefix(a.Key, "xml:") {
			b.WriteString(" " + a.Key + `="` + quote.Replace(a.Val) + `"`)
		}
	}
	if void[name] && len(n.kids) == 0 {
		b.WriteString(" />")
		return
	}
	b.WriteString(">")
	for _, k := range n.kids {
		k.write(b)
	}
	b.WriteString("</" + name + ">")
}

func sorted(attrs []html.Attribute) []html.Attribute {
	out := slices.Clone(attrs)
	slices.SortStableFunc(out, func(a, b html.Attribute) int { return strings.Compare(a.Key, b.Key) })
	return out
}

var (
	escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	quote  = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
)
