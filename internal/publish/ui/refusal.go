package ui

import (
	"errors"
	"log/slog"
	"net/http"
	"runtime/debug"

	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// problem is a page that says why not.
type problem struct {
	status        int
	title, detail string
}

// Error implements error.
func (p *problem) Error() string { return p.title + ": " + p.detail }

// problemPage is what the page of a problem shows, and where it leads on.
type problemPage struct {
	Status int
	Detail string
	Again  string // address to try again; "" where that is of no use
	SignIn bool   // another account may be let in
}

// handle adds a page to the table of routes and to the mux. What fails is
// answered with a page that says so.
func (d *Desk) handle(pattern string, least people.Role, fn answer) {
	d.o.Table.Allow(pattern, least, people.NoScope)
	d.mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		defer d.caught(w, r)
		if err := fn(w, r); err != nil {
			d.fault(w, r, err)
		}
	})
}

// caught makes of a panic a page that says that this failed, and a line in the
// log with where.
func (d *Desk) caught(w http.ResponseWriter, r *http.Request) {
	what := recover()
	if what == nil {
		return
	}
	if what == http.ErrAbortHandler {
		panic(what)
	}
	slog.Error("a page failed", "address", r.URL.Path, "panic", what, "stack", string(debug.Stack()))
	d.explain(w, r, &problem{http.StatusInternalServerError, "This page failed", "It is a fault of the program, not yours; its log says where. Nothing was changed halfway: what is stored is stored as a whole or not at all."})
}

// fault shows why a page cannot be shown.
func (d *Desk) fault(w http.ResponseWriter, r *http.Request, err error) {
	var p *problem
	switch {
	case errors.As(err, &p):
	case errors.Is(err, store.ErrNotFound):
		p = &problem{http.StatusNotFound, "There is nothing here", "No incident, article or page has this address. It may have been mistyped."}
	case errors.Is(err, store.ErrTaken):
		p = &problem{http.StatusGone, "This was taken down", "Its content was removed from the store; the audit says when and why."}
	case errors.Is(err, store.ErrDecision):
		p = &problem{http.StatusUnprocessableEntity, "This cannot be decided", err.Error()}
	case errors.Is(err, store.ErrCursor):
		p = &problem{http.StatusBadRequest, "This place is in no list", "Start again from the first page."}
	case errors.Is(err, store.ErrBusy):
		p = &problem{http.StatusServiceUnavailable, "The store is busy", "Somebody else is writing. Try again in a moment."}
	case r.Context().Err() != nil:
		return
	default:
		p = &problem{http.StatusInternalServerError, "This failed", err.Error()}
	}
	d.explain(w, r, p)
}

// refused is the page of a request that was not let through.
func (d *Desk) refused(w http.ResponseWriter, r *http.Request, status int, detail string) {
	p := &problem{status, "This is refused", sentence(detail)}
	switch status {
	case http.StatusUnauthorized:
		p.title, p.detail = "Sign in first", "This is for people with an account here. If you were signed in, your session has ended."
	case http.StatusForbidden:
		p.title = "You may not do this"
	case http.StatusNotFound:
		p.title, p.detail = "There is nothing here", "No incident, article or page has this address. It may have been mistyped."
	case http.StatusTooManyRequests:
		p.title, p.detail = "Too many requests at once", "The desk answers so many a second to each of us, so that it answers everybody. Wait a moment, then try again."
	case http.StatusMisdirectedRequest:
		p.title = "The desk has another name"
	case http.StatusServiceUnavailable:
		p.title = "The store cannot be read"
	}
	d.explain(w, r, p)
}

// explain shows a problem as a page.
func (d *Desk) explain(w http.ResponseWriter, r *http.Request, p *problem) {
	who := people.From(r.Context())
	page := &problemPage{Status: p.status, Detail: p.detail, SignIn: !who.Local && (p.status == http.StatusUnauthorized || p.status == http.StatusForbidden)}
	if r.Method == http.MethodGet && (p.status == http.StatusTooManyRequests || p.status >= http.StatusInternalServerError && p.status != http.StatusNotImplemented) {
		page.Again = r.URL.RequestURI()
	}
	d.showAs(w, r, p.status, leaf{"problem", p.title, page})
}
