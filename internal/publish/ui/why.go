package ui

import (
	"regexp"
	"strings"

	"sayso"
	"sayso/internal/store"
)

// joined finds the two reports in a reason for a join: "x in a and y in b are
// one".
var joined = regexp.MustCompile(`^\S+ in (\S+) and \S+ in (\S+) are one$`)

// plainly is an explanation for readers: articles by their outlets, and what is
// said of one thing alone beside it.
func plainly(e *sayso.Explanation, articles map[string]*store.Article) *sayso.Explanation {
	out := &sayso.Explanation{Value: e.Value, Message: e.Message}
	if m := joined.FindStringSubmatch(e.Message); m != nil && articles[m[1]] != nil && articles[m[2]] != nil {
		out.Message = articleName(articles[m[1]]) + " and " + articleName(articles[m[2]]) + " tell the same"
		if len(e.Children) == 1 && e.Children[0].Message == "that they are one" {
			out.Value, e = e.Children[0].Value, e.Children[0]
		}
	}
	for _, c := range e.Children {
		out.Children = append(out.Children, plainly(c, articles))
	}
	return out
}

// signs reports whether explanations are weights of signs, which stand in a
// table.
func signs(list []*sayso.Explanation) bool {
	for _, e := range list {
		if len(e.Children) > 0 || !strings.HasPrefix(e.Value, "+") && !strings.HasPrefix(e.Value, "-") {
			return false
		}
	}
	return len(list) > 1
}
