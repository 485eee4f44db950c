package assemble

import (
	"strings"

	"sayso"
	"sayso/internal/document"
)

// numbering is one way in which a number of the text can belong to a happening.
type numbering struct {
	what     string
	from     string // how it is known what is counted: "argument", "cue", "type", "agent", "trigger"
	quantity int    // index, or -1 for a single person or thing
	at       document.Range
	event    *document.Event // the mention nearest to it
	gap      int             // sentences from the mention to it
	sum      int             // of the numbers of a list: "12 Somali and 11 Yemeni pirates"
}

// countOptions are the numbers in and near the sentences of the mentions, with
// what each could count, and what speaks for it.
func (b *builder) countOptions() []Option {
	var out []Option
	seen := map[string]int{}
	for _, n := range b.numberings() {
		a := document.Argument{Range: n.at, Index: n.quantity}
		c := b.count(n.what, &a)
		if n.sum > 0 {
			sum := n.sum
			c.Min, c.Max, c.Words = &sum, &sum, b.r.d.Words(n.at)
		}
		key := n.what + " " + ends(&c)
		f := b.countSigns(&n, &c)
		k, ok := seen[key]
		if !ok {
			seen[key] = len(out)
			out = append(out, Option{Count: &c, Signs: f, argument: n.from == "argument", single: n.quantity < 0 && n.sum == 0, sum: n.sum > 0, at: n.at, event: n.event})
			if n.sum > 0 {
				out[len(out)-1].list = n.at
			}
			continue
		}
		if n.sum > 0 && out[k].list.Empty() {
			out[k].list = n.at
		}
		if out[k].at != n.at {
			out[k].again++
			if n.sum == 0 && out[k].sum { // a number that is told is more than a sum
				out[k].at, out[k].sum, out[k].Count, out[k].again = n.at, false, &c, 1
			}
		}
		out[k].Signs.AddIf(true, "told again as "+n.from)
		out[k].argument = out[k].argument || n.from == "argument"
	}
	b.compareCounts(out)
	return out
}

// numberings lists arguments first, then what cues, the type and the parts of
// the mentions suggest.
func (b *builder) numberings() []numbering {
	var out []numbering
	d := b.r.d
	for _, i := range b.g.events {
		e := &d.Events[i]
		if b.onlyThreatened(e) {
			continue
		}
		for x := range e.Args {
			what, ok := strings.CutPrefix(e.Args[x].Role, sayso.AboutCount)
			if !ok {
				continue
			}
			out = append(out, numbering{what: what, from: "argument", quantity: e.Args[x].Index, at: e.Args[x].Range, event: e})
			if sum, at := b.together(e.Args[x].Range, e.Args[x].Index); sum > 0 {
				out = append(out, numbering{what: what, from: "people together", quantity: -1, at: at, event: e, sum: sum})
			}
		}
	}
	out = append(out, b.sufferers()...)
	for q := range d.Quantities {
		if d.Quantities[q].Mixed {
			continue
		}
		e, gap := b.nearestMention(d.Quantities[q].Range)
		if b.r.blockOf(d.Quantities[q].First) == document.BlockTitle {
			gap = 0 // the headline is about all of it
		}
		crowd := street(b.g.kind) && gap >= -3 && gap <= 6
		if (gap < -1 || gap > 2) && !crowd && !b.tollOf(q, gap) {
			continue
		}
		for _, n := range b.readings(q, e, gap) {
			n.quantity, n.at, n.event, n.gap = q, d.Quantities[q].Range, e, gap
			out = append(out, n)
			if sum, at := b.r.listed(q); sum > 0 {
				n.from, n.sum, n.at = "list", sum, at
				out = append(out, n)
			}
		}
	}
	return out
}

// onlyThreatened reports whether a mention of what has happened tells of what somebody
// only threatens: whom he vows to kill is none of those who were killed.
func (b *builder) onlyThreatened(e *document.Event) bool {
	for _, i := range b.g.events {
		if f := b.r.fact[i]; &b.r.d.Events[i] == e {
			return f != nil && f.Status == sayso.StatusThreatened && b.g.status == sayso.StatusOccurred
		}
	}
	return false
}

// listed adds up the exact numbers of a list that begins with quantity q: those
// after it in its sentence for as long as commas, "and" and at most six other
// words stand between two of them. 0 is that it begins none.
func (r *reader) listed(q int) (sum int, at document.Range) {
	all := r.d.Quantities
	exact := func(i int) bool {
		c := &all[i].Count
		return c.Min != nil && c.Max != nil && *c.Min == *c.Max && !all[i].Part
	}
	if !exact(q) || q > 0 && exact(q-1) && r.listGoesOn(q-1) {
		return 0, at
	}
	sum, at = *all[q].Count.Min, all[q].Range
	n := q
	for n+1 < len(all) && exact(n+1) && r.listGoesOn(n) {
		n++
		sum, at.End = sum+*all[n].Count.Min, all[n].End
	}
	if n == q || sum == 2**all[q].Count.Min {
		return 0, at // 23 pirates, 12 Somali and 11 Yemeni
	}
	return sum, at
}

// listGoesOn reports whether quantity q and the one after it are neighbours in
// a list.
func (r *reader) listGoesOn(q int) bool {
	a, b := r.d.Quantities[q].Range, r.d.Quantities[q+1].Range
	if b.First < a.End || b.First-a.End > 7 || r.d.SentenceOf(a.First) != r.d.SentenceOf(b.First) ||
		r.d.Quantities[q].Count.What != r.d.Quantities[q+1].Count.What {
		return false
	}
	for _, cue := range []int{r.d.Quantities[q].Cue, r.d.Quantities[q+1].Cue} {
		if cue >= a.End && cue < b.First {
			return false // killed three soldiers and wounded six; 28 injured, 13 of them badly
		}
	}
	for i := range r.d.Toponyms { // 12 in Baghdad and 7 in Mosul are two happenings
		if t := &r.d.Toponyms[i]; !t.Demonym && t.First >= a.End && t.End <= b.First {
			return false
		}
	}
	if r.d.Quantities[q].Of >= 0 && r.d.Quantities[q+1].Of < 0 && r.d.Word(b.First-1) == "," {
		return false // 19 people, six for gunshot wounds
	}
	tie := false
	for i := a.End; i < b.First; i++ {
		switch u := r.d.Tags[i].UPOS; {
		case u == document.VERB, u == document.AUX, strings.EqualFold(r.d.Word(i), "not"):
			return false
		case r.d.Word(i) == "," || strings.EqualFold(r.d.Word(i), "and"):
			tie = true
		}
	}
	return tie || b.First == a.End
}

// tollOf reports whether a number of dead or injured, up to eight sentences
// after the last mention, has no event of another happening nearer.
func (b *builder) tollOf(q, gap int) bool {
	d := b.r.d
	if what := d.Quantities[q].Count.What; what != "killed" && what != "injured" || gap < 0 || gap > 8 {
		return false
	}
	s := d.SentenceOf(d.Quantities[q].First)
	if b.risesFrom(q) {
		return true
	}
	for i := range d.Events {
		if !b.g.has(i) && d.Events[i].Score >= 0.5 && abs(s-d.SentenceOf(d.Events[i].Trigger)) < gap && d.Events[i].Type != "threat" {
			return false
		}
	}
	return true
}

// nearestMention is the mention nearest to a range, and by how many sentences
// the range comes after it.
func (b *builder) nearestMention(at document.Range) (best *document.Event, gap int) {
	d := b.r.d
	s := d.SentenceOf(at.First)
	near := 1 << 30
	for _, i := range b.g.events {
		e := &d.Events[i]
		n := s - d.SentenceOf(e.Trigger)
		if a := abs(n)*1000 + min(apart(e.Trigger, at), 999); a < near {
			best, gap, near = e, n, a
		}
	}
	return best, gap
}

// readings are what quantity q may count in a happening of the group's type.
func (b *builder) readings(q int, e *document.Event, gap int) []numbering {
	x := &b.r.d.Quantities[q]
	var out []numbering
	if x.Count.What != "" {
		out = append(out, numbering{what: x.Count.What, from: "cue"})
	}
	out = append(out, b.countedCast(x, gap)...)
	if gap != 0 {
		return out
	}
	if what := countedBy[b.g.kind]; what != "" && (x.Count.What == "" || x.Cue == e.Trigger) {
		out = append(out, numbering{what: what, from: "type"})
	}
	if x.Of == e.Trigger {
		out = append(out, numbering{what: "strikes", from: "trigger"})
	}
	for k := range e.Args {
		a := &e.Args[k]
		if a.Role == "weapon" && a.Has(x.Of) && x.Count.What != "strikes" {
			out = append(out, numbering{what: "strikes", from: "weapon"}) // three bombs exploded
		}
		if a.Has(x.Of) && (a.Role == "agent" || a.Role == "party") {
			out = append(out, numbering{what: "attackers", from: "agent"}, numbering{what: "participants", from: "agent"})
		}
	}
	return out
}

// countedBy is what numbers count first of all in a happening of a type.
var countedBy = map[string]string{"arrest": "arrested", "abduction": "abducted", "release": "released", "protest": "participants",
	"riot": "participants", "defection": "participants", "troop-movement": "participants"}

// countedBefore reports whether a number in the sentence of quantity q or the
// two before it counts the same: of "twelve dead", "three of them" are part; of
// "ten rockets", "three of those" that were intercepted are a number of its own.
func (r *reader) countedBefore(q int, what string) bool {
	s := r.d.SentenceOf(r.d.Quantities[q].First)
	for k := q - 1; k >= 0 && s-r.d.SentenceOf(r.d.Quantities[k].First) <= 2; k-- {
		if r.d.Quantities[k].Count.What == what {
			return true
		}
	}
	return false
}
