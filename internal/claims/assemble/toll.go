package assemble

import (
	"sort"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// together adds up people who are told side by side: "two women and a man" are
// three, "an officer and a technician" two, by the tree or, where it has it
// otherwise, by the order of the words. It begins with a count's words; 0 is
// that nobody stands beside them or that a number is not exact.
func (b *builder) together(at document.Range, quantity int) (sum int, all document.Range) {
	d := b.r.d
	h := b.r.headOf(at)
	if quantity >= 0 {
		if of := d.Quantities[quantity].Of; of >= 0 {
			h = of
		}
	}
	if sum, all = b.r.inTree(h, at); sum == 0 && (quantity < 0 || d.Quantities[quantity].Of >= 0) {
		sum, all = b.r.inRow(h, at)
	}
	if b.r.tells(all.End) {
		return 0, at // they freed 86, two residents and an official said
	}
	return sum, all
}

// inTree adds up a noun and those that hang from it, or it from them, as others
// of a list.
func (r *reader) inTree(h int, at document.Range) (sum int, all document.Range) {
	d := r.d
	for d.Arcs[h].Rel == document.Conj && d.Arcs[h].Head >= 0 { // begins with the first: Stevens and three others
		h = int(d.Arcs[h].Head)
		at.First = min(at.First, h)
	}
	if k := r.actorAt(h); k >= 0 {
		at.First = min(at.First, d.Actors[k].First)
	}
	n := r.howMany(h)
	if n == 0 {
		return 0, at
	}
	sum, all = n, at
	sent := d.Sentences[d.SentenceOf(h)]
	tied := false
	for i := h + 1; i < sent.End; i++ {
		if d.Arcs[i].Rel != document.Conj || int(d.Arcs[i].Head) != h {
			continue
		}
		x, _ := r.oneAt(h)
		if y, ok := r.oneAt(i); !ok || r.sameOne(&x, &y) && !r.joined(i) || r.befellApart(&x, &y) {
			return 0, at
		}
		n = r.howMany(i)
		sum += n
		all.End = max(all.End, i+1)
		tied = tied || r.joined(i)
	}
	if sum == r.howMany(h) || !tied {
		return 0, at
	}
	return sum, all
}

// tells reports whether a verb of saying stands at a token: who stands before it
// says what befell the others.
func (r *reader) tells(i int) bool {
	if i >= len(r.d.Tokens) {
		return false
	}
	l := strings.ToLower(r.d.Tags[i].Lemma)
	return says(l) || l == "report" || l == "confirm"
}

// befellApart reports whether something else befell the second of two than the
// first: their numbers count different things, or a verb of its own stands before
// it, "killed seven and wounded 23", "killing the driver and wounding his sons".
func (r *reader) befellApart(x, y *one) bool {
	p, q := r.numberOf(x.head), r.numberOf(y.head)
	if q >= 0 && r.d.Quantities[q].Cue >= x.at.End && r.d.Quantities[q].Cue < y.at.First {
		return true
	}
	if p >= 0 && q >= 0 {
		if a, b := r.d.Quantities[p].Count.What, r.d.Quantities[q].Count.What; a != "" && b != "" && a != b {
			return true
		}
	}
	for i := max(x.at.End, x.head+1) + 1; i < y.at.First; i++ {
		link := strings.ToLower(r.d.Word(i - 1))
		if r.d.Tags[i].UPOS == document.VERB && (link == "and" || link == "," || r.d.Tags[i-1].UPOS == document.ADV) {
			return true
		}
	}
	return false
}

// joined reports whether a word says that somebody is one more in a list, and no
// second name for the same: "and", "as well as".
func (r *reader) joined(i int) bool {
	for k := max(0, i-8); k < i; k++ {
		if int(r.d.Arcs[k].Head) == i && r.d.Arcs[k].Rel == document.Cc {
			return true
		}
	}
	return false
}

// howMany is how many people a noun stands for: its exact number, one where it
// is singular; 0 where it is not told or no person is meant.
func (r *reader) howMany(h int) int {
	k, q := r.actorAt(h), r.numberOf(h)
	switch w := &r.d.Tags[h]; {
	case w.UPOS == document.NOUN && (strings.EqualFold(w.Lemma, "other") || strings.EqualFold(w.Lemma, "people") || strings.EqualFold(w.Lemma, "person")):
	case q >= 0 && r.befallsPeople(&r.d.Quantities[q], h):
	default:
		if k < 0 || r.d.Actors[k].Actor.Kind == sayso.KindUnknown || r.d.Actors[k].Actor.Kind == "" {
			return 0
		}
	}
	if q >= 0 {
		if c := &r.d.Quantities[q].Count; c.Min != nil && c.Max != nil && *c.Min == *c.Max {
			return *c.Min
		}
		return 0
	}
	if k < 0 || r.d.Actors[k].Plural || r.d.Tags[h].XPOS == document.NNS || r.d.Tags[h].XPOS == document.NNPS {
		return 0
	}
	return 1
}

// befallsPeople reports whether a number of killed, injured or arrested counts a noun, or
// stands alone as it: they are people whatever they are called.
func (r *reader) befallsPeople(q *document.Quantity, h int) bool {
	switch q.Count.What {
	case "killed", "injured", "arrested":
	default:
		return false
	}
	return !q.Part && (q.Of == h || q.Of < 0 && r.headOf(q.Range) == h)
}

// numberOf is the narrowest number of its sentence that counts a noun or holds
// it, "an officer" rather than "an officer and a technician"; -1 for none.
func (r *reader) numberOf(h int) int {
	all, sent := r.d.Quantities, r.d.Sentences[r.d.SentenceOf(h)]
	own := -1
	for i := sort.Search(len(all), func(i int) bool { return all[i].First >= sent.First }); i < len(all) && all[i].First < sent.End; i++ {
		if q := &all[i]; (q.Of == h || q.Has(h) && !r.holdsParts(i)) && (own < 0 || q.Len() < all[own].Len()) {
			own = i
		}
	}
	return own
}

// holdsParts reports whether a number is the sum of a list, whose first may have
// no number: "the mayor and his driver".
func (r *reader) holdsParts(i int) bool {
	all := r.d.Quantities
	for k := i + 1; k < len(all) && all[k].First < all[i].End; k++ {
		if all[k].Part && all[i].Covers(all[k].Range) {
			return true
		}
	}
	return false
}

// sufferers are the people whom mentions of the group tell to have been killed,
// injured or taken, without a number: a boy whose killing is told, an officer and
// a technician who died.
func (b *builder) sufferers() []numbering {
	var out []numbering
	for _, f := range b.arguments("target") {
		what := b.outcome(f.event.Trigger)
		h := b.r.headOf(f.arg.Range)
		if what == "" || b.onlyThreatened(f.event) || b.r.howMany(h) != 1 {
			continue
		}
		n := numbering{what: what, from: "sufferer", quantity: -1, at: f.arg.Range, event: f.event}
		if sum, at := b.together(f.arg.Range, -1); sum > 0 {
			n.from, n.sum, n.at = "people together", sum, at
		}
		out = append(out, n)
	}
	return out
}

// outcome is what the word of a mention says became of its targets, "" for nothing.
func (b *builder) outcome(t int) string {
	d := b.r.d
	switch strings.ToLower(d.Tags[t].Lemma) {
	case "kill", "murder", "slay", "die", "assassinate", "execute", "behead", "perish", "killing", "death", "assassination", "execution", "slaying", "beheading":
		return "killed"
	case "injure", "wound", "hurt", "maim":
		return "injured"
	case "shoot", "shooting", "stab", "stabbing", "beat", "beating":
		sent := d.Sentences[d.SentenceOf(t)]
		for i := sent.First; i < sent.End; i++ {
			if int(d.Arcs[i].Head) != t {
				continue
			}
			switch strings.ToLower(d.Tags[i].Lemma) {
			case "fatal", "fatally", "deadly", "dead", "death", "kill":
				return "killed"
			}
		}
	}
	return sufferedBy[b.g.kind]
}

// actorAt is the index of the first actor mention headed by a token, or -1.
func (r *reader) actorAt(h int) int {
	if k, ok := r.heads[h]; ok {
		return k
	}
	return -1
}

// sortOf names what a counted noun is: a kind of actor, or a word of no person.
func (r *reader) sortOf(of int) string {
	if of < 0 {
		return "nothing named"
	}
	if k := r.actorAt(of); k >= 0 && r.d.Actors[k].Actor.Kind != "" {
		return string(r.d.Actors[k].Actor.Kind)
	}
	switch strings.ToLower(r.d.Tags[of].Lemma) {
	case "people", "person", "man", "woman", "child", "one", "other":
		return "people"
	}
	return "a " + r.d.Tags[of].UPOS.String()
}

// people are the sorts of actors that crowds are made of.
func people(k sayso.ActorKind) bool {
	return k == sayso.KindProtesters || k == sayso.KindCivilians || k == sayso.KindCommunal || k == sayso.KindPerson
}

// countedCast reads a number of people in or near the sentences of the mentions
// who are those taken as agents or targets: 23 pirates attacked where pirates
// did, and were arrested where pirates were.
func (b *builder) countedCast(q *document.Quantity, gap int) []numbering {
	if gap < -3 || gap > 6 {
		return nil
	}
	k := b.r.actorAt(q.Of)
	if k < 0 {
		if street(b.g.kind) && q.Count.What == "" && b.r.anybody(q) {
			return []numbering{{what: "participants", from: "a crowd"}}
		}
		return nil
	}
	a := b.r.mentioned(k)
	var out []numbering
	for i := range b.in.Actors {
		x := &b.in.Actors[i]
		if !sameActor(x, &a) && !strings.HasSuffix(strings.ToLower(x.Name), " "+strings.ToLower(a.Name)) && !strings.HasSuffix(strings.ToLower(a.Name), " "+strings.ToLower(x.Name)) {
			continue
		}
		what := "attackers"
		switch {
		case x.Role == sayso.RoleTarget:
			what = sufferedBy[b.g.kind]
		case street(b.g.kind) || b.g.kind == "troop-movement" || b.g.kind == "defection":
			what = "participants"
		}
		if what != "" {
			out = append(out, numbering{what: what, from: "who takes part"})
		}
	}
	if street(b.g.kind) && people(a.Kind) && len(out) == 0 {
		out = append(out, numbering{what: "participants", from: "a crowd"})
	}
	return out
}

// anybody reports whether a number counts people without a word for who they are:
// "nearly 100 people", "hundreds of others", "more than 50,000".
func (r *reader) anybody(q *document.Quantity) bool {
	if q.Part || q.Count.Min != nil && *q.Count.Min < leastCrowd {
		return false
	}
	return q.Of < 0 || r.sortOf(q.Of) == "people"
}

// leastCrowd is from how many on people without a name are a crowd.
const leastCrowd = 10

// sufferedBy is what numbers of targets count in a happening of a type.
var sufferedBy = map[string]string{"arrest": "arrested", "abduction": "abducted", "release": "released"}

// compareCounts tells how each number stands to the others that may count the same.
func (b *builder) compareCounts(all []Option) {
	exact := func(c *sayso.Count) int {
		if c.Min != nil && c.Max != nil && *c.Min == *c.Max {
			return *c.Min
		}
		return -1
	}
	sums := map[string][]document.Range{}
	for i := range all {
		if all[i].sum {
			sums[all[i].Count.What+" "+ends(all[i].Count)] = append(sums[all[i].Count.What+" "+ends(all[i].Count)], all[i].at)
		}
	}
	for i := range all {
		o := &all[i]
		what, n := o.Count.What, exact(o.Count)
		arguments, larger, whole, partly := 0, false, false, false
		for k := range all {
			x := &all[k]
			if k == i || x.Count.What != what {
				continue
			}
			if x.argument {
				arguments++
			}
			larger = larger || o.Count.Min != nil && x.Count.Min != nil && *x.Count.Min > *o.Count.Min
			if !x.list.Empty() && x.list.Covers(o.at) && o.list.Empty() {
				partly = true
				whole = whole || b.toldApart(all, x, what)
			}
		}
		o.Signs.Add(bucket("arguments that count the same", arguments, 0, 1, 2))
		o.Signs.AddIf(o.argument && arguments == 0, "the only argument that counts this")
		o.Signs.AddIf(larger, "a larger number may count the same")
		o.Signs.AddIf(larger, "a larger number may count the same, "+what)
		o.Signs.AddIf(partly, "part of a list, "+what)
		o.Signs.AddIf(whole, "part of a list whose sum is told")
		o.Signs.AddIf(!o.sum && n > 0 && len(sums[what+" "+ends(o.Count)]) > 0, "the sum of a list")
		o.Signs.AddIf(o.sum && o.again > 0, "the sum of a list, told as well")
		o.Signs.Add(bucket("times told", o.again, 0, 1, 2))
		o.Signs.Add(bucket(what+" times told", o.again, 0, 1, 2))
	}
}

// toldApart reports whether the sum of a list is a number of the text besides.
func (b *builder) toldApart(all []Option, sum *Option, what string) bool {
	if sum.again > 0 {
		return true
	}
	for i := range all {
		if o := &all[i]; !o.sum && o.Count.What == what && ends(o.Count) == ends(sum.Count) {
			return true
		}
	}
	return false
}
