package ui

import (
	"cmp"
	"slices"

	"sayso"
	"sayso/internal/store"
)

// graph is how the word travelled: from those who said it, on the left, through
// media that were cited, to the articles and on to those that repeat them. It is
// drawn in columns, so that it reads like a table; the same is told as one.
type graph struct {
	Heads         []head
	Nodes         []node
	Edges         []edge
	Rows          []route
	Width, Height int
	Left          int  // nodes that are not drawn for want of room
	Copies        bool // an article repeats another
}

type head struct {
	Name, Anchor string
	X            int
}

type node struct {
	Name, Full string
	X, Y       int
	Origin     bool   // somebody on whose word it rests
	Side       string // where its name stands: left, above, right
	column     int
	key        string
}

type edge struct {
	D, Class, Tip string
	from, to      int
}

// route is a line of the table: who said it, through whom, in which article.
type route struct {
	From, Through string
	Article       store.Article
	Stance        sayso.Stance
	About         []string
}

// Columns of the drawing: those who said it, media that were cited, articles,
// and articles that repeat one of these.
const (
	saidBy = iota
	through
	publishedBy
	repeatedBy
	columns
)

const (
	graphWidth = 860
	graphRow   = 38
	graphTop   = 52
	graphMost  = 24 // nodes of a column
)

var columnNames = [columns]string{"Said by", "Through", "Published by", "Repeated by"}

type grapher struct {
	g        graph
	in       *sayso.Incident
	articles map[string]*store.Article
	origin   map[int]*sayso.Origin // of claims, by number
	at       map[string]int
	seen     map[string]bool
}

// graphOf draws the chains of an incident's claims. Sources that are one origin
// are one node.
func graphOf(in *sayso.Incident, articles map[string]*store.Article) graph {
	b := &grapher{in: in, articles: articles, origin: map[int]*sayso.Origin{}, at: map[string]int{}, seen: map[string]bool{}}
	for i := range in.Origins {
		for _, n := range in.Origins[i].Claims {
			b.origin[n] = &in.Origins[i]
		}
	}
	for i := range in.Claims {
		if a := articles[in.Claims[i].Article]; a != nil {
			b.claim(&in.Claims[i], a)
		}
	}
	b.place()
	return b.g
}

// claim adds the way of a claim from who said it to the article.
func (b *grapher) claim(c *sayso.Claim, a *store.Article) {
	end := b.node(publishedBy, a.ID, articleName(a))
	o := b.origin[c.N]
	if len(c.Chain) == 0 {
		if first := b.copied(c, o); first != nil {
			b.g.Copies = true
			b.g.Nodes[end].column = repeatedBy
			b.edge(b.node(publishedBy, first.ID, articleName(first)), end, "copy", articleName(a)+" repeats the words of "+articleName(first))
			b.row("repeats "+articleName(first), "", *a, c)
			return
		}
		b.g.Nodes[end].Origin = true
		b.row("the article itself", "", *a, c)
		return
	}
	last := c.Chain[len(c.Chain)-1]
	from := last.Name
	if o != nil && o.Kind == string(sayso.VoucherSource) {
		from = o.Name
	}
	between := names(c.Chain[:len(c.Chain)-1])
	b.row(from, between, *a, c)
	tip := from + ", " + string(c.Stance) + ": " + sayAbout(c.About)
	if other := b.published(last.Name, a.ID); last.Kind == sayso.VoucherOutlet && other != nil { // an article of the same incident is cited
		b.g.Nodes[end].column = repeatedBy
		b.edge(b.node(publishedBy, other.ID, articleName(other)), end, string(c.Stance), tip)
		return
	}
	start := b.node(saidBy, from, from)
	b.g.Nodes[start].Origin = true
	if between == "" {
		b.edge(start, end, string(c.Stance), tip)
		return
	}
	mid := b.node(through, between, between)
	b.edge(start, mid, string(c.Stance), tip)
	b.edge(mid, end, string(c.Stance), tip)
}

// copied is the article that an article's own words repeat, nil for none: that
// of the origin whose these words are.
func (b *grapher) copied(c *sayso.Claim, o *sayso.Origin) *store.Article {
	if o == nil || o.Kind != string(sayso.VoucherOutlet) {
		return nil
	}
	if a := b.articles[c.Article]; a != nil && sayso.FoldName(a.Outlet) == sayso.FoldName(o.Name) {
		return nil
	}
	for _, n := range o.Claims {
		for i := range b.in.Claims {
			if x := &b.in.Claims[i]; x.N == n && x.Article != c.Article && len(x.Chain) == 0 && b.articles[x.Article] != nil {
				return b.articles[x.Article]
			}
		}
	}
	return nil
}

// published is the article of an outlet among those of the incident.
func (b *grapher) published(outlet, but string) *store.Article {
	for _, id := range b.in.Articles {
		if a := b.articles[id]; a != nil && id != but && sayso.FoldName(a.Outlet) == sayso.FoldName(outlet) {
			return a
		}
	}
	return nil
}

func articleName(a *store.Article) string {
	return cmp.Or(a.Outlet, host(a.URL), a.ID)
}

func (b *grapher) node(column int, key, name string) int {
	if column == publishedBy {
		key = "article " + key
	}
	if i, ok := b.at[key]; ok {
		return i
	}
	b.g.Nodes = append(b.g.Nodes, node{Name: short(name, 26), Full: name, column: column, key: key})
	b.at[key] = len(b.g.Nodes) - 1
	return len(b.g.Nodes) - 1
}

// short cuts a name that is too long to be drawn.
func short(name string, most int) string {
	if r := []rune(name); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return name
}

func (b *grapher) edge(from, to int, class, tip string) {
	key := sprintf("%d %d %s", from, to, class)
	if b.seen[key] {
		return
	}
	b.seen[key] = true
	b.g.Edges = append(b.g.Edges, edge{Class: class, Tip: tip, from: from, to: to})
}

// place gives nodes their places: each column is spread over the height, in the
// order of what its nodes lead to.
func (b *grapher) place() {
	var by [columns][]int
	for i := range b.g.Nodes {
		by[b.g.Nodes[i].column] = append(by[b.g.Nodes[i].column], i)
	}
	most, shown := 1, 0
	for c := range by {
		if n := len(by[c]); n > graphMost {
			b.g.Left += n - graphMost
			by[c] = by[c][:graphMost]
		}
		most = max(most, len(by[c]))
		if len(by[c]) > 0 {
			shown++
		}
	}
	b.g.Width, b.g.Height = graphWidth, graphTop+most*graphRow
	at := 0
	for c := range by {
		if len(by[c]) == 0 {
			continue
		}
		x, side, anchor := 200+at*(graphWidth-200-190)/max(1, shown-1), "above", "middle"
		switch at {
		case 0:
			side, anchor = "left", "end"
		case shown - 1:
			side, anchor = "right", "start"
		}
		at++
		b.g.Heads = append(b.g.Heads, head{columnNames[c], anchor, x})
		for i, n := range by[c] {
			b.g.Nodes[n].X, b.g.Nodes[n].Side = x, side
			b.g.Nodes[n].Y = graphTop + (2*i+1)*most*graphRow/(2*len(by[c]))
		}
	}
	b.untangle(by)
	b.draw()
}

// untangle puts those on the left in the order of what they lead to.
func (b *grapher) untangle(by [columns][]int) {
	for _, c := range []int{through, saidBy} {
		var ys []int
		mean := map[int]int{}
		for _, n := range by[c] {
			ys = append(ys, b.g.Nodes[n].Y)
			sum, k := 0, 0
			for _, e := range b.g.Edges {
				if e.from == n {
					sum, k = sum+b.g.Nodes[e.to].Y*100, k+1
				}
			}
			mean[n] = sum / max(1, k)
		}
		slices.SortStableFunc(by[c], func(x, y int) int { return mean[x] - mean[y] })
		for i, n := range by[c] {
			b.g.Nodes[n].Y = ys[i]
		}
	}
}

// draw draws the edges between nodes that have a place, and leaves out the
// nodes that have none.
func (b *grapher) draw() {
	b.g.Edges = slices.DeleteFunc(b.g.Edges, func(e edge) bool { return b.g.Nodes[e.from].Side == "" || b.g.Nodes[e.to].Side == "" })
	for i := range b.g.Edges {
		e := &b.g.Edges[i]
		p, q := b.g.Nodes[e.from], b.g.Nodes[e.to]
		mid := (p.X + q.X) / 2
		if p.X == q.X { // articles that repeat one another in turn
			mid = p.X + 60
			e.D = sprintf("M%d %dC%d %d %d %d %d %d", p.X+7, p.Y, mid, p.Y, mid, q.Y, q.X+7, q.Y)
			continue
		}
		e.D = sprintf("M%d %dC%d %d %d %d %d %d", p.X+7, p.Y, mid, p.Y, mid, q.Y, q.X-7, q.Y)
	}
	b.g.Nodes = slices.DeleteFunc(b.g.Nodes, func(n node) bool { return n.Side == "" })
}

func (b *grapher) row(from, through string, a store.Article, c *sayso.Claim) {
	for i := range b.g.Rows {
		r := &b.g.Rows[i]
		if r.From == from && r.Through == through && r.Article.ID == a.ID && r.Stance == c.Stance {
			if s := sayAbout(c.About); !slices.Contains(r.About, s) {
				r.About = append(r.About, s)
			}
			return
		}
	}
	b.g.Rows = append(b.g.Rows, route{from, through, a, c.Stance, []string{sayAbout(c.About)}})
}
