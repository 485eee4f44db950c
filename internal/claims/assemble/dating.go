package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// finely tells how finely an option for the date is known, and whether the lead
// of the article has the same days.
func (b *builder) finely(f *signs.Features, w *sayso.When, kind string) {
	p := "precision " + string(w.Precision)
	f.Add(p)
	f.Add(p + ", " + kind)
	if b.r.d.Tags[b.r.d.Events[b.g.events[0]].Trigger].UPOS == document.VERB {
		f.Add(p + ", told by a verb")
	} else {
		f.Add(p + ", told by a noun")
	}
	lead := b.r.leadDates()
	f.AddIf(len(lead) > 0 && sameDay(lead[0], w), "the first date of the lead")
	f.AddIf(w.Earliest.Known() && slices.ContainsFunc(lead, func(x *sayso.When) bool { return sameDay(x, w) }), "a date of the lead")
}

// stretchSigns tell of a date that is a stretch of days how many sentences tell of
// the happening, and how many single days they name: who protests "since early
// June" marched "yesterday".
func (b *builder) stretchSigns(f *signs.Features, i int) {
	d := b.r.d
	w := &d.Times[i].When
	if !w.Earliest.Known() || !w.Latest.Known() || w.Earliest == w.Latest {
		return
	}
	told := map[int]bool{}
	for _, e := range b.g.events {
		told[d.SentenceOf(d.Events[e].Trigger)] = true
	}
	days := 0
	for k := range d.Times {
		if x := &d.Times[k]; told[d.SentenceOf(x.First)] && x.Kind != "SET" && x.When.Earliest.Known() && x.When.Earliest == x.When.Latest {
			days++
		}
	}
	name := "stretch"
	if strings.EqualFold(b.wordBefore(d.Times[i].Range), "since") {
		name = "stretch since"
	}
	f.Add(bucket(name+", sentences with a mention", len(told), 1, 2, 4))
	f.Add(bucket(name+", days beside mentions", days, 0, 1, 2))
}

// leadDates are the resolved dates of the first two sentences of the body.
func (r *reader) leadDates() []*sayso.When {
	first := r.opening()
	var out []*sayso.When
	for i := range r.d.Times {
		t := &r.d.Times[i]
		if s := r.d.SentenceOf(t.First); s >= first && s <= first+1 && pointsToDays(t) && t.When.Latest.Known() {
			out = append(out, &t.When)
		}
	}
	return out
}

// pointsToDays reports whether an expression names a day or a clock time that
// could be resolved, and not just "now".
func pointsToDays(t *document.Time) bool {
	return (t.Kind == "DATE" || t.Kind == "TIME") && t.When.Earliest.Known() && !strings.HasSuffix(t.Value, "_REF")
}

// besideMentions tells how a sentence with a date lies to the mentions in the body:
// that of the one that reports the happening best, of the first, or how many after
// it.
func (b *builder) besideMentions(f *signs.Features, at int) {
	best := b.r.d.SentenceOf(b.g.best(b.r).Trigger)
	told := b.sentences()
	f.AddIf(at == best, "in the sentence of the best mention")
	f.AddIf(at == told[0], "in the sentence of the first mention")
	f.Add(bucket("sentences from it to the best mention", abs(at-best), 0, 1, 2, 4, 8))
	switch k := slices.Index(told, at); {
	case k >= 0:
		f.Add(bucket("in the sentence of mention no.", k+1, 1, 2, 3, 5))
	case at < told[0]:
		f.Add("before all mentions")
	case at > told[len(told)-1]:
		f.Add("after all mentions")
	default:
		f.Add("amid the mentions")
	}
}

// sentences are those with a mention in the body, or in the headline where the
// body has none.
func (b *builder) sentences() []int {
	var body, all []int
	for _, e := range b.g.events {
		s := b.r.d.SentenceOf(b.r.d.Events[e].Trigger)
		all = append(all, s)
		if b.r.blockOf(b.r.d.Events[e].Trigger) != document.BlockTitle {
			body = append(body, s)
		}
	}
	if len(body) == 0 {
		body = all
	}
	slices.Sort(body)
	return slices.Compact(body)
}

// toldBetween tells of a date outside the sentences of the mentions what the
// text tells between the two: the date of a paragraph holds until another
// happening is told.
func (b *builder) toldBetween(f *signs.Features, i int) {
	d := b.r.d
	at := d.SentenceOf(d.Times[i].First)
	before, after, near := b.mentionsAround(at)
	if near {
		return
	}
	block := func(s int) bool { return s >= 0 && d.Sentences[s].Block == d.Sentences[at].Block }
	f.AddIf(slices.ContainsFunc(b.g.events, func(e int) bool { return block(d.SentenceOf(d.Events[e].Trigger)) }), "away, in the paragraph of a mention")
	if after >= 0 {
		others, family := b.othersIn(at, after-1)
		f.Add(bucket("away before, other happenings told between", others, 0, 1, 2, 4))
		f.Add(bucket("away before, others of its family told between", family, 0, 1, 2, 4))
		f.AddIf(!b.r.datesIn(at+1, after), "away, no date between it and the mention")
	}
	if before >= 0 {
		others, _ := b.othersIn(before+1, at)
		f.Add(bucket("away after, other happenings told between", others, 0, 1, 2, 4))
	}
}

// mentionsAround gives the last sentence with a mention before a sentence and the first
// after it, -1 for none, and whether it has one itself.
func (b *builder) mentionsAround(at int) (before, after int, near bool) {
	before, after = -1, -1
	for _, e := range b.g.events {
		switch s := b.r.d.SentenceOf(b.r.d.Events[e].Trigger); {
		case s == at:
			near = true
		case s < at:
			before = max(before, s)
		case after < 0 || s < after:
			after = s
		}
	}
	return before, after, near
}

// othersIn counts the mentions of other happenings in some sentences, and those
// of them that are of its family.
func (b *builder) othersIn(from, to int) (all, family int) {
	d := b.r.d
	for i := range d.Events {
		if s := d.SentenceOf(d.Events[i].Trigger); s < from || s > to || b.g.has(i) {
			continue
		}
		all++
		if b.m.family(d.Events[i].Type) == b.m.family(b.g.kind) {
			family++
		}
	}
	return all, family
}

// datesIn reports whether some sentences name a day.
func (r *reader) datesIn(from, to int) bool {
	return slices.ContainsFunc(r.d.Times, func(t document.Time) bool {
		s := r.d.SentenceOf(t.First)
		return s >= from && s <= to && pointsToDays(&t)
	})
}

// farFromDates tells how many sentences the mentions are from a date, for there
// being none.
func (b *builder) farFromDates(f *signs.Features) {
	d := b.r.d
	const far = 99
	since, until := far, far
	for i := range d.Times {
		if !pointsToDays(&d.Times[i]) {
			continue
		}
		at := d.SentenceOf(d.Times[i].First)
		for _, e := range b.g.events {
			s := d.SentenceOf(d.Events[e].Trigger)
			if at <= s {
				since = min(since, s-at)
			}
			if at >= s {
				until = min(until, at-s)
			}
		}
	}
	f.Add("no date, " + b.g.kind)
	f.Add(bucket("no date, mentions", len(b.g.events), 1, 2, 4))
	f.Add(bucket("no date, sentences since one", since, 0, 1, 2, 4, 8, 20))
	f.Add(bucket("no date, sentences until one", until, 0, 1, 2, 4, 8, 20))
}

// likeliestDays is the option with the best score among those for the days that
// are likeliest: what speaks for a day adds up, however often it is named. It is
// the first option where there is no model.
func likeliestDays(m signs.Model, options []Option) *Option {
	scores := make([]float64, len(options))
	top := 0.0
	for i := range options {
		if scores[i] = m.Score(options[i].Signs); i == 0 || scores[i] > top {
			top = scores[i]
		}
	}
	best, most := 0, 0.0
	for i := range options {
		sum := 0.0
		for k := range options {
			if i == k || m != nil && sameDays(options[i].When, options[k].When) {
				sum += odds(scores[k] - top)
			}
		}
		if sum > most || sum == most && scores[i] > scores[best] {
			best, most = i, sum
		}
	}
	return &options[best]
}

// sameDays reports whether two options are resolved to the same days.
func sameDays(a, b *sayso.When) bool {
	return a != nil && a.Earliest.Known() && sameDay(a, b)
}

// odds is e to the power of a log-odds of at most 0, to three digits and in the
// same bits on every platform: (1+x/n)^n.
func odds(x float64) float64 {
	y := max(0, 1+x/1024)
	for range 10 { // 2^10 is 1024
		y = float64(y * y)
	}
	return y
}

// countedFrom are the days that a stretch counts from where a mention stands in the
// words that say so: what has been quiet "since the attack on 27 February" was
// attacked that day, "the deadliest since an assault in August" was in August.
func (b *builder) countedFrom(t *document.Time) (first, last sayso.Day, ok bool) {
	d := b.r.d
	if t.When.Earliest == t.When.Latest {
		return sayso.NoDay, sayso.NoDay, false
	}
	inside := func(e int) bool {
		k := d.Events[e].Trigger
		return k < t.First && int(d.Tokens[k].Start) >= t.When.Span.Start
	}
	if !slices.ContainsFunc(b.g.events, inside) {
		return sayso.NoDay, sayso.NoDay, false
	}
	if first, last, ok = daysOf(t.Value); !ok {
		return sayso.NoDay, sayso.NoDay, false
	}
	return first, last, first == t.When.Earliest || last == t.When.Latest
}

// daysOf are the first and last day of a value that begins with a day or is a month.
func daysOf(value string) (first, last sayso.Day, ok bool) {
	if len(value) == len("2002-02") {
		first, err := sayso.ParseDay(value + "-01")
		last := first + 27
		for err == nil && (last + 1).String()[:len(value)] == value {
			last++
		}
		return first, last, err == nil
	}
	if len(value) < len("2002-02-27") {
		return sayso.NoDay, sayso.NoDay, false
	}
	day, err := sayso.ParseDay(value[:len("2002-02-27")])
	return day, day, err == nil
}
