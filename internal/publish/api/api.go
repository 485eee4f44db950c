package api

import (
	"context"
	"errors"
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// Prefix is where the API lies.
const Prefix = "/api/v1"

// Options of [New].
type Options struct {
	Store   store.Store
	Table   *people.Table // the routes are added to it
	Version string        // of the program
	// Code codes an article and stores nothing.
	Code func(context.Context, sayso.Article) (sayso.ArticleRecord, error)
}

// API answers requests under [Prefix]. Make it with [New].
type API struct {
	o    Options
	huma huma.API
	mux  *http.ServeMux
}

// New makes the API and adds its routes to the table.
func New(o Options) (*API, error) {
	if o.Store == nil || o.Table == nil {
		return nil, errors.New("the API needs a store and a table of routes")
	}
	a := &API{o: o, mux: http.NewServeMux()}
	a.huma = humago.NewWithPrefix(a.mux, Prefix, config(o.Version))
	a.incidents()
	return a, nil
}

// ServeHTTP implements [http.Handler]; [people.Desk.Middleware] stands before it.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.mux.ServeHTTP(w, r) }

// config is huma's, without its pages, which load from elsewhere, and without
// the links to schemas that it puts into every answer.
func config(version string) huma.Config {
	c := huma.DefaultConfig("sayso", version)
	c.CreateHooks, c.DocsPath, c.SchemasPath, c.OpenAPIPath = nil, "", "", ""
	c.RejectUnknownQueryParameters = true
	c.Info.Description = "What happened, where, when, to whom, how many, and on whose say-so."
	for _, t := range []reflect.Type{reflect.TypeFor[sayso.Day](), reflect.TypeFor[sayso.Code]()} {
		c.Components.Schemas.RegisterTypeAlias(t, reflect.TypeFor[*string]())
	}
	return c
}

// route is an operation and what it asks for.
type route struct {
	huma.Operation
	least people.Role
	scope people.Scope
}

// on makes a route: "GET /incidents".
func on(method, path, id, summary string) route {
	return route{Operation: huma.Operation{OperationID: id, Method: method, Path: path, Summary: summary}, least: people.Guest, scope: people.ScopeRead}
}

// of says who may call a route.
func (r route) of(least people.Role, scope people.Scope, tag string) route {
	r.least, r.scope, r.Tags = least, scope, []string{tag}
	return r
}

// handle adds an operation to the API and its route to the table.
func handle[I, O any](a *API, r route, fn func(context.Context, *I) (*O, error)) {
	a.o.Table.Allow(r.Method+" "+Prefix+r.Path, r.least, r.scope)
	huma.Register(a.huma, r.Operation, func(ctx context.Context, in *I) (*O, error) {
		out, err := fn(ctx, in)
		return out, problem(err)
	})
}

// problem turns the store's errors into answers.
func problem(err error) error {
	var is huma.StatusError
	switch {
	case err == nil, errors.As(err, &is):
		return err
	case errors.Is(err, store.ErrNotFound):
		return huma.Error404NotFound(err.Error())
	case errors.Is(err, store.ErrTaken):
		return huma.NewError(http.StatusGone, err.Error())
	case errors.Is(err, store.ErrDiffers):
		return huma.Error409Conflict(err.Error())
	case errors.Is(err, store.ErrBusy):
		return huma.Error503ServiceUnavailable(err.Error())
	case errors.Is(err, context.Canceled):
		return huma.NewError(499, "the request was given up")
	}
	return huma.Error500InternalServerError(err.Error())
}
