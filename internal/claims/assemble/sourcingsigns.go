package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

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
	if p.actor != nil {
		b.agentSigns(x, p, add)
	}
	b.voiceSigns(x, add)
	if c.mention {
		b.r.coveredSigns(x.near, add)
	}
	return f
}

// agentSigns look at the agent that a saying may put forward.
func (b *builder) agentSigns(x *relation, p *point, add func(bool, string)) {
	a := p.actor
	add(true, bucket("likely in tenths", int(10*p.score), -30, -20, -12, -6, 0, 10))
	arg := false
	for _, e := range x.covered {
		for k := range e.Args {
			role := e.Args[k].Role
			arg = arg || (role == "agent" || role == "party") && slices.Contains(p.at, e.Args[k].Range)
		}
	}
	add(arg, "an argument of a mention covered")
	add(len(x.covered) > 0 && !arg, "no argument of the mentions covered")
	add(a.Generic, "a description")
	add(true, "a "+string(a.Role))
	add(true, "kind "+string(a.Kind))
	add(len(b.in.Actors) > 0 && b.in.Actors[0].Name == a.Name, "the likeliest actor")
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
	if f := r.fact[r.indexOf(e)]; f != nil {
		add(true, bucket("certainty in tenths", int(f.Certainty*10), 5, 12, 20))
		add(true, "status "+string(f.Status))
		add(f.Opinion || f.Generic, "opinion or habit")
	}
}
