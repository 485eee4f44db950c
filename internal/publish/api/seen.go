package api

import (
	"context"
	"errors"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/publish/private"
	"sayso/internal/store"
)

// Those who are not signed in see no names of private persons. What follows
// leaves everything as it is for everybody else.

// seen masks an incident.
func seen(ctx context.Context, in *sayso.Incident) error {
	if !people.From(ctx).Masked() {
		return nil
	}
	out, err := private.Incident(in)
	if err == nil {
		*in = *out
	}
	return err
}

// seenOnes masks incidents. One of which nobody knows whom to mask is left out.
func seenOnes(ctx context.Context, list []sayso.Incident) ([]sayso.Incident, error) {
	if !people.From(ctx).Masked() {
		return list, nil
	}
	var out []sayso.Incident
	for i := range list {
		err := seen(ctx, &list[i])
		if errors.Is(err, private.ErrUndecided) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, list[i])
	}
	return out, nil
}

// masked makes briefs anew from incidents without private persons.
func masked(ctx context.Context, tx store.Reader, list []store.Brief) ([]store.Brief, error) {
	var all []sayso.Incident
	for i := range list {
		in, err := tx.Incident(list[i].ID)
		if err != nil {
			return nil, err
		}
		all = append(all, in)
	}
	all, err := seenOnes(ctx, all)
	out := make([]store.Brief, len(all))
	for i := range all {
		out[i] = store.BriefOf(&all[i])
	}
	return out, err
}

// seenRecord masks what an article tells.
func seenRecord(ctx context.Context, rec *sayso.ArticleRecord) (*sayso.ArticleRecord, error) {
	if !people.From(ctx).Masked() {
		return rec, nil
	}
	return private.Record(rec)
}

// seenArticle masks an article. Of one that was never coded nobody knows whom
// it names: nothing but outlet and day is shown.
func seenArticle(ctx context.Context, tx store.Reader, a *sayso.Article) error {
	if !people.From(ctx).Masked() {
		return nil
	}
	rec, err := tx.Record(a.ID)
	if errors.Is(err, store.ErrNotFound) || err == nil && rec.People == nil {
		*a = sayso.Article{ID: private.Anonymous(a.ID), Outlet: a.Outlet, Published: a.Published, Language: a.Language}
		return nil
	}
	if err != nil {
		return err
	}
	*a = private.Article(a, private.Of(private.All(&rec)))
	return nil
}
