// Package blind is double coding: two people or more code the same article, and
// none sees what the others coded before handing in their own; then a third
// settles where they differ. How far they agree, field by field, is
// Krippendorff's alpha over the incidents that they mark in the same words.
//
//	err := blind.HandIn(tx, act, blind.Coding{Article: "a1", Incidents: …})
//	s, err := blind.Of(tx, "a1", "ann")  // others' codings only once it is over
//	list, err := blind.Agreement(tx)
//
// Codings are kept through [store.Keep]: the audit knows of each. A coding may
// be changed until another one is there.
package blind

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/store"
)

// Incident is one incident as a person codes it. A field that is left out is
// not told by the article.
type Incident struct {
	Span   sayso.Span        `json:"span" doc:"the words that best report it"`
	Fields map[string]string `json:"fields" doc:"type, status, salience, when, where, from, agent, target, party, count:killed, …, in the forms that corrections have"`
}

// Coding is what one person makes of an article.
type Coding struct {
	Article   string     `json:"article"`
	By        string     `json:"by"`
	At        string     `json:"at"` // RFC 3339
	Incidents []Incident `json:"incidents"`
	Note      string     `json:"note,omitempty"`
	Settles   bool       `json:"settles,omitempty"` // a third person's, which holds
}

// Errors that callers tell apart.
var (
	ErrCoding = errors.New("this coding cannot be taken")
	ErrOver   = errors.New("others have coded the article meanwhile: codings can no more be changed")
	ErrOpen   = errors.New("there are not two codings yet")
	ErrOwn    = errors.New("who settles is not one of the coders")
)

// settler is the key of the coding that settles; no person has that name.
const settler = "=settled"

// Limits of a coding.
const (
	maxIncidents = 200
	maxFields    = 40
	maxValue     = 300
)

var names = []string{"type", "status", "salience", "when", "where", "from", "agent", "target", "party"}

// check checks a coding against its article.
func (c *Coding) check(text string) error {
	if len(c.Incidents) > maxIncidents || len(c.Note) > 10*maxValue {
		return fmt.Errorf("%w: it is too long", ErrCoding)
	}
	for i, in := range c.Incidents {
		if !in.Span.Resolves(text) {
			return fmt.Errorf("%w: incident %d: there are no words at %d-%d", ErrCoding, i+1, in.Span.Start, in.Span.End)
		}
		if len(in.Fields) > maxFields {
			return fmt.Errorf("%w: incident %d has too many fields", ErrCoding, i+1)
		}
		for name, value := range in.Fields {
			what, counts := strings.CutPrefix(name, sayso.AboutCount)
			if !slices.Contains(names, name) && (!counts || what == "" || len(what) > 40) || len(value) > maxValue {
				return fmt.Errorf("%w: incident %d: field %.60q", ErrCoding, i+1, name)
			}
		}
	}
	return nil
}

// HandIn keeps a person's coding.
func HandIn(tx store.Writer, act store.Act, c Coding) (Coding, error) {
	all, err := ready(tx, &c)
	if err != nil {
		return c, err
	}
	others, mine := 0, false
	for _, o := range all {
		if o.By == act.By {
			mine = true
		} else {
			others++
		}
	}
	if mine && others > 0 || settled(all) != nil {
		return c, ErrOver
	}
	c.By, c.At, c.Settles = act.By, act.At, false
	return c, keep(tx, act, act.By, c)
}

// Settle keeps the coding of a third person as the one that holds.
func Settle(tx store.Writer, act store.Act, c Coding) (Coding, error) {
	all, err := ready(tx, &c)
	if err != nil {
		return c, err
	}
	coders := 0
	for _, o := range all {
		switch {
		case o.Settles:
		case o.By == act.By:
			return c, ErrOwn
		default:
			coders++
		}
	}
	if coders < 2 {
		return c, ErrOpen
	}
	c.By, c.At, c.Settles = act.By, act.At, true
	return c, keep(tx, act, settler, c)
}

func ready(tx store.Reader, c *Coding) ([]Coding, error) {
	a, err := tx.Article(c.Article)
	if err != nil {
		return nil, err
	}
	if a.Taken {
		return nil, fmt.Errorf("article %s: %w", a.ID, store.ErrTaken)
	}
	if c.Incidents == nil {
		c.Incidents = []Incident{}
	}
	if err := c.check(a.Reading()); err != nil {
		return nil, err
	}
	return codings(tx, c.Article)
}

func keep(tx store.Writer, act store.Act, person string, c Coding) error {
	b, err := json.Marshal(c)
	if err != nil {
		return err
	}
	return store.Keep(tx, act, store.Keyed{Kind: store.KeyedCoding, Key: store.CodingKey(c.Article, person), Value: b})
}

func codings(tx store.Reader, article string) ([]Coding, error) {
	list, err := store.CodingsOf(tx, article)
	if err != nil {
		return nil, err
	}
	return read(list)
}

func read(list []store.Keyed) ([]Coding, error) {
	out := make([]Coding, len(list))
	for i := range list {
		if err := json.Unmarshal(list[i].Value, &out[i]); err != nil {
			return nil, fmt.Errorf("%w: coding %s: %w", store.ErrBroken, list[i].Key, err)
		}
	}
	return out, nil
}

func settled(all []Coding) *Coding {
	for i := range all {
		if all[i].Settles {
			return &all[i]
		}
	}
	return nil
}

// State is how far the coding of an article is, for one person.
type State struct {
	Article string   `json:"article"`
	Codings int      `json:"codings"` // handed in, the settling one left out
	Mine    *Coding  `json:"mine,omitempty"`
	Others  []Coding `json:"others"` // empty while the person could still be influenced
	Settled *Coding  `json:"settled,omitempty"`
}

// Of is the state of an article for a person: who has handed in sees the
// others' once there are two; who has not sees none, unless all is settled or
// they review.
func Of(tx store.Reader, article, person string, reviews bool) (State, error) {
	s := State{Article: article, Others: []Coding{}}
	all, err := codings(tx, article)
	if err != nil {
		return s, err
	}
	s.Settled = settled(all)
	var others []Coding
	for i := range all {
		switch c := &all[i]; {
		case c.Settles:
			continue
		case c.By == person:
			s.Mine = c
		default:
			others = append(others, *c)
		}
		s.Codings++
	}
	over := s.Settled != nil || s.Codings >= 2 && (s.Mine != nil || reviews)
	if over && others != nil {
		s.Others = others
	}
	if !over {
		s.Settled = nil
	}
	return s, nil
}

// Task is an article that somebody coded.
type Task struct {
	Article string   `json:"article"`
	Coders  []string `json:"coders"`
	Settled bool     `json:"settled"`
}

// Tasks lists the articles with codings, by id: who coded them, not how.
func Tasks(tx store.Reader) ([]Task, error) {
	by, err := byArticle(tx)
	out := []Task{}
	for _, list := range by {
		t := Task{Article: list[0].Article, Coders: []string{}, Settled: settled(list) != nil}
		for _, c := range list {
			if !c.Settles {
				t.Coders = append(t.Coders, c.By)
			}
		}
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b Task) int { return strings.Compare(a.Article, b.Article) })
	return out, err
}

// byArticle are all codings, those of one article together.
func byArticle(tx store.Reader) (out [][]Coding, err error) {
	list, err := tx.KeyedOf(store.KeyedCoding, "", 0)
	if err != nil {
		return nil, err
	}
	all, err := read(list)
	for i, c := range all {
		if i > 0 && all[i-1].Article == c.Article {
			out[len(out)-1] = append(out[len(out)-1], c)
		} else {
			out = append(out, []Coding{c})
		}
	}
	return out, err
}
