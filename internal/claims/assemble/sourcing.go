package assemble

import (
	"cmp"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// point is something that can be claimed of a happening.
type point struct {
	about string
	value string
	kind  string           // "incident", "agent", "count", "place", "time"
	actor *sayso.Actor     // of an agent
	at    []document.Range // the words that name it; none of the happening itself
}

// points are what claims can be about: the happening, each agent and party,
// each number, place and time.
func (b *builder) points() []point {
	out := []point{{about: sayso.AboutIncident, kind: "incident"}}
	for i := range b.in.Actors {
		a := &b.in.Actors[i]
		if a.Role != sayso.RoleTarget {
			out = append(out, point{sayso.AboutAgent, a.Name, "agent", a, b.named[i]})
		}
	}
	out = append(out, b.deny...)
	for i := range b.in.Counts {
		c := &b.in.Counts[i]
		out = append(out, point{sayso.AboutCount + c.What, ends(c), "count", nil, []document.Range{b.counted[i]}})
	}
	if p := b.in.Where; p != nil {
		out = append(out, point{sayso.AboutPlace, p.Name, "place", nil, b.tokens(p.Span)})
	}
	if w := b.in.When; w != nil {
		out = append(out, point{sayso.AboutTime, w.Words, "time", nil, b.tokens(w.Span)})
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
	due := b.due(score)
	b.rivals(score)
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(b.said[x].point, b.said[y].point) })
	for _, i := range order {
		if o := &b.said[i]; score[i] >= claimFrom || due[i] {
			b.claim(o.Claim.About, o.Claim.Value, o.word, o.at)
		}
	}
}

// due are the claims that are always made: the likeliest that it happened, the
// one on whose word each number of dead and injured stands, and who takes or
// denies responsibility.
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
		case c.About == sayso.AboutCount+"killed" || c.About == sayso.AboutCount+"injured":
			out[i] = o.anchor
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
				score[k] = claimFrom - 1
			}
			best[key] = i
		} else {
			score[i] = claimFrom - 1
		}
	}
}

// claimFrom is the log-odds from which a saying vouches for a point.
const claimFrom = -0.9

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

// offer offers a point on a saying, and where the source is the agent also as
// claimed.
func (b *builder) offer(x *relation, p *point, index int, at map[string]int) {
	w := x.says.word
	if p.kind == "incident" && w.inner < 0 && b.g.status == sayso.StatusDenied {
		w.stance = sayso.StanceDenied
	}
	if p.kind == "incident" && b.aboutAgent(x) {
		return
	}
	b.offerAs(w, x, p, index, at)
	if p.kind != "agent" {
		return
	}
	if own := b.onAgent(w, p.actor); own.stance != w.stance {
		b.offerAs(own, x, p, index, at)
	}
}

// aboutAgent reports whether a saying that covers a mention is about who did
// it: somebody takes or denies responsibility for what others report.
func (b *builder) aboutAgent(x *relation) bool {
	return len(x.covered) > 0 && len(x.says.chain) > 0 &&
		(x.says.stance == sayso.StanceClaimed || x.says.stance == sayso.StanceDenied && len(b.g.events) > 1)
}

// offerAs adds the claim of a point on a word, in place of one with the same
// chain and stance that stands less close to it.
func (b *builder) offerAs(w word, x *relation, p *point, index int, at map[string]int) {
	close := b.closeness(x, p)
	switch {
	case p.kind == "incident" && (x.says.inner >= 0 || close.rank() > 0):
	case p.kind == "agent" && (close.anchor || b.namesActor(x.says, p.actor)):
	case p.kind != "incident" && p.kind != "agent" && close.anchor:
	default:
		return
	}
	o := Option{
		Claim: &sayso.Claim{About: p.about, Value: p.value, Stance: w.stance, Chain: w.chain},
		Signs: b.claimSigns(x, p, &close, &w), argument: len(x.covered) > 0 && (p.kind == "incident" || close.anchor),
		at: b.words(x), event: x.near, word: w, point: index, rank: close.rank(), anchor: close.anchor,
		own: p.kind == "agent" && len(x.covered) > 0 && x.says.stance == w.stance && b.spoken(&w, p.actor),
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

// spoken reports whether an actor is the one on whose word something stands.
func (b *builder) spoken(w *word, a *sayso.Actor) bool {
	n := len(w.chain)
	return n > 0 && b.r.sameSource(&w.chain[n-1], a)
}

// closeness is how close a saying comes to a point of a happening.
type closeness struct {
	mention bool // it covers a mention
	body    bool // one outside the headline
	anchor  bool // it covers the words that name the point
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
		s := d.SentenceOf(at.First)
		for _, y := range x.says.at {
			c.sees = c.sees || d.SentenceOf(y.First) <= s && s <= d.SentenceOf(y.End-1)
			if !y.Touches(at) {
				continue
			}
			c.anchor = true
			for _, e := range x.covered {
				c.joint = c.joint || d.SentenceOf(e.Trigger) == s
			}
		}
	}
	return c
}

// claimSigns are what speaks for a saying putting a point forward.
func (b *builder) claimSigns(x *relation, p *point, c *closeness, w *word) signs.Features {
	var f signs.Features
	voice := "own"
	if x.says.inner >= 0 {
		voice = "source"
	}
	if x.says.inner >= 0 && len(x.says.chain) == 0 {
		voice = "nobody"
	}
	pre := p.kind + " by " + voice + ": "
	add := func(ok bool, name string) {
		if ok {
			f.Add(pre + name)
			f.Add(voice + ": " + name)
		}
	}
	add(true, "always")
	add(true, string(w.stance))
	add(w.stance != x.says.stance, "claimed by the cue of another stance")
	add(c.mention, "covers a mention")
	add(c.mention && !c.body, "covers a headline alone")
	add(c.anchor, "covers the words")
	add(c.joint, "covers both in a sentence")
	add(c.sees, "shares a sentence with the words")
	add(true, bucket("mentions covered", len(x.covered), 0, 1, 2, 4))
	add(true, bucket("mentions not covered", len(b.g.events)-len(x.covered), 0, 1, 2, 4))
	add(true, bucket("mentions of others", x.others, 0, 1, 3))
	add(!c.mention, bucket("sentences after the mention", x.gap, -2, -1, 0, 1, 2))
	add(c.mention, bucket("sayings before it that cover a mention", x.before, 0, 1, 2))
	add(!c.mention, bucket("mentions of others of the type", x.kin, 0, 1))
	add(x.cast, "names an actor")
	add(true, bucket("rank by weight", b.rank, 0, 1, 3))
	add(!c.mention, bucket("rank by weight, no mention", b.rank, 0, 1, 3))
	add(true, bucket("words shared", x.shared, 0, 1, 2, 4))
	add(!c.mention, bucket("words shared, no mention", x.shared, 0, 1, 2, 4))
	add(true, bucket("entities shared", x.entities, 0, 1, 2))
	add(b.r.voice[b.g.best(b.r).Trigger] == b.r.voice[x.says.at[0].First], "covers the best mention")
	if p.kind == "count" {
		f.Add(p.about + " by " + voice)
		f.AddIf(c.anchor, p.about+" by "+voice+" covers the words")
	}
	if a := p.actor; a != nil {
		add(a.Generic, "a description")
		add(true, "a "+string(a.Role))
		add(true, "kind "+string(a.Kind))
		add(len(b.in.Actors) > 0 && b.in.Actors[0].Name == a.Name, "the likeliest actor")
	}
	b.voiceSigns(x, add)
	if c.mention {
		b.r.coveredSigns(x.near, add)
	}
	return f
}

// voiceSigns look at who vouches and by what cue.
func (b *builder) voiceSigns(x *relation, add func(bool, string)) {
	d := b.r.d
	w := &x.says.word
	if w.inner < 0 {
		return
	}
	add(true, bucket("vouchers", len(w.chain), 0, 1, 2))
	if n := len(w.chain); n > 0 {
		v := &w.chain[n-1]
		add(v.Kind == sayso.VoucherOutlet, "an outlet")
		add(v.Named, "named")
		for i := range b.in.Actors {
			if a := &b.in.Actors[i]; b.r.sameSource(v, a) {
				add(true, "is its "+string(a.Role))
			}
		}
	}
	a := &d.Attributions[w.inner]
	add(a.Direct, "in quotation marks")
	add(len(a.Cue) == 0, "no cue")
	for _, c := range a.Cue {
		add(true, "cue "+strings.ToLower(d.Tags[c.End-1].Lemma))
		break
	}
}

// coveredSigns look at the mention in a saying's words.
func (r *reader) coveredSigns(e *document.Event, add func(bool, string)) {
	d := r.d
	add(e.Traits.Has(document.TraitDefinite), "points back")
	add(e.Traits.Has(document.TraitInner), "inside another noun's phrase")
	add(e.Traits.Has(document.TraitOutcome), "an outcome")
	add(d.Tags[e.Trigger].UPOS == document.VERB, "a verb")
	add(true, "hangs as "+d.Arcs[e.Trigger].Rel.String())
	add(true, bucket("score in tenths", int(e.Score*10), 2, 4, 6, 8))
	k := r.voice[e.Trigger]
	steps := 0
	for t := e.Trigger; steps < 8; steps++ {
		if t = int(d.Arcs[t].Head); t < 0 || r.voice[t] != k {
			break
		}
	}
	add(true, bucket("steps below the cue", steps, 0, 1, 2, 4))
	for i := range r.d.Events {
		if &r.d.Events[i] == e && r.fact[i] != nil {
			add(true, bucket("certainty in tenths", int(r.fact[i].Certainty*10), 5, 12, 20))
			add(true, "status "+string(r.fact[i].Status))
			add(r.fact[i].Opinion || r.fact[i].Generic, "opinion or habit")
		}
	}
}
