package assemble

import (
	"fmt"
	"slices"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/lexicon"
	"sayso/internal/model/signs"
	"sayso/internal/model/wordclass"
)

// Task is the name of the models under data/models.
const Task = "happening"

// models are what the stage has learnt.
type models struct {
	happening signs.Model // is this a particular happening that the article reports?
	main      signs.Model // is the article about it?
	place     signs.Model // where was it?
	time      signs.Model // when was it?
	count     signs.Model // does a number belong to it?
	actor     signs.Model // does somebody take part?
	claim     signs.Model // does somebody vouch for a point?
	retold    signs.Model // do two mentions tell of one happening?
	types     *lexicon.Lexicon
	words     *wordclass.Table
}

func newModels(set signs.Set, types *lexicon.Lexicon) (*models, error) {
	for _, name := range []string{"happening", "main", "place", "time", "count", "actor", "claim", "retold"} {
		if _, err := set.Model(name); err != nil {
			return nil, fmt.Errorf("assemble: %w", err)
		}
	}
	return modelsOf(set, types)
}

// modelsOf takes the models that a set has; the others decide nothing.
func modelsOf(set signs.Set, types *lexicon.Lexicon) (*models, error) {
	words, err := wordclass.Load()
	if err != nil {
		return nil, fmt.Errorf("assemble: %w", err)
	}
	return &models{happening: set["happening"], main: set["main"], place: set["place"], time: set["time"], count: set["count"],
		actor: set["actor"], claim: set["claim"], retold: set["retold"], types: types, words: words}, nil
}

// Incidents is what the stage makes of a document with the models of a set.
func Incidents(d *document.Document, lex *lexicon.Lexicon, set signs.Set) ([]sayso.Incident, error) {
	m, err := newModels(set, lex)
	if err != nil {
		return nil, err
	}
	return m.assemble(d)
}

// Candidate is a group of mentions before it is decided whether it is a
// happening, with what the decisions look at.
type Candidate struct {
	Incident sayso.Incident
	Signs    signs.Features // for the model happening
	Gist     signs.Features // for the model main
	Places   []Option
	Times    []Option
	Counts   []Option
	Actors   []Option
	Claims   []Option
}

// Option is something that can fill a part; all nil is that nothing does.
type Option struct {
	Place *sayso.Place
	When  *sayso.When
	Count *sayso.Count
	Actor *sayso.Actor
	Claim *sayso.Claim // about, value, stance and chain
	Signs signs.Features

	parts            []part         // of actors
	argument, single bool           // of counts and actors: the event stage has it; of one person or thing
	mark             float64        // of counts and actors: the log-odds from which it is taken
	sum, lost        bool           // of a count: added up by us; left to another happening
	refused          bool           // of a count: told of another town or time
	list             document.Range // what was added up
	at               document.Range
	event            *document.Event

	// of claims
	word               word
	point, rank, again int
	first, own         bool // covers the words it was taken from; takes or denies responsibility
	granted            bool // takes for granted that it happened
}

// Candidates reads a document as the stage does, up to the decisions: what they
// are learnt from. Places and times are chosen by set where it is not nil, so
// that what is learnt later sees them as they will be.
func Candidates(d *document.Document, lex *lexicon.Lexicon, set signs.Set) ([]Candidate, error) {
	m, err := modelsOf(set, lex)
	if err != nil {
		return nil, err
	}
	built, err := newReader(d).candidates(m)
	if err != nil {
		return nil, err
	}
	out := make([]Candidate, len(built))
	for i, b := range built {
		out[i] = Candidate{b.in, b.marks, b.gist, b.places, b.times, b.numbers, b.cast, b.said}
	}
	return out, nil
}

// candidates builds an incident of each group and reads its signs.
func (r *reader) candidates(m *models) ([]*builder, error) {
	return r.candidatesOf(m, r.groups(m))
}

// candidatesOf builds an incident of each of some groups.
func (r *reader) candidatesOf(m *models, groups []group) ([]*builder, error) {
	out := make([]*builder, len(groups))
	for i := range groups {
		b := &builder{r: r, g: &groups[i], m: m}
		if err := b.build(); err != nil {
			return nil, err
		}
		out[i] = b
	}
	countDays(out)
	for i, b := range out {
		b.marks = b.signs(crowdOf(out, i))
		b.likelihood = m.happening.Score(b.marks)
		b.gist = append(slices.Clone(b.marks), gistSigns(out, i)...)
		main := m.main.Score(b.gist)
		b.weight = min(b.likelihood+b.lead(main), main)
	}
	for _, b := range out {
		b.refuseNumbers()
	}
	shareNumbers(out)
	for _, b := range out {
		b.counts()
		b.onePerson()
	}
	leaveTotals(out)
	for _, b := range out {
		for _, o := range out {
			if o.weight > b.weight || o.weight == b.weight && o.g.events[0] < b.g.events[0] {
				b.rank++
			}
		}
		if err := b.source(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// family is the family of a type by the table of types.
func (m *models) family(kind string) string {
	for i := range m.types.Types {
		if m.types.Types[i].ID == kind {
			return m.types.Types[i].Family
		}
	}
	return kind
}

func crowdOf(all []*builder, i int) *crowd {
	c := &crowd{all: len(all)}
	me := all[i]
	d := me.r.d
	s := d.SentenceOf(me.g.best(me.r).Trigger)
	for k, o := range all {
		if k == i || me.m.family(o.g.kind) != me.m.family(me.g.kind) {
			continue
		}
		if d.SentenceOf(o.g.best(o.r).Trigger) == s {
			c.sameFamilySentence = true
		}
		if k > i {
			continue
		}
		if o.g.kind == me.g.kind {
			c.sameType++
		}
		if samePlace(o.in.Where, me.in.Where) && sameDay(o.in.When, me.in.When) {
			c.twin = true
		}
	}
	return c
}

// undoes reports whether it lets go somebody whom o has seized.
func (b *builder) undoes(o *builder) bool {
	if b.g.kind != "release" || o.g.kind != "arrest" && o.g.kind != "abduction" {
		return false
	}
	for i := range b.in.Actors {
		for k := range o.in.Actors {
			if x, y := &b.in.Actors[i], &o.in.Actors[k]; x.Role == sayso.RoleTarget && y.Role == sayso.RoleTarget && sameActor(x, y) {
				return true
			}
		}
	}
	return false
}

func samePlace(a, b *sayso.Place) bool {
	return a == nil && b == nil || a != nil && b != nil && a.Name == b.Name
}

func sameDay(a, b *sayso.When) bool {
	return a == nil && b == nil || a != nil && b != nil && a.Earliest == b.Earliest && a.Latest == b.Latest
}
