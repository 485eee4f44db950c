package ui

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/store"
)

func voucher(kind sayso.VoucherKind, name string) sayso.Voucher {
	return sayso.Voucher{Kind: kind, Name: name, Named: true}
}

// Two names of one origin are one point; an article that repeats another's words
// stands behind it and is no origin; one that cites an article of the incident
// is tied to it; the table tells the same.
func TestGraphDrawsOriginsOnce(t *testing.T) {
	in := &sayso.Incident{Articles: []string{"a", "b", "c"}, Claims: []sayso.Claim{
		{N: 1, Article: "a", About: sayso.AboutIncident, Stance: sayso.StanceAsserted},
		{N: 2, Article: "b", About: sayso.AboutIncident, Stance: sayso.StanceAsserted},
		{N: 3, Article: "a", About: sayso.AboutAgent, Stance: sayso.StanceAlleged, Chain: []sayso.Voucher{voucher(sayso.VoucherSource, "Colonel Hassan")}},
		{N: 4, Article: "b", About: sayso.AboutAgent, Stance: sayso.StanceAlleged, Chain: []sayso.Voucher{voucher(sayso.VoucherOutlet, "Radio"), voucher(sayso.VoucherSource, "Ali Hassan")}},
		{N: 5, Article: "c", About: sayso.AboutAgent, Stance: sayso.StanceDenied, Chain: []sayso.Voucher{voucher(sayso.VoucherOutlet, "Wire")}},
	}, Origins: []sayso.Origin{{Name: "Wire", Kind: "outlet", Claims: []int{1, 2, 5}}, {Name: "Ali Hassan", Kind: "source", Claims: []int{3, 4}}}}
	articles := map[string]*store.Article{}
	for id, outlet := range map[string]string{"a": "Wire", "b": "Post", "c": "Herald"} {
		articles[id] = &store.Article{Article: sayso.Article{ID: id, Outlet: outlet}}
	}
	g := graphOf(in, articles)
	var nodes []string
	for _, n := range g.Nodes {
		nodes = append(nodes, map[bool]string{true: "*"}[n.Origin]+n.Full+" "+columnNames[n.column])
	}
	if got, want := strings.Join(nodes, ", "), "*Wire Published by, Post Repeated by, *Ali Hassan Said by, Radio Through, Herald Repeated by"; got != want {
		t.Errorf("points\n%s, want\n%s", got, want)
	}
	if len(g.Edges) != 5 || !g.Copies || len(g.Rows) != 5 || g.Rows[1].From != "repeats Wire" {
		t.Errorf("%d lines, %+v", len(g.Edges), g.Rows)
	}
}

// What is drawn lies within the drawing, however many tell it.
func TestGraphFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, articles := &sayso.Incident{}, map[string]*store.Article{}
		for i := range rapid.IntRange(1, 90).Draw(t, "claims") {
			c := sayso.Claim{N: i + 1, Article: rapid.StringMatching(`a[0-9]{1,2}`).Draw(t, "article"), Stance: sayso.StanceAsserted}
			for range rapid.IntRange(0, 3).Draw(t, "chain") {
				c.Chain = append(c.Chain, voucher(rapid.SampledFrom([]sayso.VoucherKind{sayso.VoucherOutlet, sayso.VoucherSource}).Draw(t, "kind"), rapid.StringMatching(`[a-d][0-9]`).Draw(t, "name")))
			}
			in.Claims = append(in.Claims, c)
			articles[c.Article] = &store.Article{Article: sayso.Article{ID: c.Article, Outlet: rapid.SampledFrom([]string{"", "a1", "b2"}).Draw(t, "outlet")}}
			in.Articles = append(in.Articles, c.Article)
		}
		g := graphOf(in, articles)
		seen := map[[2]int]bool{}
		for _, n := range g.Nodes {
			if at := [2]int{n.X, n.Y}; n.X < 0 || n.X > g.Width || n.Y < graphTop || n.Y > g.Height || seen[at] {
				t.Fatalf("%s stands at %v of %d by %d", n.Full, at, g.Width, g.Height)
			} else {
				seen[at] = true
			}
		}
	})
}

// The scale holds what each voice says, those against apart.
func TestScale(t *testing.T) {
	two := 2
	in := &sayso.Incident{Deaths: &sayso.Deaths{Low: &two}, Claims: []sayso.Claim{{N: 1, Value: "7-10"}, {N: 2, Value: "3-"}, {N: 3, Value: "2"}, {N: 4, Value: "dozens"}}}
	s := scaleOf(in, &sayso.Field{Name: "count:killed", Value: "7-10", For: []int{1, 4}, Against: []int{3}, Changed: []int{2}})
	var got []string
	for _, m := range s.Marks {
		got = append(got, m.Label+m.Class+m.Under)
	}
	if want := "2againstlow 3earlier 7for 10for"; strings.Join(got, " ") != want || !s.Up || s.From == "" || s.Say != "Killed: from 2 to 10 or more" {
		t.Errorf("%v %+v", got, s)
	}
	if scaleOf(in, &sayso.Field{Name: "count:killed", Value: "2", For: []int{3}}) != nil {
		t.Error("one number is no range")
	}
}

func TestPlainly(t *testing.T) {
	articles := map[string]*store.Article{"a": {Article: sayso.Article{Outlet: "Wire"}}, "b": {Article: sayso.Article{Outlet: "Post"}}}
	e := plainly(sayso.Because("", "x1 in a and x2 in b are one", sayso.Because("69.5 %", "that they are one", sayso.Because("+2", "both"), sayso.Because("-1", "differ"))), articles)
	if e.Message != "Wire and Post tell the same" || e.Value != "69.5 %" || !signs(e.Children) {
		t.Errorf("%+v", e)
	}
}
