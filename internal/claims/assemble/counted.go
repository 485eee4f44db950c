package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/lexicon/numeral"
)

// distance is what a sentence says of two happenings by the days between them:
// "The blast came a day after gunmen killed four", "On the eve of the massacre a
// village was raided".
type distance struct {
	words  document.Range // "a day after"
	days   int            // from what it is counted from; negative for before
	anchor int            // the token that it is counted from: "killed", "massacre"
	of     int            // the token that it is told of: "came", "raided"
}

// countDays gives happenings that are told by their distance in days from each
// other the day that follows from it: of the one that a day is told of itself the
// other has it, and where neither is known no day told elsewhere is theirs.
func countDays(all []*builder) {
	if len(all) == 0 {
		return
	}
	r := all[0].r
	for _, x := range r.spans {
		r.countDay(all, x)
	}
}

// acrossDays reports whether a place is named on the other side of such words from
// the happening: where the village was raided is not where the massacre was.
func (b *builder) acrossDays(at document.Range) bool {
	return slices.ContainsFunc(b.r.spans, func(x distance) bool { return b.across(at.First, x) })
}

// acrossYears reports whether a number stands on the other side from the happening of words
// that count years from it: who "remain there, 18 years after forces invaded" are not
// those who invaded.
func (b *builder) acrossYears(at int) bool {
	return slices.ContainsFunc(b.r.decades, func(x distance) bool { return b.across(at, x) })
}

func (b *builder) across(place int, x distance) bool {
	d := b.r.d
	s := d.SentenceOf(x.anchor)
	if d.SentenceOf(place) != s {
		return false
	}
	inside, told := b.r.hangsUnder(place, x.anchor), false
	for _, e := range b.g.events {
		t := d.Events[e].Trigger
		if d.SentenceOf(t) != s {
			continue
		}
		if b.r.hangsUnder(t, x.anchor) == inside {
			return false
		}
		told = true
	}
	return told
}

// hangsUnder reports whether a token is another or hangs below it.
func (r *reader) hangsUnder(t, top int) bool {
	for ; t >= 0; t = int(r.d.Arcs[t].Head) {
		if t == top {
			return true
		}
	}
	return false
}

func (r *reader) countDay(all []*builder, x distance) {
	from, told := holders(all, x, r.fromAnchor), holders(all, x, r.toldOf)
	told = slices.DeleteFunc(told, func(b *builder) bool { return slices.Contains(from, b) })
	if day, ok := r.dayBeside(x); ok { // on February 21, the day after the shooting
		for _, b := range from {
			b.tellDay(day-sayso.Day(x.days), x)
		}
		return
	}
	day, ok := r.dayInside(x)
	for _, b := range from {
		if d, firm := b.firmDay(x); !ok && firm {
			day, ok = d, true
		}
	}
	if !ok {
		day, ok = r.dayOfKind(all, from, x)
	}
	if !ok {
		day, ok = r.dayOfLike(x, from)
	}
	if ok {
		for _, b := range told {
			b.tellDay(day+sayso.Day(x.days), x)
		}
		return
	}
	for _, b := range told {
		if d, firm := b.firmDay(x); firm {
			for _, a := range from {
				a.tellDay(d-sayso.Day(x.days), x)
			}
			return
		}
	}
	for _, b := range all {
		b.forgetDay(x)
	}
}

// holders are the happenings with a mention of which something holds.
func holders(all []*builder, x distance, holds func(int, distance) bool) []*builder {
	var out []*builder
	for _, b := range all {
		if slices.ContainsFunc(b.g.events, func(e int) bool { return holds(b.r.d.Events[e].Trigger, x) }) {
			out = append(out, b)
		}
	}
	return out
}

// distances finds the words of a text that count days from something it names.
func (r *reader) distances() []distance {
	d := r.d
	var out []distance
	for k := 1; k+1 < len(d.Arcs); k++ {
		x := distance{days: 1, anchor: int(d.Arcs[k].Head)}
		unit := strings.ToLower(d.Word(k - 1))
		switch w := strings.ToLower(d.Word(k)); {
		case x.anchor <= k:
			continue
		case w == "of" && unit == "eve":
			x.days, x.words = -1, document.Range{First: k - 1, End: k + 1}
		case (w == "after" || w == "before") && (unit == "day" || unit == "days" || unit == "night"):
			n, first := r.unitsBefore(k - 1)
			x.days, x.words = n, document.Range{First: first, End: k + 1}
			if w == "before" {
				x.days = -n
			}
		default:
			continue
		}
		x.of = int(d.Arcs[x.anchor].Head)
		if x.of == k-1 {
			x.of = int(d.Arcs[k-1].Head)
		}
		if x.days != 0 && x.of >= 0 {
			out = append(out, x)
		}
	}
	return out
}

// longDistances finds the words that count years or months from something.
func (r *reader) longDistances() []distance {
	d := r.d
	var out []distance
	for k := 2; k+1 < len(d.Arcs); k++ {
		w := strings.ToLower(d.Word(k))
		if x := (distance{anchor: int(d.Arcs[k].Head), words: document.Range{First: k - 2, End: k + 1}}); x.anchor > k && (w == "after" || w == "since") {
			switch strings.ToLower(d.Tags[k-1].Lemma) {
			case "year", "month", "decade":
				out = append(out, x)
			}
		}
	}
	return out
}

// unitsBefore is how many days stand at a token, and where they begin: "two days",
// "the night"; 0 where nobody can tell.
func (r *reader) unitsBefore(unit int) (n, first int) {
	d := r.d
	if unit == 0 {
		return 0, unit
	}
	switch strings.ToLower(d.Word(unit - 1)) {
	case "a", "one", "the":
		return 1, unit - 1
	}
	for first = unit - 1; first > max(0, unit-3); first-- {
		if _, ok := numeral.Read(d, first-1, unit); !ok {
			break
		}
	}
	if v, ok := numeral.Read(d, first, unit); ok && v.End == unit && v.Value == float64(v.Int()) {
		return v.Int(), first
	}
	return 0, unit
}

// fromAnchor reports whether a token is what the days are counted from or stands
// in its clause; what somebody said then was earlier.
func (r *reader) fromAnchor(t int, x distance) bool {
	for n := 0; n < 4 && t > x.words.First; n++ {
		if t == x.anchor {
			return true
		}
		h := int(r.d.Arcs[t].Head)
		switch r.d.Arcs[t].Rel {
		case document.Obj, document.Nsubj, document.NsubjPass, document.Conj:
		default:
			return false
		}
		t = h
	}
	return false
}

// toldOf reports whether a token is what the distance is told of: "came", or the
// blast that came.
func (r *reader) toldOf(t int, x distance) bool {
	if t == x.of {
		return true
	}
	a := r.d.Arcs[t]
	if int(a.Head) != x.of || t >= x.words.First && t <= x.anchor {
		return false
	}
	switch a.Rel {
	case document.Obj, document.Nsubj, document.NsubjPass, document.Conj:
		return true
	}
	return false
}

// dayBeside is the day that the distance only explains: "On February 21, the day
// after the shooting".
func (r *reader) dayBeside(x distance) (sayso.Day, bool) {
	for i := range r.d.Times {
		t := &r.d.Times[i]
		if t.End == x.words.First-1 && strings.HasPrefix(r.d.Word(t.End), ",") || t.End == x.words.First {
			return singleDay(&t.When)
		}
	}
	return sayso.NoDay, false
}

// dayInside is the day of what it is counted from, where its own words have it:
// "two days after Sunday's vote".
func (r *reader) dayInside(x distance) (sayso.Day, bool) {
	for i := range r.d.Times {
		t := &r.d.Times[i]
		if t.First < x.words.End || t.First > x.words.End+12 || r.d.SentenceOf(t.First) != r.d.SentenceOf(x.words.First) {
			continue
		}
		if h := r.headOf(t.Range); h == x.anchor || int(r.d.Arcs[h].Head) == x.anchor {
			return singleDay(&t.When)
		}
	}
	return sayso.NoDay, false
}

// dayOfKind is the day of another of the kind that was told in the sentences right
// before, where the words point back: "bandits abducted farmers on July 4 … The day
// before the kidnapping".
func (r *reader) dayOfKind(all, from []*builder, x distance) (sayso.Day, bool) {
	if len(from) == 0 || !r.refersBack(x.anchor) {
		return sayso.NoDay, false
	}
	s := r.d.SentenceOf(x.anchor)
	for _, b := range slices.Backward(all) {
		near := slices.ContainsFunc(b.g.events, func(e int) bool {
			n := s - r.d.SentenceOf(r.d.Events[e].Trigger)
			return n > 0 && n <= 3
		})
		if !near || b.g.kind != from[0].g.kind || slices.Contains(from, b) {
			continue
		}
		day, ok := b.firmDay(x)
		if ok {
			w := *b.in.When
			from[0].in.When = &w
		}
		return day, ok
	}
	return sayso.NoDay, false
}

// dayOfLike is the day of what was told last, in the three sentences before, where
// the words point back at something of its family, or at something that is no
// happening of ours in the very sentence before: "It was attacked on 4 June … On the
// eve of the massacre", "The ceremony on Thursday was guarded. Two days before it".
func (r *reader) dayOfLike(x distance, from []*builder) (sayso.Day, bool) {
	d := r.d
	s := d.SentenceOf(x.anchor)
	for n := 1; n <= 3 && s-n >= 0; n++ {
		if n > 1 && len(from) == 0 {
			break
		}
		var day sayso.Day
		days := 0
		for i := range d.Times {
			t := &d.Times[i]
			if d.SentenceOf(t.First) != s-n || !pointsToDays(t) {
				continue
			}
			days++
			v, ok := singleDay(&t.When)
			if !ok || r.saidThen(t.Range) {
				return sayso.NoDay, false
			}
			day = v
		}
		switch {
		case days == 1 && r.refersBack(x.anchor) && (len(from) == 0 || r.familyIn(s-n, s-1, from[0])):
			return day, true
		case days > 0:
			return sayso.NoDay, false
		}
	}
	return sayso.NoDay, false
}

// refersBack reports whether a noun is a pronoun or has "the" or "that" before it.
func (r *reader) refersBack(noun int) bool {
	d := r.d
	if d.Tags[noun].UPOS == document.PRON {
		return true
	}
	for k := max(0, noun-3); k < noun; k++ {
		if w := strings.ToLower(d.Word(k)); int(d.Arcs[k].Head) == noun && (w == "the" || w == "that" || w == "this") {
			return true
		}
	}
	return false
}

// familyIn reports whether some sentences tell of something of a happening's family.
func (r *reader) familyIn(first, last int, b *builder) bool {
	return slices.ContainsFunc(r.d.Events, func(e document.Event) bool {
		s := r.d.SentenceOf(e.Trigger)
		return s >= first && s <= last && b.m.family(e.Type) == b.m.family(b.g.kind)
	})
}

// firmDay is the day that a sentence of the happening tells of it by itself, and
// not by its distance from another.
func (b *builder) firmDay(x distance) (sayso.Day, bool) {
	w := b.in.When
	if w == nil {
		return sayso.NoDay, false
	}
	for _, f := range b.arguments("time") {
		t := &b.r.d.Times[f.arg.Index]
		if b.r.fromAnchor(f.event.Trigger, x) && !b.r.hangsUnder(t.First, x.anchor) || b.r.toldOf(f.event.Trigger, x) && b.r.hangsUnder(t.First, x.anchor) {
			continue
		}
		if sameDays(&t.When, w) {
			return singleDay(w)
		}
	}
	return sayso.NoDay, false
}

// tellDay gives a happening the day that was counted, where no words tell it
// another.
func (b *builder) tellDay(day sayso.Day, x distance) {
	if _, firm := b.firmDay(x); firm {
		return
	}
	d := b.r.d
	at := document.Range{First: x.words.First, End: x.anchor + 1}
	b.in.When = &sayso.When{Earliest: day, Latest: day, Precision: sayso.PrecisionDay, Words: d.Words(at), Span: d.SpanOf(at)}
}

// forgetDay takes back a day told elsewhere where the best mention tells its time
// by something else, of which no day is known.
func (b *builder) forgetDay(x distance) {
	d := b.r.d
	w, best := b.in.When, b.g.best(b.r).Trigger
	if w == nil || !b.r.toldOf(best, x) && (!b.r.hangsUnder(best, x.anchor) || b.r.refersBack(x.anchor)) {
		return
	}
	if _, firm := b.firmDay(x); !firm && !w.Span.Touches(d.SpanOf(d.Sentences[d.SentenceOf(best)].Range)) {
		b.in.When = nil
	}
}

// singleDay is the day of dates that are one day.
func singleDay(w *sayso.When) (sayso.Day, bool) {
	return w.Earliest, w.Earliest.Known() && w.Earliest == w.Latest
}
