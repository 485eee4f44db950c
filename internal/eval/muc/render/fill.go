package render

import (
	"math"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval/muc/net"
	"sayso/internal/eval/muc/score"
)

// Templates renders a document.
func (b *Bridge) Templates(d *document.Document) []*score.Template {
	return b.render(b.prepare(d))
}

func (b *Bridge) render(t *Text) []*score.Template {
	var out []*score.Template
	found := b.clusters(t)
	for i := range found {
		if g := b.model.Group("keep"); g != nil && g.Score(b.clusterKeys(t, &found[i])) < b.limits.Keep {
			continue
		}
		k := b.template(t, &found[i])
		k.Number = len(out) + 1
		out = append(out, k)
	}
	return out
}

// template fills in one template.
func (b *Bridge) template(t *Text, c *cluster) *score.Template {
	k := &score.Template{Message: t.d.Article.ID}
	k.Add(score.Type, c.kind, "")
	k.Add(score.Stage, t.stage(c), "")
	b.date(t, c, k)
	b.location(t, c, k)
	b.perpetrators(t, c, k)
	if c.kind != "ARSON" && c.kind != "KIDNAPPING" {
		b.means(t, c, k)
	}
	if c.kind != "KIDNAPPING" {
		b.things(t, c, k)
	}
	b.people(t, c, k)
	return k
}

// stage takes the surest mention's factuality.
func (t *Text) stage(c *cluster) string {
	out := "ACCOMPLISHED"
	for i := range t.d.Factuality {
		f := &t.d.Factuality[i]
		for _, e := range c.events {
			if f.Event != e {
				continue
			}
			switch f.Status {
			case sayso.StatusOccurred:
				return "ACCOMPLISHED"
			case sayso.StatusAttempted:
				out = "ATTEMPTED"
			case sayso.StatusThreatened:
				out = "THREATENED"
			}
		}
	}
	return out
}

// pick decides a set fill of an expression: the one of which most is right to be
// expected, where a more general value is half right.
func (b *Bridge) pick(t *Text, name string, k int) string {
	for i := range choices {
		if c := &choices[i]; c.name == name {
			return c.expected(b.chances(c, t.choiceInput(c, k)))
		}
	}
	return "-"
}

// chances is how likely each value of a choice is.
func (b *Bridge) chances(c *choice, in net.Input) []float64 {
	out := b.model.scores(c.name, len(c.values), &in)
	top, sum := math.Inf(-1), 0.0
	for v := range out {
		top = max(top, out[v])
	}
	for v := range out {
		out[v] = math.Exp(out[v] - top)
		sum += out[v]
	}
	for v := range out {
		out[v] /= sum
	}
	return out
}

// expected is the value that scores most by the chances.
func (c *choice) expected(chances []float64) string {
	out, top := "-", 0.0
	for v := range c.values {
		worth := 0.0
		for w, p := range chances {
			key := score.One(c.values[w], "")
			worth += p * float64(score.CompareValue(c.slot, c.values[v], &key)) / float64(score.Correct)
		}
		if worth > top {
			out, top = c.values[v], worth
		}
	}
	return out
}

func (b *Bridge) means(t *Text, c *cluster, k *score.Template) {
	for _, x := range t.distinct(c.parts["means"], 3) {
		w := b.written(t, x.part, "means")
		k.Add(score.InstrumentID, w, "")
		k.Add(score.InstrumentType, b.pick(t, "means-type", x.part), w)
	}
	if len(c.parts["means"]) == 0 {
		if g := t.gun(c); g != "" {
			k.Add(score.InstrumentType, g, "-")
		}
	}
}

func (b *Bridge) things(t *Text, c *cluster, k *score.Template) {
	for _, x := range t.distinct(c.parts["thing"], 4) {
		w := b.written(t, x.part, "thing")
		k.Add(score.PhysicalID, w, "")
		k.Add(score.PhysicalType, b.pick(t, "thing-type", x.part), w)
		k.Add(score.PhysicalNumber, t.number(x.part, b.pick(t, "thing-number", x.part)), w)
		b.nation(t, x.part, score.PhysicalNation, w, k)
		if e := b.pick(t, "thing-effect", x.part); e != "-" {
			k.Add(score.PhysicalEffect, e, w)
		}
	}
}

// guns are verbs and nouns that tell of a weapon without naming one.
var guns = map[string]string{"shoot": "GUN", "shooting": "GUN", "gun": "GUN", "fire": "GUN", "shot": "GUN", "gunfire": "GUN", "riddle": "GUN",
	"machinegun": "MACHINE GUN", "machine-gun": "MACHINE GUN"}

// gun is the kind of gun that the mentions of a cluster tell of, or "".
func (t *Text) gun(c *cluster) string {
	for _, e := range c.events {
		s := t.d.Sentences[t.sentence[t.d.Events[e].Trigger]]
		for i := s.First; i < s.End; i++ {
			if g := guns[strings.ToLower(t.d.Tags[i].Lemma)]; g != "" && c.kind == "ATTACK" {
				return g
			}
		}
	}
	return ""
}
