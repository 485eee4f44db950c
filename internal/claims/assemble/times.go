package assemble

import (
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// timeOptions are the dates that the article gives and nothing, with what
// speaks for each being when the group's happening was.
func (b *builder) timeOptions() []Option {
	out := []Option{{Signs: b.undatedSigns()}}
	score := map[int]float64{}
	for _, f := range b.arguments("time") {
		score[f.arg.Index] = max(score[f.arg.Index], f.arg.Score)
	}
	best := 0.0
	for _, s := range score {
		best = max(best, s)
	}
	d := b.r.d
	for i := range d.Times {
		t := &d.Times[i]
		if t.Kind == "SET" || t.Kind == "DURATION" && !t.When.Earliest.Known() || b.anotherStep(t.Range) || b.notThen(i) {
			continue
		}
		w := t.When
		if first, last, ok := b.countedFrom(t); ok {
			w.Earliest, w.Latest, w.Precision, w.Words = first, last, sayso.PrecisionDay, ""
			if first != last {
				w.Precision = sayso.PrecisionMonth
			}
		}
		if w.Words == "" {
			w.Words = d.Words(t.Range)
		}
		w.Span = d.SpanOf(t.Range)
		f := b.timeSigns(i, score[i])
		f.AddIf(score[i] > 0 && score[i] == best, "best of the arguments")
		b.besideMentions(&f, d.SentenceOf(t.First))
		b.toldBetween(&f, i)
		b.stretchSigns(&f, i)
		b.finely(&f, &w, t.Kind)
		out = append(out, Option{When: &w, Signs: f})
	}
	return out
}

// undatedSigns speak for the article saying nothing of when it was.
func (b *builder) undatedSigns() signs.Features {
	var f signs.Features
	f.Add("no date")
	d := b.r.d
	e := b.g.best(b.r)
	f.AddIf(!d.Article.Published.Known(), "no date, the article has none")
	f.AddIf(b.r.pluperfect(b.g), "no date, told in the past perfect")
	f.AddIf(d.Tags[e.Trigger].UPOS != document.VERB, "no date, a noun tells it")
	f.AddIf(b.g.status != sayso.StatusOccurred, "no date, it has not happened")
	at, _ := b.r.placing(b.g)
	f.Add(bucket("no date, sentence of the body", at, -1, 0, 1, 3, 8))
	in := false
	for _, m := range b.g.events {
		in = in || b.r.dated(d.SentenceOf(d.Events[m].Trigger))
	}
	f.AddIf(in, "no date, though a sentence of it has one")
	b.farFromDates(&f)
	return f
}

// dated reports whether a resolved date stands in a sentence.
func (r *reader) dated(sentence int) bool {
	for i := range r.d.Times {
		if t := &r.d.Times[i]; t.When.Earliest.Known() && r.d.SentenceOf(t.First) == sentence {
			return true
		}
	}
	return false
}

// ageSigns compare a date with the day of publication and with how the
// happening is told: what is recalled is old, what is news is not.
func (b *builder) ageSigns(f *signs.Features, t *document.Time) {
	d := b.r.d
	pub := d.Article.Published
	if !pub.Known() {
		f.AddIf(t.When.Latest.Known(), "resolved, in an article without a day")
		return
	}
	if !t.When.Latest.Known() {
		return
	}
	age := bucket("days old", int(pub-t.When.Latest), -1, 0, 1, 7, 31, 366)
	f.Add(age)
	at, _ := b.r.placing(b.g)
	f.AddIf(at <= 1, age+", told first")
	f.AddIf(b.r.pluperfect(b.g), age+", told in the past perfect")
	f.AddIf(d.Tags[b.g.best(b.r).Trigger].UPOS != document.VERB, age+", told by a noun")
}

func (b *builder) timeSigns(i int, score float64) signs.Features {
	var f signs.Features
	d := b.r.d
	t := &d.Times[i]
	f.Add("kind " + t.Kind)
	for _, ref := range []string{"PRESENT_REF", "PAST_REF", "FUTURE_REF"} {
		f.AddIf(t.Value == ref, ref)
	}
	f.AddIf(t.When.Earliest.Known(), "resolved")
	f.AddValue("weight as an argument", score)
	f.Add(bucket("weight as an argument in tenths", int(score*10), 0, 1, 3, 5, 8))
	f.AddIf(b.r.saidThen(t.Range), "tells when it was said")
	f.AddIf(b.r.blockOf(t.First) == document.BlockTitle, "in the headline")
	f.AddIf(b.r.blockOf(t.First) == document.BlockDateline, "in the dateline")
	gap := 99
	at := d.SentenceOf(t.First)
	for _, e := range b.g.events {
		if n := d.SentenceOf(d.Events[e].Trigger) - at; abs(n) < abs(gap) || abs(n) == abs(gap) && n > gap {
			gap = n
		}
	}
	if gap >= 0 {
		f.Add(bucket("sentences from it to a mention", gap, 0, 1, 2, 4, 8))
	} else {
		f.Add(bucket("sentences from a mention to it", -gap, 1, 2, 4, 8))
	}
	b.ageSigns(&f, t)
	if gap == 0 {
		f.AddIf(b.nearest(t.Range), "no other happening stands nearer")
		near := 99
		for _, e := range b.g.events {
			near = min(near, apart(d.Events[e].Trigger, t.Range))
		}
		f.Add(bucket("words between", near, 1, 2, 4, 8, 16))
	}
	near, _ := b.nearestMention(t.Range)
	b.r.bondSigns(&f, "date", near)
	f.AddIf(b.nearestLikely(t.Range), "no other likely happening stands nearer")
	f.Add("after " + b.wordBefore(t.Range))
	if gap != 0 {
		f.AddIf(b.r.firstDate(i), "away, the first date of the text")
		f.AddIf(b.r.lastDate(i, at+gap), "away, the last date before it")
	}
	return f
}

// firstDate reports whether no resolved date stands before date i in the body.
func (r *reader) firstDate(i int) bool {
	for k := 0; k < i; k++ {
		if t := &r.d.Times[k]; t.When.Earliest.Known() && r.blockOf(t.First) != document.BlockDateline {
			return false
		}
	}
	return true
}

// lastDate reports whether no resolved date stands between date i and the end of
// a sentence.
func (r *reader) lastDate(i, sentence int) bool {
	for k := i + 1; k < len(r.d.Times); k++ {
		if t := &r.d.Times[k]; t.When.Earliest.Known() {
			return r.d.SentenceOf(t.First) > sentence
		}
	}
	return true
}

// saidThen reports whether a date hangs from a word of saying.
func (r *reader) saidThen(at document.Range) bool {
	d := r.d
	for i := at.First; i < at.End; i++ {
		h := int(d.Arcs[i].Head)
		if h < 0 || at.Has(h) {
			continue
		}
		switch strings.ToLower(d.Tags[h].Lemma) {
		case "say", "tell", "report", "announce", "state", "add", "confirm", "declare", "statement", "condemn", "warn":
			return true
		}
	}
	return false
}

// nearest reports whether no event of another happening stands between a date
// and the nearest mention of this one in its sentence.
func (b *builder) nearest(at document.Range) bool {
	return b.nearestBut(at, func(*document.Event) bool { return false })
}

// nearestBut is nearest without the others for which skip holds.
func (b *builder) nearestBut(at document.Range, skip func(*document.Event) bool) bool {
	d := b.r.d
	own := 1 << 30
	for _, e := range b.g.events {
		own = min(own, apart(d.Events[e].Trigger, at))
	}
	for i := range d.Events {
		if e := &d.Events[i]; apart(e.Trigger, at) < own && !b.g.has(i) && !skip(e) {
			return false
		}
	}
	return true
}

func (g *group) has(event int) bool {
	for _, i := range g.events {
		if i == event {
			return true
		}
	}
	return false
}

// apart is the number of tokens between a token and a range.
func apart(i int, r document.Range) int {
	switch {
	case i < r.First:
		return r.First - i
	case i >= r.End:
		return i - r.End + 1
	}
	return 0
}

// chosen is the option that a model takes, the first where there is no model.
func chosen(m signs.Model, options []Option) *Option {
	signs := make([]signs.Features, len(options))
	for i := range options {
		signs[i] = options[i].Signs
	}
	return &options[m.Best(signs)]
}

// when chooses among the dates of the article; where the sentence tells its time
// by another happening, only those of the sentence itself.
func (b *builder) when() {
	b.times = b.timeOptions()
	b.in.When = likeliestDays(b.m.time, b.times).When
	if w := b.headedDay(); w != nil {
		b.in.When = w
	} else if b.daysOfOthers(b.in.When) {
		b.in.When = nil
	}
	if w := b.in.When; w != nil && b.sinceThen() && !w.Span.Touches(b.r.d.SpanOf(b.r.d.Sentences[b.r.d.SentenceOf(b.g.best(b.r).Trigger)].Range)) {
		b.in.When = nil
	}
}

// sinceThen reports whether the best mention's sentence tells its time by
// another happening alone: "He has since been freed", "The weeks following the
// arrest were marked by".
func (b *builder) sinceThen() bool {
	d := b.r.d
	t := b.g.best(b.r).Trigger
	s := d.Sentences[d.SentenceOf(t)]
	for k := s.First; k < s.End; k++ {
		if int(d.Arcs[k].Head) == t && d.Arcs[k].Rel == document.Advmod && strings.EqualFold(d.Word(k), "since") {
			return true
		}
		if k+1 == s.End || d.Tags[k].XPOS != document.NNS {
			continue
		}
		switch strings.ToLower(d.Tags[k].Lemma) {
		case "day", "week", "month", "year":
			switch strings.ToLower(d.Word(k + 1)) {
			case "following", "after", "since", "before", "preceding":
				return true
			}
		}
	}
	return false
}
