package origin

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"sayso"
)

// Input is what is told of one happening. Claims are numbered from 1, in their
// order.
type Input struct {
	Claims      []sayso.Claim
	Articles    []sayso.ArticleRecord // those that the claims were read in; their incidents are not looked at
	Copies      []sayso.Copy
	Reliability func(name string) string // A–F of a source; nil judges none
}

// Edge says that the claim of an article, or of a voucher, relies on somebody.
type Edge struct{ From, To string }

// Graph is who relies on whom.
type Graph struct {
	Origins []sayso.Origin
	Edges   []Edge
	of      []int // origin of each claim
}

// Count is the number of independent origins of some claims, by their numbers.
func (g *Graph) Count(claims []int) int { return len(g.among(claims)) }

// among are the origins of some claims, ascending.
func (g *Graph) among(claims []int) []int {
	var out []int
	for _, n := range claims {
		if n >= 1 && n <= len(g.of) {
			out = append(out, g.of[n-1])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Trace finds the origins of claims.
func Trace(in Input) *Graph {
	t := &tracer{Input: in, parent: map[string]string{}, shown: map[string]root{}, article: map[string]*sayso.ArticleRecord{}}
	for i := range in.Articles {
		t.article[in.Articles[i].Article] = &in.Articles[i]
	}
	roots := make([]string, len(in.Claims))
	for i := range in.Claims {
		roots[i] = t.root(&in.Claims[i])
	}
	t.sameNames()
	t.copies()
	t.sameWords(roots)
	return t.graph(roots)
}

// root is somebody at the end of a chain.
type root struct {
	name, kind string
	words      []string // of a name, without titles and offices
	named      bool
}

// tracer unites roots by key.
type tracer struct {
	Input
	parent  map[string]string
	shown   map[string]root
	article map[string]*sayso.ArticleRecord
}

// find is the key that stands for all that are one with a key.
func (t *tracer) find(key string) string {
	for t.parent[key] != key {
		key = t.parent[key]
	}
	return key
}

// unite makes two keys one; the lesser stands for both.
func (t *tracer) unite(a, b string) {
	a, b = t.find(a), t.find(b)
	t.parent[max(a, b)] = min(a, b)
}

// key makes a key known.
func (t *tracer) key(key string, r root) string {
	if _, ok := t.parent[key]; !ok {
		t.parent[key] = key
		t.shown[key] = r
	}
	return key
}

// root is the key of the root of a claim.
func (t *tracer) root(c *sayso.Claim) string {
	if len(c.Chain) == 0 {
		return t.voice(c.Article)
	}
	v := &c.Chain[len(c.Chain)-1]
	if v.Kind == sayso.VoucherOutlet {
		return t.outlet(v.Name)
	}
	if of, own := reporterOf(v.Name); own {
		if of == "" && len(c.Chain) > 1 && c.Chain[len(c.Chain)-2].Kind == sayso.VoucherOutlet {
			of = c.Chain[len(c.Chain)-2].Name
		}
		if of == "" {
			return t.voice(c.Article)
		}
		return t.outlet(of)
	}
	words := essential(v.Name)
	id := v.ActorID
	if id == "" {
		id = strings.Join(words, " ")
	}
	return t.key("source "+id, root{v.Name, string(sayso.VoucherSource), words, v.Named})
}

// voice is the key of an article's own voice: its outlet's, where it has one.
func (t *tracer) voice(article string) string {
	if a := t.article[article]; a != nil && a.Outlet != "" {
		return t.outlet(a.Outlet)
	}
	return t.key("article "+article, root{name: article, kind: string(sayso.VoucherOutlet)})
}

func (t *tracer) outlet(name string) string {
	return t.key("outlet "+sayso.FoldName(name), root{name: name, kind: string(sayso.VoucherOutlet)})
}

// sameNames unites named sources of which one's words are among the other's.
func (t *tracer) sameNames() {
	keys := slices.Sorted(maps.Keys(t.shown))
	for i, a := range keys {
		for _, b := range keys[:i] {
			x, y := t.shown[a], t.shown[b]
			if x.named && y.named && len(x.words) > 0 && len(y.words) > 0 && (within(x.words, y.words) || within(y.words, x.words)) {
				t.unite(a, b)
			}
		}
	}
}

func within(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

// copies unites the voices of articles that copy one another. Where one only
// holds the other beside other matter, their sentences decide.
func (t *tracer) copies() {
	for _, c := range t.Copies {
		if c.Kind != sayso.CopyPart && t.article[c.Article] != nil && t.article[c.Of] != nil {
			t.unite(t.voice(c.Article), t.voice(c.Of))
		}
	}
}

// Words in a row that nobody says by chance, in a sentence and in quotation
// marks.
const (
	copied = 8
	quoted = 5
)

// sameWords unites roots whose claims rest on the same sentence in an article's
// own voice, or on the same words in quotation marks. A sentence that one
// article gives as its own and another to a source is the source's.
func (t *tracer) sameWords(roots []string) {
	first := map[string]string{}
	note := func(words, root string) {
		if r, ok := first[words]; ok {
			t.unite(r, root)
		} else {
			first[words] = root
		}
	}
	for i := range t.Claims {
		c := &t.Claims[i]
		if w := plainWords(c.Quote); len(w) >= copied {
			note(strings.Join(w, " "), roots[i])
		}
		if len(c.Chain) > 0 {
			for _, q := range inMarks(c.Quote) {
				if w := plainWords(q); len(w) >= quoted {
					note("\x00"+strings.Join(w, " "), roots[i])
				}
			}
		}
	}
}

// graph lists the origins in the order of their first claims.
func (t *tracer) graph(roots []string) *Graph {
	g := &Graph{of: make([]int, len(roots))}
	at := map[string]int{}
	edges := map[Edge]bool{}
	for i, r := range roots {
		key := t.find(r)
		k, ok := at[key]
		if !ok {
			k = len(g.Origins)
			at[key] = k
			x := t.shown[r]
			g.Origins = append(g.Origins, sayso.Origin{Name: x.name, Kind: x.kind, Claims: []int{}, Reliability: t.letter(x.name),
				Why: sayso.Because(x.name, "all these rest on one word")})
		}
		g.of[i] = k
		o := &g.Origins[k]
		if x := t.shown[r]; o.Kind == string(sayso.VoucherOutlet) && x.kind == string(sayso.VoucherSource) {
			o.Name, o.Kind, o.Why.Value = x.name, x.kind, x.name
		}
		o.Claims = append(o.Claims, t.Claims[i].N)
		o.Reliability = min(o.Reliability, t.letter(t.shown[r].name))
		way := t.way(&t.Claims[i], t.shown[r].name, edges)
		if !slices.ContainsFunc(o.Why.Children, func(e *sayso.Explanation) bool { return e.Message == way }) {
			o.Why.Children = append(o.Why.Children, sayso.Because("", way))
		}
	}
	for e := range edges {
		g.Edges = append(g.Edges, e)
	}
	slices.SortFunc(g.Edges, func(a, b Edge) int { return cmp.Or(strings.Compare(a.From, b.From), strings.Compare(a.To, b.To)) })
	return g
}

// way words how a claim goes down to its root and notes the edges.
func (t *tracer) way(c *sayso.Claim, last string, edges map[Edge]bool) string {
	from := c.Article
	if a := t.article[c.Article]; a != nil {
		from = cmp.Or(a.Outlet, from)
	}
	if len(c.Chain) == 0 {
		if last != from {
			edges[Edge{from, last}] = true
		}
		return from + " says so itself"
	}
	out := from
	for i := range c.Chain {
		edges[Edge{from, c.Chain[i].Name}] = true
		from = c.Chain[i].Name
		out += map[bool]string{true: " cites ", false: ", which cites "}[i == 0] + from
	}
	return out
}

func (t *tracer) letter(name string) string {
	if t.Reliability != nil {
		if l := t.Reliability(name); l != "" {
			return l
		}
	}
	return "F"
}

// Rating is the Admiralty pair of a value: the letter of its best origin, and
// its credibility.
func (g *Graph) Rating(claimsFor, against []int) string {
	best := "F"
	supporters := g.among(claimsFor)
	for _, k := range supporters {
		best = min(best, g.Origins[k].Reliability)
	}
	return fmt.Sprintf("%s%d", best, Credibility(len(supporters), len(g.among(against))))
}

// Credibility is 1 to 6 by how many independent origins are for a value and
// against it:
//
//	1 confirmed         three or more for, none against
//	2 probably true     two for, none against; or more than twice as many for
//	3 possibly true     one for, none against; or more for than against
//	4 doubtful          as many against as for
//	5 improbable        more against than for
//	6 cannot be judged  nobody for
func Credibility(confirm, against int) int {
	switch {
	case confirm == 0 && against == 0:
		return 6
	case against == 0:
		return 4 - min(confirm, 3)
	case confirm > 2*against:
		return 2
	case confirm > against:
		return 3
	case confirm == against:
		return 4
	}
	return 5
}
