package render

import (
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval/muc/corpus"
	"sayso/internal/eval/muc/score"
	"sayso/internal/model/hashlin"
)

// option is a filler that the date or the place of a template may have.
type option struct {
	value string
	keys  []uint32
}

// Templates of the features of options.
const (
	oBias = iota + 701
	oRule
	oArgument
	oGap
	oSide
	oBefore
	oLevel
	oDateline
	oMany
	oAbout
	oWords
	oSpan
	oAge
	oOther
	oFirst
	oInner
)

// choose is the option with the best weights, or "" for none.
func (b *Bridge) choose(group string, from []option) string {
	out, top := "", 0.0
	for i := range from {
		if s := b.model.Group(group).Score(from[i].keys); out == "" || s > top {
			out, top = from[i].value, s
		}
	}
	return out
}

// put adds an option, or its features to the one of the same value.
func put(all *[]option, value string, keys []uint32) {
	for i := range *all {
		if (*all)[i].value == value {
			(*all)[i].keys = unique(append((*all)[i].keys, keys...))
			return
		}
	}
	*all = append(*all, option{value, unique(keys)})
}

// dates lists the days that a template may have: those named in the document,
// and on or before the day of the message.
func (b *Bridge) dates(t *Text, c *cluster) []option {
	var out []option
	rule := t.ruledDate(c)
	if pub := t.d.Article.Published; pub.Known() {
		var bag hashlin.Bag
		bag.Add(oBias, 1)
		bag.Add(oBias, 1, hash(c.kind))
		bag.Add(oFirst, uint32(min(t.sentence[t.d.Events[c.events[0]].Trigger], 6)))
		t.ruled(&bag, "- "+corpus.Dated(pub) == rule)
		put(&out, "- "+corpus.Dated(pub), bag.Keys)
	}
	for i := range t.d.Times {
		x := &t.d.Times[i]
		words := t.d.Words(x.Range)
		v := t.dated(&x.When, words)
		if v == "" {
			continue
		}
		var bag hashlin.Bag
		bag.Add(oBias, 2)
		t.ruled(&bag, v == rule)
		t.beside(&bag, c, x.Range, "time", i)
		for _, w := range strings.Fields(strings.ToUpper(words)) {
			bag.Add(oWords, hash(w))
		}
		bag.Add(oSpan, bucket(int(x.When.Latest-x.When.Earliest)))
		if pub := t.d.Article.Published; pub.Known() {
			bag.Add(oAge, bucket(int(pub-x.When.Latest)))
		}
		put(&out, v, bag.Keys)
	}
	return out
}

func (t *Text) ruled(bag *hashlin.Bag, yes bool) {
	if yes {
		bag.Add(oRule)
	}
}

// beside adds how an expression of time or place stands to the mentions of a
// cluster.
func (t *Text) beside(bag *hashlin.Bag, c *cluster, x document.Range, role string, index int) {
	r := hash(role)
	s := t.sentence[x.First]
	gap, dist, side := 99, 99, uint32(0)
	for _, e := range c.events {
		g := t.d.Events[e].Trigger
		for i := range t.d.Events[e].Args {
			if a := &t.d.Events[e].Args[i]; a.Role == role && a.Index == index {
				bag.Add(oArgument)
			}
		}
		n := s - t.sentence[g]
		if m := max(2*n, -2*n-1); m < gap {
			gap, dist = m, 99
		}
		if n == 0 {
			if d := max(g-x.First, x.First-g); d < dist {
				dist, side = d, 0
				if x.First > g {
					side = 1
				}
			}
		}
	}
	bag.Add(oGap, r, uint32(min(gap, 8)))
	if gap == 0 {
		bag.Add(oSide, r, side, uint32(min(dist/3, 6)))
	}
	own := map[int]bool{}
	for _, e := range c.events {
		own[e] = true
	}
	for e := range t.d.Events {
		if own[e] || t.codes[e] == "-" {
			continue
		}
		for i := range t.d.Events[e].Args {
			if a := &t.d.Events[e].Args[i]; a.Role == role && a.Index == index {
				bag.Add(oOther)
			}
		}
	}
	if x.First > 0 && t.sentence[x.First-1] == s {
		bag.Add(oBefore, hash(strings.ToLower(t.d.Word(x.First-1))), uint32(min(gap, 2)))
	}
	bag.Add(oFirst, r, uint32(min(s, 6)))
	if t.d.Sentences[s].Block >= 0 && t.d.Blocks[t.d.Sentences[s].Block].Kind == document.BlockDateline {
		bag.Add(oDateline)
	}
}

// places lists the places that a template may have: the country that the
// message is about, and those named in the document.
func (b *Bridge) places(t *Text, c *cluster) []option {
	var out []option
	main := b.about(t)
	rule := b.ruledPlace(t, c)
	if main != "" {
		var bag hashlin.Bag
		bag.Add(oBias, 3)
		bag.Add(oBias, 3, hash(c.kind))
		bag.Add(oBias, 3, 1, hash(main))
		t.ruled(&bag, main == rule)
		put(&out, main, bag.Keys)
	}
	if rule != "" {
		var bag hashlin.Bag
		t.ruled(&bag, true)
		put(&out, rule, bag.Keys)
	}
	for i := range t.d.Toponyms {
		x := &t.d.Toponyms[i]
		v := b.placed(t, &x.Place, main)
		if v == "" {
			continue
		}
		var bag hashlin.Bag
		bag.Add(oBias, 4)
		t.ruled(&bag, v == rule)
		l := hash(string(x.Place.Level))
		bag.Add(oLevel, l)
		t.beside(&bag, c, x.Range, "place", i)
		if strings.HasPrefix(v, main) {
			bag.Add(oAbout, l)
		}
		if x.Demonym {
			bag.Add(oLevel, 1)
		}
		bag.Add(oInner, hash(v))
		if x.Place.Country == "US" {
			bag.Add(oInner, 1)
		}
		put(&out, v, bag.Keys)
	}
	return out
}

// placed writes a place with its country, as the keys do.
func (b *Bridge) placed(t *Text, at *sayso.Place, main string) string {
	country := main
	if n := b.names[string(at.Country)]; n != "" && (n == main || t.named(at.Country)) {
		country = n // else a namesake elsewhere
	}
	if country == "" {
		return ""
	}
	if at.Level != sayso.LevelCountry {
		if r := t.region(at); r != nil {
			country += ": " + part(r)
		}
		country += ": " + part(at)
	}
	return country
}

// learnOptions fits which option of a slot is that of the keys.
func learnOptions(slot int, in []Message, folds []*Bridge, foldOf func(int) int) *hashlin.Group {
	var data []hashlin.Instance
	mapped(in, folds, foldOf, func(n int, b *Bridge, c *cluster, key *score.Template) {
		if key == nil || len(key.Fills[slot]) == 0 {
			return
		}
		from := b.dates
		if slot == score.Location {
			from = b.places
		}
		x := hashlin.Instance{Doc: n, Target: -1}
		top := score.Incorrect
		for v, o := range from(in[n].text, c) {
			if g := score.CompareValue(slot, o.value, &key.Fills[slot][0]); g > top {
				top, x.Target = g, float64(v)
			}
			x.Cand = append(x.Cand, o.keys)
		}
		if x.Target < 0 || slot == score.Location && top < score.Correct {
			return
		}
		if top == score.Partial {
			x.Weight = 0.5
		}
		data = append(data, x)
	})
	return (&hashlin.Learner{Loss: hashlin.Softmax, Epochs: 8, Rate: 0.03, L2: 1e-3, Seed: 1}).Fit(data)
}
