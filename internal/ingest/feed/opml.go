package feed

import "net/url"

// List is a feed that an OPML file names.
type List struct{ Title, Address string }

// ParseOPML reads a list of feeds, in its order and without its groups. The
// error is ErrNoFeed for what is no OPML.
func ParseOPML(raw []byte) ([]List, error) {
	root := parse(text(raw, ""))
	top := root.child("opml")
	if top == nil {
		return nil, ErrNoFeed
	}
	var out []List
	var walk func(*node)
	walk = func(n *node) {
		for _, k := range n.kids {
			address := k.attr("xmlurl")
			if u, err := url.Parse(address); k.name == "outline" && err == nil && (u.Scheme == "http" || u.Scheme == "https") {
				title := k.attr("title")
				if title == "" {
					title = k.attr("text")
				}
				out = append(out, List{title, address})
			}
			walk(k)
		}
	}
	walk(top)
	return out, nil
}
