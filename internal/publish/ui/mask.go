package ui

import (
	"errors"
	"net/http"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/publish/private"
	"sayso/internal/store"
)

// undecided is shown to guests in place of what was coded before it was decided
// who is private.
var undecided = &problem{http.StatusForbidden, "This is not shown to guests", "It was coded before it was decided whose names are private. Sign in to read it."}

// view runs fn on one moment's state; for who reads without an account, without
// the names of private persons.
func (d *Desk) view(r *http.Request, fn func(store.Reader) error) error {
	return d.o.Store.View(r.Context(), func(tx store.Reader) error {
		if people.From(r.Context()).Masked() {
			tx = withheld{tx}
		}
		return fn(tx)
	})
}

// withheld is a store without the names of private persons. What was never
// decided on is left out of lists, and refused by itself.
type withheld struct{ store.Reader }

// Incident implements [store.Reader].
func (w withheld) Incident(id string) (sayso.Incident, error) {
	in, err := w.Reader.Incident(id)
	if err != nil {
		return in, err
	}
	out, err := private.Incident(&in)
	if errors.Is(err, private.ErrUndecided) {
		return sayso.Incident{}, undecided
	}
	if err != nil {
		return sayso.Incident{}, err
	}
	return *out, nil
}

// Incidents implements [store.Reader].
func (w withheld) Incidents(q store.Query) ([]sayso.Incident, error) {
	list, err := w.Reader.Incidents(q)
	var out []sayso.Incident
	for i := range list {
		one, err := private.Incident(&list[i])
		if errors.Is(err, private.ErrUndecided) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, *one)
	}
	return out, err
}

// Briefs implements [store.Reader].
func (w withheld) Briefs(q store.Query) ([]store.Brief, error) {
	list, err := w.Reader.Briefs(q)
	for i := range list {
		in, err := w.Incident(list[i].ID)
		switch {
		case errors.Is(err, error(undecided)):
			list[i].Summary, list[i].Place = undecided.title, ""
		case err != nil:
			return nil, err
		default:
			list[i] = store.BriefOf(&in)
		}
	}
	return list, err
}

// Article implements [store.Reader].
func (w withheld) Article(id string) (store.Article, error) {
	a, err := w.Reader.Article(id)
	if err != nil || a.Taken {
		return a, err
	}
	rec, err := w.Reader.Record(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && rec.People == nil {
		return store.Article{}, undecided
	}
	if err != nil {
		return store.Article{}, err
	}
	a.Article = private.Article(&a.Article, private.Of(private.All(&rec)))
	return a, nil
}

// ArticlesWith implements [store.Reader].
func (w withheld) ArticlesWith(words string, page store.Page) ([]store.Article, error) {
	list, err := w.Reader.ArticlesWith(words, page)
	var out []store.Article
	for i := range list {
		a, err := w.Article(list[i].ID)
		if errors.Is(err, error(undecided)) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, err
}

// Record implements [store.Reader].
func (w withheld) Record(article string) (sayso.ArticleRecord, error) {
	rec, err := w.Reader.Record(article)
	if err != nil {
		return rec, err
	}
	out, err := private.Record(&rec)
	if errors.Is(err, private.ErrUndecided) {
		return sayso.ArticleRecord{}, undecided
	}
	if err != nil {
		return sayso.ArticleRecord{}, err
	}
	return *out, nil
}

// Decisions implements [store.Reader]: what people decided is theirs.
func (w withheld) Decisions(string) ([]store.Decision, error) { return nil, nil }

// Named implements [store.Reader]: no actors, and of places those that the
// gazetteer knows and that an incident shows, named as there, the most frequent.
func (w withheld) Named(q store.Query, kind string) (out []store.Named, err error) {
	if kind != store.TermPlace {
		return nil, nil
	}
	list, err := w.Reader.Named(q, kind)
	for i := 0; err == nil && i < len(list) && len(out) < maxCards; i++ {
		n := list[i]
		n.Name, n.Aliases = "", nil
		if n.ID != "" {
			if n.Name, err = w.placeName(n.ID); n.Name != "" {
				out = append(out, n)
			}
		}
	}
	return out, err
}

// placeName is a place's name in one of its newest incidents, "" where none of
// them is shown.
func (w withheld) placeName(id string) (string, error) {
	list, err := w.Incidents(store.Query{Place: id, Order: store.ByNewest, Limit: 3})
	for i := range list {
		if p := list[i].Where; p != nil && p.ID == id {
			return p.Name, err
		}
	}
	return "", err
}
