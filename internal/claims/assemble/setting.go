package assemble

import (
	"slices"
	"strings"

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

func dates(w *sayso.When) string {
	switch {
	case !w.Earliest.Known() && !w.Latest.Known():
		return w.Words
	case w.Earliest == w.Latest:
		return w.Earliest.String()
	}
	return w.Earliest.String() + "/" + w.Latest.String()
}

// where reads where it came from and chooses where it was among the places of
// the article.
func (b *builder) where() {
	if f, ok := b.nearestPlace("from"); ok {
		p := b.place(f.arg)
		b.in.From = &p
	}
	b.places = b.placeOptions()
	b.in.Where = chosen(b.m.place, b.places).Place
	if p := b.suchSite(b.in.Where); p != nil {
		b.in.Where, b.placed = p, "the one site of the article that is of the kind that a mention was at"
	} else if p = b.wholeCountry(b.in.Where); p != nil {
		b.in.Where, b.placed = p, "a mention says that it was all over the country"
	} else if p = b.headedPlace(); b.in.Where == nil && p != nil {
		b.in.Where, b.placed = p, "it heads the entry together with its date"
	}
}

// settingFields tells where and when, with the claims of those who are quoted
// for it or else those that it happened.
func (b *builder) settingFields() {
	if p := b.in.From; p != nil {
		b.field("from", p.Name, "the place that a mention says it came from", b.about(sayso.AboutIncident), nil)
	}
	if p := b.in.Where; p != nil {
		rule := "of the article's places the likeliest by its kind, its words and its distance to the mentions"
		if b.placed != "" {
			rule = b.placed
		}
		f := b.field("where", p.Name, rule, b.aboutOr(sayso.AboutPlace), nil)
		if b.placed == "" {
			f.Why = whichOf(b.m.place, b.places, optionOf(b.places, func(o *Option) bool { return o.Place == p }), placeName)
		}
	}
	if w := b.in.When; w != nil {
		f := b.field("when", dates(w), "of the article's dates the likeliest by its place, its words and its distance to the mentions", b.aboutOr(sayso.AboutTime), nil)
		f.Why = whichOf(b.m.time, b.times, optionOf(b.times, func(o *Option) bool { return o.When == w }), dateOf)
	}
}

// optionOf is the first option of which something holds, or nil.
func optionOf(options []Option, holds func(*Option) bool) *Option {
	for i := range options {
		if holds(&options[i]) {
			return &options[i]
		}
	}
	return nil
}

// placeName and dateOf are what an option says, or that it gives none.
func placeName(o *Option) string {
	if o.Place == nil {
		return "no place"
	}
	return o.Place.Name
}

func dateOf(o *Option) string {
	if o.When == nil {
		return "no date"
	}
	return dates(o.When)
}

// aboutOr lists the claims about something, or those that it happened where
// there are none.
func (b *builder) aboutOr(what string) []int {
	if out := b.about(what); len(out) > 0 {
		return out
	}
	return b.about(sayso.AboutIncident)
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

// place is the place of an argument; one that is not grounded has its words
// alone, and the country of a place in it or right behind it; an embassy is not in
// the country that it bears the name of.
func (b *builder) place(a *document.Argument) sayso.Place {
	d := b.r.d
	if k := b.r.unitNamed(a); k >= 0 {
		return b.r.placeOf(k)
	}
	if a.Index < 0 {
		p := sayso.Place{Name: d.Words(a.Range), Level: sayso.LevelSite, Span: d.SpanOf(a.Range), Chosen: ungrounded}
		mission := strings.EqualFold(d.Word(a.End-1), "embassy") || strings.EqualFold(d.Word(a.End-1), "consulate")
		for i := range d.Toponyms {
			if t := &d.Toponyms[i]; !t.Demonym && (!mission && a.Range.Covers(t.Range) || t.First >= a.End && t.First-a.End <= 2) {
				p.Country = t.Place.Country
				break
			}
		}
		return p
	}
	return b.r.placeOf(a.Index)
}

// unitNamed is the toponym of an argument that is not grounded and says no more than
// which kind of place it is: "Bokkos district"; -1 for none.
func (r *reader) unitNamed(a *document.Argument) int {
	if a.Index >= 0 || !placeNouns[strings.ToLower(r.d.Word(a.End-1))] {
		return -1
	}
	return slices.IndexFunc(r.d.Toponyms, func(t document.Toponym) bool {
		return !t.Demonym && t.First == a.First && t.End == a.End-1
	})
}

// placeOf is the place of a toponym, by its words where it has no name.
func (r *reader) placeOf(i int) sayso.Place {
	t := &r.d.Toponyms[i]
	p := t.Place
	p.Span = r.d.SpanOf(t.Range)
	if p.Name == "" {
		p.Name = r.d.Words(t.Range)
	}
	return p
}

// ungrounded is why a place that only the names layer has was chosen.
const ungrounded = "a name that the gazetteer does not have"

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
