package assemble

import (
	"cmp"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// point is something that can be claimed of a happening.
type point struct {
	about string
	value string
	kind  string           // "incident", "agent", "count", "place", "time"
	actor *sayso.Actor     // of an agent
	at    []document.Range // the words that name it, those it was taken from first; none of the happening itself
	score float64          // of an agent: how likely it takes part
}

// points are what claims can be about: the happening, each agent and party,
// each number, place and time.
func (b *builder) points() []point {
	out := []point{{about: sayso.AboutIncident, kind: "incident"}}
	for i := range b.in.Actors {
		a := &b.in.Actors[i]
		if a.Role != sayso.RoleTarget {
			out = append(out, point{sayso.AboutAgent, a.Name, "agent", a, b.named[i], b.castScore(a)})
		}
	}
	out = append(out, b.deny...)
	for i := range b.in.Counts {
		c := &b.in.Counts[i]
		out = append(out, point{sayso.AboutCount + c.What, ends(c), "count", nil, b.figures(i), 0})
	}
	if p := b.in.Where; p != nil {
		out = append(out, point{sayso.AboutPlace, p.Name, "place", nil, b.tokens(p.Span), 0})
	}
	if w := b.in.When; w != nil {
		out = append(out, point{sayso.AboutTime, w.Words, "time", nil, b.tokens(w.Span), 0})
	}
	return out
}

// tokens is the range of a span, or none.
func (b *builder) tokens(s sayso.Span) []document.Range {
	all := b.r.d.Tokens
	first, _ := slices.BinarySearchFunc(all, s.Start, func(t document.Token, at int) int { return cmp.Compare(int(t.Start), at) })
	x := document.Range{First: first, End: first}
	for x.End < len(all) && int(all[x.End].Start) < s.End {
		x.End++
	}
	if x.Empty() {
		return nil
	}
	return []document.Range{x}
}

// farSaying is from how many sentences on a saying without a mention of the
// happening is not about it.
const farSaying = 4

// vouch makes the claims: each point on the word of each saying that likely
// puts it forward.
func (b *builder) vouch() {
	b.offerClaims()
	score := make([]float64, len(b.said))
	order := make([]int, len(b.said))
	for i := range b.said {
		order[i] = i
		score[i] = b.likely(&b.said[i])
	}
	b.recalls(score)
	due := b.due(score)
	b.rivals(score)
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(b.said[x].point, b.said[y].point) })
	for _, i := range order {
		if o := &b.said[i]; (score[i] >= o.claimMark() || due[i]) && !b.goesWithout(o, score[i]) {
			made := len(b.in.Claims)
			n := b.claim(o.Claim.About, o.Claim.Value, o.word, o.at)
			if w := weighed(b.m.claim, o.Signs, o.claimMark(), "how likely it is put forward on this word"); n > made && w != nil {
				c := &b.in.Claims[n-1]
				c.Why.Children = append(c.Why.Children, w)
			}
		}
	}
	b.blames()
	b.rebuttals()
	if len(b.in.Claims) == 0 {
		e := b.g.best(b.r)
		b.claim(sayso.AboutIncident, "", b.r.vouched(e.Trigger), e.Extent)
	}
}

// goesWithout reports a claim about place or time, or an unlikely one about a
// number other than of dead and injured, that says no more than the one that it
// happened on the same word.
func (b *builder) goesWithout(o *Option, score float64) bool {
	switch about := o.Claim.About; {
	case about == sayso.AboutPlace || about == sayso.AboutTime:
	case strings.HasPrefix(about, sayso.AboutCount) && !casualty(about) && o.sourced() && score < numberFrom:
	default:
		return false
	}
	for i := range b.in.Claims {
		c := &b.in.Claims[i]
		if c.About == sayso.AboutIncident && c.Stance == o.word.stance && sameChain(c.Chain, o.word.chain) {
			return true
		}
	}
	return false
}

// due are the claims that are always made: the likeliest that it happened, the
// one on whose word each number stands, and who takes or denies responsibility.
func (b *builder) due(score []float64) map[int]bool {
	out := map[int]bool{}
	first := -1
	for i := range b.said {
		o := &b.said[i]
		switch c := o.Claim; {
		case c.About == sayso.AboutIncident:
			if first < 0 || score[i] > score[first] {
				first = i
			}
		case strings.HasPrefix(c.About, sayso.AboutCount):
			out[i] = o.first
		case c.About == sayso.AboutAgent && c.Stance != sayso.StanceAlleged:
			out[i] = o.own
		case c.About == sayso.AboutAgent:
			out[i] = o.argument
		}
	}
	if first >= 0 {
		out[first] = true
	}
	return out
}

// outdone is the score of a claim that another on the same chain leaves behind.
const outdone = claimFrom - 1

// rivals leaves of the claims about the same on the same chain the likeliest,
// whatever their stance and whichever agent: one who names several names the
// likeliest first.
func (b *builder) rivals(score []float64) {
	best := map[string]int{}
	for i := range b.said {
		o := &b.said[i]
		w := o.word
		w.stance = ""
		key := o.Claim.About + "\x00" + chainKey(&w)
		if o.Claim.About != sayso.AboutAgent {
			key += "\x00" + o.Claim.Value
		}
		k, ok := best[key]
		if !ok || score[i] > score[k] {
			if ok {
				score[k] = outdone
			}
			best[key] = i
		} else {
			score[i] = outdone
		}
	}
}

// casualty reports whether a claim is about the dead or the injured, each figure
// of whom has one.
func casualty(about string) bool {
	return about == sayso.AboutCount+"killed" || about == sayso.AboutCount+"injured"
}

// sourced reports whether a claim stands on somebody's word, or is put forward
// with reserve.
func (o *Option) sourced() bool {
	return len(o.word.chain) > 0 || o.word.stance != sayso.StanceAsserted
}

// claimFrom is the log-odds from which a saying vouches for a point, tollFrom
// those for a number of dead or injured, each of which has a claim, and
// numberFrom those for a number that could go without.
const (
	claimFrom  = -1.1
	tollFrom   = -1.5
	numberFrom = -0.4
)

// claimMark is the log-odds from which a claim is made.
func (o *Option) claimMark() float64 {
	if casualty(o.Claim.About) && o.sourced() {
		return tollFrom
	}
	return claimFrom
}

// likely is the log-odds that a claim is made; where nothing has been learnt,
// it is where the saying's words report the happening or name the point.
func (b *builder) likely(o *Option) float64 {
	switch {
	case b.m.claim != nil:
		return b.m.claim.Score(o.Signs)
	case o.argument:
		return 0
	}
	return claimFrom - 1
}

// offerClaims lists the claims that could be made: every point on every saying
// that covers a mention or the point's words or comes near one.
func (b *builder) offerClaims() {
	points := b.points()
	at := map[string]int{}
	before := 0
	for k := range b.r.says {
		x := b.relate(k)
		x.before = before
		if k > 0 && len(x.covered) > 0 {
			before++
		}
		if x.near == nil || k > 0 && len(x.covered) == 0 && abs(x.gap) > farSaying {
			continue
		}
		for i := range points {
			b.offer(&x, &points[i], i, at)
		}
	}
	for i := range b.said {
		o := &b.said[i]
		o.Signs.AddIf(o.again > 0, o.Claim.About+" is said so again")
	}
}

// offer offers a point on a saying; where the source is the agent, as claimed.
func (b *builder) offer(x *relation, p *point, index int, at map[string]int) {
	w := x.says.word
	if p.kind == "incident" && w.inner < 0 && b.g.status == sayso.StatusDenied {
		w.stance = sayso.StanceDenied
	}
	if p.about == sayso.AboutCount+"strikes" && p.value == "1" && x.says.inner >= 0 {
		return // that it was one is no news
	}
	if p.kind == "incident" && (b.aboutAgent(x) || b.onlyRebuts(x)) || p.kind != "agent" && b.lays(x) {
		return
	}
	if p.kind == "count" && w.stance == sayso.StanceClaimed {
		w.stance = sayso.StanceAsserted // "the rebels claimed to have killed 40"
	}
	if p.kind == "agent" {
		if b.sparesAgent(x) {
			return
		}
		w = b.reserved(b.onAgent(w, p.actor), x, p)
	}
	b.offerAs(w, x, p, index, at)
}

// aboutAgent reports whether a saying that covers a mention is about who did
// it: somebody takes or denies responsibility for what others report.
func (b *builder) aboutAgent(x *relation) bool {
	return len(x.covered) > 0 && len(x.says.chain) > 0 &&
		(x.says.stance == sayso.StanceClaimed || x.says.stance == sayso.StanceDenied && (len(b.g.events) > 1 || b.r.disowned(&b.r.d.Attributions[x.says.inner])))
}

// onlyRebuts reports whether a saying denies what it only points to, a charge and not
// that something happened.
func (b *builder) onlyRebuts(x *relation) bool {
	return x.says.inner >= 0 && len(x.covered) == 0 && x.says.stance == sayso.StanceDenied && b.r.bareDenial(&b.r.d.Attributions[x.says.inner])
}

// offerAs adds the claim of a point on a word, in place of one with the same
// chain and stance that stands less close to it.
func (b *builder) offerAs(w word, x *relation, p *point, index int, at map[string]int) {
	close := b.closeness(x, p)
	switch {
	case p.kind == "incident" && (x.says.inner >= 0 || close.rank() > 0):
	case p.kind == "agent" && (close.anchor || (x.says.inner >= 0 || len(x.covered) > 0) && b.namesActor(x.says, p.actor) && !(x.says.inner < 0 && b.onOthers(p))):
	case p.kind != "incident" && p.kind != "agent" && close.anchor:
	default:
		return
	}
	o := Option{
		Claim: &sayso.Claim{About: p.about, Value: p.value, Stance: w.stance, Chain: w.chain},
		Signs: b.claimSigns(x, p, &close, &w), argument: len(x.covered) > 0 && (p.kind == "incident" || close.anchor),
		at: b.words(x), event: x.near, word: w, point: index, rank: close.rank(), first: close.first,
		granted: p.kind == "incident" && b.takesForGranted(x),
		own:     p.kind == "agent" && len(x.covered) > 0 && x.says.stance == w.stance && w.stance != sayso.StanceAsserted && b.spoken(&w, p.actor),
	}
	key := p.about + "\x00" + p.value + "\x00" + chainKey(&w)
	k, ok := at[key]
	if !ok {
		at[key] = len(b.said)
		b.said = append(b.said, o)
		return
	}
	old := &b.said[k]
	again := old.again + 1
	if o.rank > old.rank {
		*old = o
	}
	old.again = again
}

// onOthers reports whether all that names somebody as the agent is somebody's word: what
// the article says of him besides does not make it the article's.
func (b *builder) onOthers(p *point) bool {
	return len(p.at) > 0 && !slices.ContainsFunc(p.at, func(at document.Range) bool { return b.r.voice[at.First] == 0 })
}

// spoken reports whether an actor is the one on whose word something stands.
func (b *builder) spoken(w *word, a *sayso.Actor) bool {
	n := len(w.chain)
	return n > 0 && b.r.sameSource(&w.chain[n-1], a)
}

// closeness is how close a saying comes to a point of a happening.
type closeness struct {
	mention bool // it covers a mention
	body    bool // one outside the headline
	anchor  bool // it covers words that name the point
	first   bool // those it was taken from
	joint   bool // it covers both in one sentence
	sees    bool // the words stand in a sentence that it reaches into
}

func (c *closeness) rank() int {
	n := 0
	for _, ok := range []bool{c.mention, c.body, c.anchor, c.joint} {
		if ok {
			n++
		}
	}
	return n
}

// speaksThere reports whether words name somebody as the source of what tells of a
// mention of the happening.
func (b *builder) speaksThere(at document.Range) bool {
	return slices.ContainsFunc(b.r.d.Attributions, func(a document.Attribution) bool {
		return a.Vouches && slices.ContainsFunc(a.Source, func(s document.Range) bool { return s.Covers(at) }) &&
			slices.ContainsFunc(b.g.events, func(i int) bool {
				return slices.ContainsFunc(a.Content, func(c document.Range) bool { return c.Has(b.r.d.Events[i].Trigger) })
			})
	})
}

func (b *builder) closeness(x *relation, p *point) closeness {
	d := b.r.d
	c := closeness{mention: len(x.covered) > 0}
	for _, e := range x.covered {
		c.body = c.body || b.r.blockOf(e.Trigger) != document.BlockTitle
	}
	if p.at == nil {
		c.anchor, c.joint, c.sees = c.mention, c.body, true
		return c
	}
	for _, at := range p.at {
		if p.kind == "agent" && x.says.inner < 0 && b.speaksThere(at) {
			continue // "Ukraine claims a strike" is not the article's word that it struck
		}
		s := d.SentenceOf(at.First)
		for _, y := range x.says.at {
			c.sees = c.sees || d.SentenceOf(y.First) <= s && s <= d.SentenceOf(y.End-1)
			if !y.Touches(at) {
				continue
			}
			c.anchor, c.first = true, c.first || at == p.at[0]
			for _, e := range x.covered {
				c.joint = c.joint || d.SentenceOf(e.Trigger) == s
			}
		}
	}
	return c
}
