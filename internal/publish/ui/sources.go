package ui

import (
	"cmp"
	"context"
	"net/http"
	"slices"

	"sayso"
	"sayso/internal/publish/api"
	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// sourcesPage is what is read, from whom, and what went wrong.
type sourcesPage struct {
	Feeds    []store.Feed
	Failures []store.Failure
	Outlets  []outlet
	Jobs     []store.Job
	Counts   store.Counts
	Steps    []step
	Retry    bool
}

type outlet struct {
	Name, Grade string
	Articles    int
	Last        sayso.Day
}

// step is how many articles a step was done on, by its version.
type step struct {
	Name, Version string
	N             int
}

func (d *Desk) sources(w http.ResponseWriter, r *http.Request) error {
	p := &sourcesPage{Retry: d.o.Retry != nil}
	err := d.view(r, func(tx store.Reader) (err error) {
		if p.Feeds, err = tx.Feeds(); err != nil {
			return err
		}
		if p.Failures, err = tx.Failures(); err != nil {
			return err
		}
		if p.Jobs, err = tx.Jobs(); err != nil {
			return err
		}
		if p.Counts, err = tx.Counts(); err != nil {
			return err
		}
		if p.Steps, err = steps(tx); err != nil {
			return err
		}
		p.Outlets, err = d.outlets(tx)
		return err
	})
	if err != nil {
		return err
	}
	d.show(w, r, "sources", "Sources", p)
	return nil
}

func steps(tx store.Reader) (out []step, err error) {
	list, err := tx.Steps()
	for _, s := range list {
		out = append(out, step{s.Step, s.Version, s.Articles})
	}
	return out, err
}

func (d *Desk) outlets(tx store.Reader) (out []outlet, err error) {
	list, err := tx.Outlets()
	for _, o := range list {
		out = append(out, outlet{Name: o.Name, Grade: d.grade(o.Name), Articles: o.Articles, Last: o.Last})
	}
	slices.SortStableFunc(out, func(a, b outlet) int { return b.Articles - a.Articles })
	return out, err
}

func (d *Desk) grade(name string) string {
	if d.o.Grade == nil {
		return "F"
	}
	return cmp.Or(d.o.Grade(name), "F")
}

// watch watches a feed from now on.
func (d *Desk) watch(w http.ResponseWriter, r *http.Request) error {
	address := r.PostFormValue("address")
	if !api.IsAddress(address) {
		return &problem{http.StatusBadRequest, "This is no address", "The address of a feed starts with http:// or https://"}
	}
	if err := d.follow(r.Context(), store.Act{By: people.From(r.Context()).Name, At: d.o.Now()}, address); err != nil {
		return err
	}
	http.Redirect(w, r, "/sources?done=feed", http.StatusSeeOther)
	return nil
}

// follow notes a feed that is watched from now on.
func (d *Desk) follow(ctx context.Context, act store.Act, address string) error {
	return d.o.Store.Update(ctx, func(tx store.Writer) error {
		_, err := store.Follow(tx, act, store.Feed{Address: address})
		return err
	})
}

// retry reads again what failed.
func (d *Desk) retry(w http.ResponseWriter, r *http.Request) error {
	if d.o.Retry == nil {
		return &problem{http.StatusNotImplemented, "Nothing can be read here", "This desk only shows."}
	}
	act := store.Act{By: people.From(r.Context()).Name, At: d.o.Now()}
	j := &job{by: act.By, title: "Reading again what failed", now: progress{State: "keeping"}}
	return d.work(w, r, j, "/sources?done=retry", func(ctx context.Context, report func(api.Progress)) error { return d.o.Retry(ctx, act, report) })
}
