package private

import (
	"encoding/json"
	"errors"
	"fmt"

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
	if rec.People == nil && rec.Failure == nil && len(rec.Incidents) == 0 { // the gate kept it from being read
		out := *rec
		out.Title, out.URL, out.Terms = "", "", nil
		return &out, nil
	}
	if rec.People == nil && rec.Failure == nil {
		return nil, fmt.Errorf("article %s: %w", rec.Article, ErrUndecided)
	}
	people := rec.People
	for i := range rec.Incidents {
		people = append(people[:len(people):len(people)], rec.Incidents[i].People...)
	}
	n := Of(people)
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
		if n.Address(t) == t {
			terms = append(terms, t)
		}
	}
	out.Terms, out.People = terms, withheld(out.People)
	if f := out.Failure; f != nil {
		f.Item, f.Reason = n.Address(f.Item), n.Text(f.Reason)
	}
	for i := range out.Incidents {
		n.incident(&out.Incidents[i])
	}
	return out, nil
}

// Article is a copy of an article in which names are crossed out in headline and
// text, so that spans into it hold, and replaced elsewhere. The byline stays: it
// names who published.
func Article(a *sayso.Article, n *Names) sayso.Article {
	out := *a
	out.ID, out.URL, out.Outlet = n.ID(a.ID), n.Address(a.URL), n.Text(a.Outlet)
	out.Title, out.Text = n.Hide(a.Title), n.Hide(a.Text)
	return out
}

// ID is an id that names nobody: one that does is put in place of by one
// derived from it.
func (n *Names) ID(id string) string {
	if n.Address(id) == id {
		return id
	}
	return sayso.ContentID("a", id)
}

func (n *Names) incident(in *sayso.Incident) {
	people := withheld(in.People)
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

func withheld(people []sayso.Person) []sayso.Person {
	for i := range people {
		if people[i].Private {
			people[i].Name, people[i].Forms = "", nil
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
