package ui

import (
	"cmp"
	"context"
	"errors"
	"net/http"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/publish/api"
	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// Options of [New]. What the pages cannot do by themselves is handed in.
type Options struct {
	Store   store.Store
	Table   *people.Table // the routes are added to it
	Version string        // of the program
	Types   []Type        // incident types, in their order
	// Code codes an article and stores nothing.
	Code func(context.Context, sayso.Article) (sayso.ArticleRecord, error)
	// Annotate reads who says what in an article, and stores nothing; nil where
	// pages show no more than what was stored.
	Annotate func(context.Context, sayso.Article) (*document.Document, error)
	// Read finds articles in what people hand in, and stores nothing.
	Read func(context.Context, api.Input) ([]api.Reading, error)
	// Announced reads a feed; nil where none can be.
	Announced func(ctx context.Context, address string) (Announced, error)
	// Add reads, codes, stores and joins what people hand in.
	Add func(context.Context, store.Act, api.Input, func(api.Progress)) error
	// Retry reads and codes again what failed, and joins.
	Retry func(context.Context, store.Act, func(api.Progress)) error
	// Decide lets a decision hold and joins again what it concerns.
	Decide func(context.Context, store.Decision) (store.Decision, error)
	// Desk has the accounts and sessions; nil where nobody can sign in.
	Desk *people.Desk
	// Grade is how far a source or outlet is to be relied on, A to F.
	Grade func(name string) string
	// Now is the time of what is done, RFC 3339.
	Now func() string
	// Storybook adds a page that lists every page and state.
	Storybook bool
	// Formats are what can be exported.
	Formats []Format
}

// Type is an incident type as readers see it.
type Type struct{ ID, Family, Label, Definition string }

// Desk is the handler of the pages.
type Desk struct {
	o     Options
	mux   *http.ServeMux
	pages *pages
	files *files
	types map[string]Type
	cache points
	jobs  jobs
	heard hearings
}

// New makes the pages and adds their routes to the table.
func New(o Options) (*Desk, error) {
	if o.Store == nil || o.Table == nil || o.Now == nil {
		return nil, errors.New("the pages need a store, a table of routes and a clock")
	}
	d := &Desk{o: o, mux: http.NewServeMux(), types: map[string]Type{}}
	for _, t := range o.Types {
		d.types[t.ID] = t
	}
	if d.o.Formats == nil {
		d.o.Formats = PlainFormats()
	}
	for i := range d.o.Formats {
		f := &d.o.Formats[i]
		f.Name = cmp.Or(formatNames[f.ID], f.Name)
	}
	var err error
	if d.files, err = loadFiles(); err != nil {
		return nil, err
	}
	if d.pages, err = loadPages(d); err != nil {
		return nil, err
	}
	d.routes()
	if o.Desk != nil {
		o.Desk.Pages(d.refused)
	}
	return d, nil
}

// ServeHTTP implements [http.Handler]; [people.Desk.Middleware] stands before it.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) { d.mux.ServeHTTP(w, r) }

// answer is a page that may fail; the error says what is shown instead.
type answer func(http.ResponseWriter, *http.Request) error

func (d *Desk) routes() {
	d.o.Table.Allow("GET /assets/{name...}", people.Nobody, people.NoScope)
	d.mux.Handle("GET /assets/{name...}", d.files)
	d.handle("GET /{$}", people.Guest, d.incidents)
	d.handle("GET /incidents/part", people.Guest, d.incidentsPart)
	d.handle("GET /incidents/points", people.Guest, d.incidentPoints)
	d.handle("GET /incidents/{id}", people.Guest, d.incident)
	d.handle("GET /articles", people.Guest, d.articles)
	d.handle("GET /articles/{id}", people.Guest, d.article)
	d.handle("GET /review", people.Reader, d.review)
	d.handle("POST /decisions", people.Coder, d.decide)
	d.handle("GET /actors", people.Reader, d.actors)
	d.handle("GET /actors/{key}", people.Reader, d.actor)
	d.handle("GET /places", people.Guest, d.places)
	d.handle("GET /places/{key}", people.Guest, d.place)
	d.handle("GET /export", people.Guest, d.exporting)
	d.handle("GET /export/file", people.Guest, d.exportFile)
	d.handle("GET /login", people.Nobody, d.login)
	d.handle("POST /login", people.Nobody, d.signIn)
	d.handle("POST /logout", people.Guest, d.signOut)
	d.working()
}

// working adds the routes of those who add, code and keep the desk.
func (d *Desk) working() {
	d.handle("GET /add", people.Coder, d.addForm)
	d.handle("POST /add/look", people.Coder, d.addLook)
	d.handle("POST /add/keep", people.Coder, d.addKeep)
	d.handle("GET /add/{id}", people.Coder, d.addShow)
	d.handle("GET /add/{id}/events", people.Coder, d.jobEvents)
	d.handle("GET /coding", people.Coder, d.codings)
	d.handle("GET /coding/{id}", people.Coder, d.coding)
	d.handle("POST /coding/{id}", people.Coder, d.hand)
	d.handle("GET /agreement", people.Reader, d.agreement)
	d.handle("GET /sources", people.Reader, d.sources)
	d.handle("POST /sources/feeds", people.Coder, d.watch)
	d.handle("POST /sources/retry", people.Coder, d.retry)
	d.handle("GET /audit", people.Reader, d.audit)
	d.handle("GET /audit/lines", people.Reader, d.auditLines)
	d.handle("GET /settings", people.Guest, d.settings)
	d.handle("POST /settings/theme", people.Guest, d.setTheme)
	d.handle("POST /settings/password", people.Reader, d.keep(d.setPassword))
	d.handle("POST /settings/sessions", people.Reader, d.keep(d.endSession))
	d.handle("POST /settings/tokens", people.Reader, d.keep(d.makeToken))
	d.handle("POST /settings/tokens/end", people.Reader, d.keep(d.endToken))
	d.handle("POST /settings/accounts", people.Admin, d.keep(d.makeAccount))
	d.handle("POST /settings/accounts/{name}", people.Admin, d.keep(d.changeAccount))
	d.handle("POST /settings/desk", people.Admin, d.keep(d.setDesk))
	if d.o.Storybook {
		d.tell()
	}
}
