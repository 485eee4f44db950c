package render

import (
	"strings"

	"sayso/internal/eval/muc/parts"
	"sayso/internal/model/hashlin"
)

// Templates of the features of who says that a body did it.
const (
	fCue = iota + 401
	fStance
	fSource
)

// doubts are words by which a text says how it is known who did it, by what
// they make of it.
var doubts = func() map[string]string {
	out := map[string]string{}
	for kind, words := range map[string]string{
		"claim":  "claim responsibility admit acknowledge confess communique credit",
		"accuse": "accuse blame attribute denounce charge suspect link involve responsible",
		"hedge":  "suspected alleged allege allegedly presumably presume presumed reportedly apparently apparent believe possible possibly probably may might could perhaps seem think",
		"say":    "say announce accord reveal report state assert indicate",
		"deny":   "deny reject",
		"seek":   "investigate investigation unidentified unknown",
	} {
		for _, w := range strings.Fields(words) {
			out[w] = kind
		}
	}
	return out
}()

// officials are heads of phrases for those who speak for a state.
var officials = map[string]bool{"police": true, "policeman": true, "army": true, "military": true, "government": true, "minister": true, "ministry": true,
	"president": true, "official": true, "officer": true, "authority": true, "colonel": true, "general": true, "commander": true, "judge": true,
	"carabinero": true, "force": true, "battalion": true, "brigade": true, "spokesman": true, "investigator": true, "governor": true, "mayor": true}

// vouched adds how it is said that a body did it.
func (x *chooser) vouched() {
	t, d := x.t, x.t.d
	c := &t.parts[x.k]
	seen := map[int]bool{}
	for _, m := range c.Mentions {
		x.vouchedAt(m)
		if s := t.sentence[m.Head]; !seen[s] {
			seen[s] = true
			x.vouchedIn(s, m)
		}
	}
	x.bag.Add(vName, uint32(c.Name))
	x.bag.Add(vMate, uint32(min(len(c.Mentions), 4)))
	x.actor(c)
	for i := range d.Tokens {
		if l := t.lemma(i); doubts[l] != "" && doubts[l] != "say" {
			x.bag.Add(vDoc, hash(l))
			x.bag.Add(vDoc, 1, hash(doubts[l]))
		}
	}
}

// vouchedAt adds the words of doubt close to a mention and what it is part of.
func (x *chooser) vouchedAt(m parts.Mention) {
	t, d := x.t, x.t.d
	s := d.Sentences[t.sentence[m.Head]]
	for i := max(s.First, m.First-5); i < min(s.End, m.End+5); i++ {
		side := uint32(1)
		if i >= m.End {
			side = 2
		}
		if l := t.lemma(i); doubts[l] != "" && (i < m.First || i >= m.End) {
			x.bag.Add(vLemma, side, hash(l))
			x.bag.Add(vLemma, side, 1, hash(doubts[l]))
		}
	}
	if h := int(d.Arcs[m.Head].Head); h >= 0 {
		x.bag.Add(vNear, uint32(d.Arcs[m.Head].Rel), hash(t.lemma(h)))
	}
	for e := range d.Events {
		for i := range d.Events[e].Args {
			if a := &d.Events[e].Args[i]; a.Has(m.Head) && t.codes[e] != "-" {
				x.bag.Add(vEvent, hash(a.Role))
			}
		}
	}
}

// vouchedIn adds the words of doubt of a whole sentence, who speaks for a state
// there, and who vouches for what is said of a mention.
func (x *chooser) vouchedIn(s int, m parts.Mention) {
	t, d := x.t, x.t.d
	here := uint32(0)
	for e := range d.Events {
		if t.sentence[d.Events[e].Trigger] == s && t.codes[e] != "-" {
			here = 1
		}
	}
	for i := d.Sentences[s].First; i < d.Sentences[s].End; i++ {
		l, side := t.lemma(i), uint32(0)
		if i > m.Head {
			side = 1
		}
		if kind := doubts[l]; kind != "" {
			x.bag.Add(vBeside, hash(l))
			x.bag.Add(vBeside, hash(kind), here)
			x.bag.Add(vVoice, hash(kind), here, side)
		}
		if officials[l] {
			x.bag.Add(vOffice, here, side)
		}
	}
	t.vouchers(&x.bag, m.Head, here)
}

// vouchers adds who says what stands at token i.
func (t *Text) vouchers(bag *hashlin.Bag, i int, here uint32) {
	d := t.d
	for n := range d.Attributions {
		a := &d.Attributions[n]
		for _, c := range a.Content {
			if !c.Has(i) {
				continue
			}
			bag.Add(fStance, hash(string(a.Stance)), here)
			for _, cue := range a.Cue {
				bag.Add(fCue, hash(d.Tags[cue.First].Lemma))
			}
			for _, src := range a.Source {
				for m := range d.Actors {
					if src.Has(d.Actors[m].Head) {
						bag.Add(fSource, hash(string(d.Actors[m].Actor.Kind)), here)
						bag.Add(fSource, hash(d.Tags[d.Actors[m].Head].Lemma))
					}
				}
			}
		}
	}
}
