package ui

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/store"
)

// teller is what an article added to an incident when it was published.
type teller struct {
	Day     sayso.Day
	Article *store.Article
	Lines   []line
}

// line is what an article says of a field: "killed: at least 14 (police)".
type line struct {
	Field string
	Says  []says
}

type says struct {
	Value, Who string
	Stance     sayso.Stance
	Holds      bool // it is the value that stands now
	New        bool // nobody had said so before
	Link       string
}

// courseOf is how the telling of an incident went on, article by article in the
// order of their days: numbers and who did it, as each gives them.
func courseOf(in *sayso.Incident, told []store.Article) []teller {
	var out []teller
	known := map[string]bool{}
	for i := range told {
		s := teller{Day: told[i].Published, Article: &told[i]}
		for k := range in.Claims {
			c := &in.Claims[k]
			if c.Article != told[i].ID || c.Value == "" || c.About != sayso.AboutAgent && !strings.HasPrefix(c.About, sayso.AboutCount) {
				continue
			}
			at := slices.IndexFunc(s.Lines, func(l line) bool { return l.Field == c.About })
			if at < 0 {
				at = len(s.Lines)
				s.Lines = append(s.Lines, line{Field: c.About})
			}
			one := says{Value: c.Value, Who: "the article", Stance: c.Stance, Holds: holds(in, c.N), New: !known[c.About+c.Value], Link: linkTo(c)}
			if least, most := numberOf(c.Value); c.About != sayso.AboutAgent && (least != nil || most != nil) {
				one.Value = sayNumber(least, most)
			}
			if len(c.Chain) > 0 {
				one.Who = c.Chain[len(c.Chain)-1].Name
			}
			known[c.About+c.Value] = true
			if !slices.ContainsFunc(s.Lines[at].Says, func(o says) bool { return o.Value == one.Value && o.Who == one.Who && o.Stance == one.Stance }) {
				s.Lines[at].Says = append(s.Lines[at].Says, one)
			}
		}
		out = append(out, s)
	}
	return out
}

// holds reports whether a claim is for the value of a field.
func holds(in *sayso.Incident, n int) bool {
	return slices.ContainsFunc(in.Fields, func(f sayso.Field) bool { return slices.Contains(f.For, n) })
}
