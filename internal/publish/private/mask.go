package private

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"

	"sayso"
)

// ErrUndecided is returned for a record that was coded before people were read:
// nothing says which of its names to withhold.
var ErrUndecided = errors.New("who is private was never decided; code the article again")

// Incident is a copy of in without the names of private persons.
func Incident(in *sayso.Incident) (*sayso.Incident, error) {
	if in.People == nil {
		return nil, fmt.Errorf("incident %s: %w", in.ID, ErrUndecided)
	}
	n := Of(in.People)
	if n.Empty() {
		return in, nil
	}
	out, err := clone(in)
	if err != nil {
		return nil, err
	}
	n.incident(out)
	return out, nil
}

// Record is a copy of a record without the names of private persons. Of an
// article that tells nothing and was not read for people, no words are left.
func Record(rec *sayso.ArticleRecord) (*sayso.ArticleRecord, error) {
	if rec.People == nil && len(rec.Incidents) == 0 { // the gate kept it from being read, or it failed before
		out := *rec
		out.Article, out.Title, out.URL, out.Terms = Anonymous(rec.Article), "", "", nil
		if f := rec.Failure; f != nil {
			out.Failure = &sayso.Failure{Stage: f.Stage, Kind: f.Kind}
		}
		return &out, nil
	}
	if rec.People == nil {
		return nil, fmt.Errorf("article %s: %w", rec.Article, ErrUndecided)
	}
	n := Of(All(rec))
	if n.Empty() {
		return rec, nil
	}
	out, err := clone(rec)
	if err != nil {
		return nil, err
	}
	out.Article, out.URL = n.ID(out.Article), n.Address(out.URL)
	out.Title, out.Outlet = n.Text(out.Title), n.Text(out.Outlet)
	terms := out.Terms[:0]
	for _, t := range out.Terms {
		if !n.Names(t) {
			terms = append(terms, t)
		}
	}
	out.Terms, out.People = terms, n.withheld(out.People)
	if f := out.Failure; f != nil {
		f.Item, f.Reason = n.Address(f.Item), n.Text(f.Reason)
	}
	for i := range out.Incidents {
		n.incident(&out.Incidents[i])
	}
	return out, nil
}

// All are the people of a record and of its incidents.
func All(rec *sayso.ArticleRecord) []sayso.Person {
	people := rec.People
	for i := range rec.Incidents {
		people = slices.Concat(people, rec.Incidents[i].People)
	}
	return people
}

// Article is a copy of an article in which names are crossed out in headline and
// text, so that spans into it hold, and replaced elsewhere. Captions are left out:
// nobody has read whom they name. The byline stays, as
// it names who published, unless the article tells of somebody by that name.
func Article(a *sayso.Article, n *Names) sayso.Article {
	out := *a
	out.ID, out.URL, out.Outlet, out.Byline = n.ID(a.ID), n.Address(a.URL), n.Text(a.Outlet), n.Text(a.Byline)
	out.Title, out.Text, out.Captions = n.Hide(a.Title), n.Hide(a.Text), ""
	return out
}

// ID is an id that names nobody: in place of one that does stands one derived
// from it.
func (n *Names) ID(id string) string {
	if !n.Names(id) {
		return id
	}
	return sayso.ContentID("a", id)
}

// Anonymous is the id of an article of which nobody knows whom it names: its own
// where the program made it.
func Anonymous(id string) string {
	if made.MatchString(id) {
		return id
	}
	return sayso.ContentID("a", id)
}

var made = regexp.MustCompile(`^a[0-9a-f]{12}$`)

func (n *Names) incident(in *sayso.Incident) {
	people := n.withheld(in.People)
	in.People = nil
	ids := func(list []string) {
		for i := range list {
			list[i] = n.ID(list[i])
		}
	}
	articles, former, places := in.Articles, in.Former, []*sayso.Place{in.Where, in.From}
	id, joined, where, from := in.ID, in.Joined, in.Where, in.From
	in.Articles, in.Former, in.Where, in.From = nil, nil, nil, nil
	of := make([][2]string, len(in.Claims))
	for i := range in.Claims {
		of[i] = [2]string{in.Claims[i].ID, in.Claims[i].Article}
	}
	sayso.Texts(in, func(s *string) { *s = n.Text(*s) })
	for i := range in.Claims {
		in.Claims[i].ID, in.Claims[i].Article = n.ID(of[i][0]), n.ID(of[i][1])
	}
	for _, p := range places {
		n.place(p)
	}
	ids(articles)
	ids(former)
	in.ID, in.Joined, in.Where, in.From = n.ID(id), n.ID(joined), where, from
	in.Articles, in.Former, in.People = articles, former, people
}

// Place is a place without names; here a single word is the place's, so that only
// full names of somebody count.
func (n *Names) Place(p *sayso.Place) *sayso.Place {
	if p == nil {
		return nil
	}
	out := *p
	n.place(&out)
	return &out
}

// place masks what a place says; here a single word is the place's, so that only
// full names of somebody count.
func (n *Names) place(p *sayso.Place) {
	if p == nil {
		return
	}
	full := &Names{forms: map[string][]form{}}
	for k, list := range n.forms {
		for _, f := range list {
			if len(f.words) > 1 {
				full.forms[k] = append(full.forms[k], f)
			}
		}
	}
	sayso.Texts(p, func(s *string) { *s = full.Text(*s) })
}

// withheld is people without the names of the private ones.
func (n *Names) withheld(people []sayso.Person) []sayso.Person {
	for i := range people {
		p := &people[i]
		p.Description = n.described(p.Description)
		if p.Private {
			p.Name, p.Forms = "", nil
		}
	}
	return people
}

func clone[T any](v *T) (*T, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	out := new(T)
	return out, json.Unmarshal(b, out)
}
