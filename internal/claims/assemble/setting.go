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
		p := b.place(f.arg.Index)
		b.in.From = &p
		b.field("from", p.Name, "the place that a mention says it came from", b.sourced(sayso.AboutPlace, p.Name, f), nil)
	}
	f, ok := b.nearestPlace("place")
	if ok {
		p := b.place(b.finest(f.arg.Index))
		b.in.Where = &p
		b.field("where", p.Name, "the finest place in the country of the place nearest to the word that reports it",
			b.sourced(sayso.AboutPlace, p.Name, f), nil)
		return
	}
	if i, rule := b.inherited(); i >= 0 {
		p := b.place(i)
		b.in.Where = &p
		b.field("where", p.Name, rule, b.about(sayso.AboutIncident), nil)
	}
}

func (b *builder) nearestPlace(role string) (found, bool) {
	best, score := found{}, 0.0
	for _, f := range b.arguments(role) {
		if s := f.arg.Score + 0.1*float64(3-rank(b.r.d.Toponyms[f.arg.Index].Place.Level)); s > score {
			best, score = f, s
		}
	}
	return best, best.arg != nil
}

// finest goes from a region or country to the finest place that another
// mention of the happening gives inside it.
func (b *builder) finest(i int) int {
	best := i
	for _, f := range b.arguments("place") {
		p, q := &b.r.d.Toponyms[f.arg.Index].Place, &b.r.d.Toponyms[best].Place
		if f.arg.Score < 0.25 || rank(p.Level) >= rank(q.Level) || p.Country != q.Country && q.Country != "" {
			continue
		}
		best = f.arg.Index
	}
	return best
}

func (b *builder) place(i int) sayso.Place {
	p := b.r.d.Toponyms[i].Place
	p.Span = b.r.d.SpanOf(b.r.d.Toponyms[i].Range)
	if p.Name == "" {
		p.Name = b.r.d.Words(b.r.d.Toponyms[i].Range)
	}
	return p
}

// inherited looks for the place of a happening that no mention locates: the
// last one named before it within three sentences, else the dateline's.
func (b *builder) inherited() (int, string) {
	d := b.r.d
	s := d.SentenceOf(d.Events[b.g.events[0]].Trigger)
	best, dateline := -1, -1
	for i := range d.Toponyms {
		t := &d.Toponyms[i]
		if t.Demonym || t.Metonym {
			continue
		}
		at := d.SentenceOf(t.First)
		if b.r.blockOf(t.First) == document.BlockDateline && dateline < 0 {
			dateline = i
		}
		if b.r.blockOf(t.First) != document.BlockDateline && (at <= s && s-at <= 3 || best < 0 && at > s && at-s <= 2) {
			best = i
		}
	}
	if best >= 0 {
		return best, "the nearest place named before its first mention, which gives none"
	}
	return dateline, "the place of the dateline"
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
