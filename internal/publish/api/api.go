package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"sayso"
	"sayso/internal/publish/blind"
	"sayso/internal/publish/people"
	"sayso/internal/publish/private"
	"sayso/internal/store"
)

// Prefix is where the API lies.
const Prefix = "/api/v1"

// Options of [New]. All but Until are needed.
type Options struct {
	Until   context.Context // jobs and streams of events end with it; nil: never
	Store   store.Store
	Table   *people.Table // the routes are added to it
	Desk    *people.Desk  // accounts and sessions
	Version string        // of the program
	Types   []string      // ids of the incident types
	// Grade is how far a source or outlet is to be relied on, A to F.
	Grade func(name string) string
	// Code codes an article and stores nothing.
	Code func(context.Context, sayso.Article) (sayso.ArticleRecord, error)
	// Read finds articles in what people hand in, and stores nothing.
	Read func(context.Context, Input) ([]Reading, error)
	// Add reads, codes, stores and joins what people hand in.
	Add func(context.Context, store.Act, Input, func(Progress)) error
	// Retry reads and codes again what failed, and joins.
	Retry func(context.Context, store.Act, func(Progress)) error
	// Look reads all feeds once and takes what is new.
	Look func(context.Context, store.Act, func(Progress)) error
	// Decide lets a decision hold, and joins what it concerns.
	Decide func(context.Context, store.Decision) (store.Decision, error)
}

// API answers requests under [Prefix]. Make it with [New].
type API struct {
	o     Options
	huma  huma.API
	mux   *http.ServeMux
	all   http.Handler
	jobs  jobs
	maps  memo[Spots]
	lists memo[[]store.Point]
	pages memo[Incidents]
}

// New makes the API and adds its routes to the table.
func New(o Options) (*API, error) {
	if o.Store == nil || o.Table == nil || o.Desk == nil || o.Grade == nil || o.Code == nil || o.Read == nil || o.Add == nil || o.Retry == nil || o.Look == nil || o.Decide == nil {
		return nil, errors.New("the API lacks one of its options")
	}
	if o.Until == nil {
		o.Until = context.Background()
	}
	a := &API{o: o, mux: http.NewServeMux(), jobs: jobs{by: map[string]*job{}}, maps: memo[Spots]{most: 500}, lists: memo[[]store.Point]{most: 8}, pages: memo[Incidents]{most: 500}}
	a.huma = humago.NewWithPrefix(a.mux, Prefix, config(o.Version))
	for _, part := range []func(){a.incidents, a.articles, a.codings, a.sources, a.adding, a.audit, a.me, a.accounts, a.reference} {
		part()
	}
	nullable(a.huma.OpenAPI().Components.Schemas)
	a.all = conditional(a.mux)
	return a, nil
}

// request is the key of the request in a handler's context.
type request struct{}

func requestOf(ctx context.Context) *http.Request {
	r, _ := ctx.Value(request{}).(*http.Request)
	return r
}

// ServeHTTP implements [http.Handler]; [people.Desk.Middleware] stands before it.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, s := range []string{r.URL.Path, unescaped(r.URL.RawQuery)} {
		if !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
			w.Header().Set("Content-Type", "application/problem+json")
			w.WriteHeader(http.StatusBadRequest)
			_, _ = w.Write([]byte(`{"status":400,"title":"Bad Request","detail":"the address holds signs that no text has"}`))
			return
		}
	}
	a.all.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), request{}, r)))
}

func unescaped(query string) string {
	s, err := url.QueryUnescape(query)
	if err != nil {
		return "\x00"
	}
	return s
}

// config is huma's, without its pages, which load from elsewhere, and without
// the links to schemas that it puts into every answer.
func config(version string) huma.Config {
	c := huma.DefaultConfig("sayso", version)
	c.CreateHooks, c.DocsPath, c.SchemasPath, c.OpenAPIPath = nil, "", "", ""
	c.RejectUnknownQueryParameters = true
	c.Formats = map[string]huma.Format{"application/json": jsonFormat, "json": jsonFormat}
	c.Info.Description = "What happened, where, when, to whom, how many, and on whose say-so."
	c.Components.Schemas = huma.NewMapRegistry("#/components/schemas/", schemaName)
	for _, t := range []reflect.Type{reflect.TypeFor[sayso.Day](), reflect.TypeFor[sayso.Code]()} {
		c.Components.Schemas.RegisterTypeAlias(t, reflect.TypeFor[*string]())
	}
	return c
}

// jsonFormat refuses the sign that no database takes in texts.
var jsonFormat = huma.Format{Marshal: huma.DefaultJSONFormat.Marshal, Unmarshal: func(b []byte, v any) error {
	if bytes.Contains(b, []byte(`\u0000`)) {
		return errors.New("the body holds a sign that no text has (U+0000)")
	}
	return json.Unmarshal(b, v)
}}

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

// gives says what a route answers with where all goes well.
func (r route) gives(status int) route {
	r.DefaultStatus = status
	return r
}

// Body is an answer.
type Body[T any] struct{ Body T }

func body[T any](v T) *Body[T] { return &Body[T]{v} }

// List is a page of a list.
type List[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next,omitempty" doc:"cursor of the page behind; missing at the end"`
}

func items[T any](list []T) *Body[List[T]] {
	if list == nil {
		list = []T{}
	}
	return body(List[T]{Items: list})
}

// act is who acts, for the store.
func (a *API) act(ctx context.Context) store.Act { return a.o.Desk.Act(people.From(ctx).Name) }

// handle adds an operation to the API and its route to the table.
func handle[I, O any](a *API, r route, fn func(context.Context, *I) (*O, error)) {
	a.o.Table.Allow(r.Method+" "+Prefix+r.Path, r.least, r.scope)
	if r.Method == http.MethodGet && r.Responses == nil {
		r.Responses = map[string]*huma.Response{"304": {Description: "who asks has it already (If-None-Match)"}}
	}
	huma.Register(a.huma, r.Operation, func(ctx context.Context, in *I) (*O, error) {
		out, err := fn(ctx, in)
		return out, problem(err)
	})
}

// problem turns the store's errors into answers.
func problem(err error) error {
	var is huma.StatusError
	var wait *people.TooMany
	switch {
	case err == nil, errors.As(err, &is):
		return err
	case errors.Is(err, people.ErrCredentials):
		return huma.Error401Unauthorized(err.Error())
	case errors.As(err, &wait):
		return huma.Error429TooManyRequests(err.Error())
	case errors.Is(err, people.ErrLastAdmin), errors.Is(err, blind.ErrOver), errors.Is(err, blind.ErrOpen):
		return huma.Error409Conflict(err.Error())
	case isOne(err, blind.ErrOwn, private.ErrUndecided):
		return forbidden(err.Error())
	case isOne(err, people.ErrName, people.ErrPassword, people.ErrRole, people.ErrScope, blind.ErrCoding, store.ErrDecision, store.ErrCursor):
		return unfit(err.Error())
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

func isOne(err error, of ...error) bool {
	return slices.ContainsFunc(of, func(e error) bool { return errors.Is(err, e) })
}

func unfit(detail string) error     { return huma.Error422UnprocessableEntity(detail) }
func forbidden(detail string) error { return huma.Error403Forbidden(detail) }
