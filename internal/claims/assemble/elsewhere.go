package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// refuseNumbers marks the numbers whose own words say that they are told of
// something else, whatever the signs: of another town of the sentence, of
// another time, of what was told before.
func (b *builder) refuseNumbers() {
	for i := range b.numbers {
		o := &b.numbers[i]
		o.refused = b.strange(o) || b.befallsElse(o.at) || b.ofAnotherTown(o.at) || b.ofAnotherTime(o.at) || b.r.onlyPart(o) || b.ahead(o) || b.sufferElsewhere(o) || b.tollElsewhere(o) || b.ofOccasion(o) || b.r.tellers(o.at) || b.acrossYears(o.at.First) || b.ofMainClause(o)
	}
	for i := range b.numbers {
		b.numbers[i].refused = b.numbers[i].refused || b.added(&b.numbers[i])
	}
}

// tellers reports a number of those who say so: "two residents and a priest told AFP".
func (r *reader) tellers(at document.Range) bool {
	return slices.ContainsFunc(r.d.Attributions, func(a document.Attribution) bool {
		return a.Vouches && len(a.Cue) > 0 && utters[strings.ToLower(r.d.Tags[r.headOf(a.Cue[0])].Lemma)] && slices.ContainsFunc(a.Source, func(s document.Range) bool { return s.First <= at.First && at.End <= s.End && at.First-s.First < 2 })
	})
}

var utters = map[string]bool{"say": true, "tell": true, "report": true, "add": true, "confirm": true}

// ofMainClause reports whether a number is the subject of what a sentence tells, and all
// that its sentence says of the happening stands in a relative clause further on, about
// somebody else: those who "died during protests against the government that ousted Kabila"
// did not die when he was ousted.
func (b *builder) ofMainClause(o *Option) bool {
	d := b.r.d
	s, h := d.SentenceOf(o.at.First), b.r.headOf(o.at)
	if r := d.Arcs[h].Rel; r != document.Nsubj && r != document.NsubjPass {
		return false
	}
	told := false
	for _, i := range b.g.events {
		e := &d.Events[i]
		if d.SentenceOf(e.Trigger) != s {
			continue
		}
		told = true
		if top := b.r.relativeOver(e.Trigger); top < 0 || b.r.hangsUnder(h, top) || b.r.hangsUnder(int(d.Arcs[top].Head), h) {
			return false
		}
	}
	return told
}

// relativeOver is the top of the relative clause in which a token stands, -1 for none.
func (r *reader) relativeOver(t int) int {
	for n := 0; n < 8 && t >= 0; n++ {
		if r.d.Arcs[t].Rel == document.AclRelcl {
			return t
		}
		t = int(r.d.Arcs[t].Head)
	}
	return -1
}

// strange reports whether a happening of the type has no such number: what air
// defences shot down was not shot down in the capture of a village, and whom
// another happening befell are not those who attacked.
func (b *builder) strange(o *Option) bool {
	q := b.r.quantityIn(o.at, false)
	if q < 0 {
		return false
	}
	if o.Count.What == "attackers" && b.g.kind == "release" {
		return true
	}
	x := &b.r.d.Quantities[q]
	if (o.Count.What == "attackers" || o.Count.What == "strikes") && b.r.justOne(x) {
		return true
	}
	if o.Count.What == "abducted" && x.Of >= 0 && b.r.happens(x.Of) {
		return true // several hijackings were not taken
	}
	if o.Count.What == "attackers" && (x.Count.What == "killed" || x.Count.What == "injured" || x.Count.What == "arrested") && b.r.happens(x.Cue) && !b.mentionAt(x.Cue) &&
		!slices.ContainsFunc(b.arguments("agent"), func(f found) bool { return f.arg.Touches(o.at) }) {
		return true
	}
	return x.Count.What == "intercepted" && !violent(b.g.kind)
}

// justOne reports whether a number is no more than the article of a noun, "a gunman",
// "another attack": that there was somebody, and something, says the happening itself.
func (r *reader) justOne(q *document.Quantity) bool {
	if q.Count.Min == nil || *q.Count.Min != 1 || q.Count.Max == nil || *q.Count.Max != 1 {
		return false
	}
	switch strings.ToLower(r.d.Word(q.First)) {
	case "a", "an", "another":
		return true
	}
	return false
}

// befallsElse reports whether a number that says nothing of what became of those
// counted is named as whom another happening befell, and none of this: in "accused of
// shooting two soldiers, he was released" two were not released.
func (b *builder) befallsElse(at document.Range) bool {
	d := b.r.d
	q := b.r.quantityIn(at, false)
	if q < 0 || d.Quantities[q].Count.What != "" {
		return false
	}
	other := false
	for i := range d.Events {
		if !slices.ContainsFunc(d.Events[i].Args, func(g document.Argument) bool { return g.Role == "target" && g.Range.Covers(d.Quantities[q].Range) }) {
			continue
		}
		if b.g.has(i) {
			return false
		}
		other = true
	}
	return other
}

// ahead reports whether a number is a running toll, which is of something told
// before, and the body tells of the happening only after it.
func (b *builder) ahead(o *Option) bool {
	q := b.r.quantityIn(o.at, false)
	if q < 0 || !b.r.d.Quantities[q].Total || b.r.blockOf(o.at.First) == document.BlockTitle {
		return false
	}
	if b.r.yearly(o.at) {
		return true // of much else
	}
	s := b.r.d.SentenceOf(o.at.First)
	return !slices.ContainsFunc(b.g.events, func(e int) bool {
		t := b.r.d.Events[e].Trigger
		return b.r.d.SentenceOf(t) <= s && b.r.blockOf(t) != document.BlockTitle
	})
}

// yearly reports whether a number is a running toll that its own words tell of a
// year: "pushed the murder toll for the year to 214".
func (r *reader) yearly(at document.Range) bool {
	q := r.quantityIn(at, false)
	if q < 0 || !r.d.Quantities[q].Total {
		return false
	}
	for i := r.d.Quantities[q].Cue; i >= 0 && i < at.First; i++ {
		switch strings.ToLower(r.d.Word(i)) {
		case "year", "annual", "yearly":
			return true
		}
	}
	return false
}

// onlyPart reports whether the text says of a part alone what an option counts of
// all: of 23 passengers who were taken, 19 of whom were freed, not 23 were.
func (r *reader) onlyPart(o *Option) bool {
	q := r.quantityIn(o.at, false)
	if q < 0 {
		return false
	}
	if of := r.partOf(q); of >= 0 && o.Count.What != r.d.Quantities[q].Count.What || q > 0 && r.partOf(q-1) == q && o.Count.What == r.d.Quantities[q-1].Count.What {
		return true // they freed 12 of the 20 whom they had seized
	}
	if q+1 >= len(r.d.Quantities) {
		return false
	}
	x, p := &r.d.Quantities[q], &r.d.Quantities[q+1]
	return !x.Part && p.Part && p.Count.What == o.Count.What && x.Count.What != o.Count.What && r.d.SentenceOf(p.First)-r.d.SentenceOf(x.First) <= partSentences
}

// partOf is the number that quantity q is told as some of, the 20 of "12 of the 20
// soldiers"; -1 for none.
func (r *reader) partOf(q int) int {
	all := r.d.Quantities
	if q+1 < len(all) && all[q].Part && all[q].Count.What != "" && all[q].Covers(all[q+1].Range) && all[q].Range != all[q+1].Range && all[q].Of == all[q+1].Of {
		return q + 1
	}
	return -1
}

// wholeTold reports whether what option i is told as a part of is taken as a
// number of the happening: of "31 people, including nine children" the nine are
// no figure of their own.
func (b *builder) wholeTold(i int, chances []float64) bool {
	o, all := &b.numbers[i], b.r.d.Quantities
	p := b.r.quantityIn(o.at, true)
	if p < 0 {
		return false
	}
	s := b.r.d.SentenceOf(all[p].First)
	for k := range b.numbers {
		if b.isWhole(o, &b.numbers[k], s) && chances[k] >= moreFrom {
			return true
		}
	}
	return false
}

// isWhole reports whether a number may be that of which o, in the sentence given,
// is told as a part: more of the same, before it or around it, and no part itself.
func (b *builder) isWhole(o, x *Option, sentence int) bool {
	if q := b.r.quantityIn(x.at, false); q >= 0 && b.r.d.Quantities[q].Count.What != o.Count.What {
		return false // 23 were taken, 19 of them were freed
	}
	if x.Count.What != o.Count.What || x.at == o.at || x.at.First > o.at.First || b.r.quantityIn(x.at, true) >= 0 && !x.at.Covers(o.at) {
		return false
	}
	if gap := sentence - b.r.d.SentenceOf(x.at.First); gap > partSentences {
		return false
	}
	return x.Count.Low() > o.Count.Low()
}

// partSentences is how many sentences after a number its parts may be told.
const partSentences = 2

// quantityIn is the first number inside a range, of parts alone where part is
// set; -1 for none.
func (r *reader) quantityIn(at document.Range, part bool) int {
	return slices.IndexFunc(r.d.Quantities, func(q document.Quantity) bool { return at.Covers(q.Range) && (q.Part || !part) })
}

// ofAnotherTown reports whether a number is told of one town and the happening
// was in another, where the sentence tells of several: "two were killed in Vadali
// and six in Halad".
func (b *builder) ofAnotherTown(at document.Range) bool {
	q, w := b.r.quantityIn(at, false), b.in.Where
	if q < 0 || w == nil {
		return false
	}
	seat := b.r.seatOf(q)
	if seat < 0 || b.r.seatIs(seat, w) || strings.Contains(b.r.d.Words(document.Range{First: at.First, End: b.r.d.Toponyms[seat].End}), w.Name) {
		return false
	}
	for k := range b.r.d.Quantities {
		if k != q && b.r.d.Quantities[k].Count.What == b.r.d.Quantities[q].Count.What && b.r.d.SentenceOf(b.r.d.Quantities[k].First) == b.r.d.SentenceOf(at.First) {
			if other := b.r.seatOf(k); other >= 0 && b.r.d.Toponyms[other].Place.Name != b.r.d.Toponyms[seat].Place.Name {
				return true
			}
		}
	}
	return false
}

// seatIs reports whether a place name is that of a happening.
func (r *reader) seatIs(seat int, w *sayso.Place) bool {
	t := &r.d.Toponyms[seat]
	return t.Place.Name == w.Name || r.d.Words(t.Range) == w.Name
}

// longestSeat is how many words may stand between a number and its place.
const longestSeat = 7

// seatOf is the place name that a number is told of: behind a preposition of
// place after it, with no comma and no other number between; -1 for none.
func (r *reader) seatOf(q int) int {
	d := r.d
	end := d.Quantities[q].End
	for i := range d.Toponyms {
		t := &d.Toponyms[i]
		if t.First < end || t.Demonym {
			continue
		}
		if t.First > end+longestSeat || d.SentenceOf(t.First) != d.SentenceOf(end-1) {
			return -1
		}
		if q+1 < len(d.Quantities) && d.Quantities[q+1].First < t.First || !r.placedBy(end, t.First) {
			return -1
		}
		return i
	}
	return -1
}

// placedBy reports whether a preposition of place and no comma stands from one
// token to another.
func (r *reader) placedBy(from, to int) bool {
	in := false
	for i := from; i < to; i++ {
		switch strings.ToLower(r.d.Word(i)) {
		case "in", "at", "near", "around", "outside":
			in = true
		case ",", ";", ":", "and", "but":
			return false
		}
	}
	return in
}

// ofAnotherTime reports whether the time told nearest to a number lies well before
// the happening, or takes in much more than it: last year's toll, and that of the
// whole war, are not those of the attack.
func (b *builder) ofAnotherTime(at document.Range) bool {
	when, d := b.in.When, b.r.d
	if when == nil && len(b.g.events) == 1 || when != nil && (!when.Earliest.Known() || !when.Latest.Known()) || b.r.blockOf(at.First) == document.BlockTitle {
		return false
	}
	best, near := -1, 0
	for i := range d.Times {
		t := &d.Times[i]
		if d.SentenceOf(t.First) != d.SentenceOf(at.First) || !t.When.Earliest.Known() || !t.When.Latest.Known() {
			continue
		}
		if x := apart(t.First, at); best < 0 || x < near {
			best, near = i, x
		}
	}
	if best < 0 {
		return false
	}
	t := &d.Times[best].When
	if when == nil {
		return t.Latest-t.Earliest > wideDays // several mentions, none of them of so long a time
	}
	if t.Latest < when.Earliest && b.placeIn(d.SentenceOf(at.First)) == "another place" {
		return true // on Thursday, a shepherd was killed in another town
	}
	return t.Latest < when.Earliest-longBefore || t.Latest-t.Earliest > when.Latest-when.Earliest+wideDays && t.Earliest < when.Earliest-longBefore
}

// longBefore is how many days before a happening what is told is something else,
// wideDays how much longer than it a stretch is that holds more than one.
const (
	longBefore = 6
	wideDays   = 45
)
