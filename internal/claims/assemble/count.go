package assemble

import (
	"strconv"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// counts keeps the numbers that likely belong to the happening, each different
// one once, with a claim for each.
func (b *builder) counts() {
	b.numbers = b.countOptions()
	parts := b.partsOfSums()
	for i := range b.numbers {
		o := &b.numbers[i]
		if parts[i] || !b.belongs(i) {
			continue
		}
		c := *o.Count
		if b.hasCount(&c) || o.single && b.hasAny(c.What) {
			continue
		}
		b.in.Counts = append(b.in.Counts, c)
		b.counted = append(b.counted, o.at)
	}
}

// partsOfSums are the numbers that a list adds up: of 12 Somalis and 11 Yemenis
// the 23 is the number.
func (b *builder) partsOfSums() map[int]bool {
	out := map[int]bool{}
	for i := range b.numbers {
		for k := range b.numbers {
			if b.adds(i, k) {
				out[k] = true
			}
		}
	}
	return out
}

// adds reports whether option i is the sum of a list that option k is part of.
func (b *builder) adds(i, k int) bool {
	o, x := &b.numbers[i], &b.numbers[k]
	return i != k && !o.list.Empty() && x.list.Empty() && x.Count.What == o.Count.What && o.list.Covers(x.at)
}

// countClaim is the claim that vouches for a number: the first about it, else
// one of the happening on the same word, else the first.
func (b *builder) countClaim(c *sayso.Count, at document.Range) int {
	about, value := sayso.AboutCount+c.What, ends(c)
	w := &b.r.says[b.r.voice[at.First]]
	out := 1
	for i := range b.in.Claims {
		x := &b.in.Claims[i]
		if x.About == about && x.Value == value {
			return x.N
		}
		if x.About == sayso.AboutIncident && out == 1 && sameChain(x.Chain, w.chain) {
			out = x.N
		}
	}
	return out
}

// belongs reports whether a number likely belongs to the happening, a sum where
// one of its parts does; where nothing has been learnt of what it counts, whether
// the event stage has it.
func (b *builder) belongs(i int) bool {
	o := &b.numbers[i]
	_, learnt := b.m.count["counts "+o.Count.What]
	likely := func(k int) bool {
		if !learnt {
			return b.numbers[k].argument
		}
		return b.m.count.Score(b.numbers[k].Signs) >= countFrom
	}
	for k := range b.numbers {
		if b.adds(i, k) && likely(k) {
			return true
		}
	}
	return likely(i)
}

// countFrom is the log-odds from which a number belongs to a happening.
const countFrom = -1.0

func (b *builder) count(what string, g *document.Argument) sayso.Count {
	one := 1
	if g.Index < 0 {
		return sayso.Count{What: what, Min: &one, Max: &one, Words: b.r.d.Words(g.Range), Span: b.r.d.SpanOf(g.Range)}
	}
	c := b.r.d.Quantities[g.Index].Count
	c.What, c.Span = what, b.r.d.SpanOf(g.Range)
	if c.Words == "" {
		c.Words = b.r.d.Words(g.Range)
	}
	return c
}

func (b *builder) hasCount(c *sayso.Count) bool {
	for i := range b.in.Counts {
		if o := &b.in.Counts[i]; o.What == c.What && ends(o) == ends(c) {
			return true
		}
	}
	return false
}

func (b *builder) hasAny(what string) bool {
	for i := range b.in.Counts {
		if b.in.Counts[i].What == what {
			return true
		}
	}
	return false
}

// ends writes a count as "3", "3-", "-10" or "7-10".
func ends(c *sayso.Count) string {
	end := func(n *int) string {
		if n == nil {
			return ""
		}
		return strconv.Itoa(*n)
	}
	if c.Min != nil && c.Max != nil && *c.Min == *c.Max {
		return strconv.Itoa(*c.Min)
	}
	return end(c.Min) + "-" + end(c.Max)
}

// countFields names, for each thing counted, the figure with most claims
// behind it, the first of equals, and holds the claims of others against it.
func (b *builder) countFields() {
	for i := range b.in.Counts {
		b.in.Counts[i].Claim = b.countClaim(&b.in.Counts[i], b.counted[i])
	}
	done := map[string]bool{}
	for i := range b.in.Counts {
		what := b.in.Counts[i].What
		if done[what] {
			continue
		}
		done[what] = true
		var values []string
		claims := map[string][]int{}
		for k := range b.in.Claims {
			c := &b.in.Claims[k]
			if c.About != sayso.AboutCount+what {
				continue
			}
			if claims[c.Value] == nil {
				values = append(values, c.Value)
			}
			claims[c.Value] = append(claims[c.Value], c.N)
		}
		best := ends(&b.in.Counts[i])
		if claims[best] == nil {
			claims[best] = []int{b.in.Counts[i].Claim}
		}
		for _, v := range values {
			if len(claims[v]) > len(claims[best]) {
				best = v
			}
		}
		var con []int
		for _, v := range values {
			if v != best {
				con = append(con, claims[v]...)
			}
		}
		b.field(sayso.AboutCount+what, best, "the figure with most claims behind it, the first of equals", claims[best], con)
	}
}

// deaths gives the lowest, best and highest figure of people killed.
func (b *builder) deaths() {
	var d sayso.Deaths
	any := false
	for i := range b.in.Counts {
		c := &b.in.Counts[i]
		if c.What != "killed" {
			continue
		}
		any = true
		if n := c.Min; n != nil {
			if d.Low == nil || *n < *d.Low {
				d.Low, d.LowClaims = n, nil
			}
			if *n == *d.Low {
				d.LowClaims = append(d.LowClaims, c.Claim)
			}
		}
		top := c.Max
		if top == nil {
			top = c.Min
		}
		if top != nil {
			if d.High == nil || *top > *d.High {
				d.High, d.HighClaims = top, nil
			}
			if *top == *d.High {
				d.HighClaims = append(d.HighClaims, c.Claim)
			}
		}
	}
	if !any {
		return
	}
	for _, f := range b.in.Fields {
		if f.Name != sayso.AboutCount+"killed" {
			continue
		}
		for i := range b.in.Counts {
			if c := &b.in.Counts[i]; c.What == "killed" && ends(c) == f.Value {
				if d.Best = c.Min; d.Best == nil {
					d.Best = c.Max
				}
				d.BestClaims = f.For
				break
			}
		}
	}
	b.in.Deaths = &d
}

// weapons lists the weapon words, each once.
func (b *builder) weapons() {
	b.in.Weapons = []string{}
	seen := map[string]bool{}
	for _, f := range b.arguments("weapon") {
		w := b.r.d.Words(f.arg.Range)
		if k := strings.ToLower(w); !seen[k] {
			seen[k] = true
			b.in.Weapons = append(b.in.Weapons, w)
		}
	}
}
