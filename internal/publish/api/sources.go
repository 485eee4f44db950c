package api

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// Outlet is who publishes, with how far the user's table relies on it.
type Outlet struct {
	Name     string `json:"name"`
	Grade    string `json:"grade" doc:"reliability A to F; F where the table does not know it"`
	Articles int    `json:"articles"`
}

// Step is a step of the work on articles, and how many are at which version.
type Step struct {
	Step     string         `json:"step" doc:"extract, code, join"`
	Versions map[string]int `json:"versions" doc:"articles by the version that the step was last done with; \"\" is pending"`
}

// Address names a feed.
type Address struct {
	Address string `json:"address" query:"address" maxLength:"2000" required:"true"`
}

func (a *API) sources() {
	handle(a, on(http.MethodGet, "/status", "get-status", "What is kept, and by which version of the program").of(people.Reader, people.ScopeRead, "sources"),
		func(ctx context.Context, _ *struct{}) (*Body[Status], error) {
			s := Status{Version: a.o.Version, Types: a.o.Types}
			err := a.o.Store.View(ctx, func(tx store.Reader) (err error) { s.Counts, err = tx.Counts(); return err })
			return body(s), err
		})
	handle(a, on(http.MethodGet, "/failures", "list-failures", "What could not be taken or coded, and why").of(people.Reader, people.ScopeRead, "sources"),
		func(ctx context.Context, _ *struct{}) (*Body[List[store.Failure]], error) {
			var list []store.Failure
			err := a.o.Store.View(ctx, func(tx store.Reader) (err error) { list, err = tx.Failures(); return err })
			return items(list), err
		})
	handle(a, on(http.MethodPost, "/failures/retry", "retry-failures", "Read and code again what failed").of(people.Coder, people.ScopeAdd, "sources").gives(http.StatusAccepted),
		func(ctx context.Context, _ *struct{}) (*Body[Job], error) {
			return a.work(ctx, "retry", func(ctx context.Context, report func(Progress)) error { return a.o.Retry(ctx, a.act(ctx), report) })
		})
	handle(a, on(http.MethodGet, "/steps", "list-steps", "How far the steps are with the articles").of(people.Reader, people.ScopeRead, "sources"),
		func(ctx context.Context, _ *struct{}) (*Body[List[Step]], error) {
			list, err := a.steps(ctx)
			return items(list), err
		})
	handle(a, on(http.MethodGet, "/outlets", "list-outlets", "Outlets by how many of their articles there are").of(people.Reader, people.ScopeRead, "sources"),
		func(ctx context.Context, _ *struct{}) (*Body[List[Outlet]], error) {
			list, err := a.outlets(ctx)
			return items(list), err
		})
	a.feeds()
}

// Status is what is kept.
type Status struct {
	Version string       `json:"version"`
	Counts  store.Counts `json:"counts"`
	Types   []string     `json:"types" doc:"ids of the incident types"`
}

func (a *API) feeds() {
	handle(a, on(http.MethodGet, "/feeds", "list-feeds", "Feeds that are followed, and their health").of(people.Reader, people.ScopeRead, "sources"),
		func(ctx context.Context, _ *struct{}) (*Body[List[store.Feed]], error) {
			var list []store.Feed
			err := a.o.Store.View(ctx, func(tx store.Reader) (err error) { list, err = tx.Feeds(); return err })
			return items(list), err
		})
	handle(a, on(http.MethodPost, "/feeds", "follow-feed", "Follow a feed").of(people.Coder, people.ScopeAdd, "sources").gives(http.StatusCreated),
		func(ctx context.Context, in *struct{ Body Address }) (*Body[store.Feed], error) {
			if !IsAddress(in.Body.Address) {
				return nil, unfit(ErrAddress.Error())
			}
			var f store.Feed
			err := a.o.Store.Update(ctx, func(tx store.Writer) (err error) {
				f, err = store.Follow(tx, a.act(ctx), store.Feed{Address: in.Body.Address})
				return err
			})
			return body(f), err
		})
	handle(a, on(http.MethodDelete, "/feeds", "forget-feed", "Follow a feed no more").of(people.Coder, people.ScopeAdd, "sources").gives(http.StatusNoContent),
		func(ctx context.Context, in *Address) (*struct{}, error) {
			return nil, a.o.Store.Update(ctx, func(tx store.Writer) error { return store.Forget(tx, a.act(ctx), in.Address) })
		})
	handle(a, on(http.MethodPost, "/feeds/look", "look-at-feeds", "Read all feeds now and take what is new").of(people.Coder, people.ScopeAdd, "sources").gives(http.StatusAccepted),
		func(ctx context.Context, _ *struct{}) (*Body[Job], error) {
			return a.work(ctx, "look", func(ctx context.Context, report func(Progress)) error { return a.o.Look(ctx, a.act(ctx), report) })
		})
}

func (a *API) steps(ctx context.Context) ([]Step, error) {
	by := map[string]map[string]int{store.StepExtract: {}, store.StepCode: {}, store.StepJoin: {}}
	err := a.o.Store.View(ctx, func(tx store.Reader) error {
		list, err := tx.Steps()
		for _, c := range list {
			if by[c.Step] == nil {
				by[c.Step] = map[string]int{}
			}
			by[c.Step][c.Version] = c.Articles
		}
		return err
	})
	var out []Step
	for _, name := range []string{store.StepExtract, store.StepCode, store.StepJoin} {
		out = append(out, Step{name, by[name]})
	}
	return out, err
}

func (a *API) outlets(ctx context.Context) ([]Outlet, error) {
	var out []Outlet
	err := a.o.Store.View(ctx, func(tx store.Reader) error {
		list, err := tx.Outlets()
		for _, o := range list {
			out = append(out, Outlet{o.Name, a.o.Grade(o.Name), o.Articles})
		}
		return err
	})
	slices.SortFunc(out, func(a, b Outlet) int {
		if a.Articles != b.Articles {
			return b.Articles - a.Articles
		}
		return strings.Compare(a.Name, b.Name)
	})
	return out, err
}
