package store

import (
	"net/url"
	"slices"
	"strings"

	"sayso"
)

// Outlet is who published articles.
type Outlet struct {
	Name     string
	Articles int
	Last     sayso.Day // of publication; NoDay where none is known
}

// OutletOf names who published an article: its outlet or, where none is known,
// the host of its address. It is "" where there is neither.
func OutletOf(outlet, address string) string {
	if outlet != "" {
		return outlet
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	return strings.TrimPrefix(u.Host, "www.")
}

// GatherOutlets puts those of the same name together, by name. Those without
// one are left out.
func GatherOutlets(list []Outlet) (out []Outlet) {
	slices.SortFunc(list, func(a, b Outlet) int { return strings.Compare(a.Name, b.Name) })
	for _, o := range list {
		n := len(out)
		switch {
		case o.Name == "":
		case n > 0 && out[n-1].Name == o.Name:
			out[n-1].Articles += o.Articles
			out[n-1].Last = max(out[n-1].Last, o.Last)
		default:
			out = append(out, o)
		}
	}
	return out
}
