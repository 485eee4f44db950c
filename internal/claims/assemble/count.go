package assemble

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// counts keeps the numbers that likely belong to the happening, the likeliest of
// each kind from a lower mark than any further one, each different one once.
func (b *builder) counts() {
	parts := b.partsOfSums()
	chances, best := make([]float64, len(b.numbers)), map[string]int{}
	for i := range b.numbers {
		what := b.numbers[i].Count.What
		chances[i] = b.chance(i)
		if k, ok := best[what]; !parts[i] && (!ok || chances[i] > chances[k]) {
			best[what] = i
		}
	}
	for i := range b.numbers {
		o := &b.numbers[i]
		c := *o.Count
		o.mark = countFrom
		switch k := best[c.What]; {
		case b.owns(o):
			o.mark = ownFrom
		case chances[i] < chances[k] && b.sameVoice(o.at, b.numbers[k].at):
			o.mark = moreFrom
		}
		if b.countsElse(i, chances) {
			continue
		}
		if parts[i] || chances[i] < o.mark || b.wholeTold(i, chances) {
			continue
		}
		if b.hasCount(&c) || o.single && b.hasAny(c.What) {
			continue
		}
		b.in.Counts = append(b.in.Counts, c)
		b.counted = append(b.counted, o.at)
	}
}

// countsElse reports whether a number likelier counts something else of the
// happening: 60 people who died in an attack did not carry it out. "No casualties"
// counts two things.
func (b *builder) countsElse(i int, chances []float64) bool {
	o := &b.numbers[i]
	if o.Count.Max != nil && *o.Count.Max == 0 {
		return false
	}
	for k := range b.numbers {
		if x := &b.numbers[k]; x.at == o.at && x.Count.What != o.Count.What && chances[k] > chances[i] && ends(x.Count) == ends(o.Count) {
			return true
		}
	}
	return false
}

// sameVoice reports whether two ranges stand on the same word: figures of several
// sources are each a number of the happening.
func (b *builder) sameVoice(x, y document.Range) bool {
	return sameChain(b.r.says[b.r.voice[x.First]].chain, b.r.says[b.r.voice[y.First]].chain)
}

// countFrom is the log-odds from which the likeliest number of a kind, or one on
// another's word, belongs to a happening, moreFrom those from which any other does.
// ownFrom those from which one that a mention of it or its toll tells does.
const (
	countFrom = -0.8
	moreFrom  = -0.2
	ownFrom   = -3

	ownOdds = 2 // what that counts for where several happenings may have the number
)

// owns reports whether a whole number is told by the word of a mention of the
// happening itself, "only 52 were kidnapped", or is a running toll.
func (b *builder) owns(o *Option) bool {
	if o.sum || o.single {
		return false
	}
	q := b.r.quantityIn(o.at, false)
	if q < 0 {
		return false
	}
	x := &b.r.d.Quantities[q]
	return befalls[x.Count.What] && x.Range == o.at && !x.Part && x.Count.What == o.Count.What && (x.Total || b.mentionAt(x.Cue))
}

// befalls are the things counted of people that somebody else does to them.
var befalls = map[string]bool{"killed": true, "injured": true, "abducted": true, "arrested": true, "released": true, "missing": true, "displaced": true}

// mentionAt reports whether a token is the word of a mention.
func (b *builder) mentionAt(token int) bool {
	return slices.ContainsFunc(b.g.events, func(e int) bool { return b.r.d.Events[e].Trigger == token })
}

// shareNumbers leaves each number of the text to the happening that it likeliest
// belongs to, of those that are likely happenings: three dead are told of the
// fire or of the riot around it. Where nothing has been learnt, nothing is taken
// from anybody.
func shareNumbers(all []*builder) {
	type number struct {
		what string
		at   document.Range
	}
	best := map[number]float64{}
	each := func(do func(*Option, number, float64)) {
		for _, b := range all {
			if b.likelihood < b.mark() || b.m.count == nil {
				continue
			}
			for i := range b.numbers {
				o := &b.numbers[i]
				if o.refused {
					continue
				}
				score := b.m.count.Score(o.Signs)
				if b.owns(o) {
					score += ownOdds
				}
				if q := b.r.quantityIn(o.at, false); q >= 0 && b.risesFrom(q) {
					score += ownOdds
				}
				do(o, number{o.Count.What, o.at}, score)
			}
		}
	}
	each(func(_ *Option, n number, score float64) {
		if s, ok := best[n]; !ok || score > s {
			best[n] = score
		}
	})
	each(func(o *Option, n number, score float64) { o.lost = score < best[n] })
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

// chance is the log-odds that a number belongs to the happening, of a sum those
// of its likeliest part where they are higher; where nothing has been learnt of
// what it counts, the event stage decides. A number that is left to another
// happening does not belong to it.
func (b *builder) chance(i int) float64 {
	_, learnt := b.m.count["counts "+b.numbers[i].Count.What]
	own := func(k int) float64 {
		switch o := &b.numbers[k]; {
		case o.lost, o.refused, !learnt && !o.argument:
			return math.Inf(-1)
		case !learnt:
			return 0
		default:
			return b.m.count.Score(o.Signs)
		}
	}
	s := own(i)
	for k := range b.numbers {
		if b.adds(i, k) {
			s = max(s, own(k))
		}
	}
	return s
}

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

// whyCounts explains by the likeliest option of a figure why it belongs to the
// happening.
func (b *builder) whyCounts(what, figure string) *sayso.Explanation {
	var best *Option
	for i := range b.numbers {
		o := &b.numbers[i]
		if o.Count.What == what && ends(o.Count) == figure && (best == nil || b.m.count.Score(o.Signs) > b.m.count.Score(best.Signs)) {
			best = o
		}
	}
	if _, learnt := b.m.count["counts "+what]; best == nil || !learnt {
		return nil
	}
	return weighed(b.m.count, best.Signs, best.mark, "how likely it belongs to this")
}

// weapons lists the weapon words, each once.
func (b *builder) weapons() {
	b.in.Weapons = []string{}
	seen := map[string]bool{}
	for _, f := range b.arguments("weapon") {
		w := b.r.d.Words(f.arg.Range)
		if b.hitItself(w) {
			continue
		}
		if k := strings.ToLower(w); !seen[k] {
			seen[k] = true
			b.in.Weapons = append(b.in.Weapons, w)
		}
	}
}
