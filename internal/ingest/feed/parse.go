package feed

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"errors"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// ErrNoFeed is returned for what is no feed.
var ErrNoFeed = errors.New("is no RSS, Atom or JSON feed")

// Source says where a feed came from.
type Source struct {
	Address  string // where it was fetched
	Media    string // Content-Type
	Location string // Content-Location, where the answer gave one
	Language string // Content-Language
}

// Parse reads a feed, well-formed or not. The error is ErrNoFeed.
func Parse(raw []byte, s Source) (*Feed, error) {
	if t := bytes.TrimSpace(raw); bytes.HasPrefix(t, []byte("{")) {
		return parseJSON(t, s)
	}
	root := parse(entities(text(raw, s.Media)))
	kinds := map[string]string{"rss": "rss", "rdf:rdf": "rss", "feed": "atom", "channel": "rss"}
	for _, k := range root.kids {
		if kinds[k.name] != "" {
			r := &reader{base: baseOf(s), language: s.Language}
			return r.feed(k, kinds[k.name]), nil
		}
	}
	return nil, ErrNoFeed
}

func baseOf(s Source) *url.URL {
	base, err := url.Parse(s.Address)
	if err != nil {
		base = &url.URL{}
	}
	if l, err := base.Parse(s.Location); err == nil && s.Location != "" && (l.Scheme == "http" || l.Scheme == "https") {
		return l
	}
	return base
}

var declared = regexp.MustCompile(`^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']`)

// text decodes a feed: by its byte order mark, by the header, by its own
// declaration, or as UTF-8.
func text(raw []byte, media string) string {
	label := ""
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		label = "utf-8"
	case bytes.HasPrefix(raw, []byte("\xff\xfe")), bytes.HasPrefix(raw, []byte("<\x00?\x00")):
		label = "utf-16le"
	case bytes.HasPrefix(raw, []byte("\xfe\xff")), bytes.HasPrefix(raw, []byte("\x00<\x00?")):
		label = "utf-16be"
	}
	if _, p, ok := strings.Cut(strings.ToLower(media), "charset="); ok && label == "" {
		label = strings.Trim(p, ` "'`)
	}
	if m := declared.FindSubmatch(raw[:min(len(raw), 1024)]); m != nil && label == "" {
		label = string(m[1])
	}
	if e, name := charset.Lookup(label); e != nil && name != "utf-8" {
		if out, err := e.NewDecoder().Bytes(raw); err == nil {
			raw = out
		}
	}
	return strings.ToValidUTF8(strings.TrimPrefix(string(raw), "\ufeff"), "\uFFFD")
}

var doctype = regexp.MustCompile(`(?s)^\s*(?:<\?xml.*?\?>)?\s*(?:<!--.*?-->\s*)*<!DOCTYPE[^\[>]*\[(.*?)\]\s*>`)
var definition = regexp.MustCompile(`<!ENTITY\s+(\w+)\s+(?:"([^"&%]*)"|'([^'&%]*)')\s*>`)

// entities puts in what a feed defines at its head, where that is plain text.
func entities(text string) string {
	m := doctype.FindStringSubmatchIndex(text)
	if m == nil {
		return text
	}
	var pairs []string
	for _, d := range definition.FindAllStringSubmatch(text[m[2]:m[3]], 100) {
		if v := d[2] + d[3]; len(v) < 1000 {
			pairs = append(pairs, "&"+d[1]+";", v)
		}
	}
	return strings.NewReplacer(pairs...).Replace(text[m[1]:])
}

// reader reads one feed.
type reader struct {
	base     *url.URL
	language string
}

var itemNames = map[string]bool{"item": true, "entry": true}

func (r *reader) feed(root *node, format string) *Feed {
	f := &Feed{Format: format}
	head := root
	if c := root.child("channel"); c != nil && root.name != "channel" {
		head = c
	}
	f.Language = r.languageOf(head)
	f.Title = r.text(head.child("title", "dc:title", "itunes:title"))
	f.Link = r.link(head)
	f.ID = r.resolve(head, wordsOf(head.child("id", "guid", "dc:identifier")))
	f.Description = r.text(head.child("description", "subtitle", "tagline", "dc:description", "itunes:summary", "itunes:subtitle", "abstract"))
	f.Author = author(head.child("author", "dc:creator", "dc:author", "managingeditor", "itunes:author", "dc:publisher"))
	f.Published = moment(wordsOf(head.child("published", "issued", "dcterms:issued", "pubdate")))
	f.Updated = moment(cmp.Or(wordsOf(head.child("updated", "modified", "dcterms:modified", "lastbuilddate", "dc:date")), head.attr("lastmod")))
	root.find(itemNames, func(n *node) { f.Items = append(f.Items, r.item(n)) })
	return f
}

func (r *reader) languageOf(n *node) string {
	if l := n.child("language", "dc:language"); l != nil && n.attr("xml:lang") == "" {
		return wordsOf(l)
	}
	return r.tagOf(n)
}

// tagOf is the language that holds at a node; one that is declared empty is
// none.
func (r *reader) tagOf(n *node) string {
	for up := n; up != nil; up = up.parent {
		if v, ok := up.has("xml:lang"); ok {
			return strings.ReplaceAll(v, "_", "-")
		}
	}
	return r.language
}

// text is a text construct with its language.
func (r *reader) text(n *node) Text {
	if n == nil {
		return Text{}
	}
	return Text{r.value(n), r.tagOf(n)}
}

func (r *reader) item(n *node) Item {
	i := Item{Title: r.text(n.child("title", "dc:title", "media:title")), Link: r.link(n)}
	guid := n.child("guid", "id", "dc:identifier")
	if i.ID = wordsOf(guid); guid != nil && guid.name == "id" && strings.Contains(i.ID, "/") {
		i.ID = r.resolve(guid, i.ID)
	}
	if i.Link == "" && guid != nil && guid.name == "guid" && guid.attr("ispermalink") != "false" {
		i.Link = i.ID
	}
	i.ID = cmp.Or(i.ID, n.attr("rdf:about"), i.Link)
	i.Author = author(n.child("author", "dc:creator", "dc:author", "itunes:author"))
	i.Summary, i.Content = r.texts(n)
	i.Published = moment(wordsOf(n.child("published", "issued", "dcterms:issued", "pubdate")))
	i.Updated = moment(cmp.Or(wordsOf(n.last("updated", "modified", "dcterms:modified", "dc:date")), n.attr("lastmod")))
	return i
}

// texts are an item's summary and content. The first of two summaries stays
// one, the second is taken as content.
func (r *reader) texts(n *node) (summary, content Text) {
	seen := false
	for _, k := range n.kids {
		switch k.name {
		case "summary", "description", "abstract", "dc:description", "itunes:summary":
			if v := r.text(k); !seen {
				summary, seen = v, true
			} else if content.Value == "" && k.name != "itunes:summary" {
				content = v
			}
		case "content", "content:encoded", "xhtml:body", "body", "fullitem", "xhtml:div":
			content = r.text(k)
		}
	}
	return summary, content
}

func wordsOf(n *node) string {
	if n == nil {
		return ""
	}
	return strings.TrimSpace(n.words())
}

// link is the address of the page: that of the relation alternate, or of none,
// as an attribute or as text.
func (r *reader) link(n *node) string {
	plain := ""
	for _, k := range n.kids {
		if k.name != "link" {
			continue
		}
		address := cmp.Or(k.attr("href"), wordsOf(k))
		switch k.attr("rel") {
		case "alternate":
			return r.resolve(k, address)
		case "":
			plain = cmp.Or(plain, r.resolve(k, address))
		}
	}
	return cmp.Or(plain, r.resolve(n, n.attr("href")))
}

// baseAt is the base of addresses at a node: each xml:base above it, one
// relative to the other.
func (r *reader) baseAt(n *node) *url.URL {
	if n == nil {
		return r.base
	}
	base := r.baseAt(n.parent)
	if b, ok := n.has("xml:base"); ok {
		if u, err := base.Parse(b); err == nil && (u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "") {
			return u
		}
	}
	return base
}

func (r *reader) resolve(n *node, address string) string {
	if address == "" {
		return ""
	}
	u, err := r.baseAt(n).Parse(address)
	if err != nil || u.Opaque != "" || !strings.Contains(u.String(), "://") {
		return address
	}
	if a, err := url.Parse(address); err == nil && a.IsAbs() {
		return address
	}
	if strings.ContainsFunc(address, func(r rune) bool { return r > 0x7f }) {
		if plain, err := url.PathUnescape(u.String()); err == nil {
			return plain // as it was written
		}
	}
	return u.String()
}

// value is what a text construct holds: plain text as it is, HTML and XHTML as
// markup in which addresses are absolute.
func (r *reader) value(n *node) string {
	kind, mode := strings.ToLower(n.attr("type")), n.attr("mode")
	text := strings.TrimSpace(n.words())
	inner, elements := content(n)
	isHTML := kind == "html" || kind == "text/html"
	switch {
	case elements && isHTML && !hasElements(inner):
		return r.fragment(n, strings.TrimSpace(inner.words()))
	case elements:
		r.absolute(n)
		return strings.TrimSpace(inner.markup())
	case mode == "base64", strings.Contains(kind, "/") && !strings.HasPrefix(kind, "text/") && !strings.HasSuffix(kind, "xml"):
		if b, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), "")); err == nil {
			text = string(b)
		}
		if kind == "text/plain" {
			return text
		}
	case kind == "text", kind == "text/plain" && mode != "escaped":
		return text
	}
	if isHTML || hasTags(text) {
		return r.fragment(n, text)
	}
	return text
}

func hasElements(n *node) bool {
	return slices.ContainsFunc(n.kids, func(k *node) bool { return k.name != "" })
}

// content is the element whose children are a construct's content: of Atom 1.0
// the div that stands around XHTML, which is no part of it.
func content(n *node) (*node, bool) {
	if !hasElements(n) {
		return n, false
	}
	if div := n.child("xhtml:div"); div != nil && n.space() == "http://www.w3.org/2005/atom" {
		return div, true
	}
	return n, true
}

var tag = regexp.MustCompile(`</?[a-zA-Z][^<>]*>`)

// hasTags reports whether a text holds a tag that HTML knows.
func hasTags(text string) bool {
	for _, t := range tag.FindAllString(text, -1) {
		name := strings.ToLower(strings.FieldsFunc(t, func(r rune) bool { return strings.ContainsRune("</> \t\n", r) })[0])
		if atom.Lookup([]byte(name)) != 0 {
			return true
		}
	}
	return false
}

// linking attributes hold addresses.
var linking = map[string]bool{"href": true, "src": true, "cite": true, "action": true, "background": true, "longdesc": true, "data": true, "codebase": true, "usemap": true}

// absolute makes the addresses below n absolute.
func (r *reader) absolute(n *node) {
	for _, k := range n.kids {
		for i, a := range k.attrs {
			if linking[a.Key] && a.Namespace == "" {
				k.attrs[i].Val = r.resolve(k, strings.TrimSpace(a.Val))
			}
		}
		r.absolute(k)
	}
}

// fragment makes the addresses in a piece of HTML absolute.
func (r *reader) fragment(at *node, text string) string {
	z := html.NewTokenizer(strings.NewReader(text))
	var b strings.Builder
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			b.WriteString("<" + t.Data)
			for _, a := range sorted(t.Attr) {
				if linking[a.Key] {
					a.Val = r.resolve(at, strings.TrimSpace(a.Val))
				}
				b.WriteString(" " + a.Key + `="` + quote.Replace(a.Val) + `"`)
			}
			if void[t.Data] {
				b.WriteString(" /")
			}
			b.WriteString(">")
		case html.TextToken:
			b.WriteString(bare(string(z.Raw())))
		default:
			b.Write(z.Raw())
		}
	}
}

var entity = regexp.MustCompile(`^&(?:\w+|#\d+|#[xX][0-9a-fA-F]+);`)

// bare escapes the signs in HTML's text that begin no entity and no tag.
func bare(text string) string {
	var b strings.Builder
	for i := range len(text) {
		switch c := text[i]; {
		case c == '&' && !entity.MatchString(text[i:]):
			b.WriteString("&amp;")
		case c == '<':
			b.WriteString("&lt;")
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

var (
	mail    = regexp.MustCompile(`[\w.+%-]+@[\w-]+(?:\.[\w-]+)+`)
	leading = strings.NewReplacer("()", "", "[]", "", "<>", "", "mailto:", "")
)

// author reads a person: an element with name and email, or words with both.
func author(n *node) Person {
	if n == nil {
		return Person{}
	}
	if name, email := n.child("name", "title", "atom:name"), n.child("email", "atom:email"); name != nil || email != nil {
		return Person{wordsOf(name), wordsOf(email)}
	}
	words := wordsOf(n)
	p := Person{Email: mail.FindString(words)}
	rest := strings.TrimSpace(leading.Replace(strings.Replace(words, p.Email, "", 1)))
	if p.Email != "" && len(rest) > 1 && rest[0] == '(' && rest[len(rest)-1] == ')' {
		rest = rest[1 : len(rest)-1]
	}
	p.Name = strings.TrimSpace(rest)
	return p
}
