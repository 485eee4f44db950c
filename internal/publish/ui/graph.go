package ui

import (
	"slices"

	"sayso"
	"sayso/internal/store"
)

// graph is how the word travelled: from those who said it, on the left, through
// media that were cited, to the articles. It is drawn in three columns, so that
// it reads like a table; the same is told as one.
type graph struct {
	Nodes  []node
	Edges  []edge
	Rows   []route
	Width  int
	Height int
}

type node struct {
	Name, Full string
	X, Y       int
	Origin     bool // somebody on whose word it rests
	Left       bool // its name stands left of the point
}

type edge struct{ D, Class string }

// route is a line of the table: who said it, through whom, in which article.
type route struct {
	From, Through string
	Article       store.Article
	Stance        sayso.Stance
	About         []string
}

const (
	graphWidth = 760
	graphRow   = 34
	graphTop   = 46
)

type grapher struct {
	g    graph
	at   [3]map[string]int // node by name, for each column
	next [3]int
	seen map[string]bool
}

var columns = [3]int{190, 400, 560}

// graphOf draws the chains of an incident's claims.
func graphOf(in *sayso.Incident, articles map[string]*store.Article) graph {
	b := &grapher{seen: map[string]bool{}}
	for i := range b.at {
		b.at[i] = map[string]int{}
	}
	for i := range in.Claims {
		c := &in.Claims[i]
		a := articles[c.Article]
		if a == nil {
			continue
		}
		end := b.node(2, a.ID, articleName(a), false)
		from, through := "", ""
		switch n := len(c.Chain); {
		case n == 0:
			b.g.Nodes[end].Origin = true
			from = "the article itself"
		case n == 1:
			from = c.Chain[0].Name
			b.edge(b.node(0, from, from, true), end, c.Stance)
		default:
			from, through = c.Chain[n-1].Name, names(c.Chain[:n-1])
			mid := b.node(1, through, through, false)
			b.edge(b.node(0, from, from, true), mid, c.Stance)
			b.edge(mid, end, c.Stance)
		}
		b.row(from, through, *a, c)
	}
	b.g.Width, b.g.Height = graphWidth, graphTop+max(b.next[0], b.next[1], b.next[2])*graphRow
	return b.g
}

func articleName(a *store.Article) string {
	if a.Outlet != "" {
		return a.Outlet
	}
	if a.URL != "" {
		return host(a.URL)
	}
	return a.ID
}

func (b *grapher) node(column int, key, name string, origin bool) int {
	if i, ok := b.at[column][key]; ok {
		return i
	}
	short := []rune(name)
	if len(short) > 26 {
		short = append(short[:25], '…')
	}
	b.g.Nodes = append(b.g.Nodes, node{Name: string(short), Full: name, X: columns[column], Y: graphTop + b.next[column]*graphRow, Origin: origin, Left: column == 0})
	b.next[column]++
	b.at[column][key] = len(b.g.Nodes) - 1
	return len(b.g.Nodes) - 1
}

func (b *grapher) edge(from, to int, s sayso.Stance) {
	key := sprintf("%d %d %s", from, to, s)
	if b.seen[key] {
		return
	}
	b.seen[key] = true
	p, q := b.g.Nodes[from], b.g.Nodes[to]
	mid := (p.X + q.X) / 2
	b.g.Edges = append(b.g.Edges, edge{sprintf("M%d %dC%d %d %d %d %d %d", p.X+7, p.Y, mid, p.Y, mid, q.Y, q.X-7, q.Y), string(s)})
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
