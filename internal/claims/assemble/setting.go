package assemble

import (
	"sayso"
	"sayso/internal/document"
)

// found is an argument with the event that has it.
type found struct {
	event *document.Event
	arg   *document.Argument
}

// arguments lists the arguments in a role over all mentions, in text order.
func (b *builder) arguments(roles ...string) []found {
	var out []found
	for _, i := range b.g.events {
		e := &b.r.d.Events[i]
		for x := range e.Args {
			for _, role := range roles {
				if e.Args[x].Role == role {
					out = append(out, found{e, &e.Args[x]})
				}
			}
		}
	}
	return out
}

// when chooses the date that stands nearest to a mention's trigger; a resolved
// one before one without a day.
func (b *builder) when() {
	best, score := found{}, 0.0
	for _, f := range b.arguments("time") {
		s := f.arg.Score
		if w := &b.r.d.Times[f.arg.Index].When; w.Earliest.Known() {
			s += 0.3
			if w.Earliest == w.Latest {
				s += 0.2
			}
		}
		if s > score {
			best, score = f, s
		}
	}
	if best.arg == nil {
		b.inheritedTime()
		return
	}
	w := b.r.d.Times[best.arg.Index].When
	if w.Words == "" {
		w.Words = b.r.d.Words(best.arg.Range)
	}
	w.Span = b.r.d.SpanOf(best.arg.Range)
	b.in.When = &w
	b.field("when", dates(&w), "the date nearest to the word that reports it, resolved before unresolved",
		b.sourced(sayso.AboutTime, w.Words, best), nil)
}

// inheritedTime takes the date of the sentences around the first mention: the
// last one before it, within three sentences, else the first after it.
func (b *builder) inheritedTime() {
	d := b.r.d
	s := d.SentenceOf(d.Events[b.g.events[0]].Trigger)
	best := -1
	for i := range d.Times {
		t := &d.Times[i]
		if t.Kind != "DATE" && t.Kind != "TIME" || t.Value == "PRESENT_REF" || t.Value == "FUTURE_REF" || t.Value == "PAST_REF" {
			continue
		}
		at := d.SentenceOf(t.First)
		if at <= s && s-at <= 3 || best < 0 && at > s && at-s <= 2 {
			best = i
		}
	}
	if best < 0 {
		return
	}
	w := d.Times[best].When
	if w.Words == "" {
		w.Words = d.Words(d.Times[best].Range)
	}
	w.Span = d.SpanOf(d.Times[best].Range)
	b.in.When = &w
	b.field("when", dates(&w), "the nearest date before its first mention, which gives none", b.about(sayso.AboutIncident), nil)
}

func dates(w *sayso.When) string {
	switch {
	case !w.Earliest.Known() && !w.Latest.Known():
		return w.Words
	case w.Earliest == w.Latest:
		return w.Earliest.String()
	}
	return w.Earliest.String() + "/" + w.Latest.String()
}

// sourced makes a claim about a field where the words stand on another word
// than the incident's claims do, and returns the claims for it.
func (b *builder) sourced(about, value string, f found) []int {
	w := b.r.vouched(f.arg.First)
	for i := range b.in.Claims {
		c := &b.in.Claims[i]
		if c.About == sayso.AboutIncident && c.Stance == w.stance && sameChain(c.Chain, w.chain) {
			return []int{c.N}
		}
	}
	if len(w.chain) == 0 {
		return b.about(sayso.AboutIncident)
	}
	return []int{b.claim(about, value, w, f.event.Extent)}
}

// where chooses the place nearest to a trigger and, inside it, the finest one
// that any mention gives; where no mention has one, the place that the text
// named last before the first mention, then that of the dateline.
func (b *builder) where() {
	if f, ok := b.nearestPlace("from"); ok {
		p := b.place(f.arg)
		b.in.From = &p
		b.field("from", p.Name, "the place that a mention says it came from", b.sourced(sayso.AboutPlace, p.Name, f), nil)
	}
	f, ok := b.nearestPlace("place")
	if ok {
		p := b.place(b.finest(f.arg))
		b.in.Where = &p
		b.field("where", p.Name, "the finest place in the country of the place nearest to the word that reports it",
			b.sourced(sayso.AboutPlace, p.Name, f), nil)
		return
	}
	if a, rule := b.inherited(); a != nil {
		p := b.place(a)
		b.in.Where = &p
		b.field("where", p.Name, rule, b.about(sayso.AboutIncident), nil)
	}
}

func (b *builder) nearestPlace(role string) (found, bool) {
	best, score := found{}, 0.0
	for _, f := range b.arguments(role) {
		if s := f.arg.Score + 0.1*float64(3-rank(b.place(f.arg).Level)); s > score {
			best, score = f, s
		}
	}
	return best, best.arg != nil
}

// finest goes from a region or country to the finest place that another
// mention of the happening gives inside it.
func (b *builder) finest(of *document.Argument) *document.Argument {
	best := of
	for _, f := range b.arguments("place") {
		p, q := b.place(f.arg), b.place(best)
		if f.arg.Score < 0.25 || rank(p.Level) >= rank(q.Level) || p.Country != q.Country && q.Country != "" && p.Country != "" {
			continue
		}
		best = f.arg
	}
	return best
}

// place is the place of an argument; one that is not grounded has its words
// alone, and the country of a place right behind it.
func (b *builder) place(a *document.Argument) sayso.Place {
	d := b.r.d
	span := d.SpanOf(a.Range)
	if a.Index < 0 {
		p := sayso.Place{Name: d.Words(a.Range), Level: sayso.LevelSite, Span: span, Chosen: "a name that the gazetteer does not have"}
		for i := range d.Toponyms {
			if t := &d.Toponyms[i]; !t.Demonym && (a.Range.Covers(t.Range) || t.First >= a.End && t.First-a.End <= 2) {
				p.Country = t.Place.Country
				break
			}
		}
		return p
	}
	p := d.Toponyms[a.Index].Place
	p.Span = span
	if p.Name == "" {
		p.Name = d.Words(a.Range)
	}
	return p
}

// inherited looks for the place of a happening that no mention locates: that of
// the nearest other happening before it within four sentences, or after it
// within three; else the dateline's.
func (b *builder) inherited() (*document.Argument, string) {
	d := b.r.d
	first := b.g.events[0]
	s := d.SentenceOf(d.Events[first].Trigger)
	var before, after *document.Argument
	for i := range d.Events {
		at := d.SentenceOf(d.Events[i].Trigger)
		for x := range d.Events[i].Args {
			a := &d.Events[i].Args[x]
			if a.Role != "place" || a.Score < 0.25 {
				continue
			}
			switch {
			case at <= s && s-at <= 4:
				before = a
			case at > s && at-s <= 3 && after == nil:
				after = a
			}
		}
	}
	if before != nil {
		return before, "the place of the happening told before it; its own mentions give none"
	}
	if after != nil {
		return after, "the place of the happening told after it; its own mentions give none"
	}
	for i := range d.Toponyms {
		if t := &d.Toponyms[i]; !t.Demonym && b.r.blockOf(t.First) == document.BlockDateline {
			return &document.Argument{Role: "place", Range: t.Range, Index: i}, "the place of the dateline"
		}
	}
	return nil, ""
}

func rank(l sayso.Level) int {
	switch l {
	case sayso.LevelSite:
		return 0
	case sayso.LevelTown:
		return 1
	case sayso.LevelRegion:
		return 2
	}
	return 3
}
