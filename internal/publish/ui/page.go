package ui

import (
	"bytes"
	"compress/gzip"
	"html/template"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"sayso/internal/publish/people"
	"sayso/web"
)

// pages are the templates, one a page, each with the frame around it.
type pages struct{ byName map[string]*template.Template }

func loadPages(d *Desk) (*pages, error) {
	frame, err := template.New("").Funcs(d.functions()).ParseFS(web.FS, "templates/frame.html", "templates/parts.html")
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(web.FS, "templates/*.html")
	if err != nil {
		return nil, err
	}
	p := &pages{map[string]*template.Template{}}
	for _, n := range names {
		one, err := frame.Clone()
		if err != nil {
			return nil, err
		}
		if p.byName[strings.TrimSuffix(path.Base(n), ".html")], err = one.ParseFS(web.FS, n); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// frame is what stands around every page.
type frame struct {
	Title   string
	Section string // which part of the navigation is current
	Theme   string // light, dark, or "" as the system says
	Person  people.Person
	Version string
	Script  string // module of the page
	Here    string // the page's address, to come back to
	Said    string // what was just done
	Desk    people.Settings
	Data    any
}

// scripts are the modules of pages that have one beside desk.js.
var scripts = map[string]string{"incidents": "incidents.js", "article": "article.js", "review": "review.js", "incident": "article.js", "coding": "review.js", "add": "add.js"}

// sections are the parts of the navigation that pages belong to.
var sections = map[string]string{"incident": "incidents", "articles": "sources", "article": "sources", "queue": "review", "agreement": "review",
	"codings": "review", "coding": "review", "actor": "actors", "place": "places"}

// show writes a page.
func (d *Desk) show(w http.ResponseWriter, r *http.Request, name, title string, data any) {
	d.showAs(w, r, http.StatusOK, leaf{name, title, data})
}

// leaf is what stands within the frame.
type leaf struct {
	name, title string
	data        any
}

func (d *Desk) showAs(w http.ResponseWriter, r *http.Request, status int, l leaf) {
	f := frame{Title: l.title, Section: l.name, Person: people.From(r.Context()), Version: d.o.Version, Script: scripts[l.name], Here: r.URL.RequestURI(), Data: l.data}
	if s := sections[l.name]; s != "" {
		f.Section = s
	}
	if c, err := r.Cookie(themeCookie); err == nil && (c.Value == "light" || c.Value == "dark") {
		f.Theme = c.Value
	}
	f.Said = said[r.URL.Query().Get("done")]
	if d.o.Desk != nil && status != http.StatusMisdirectedRequest { // who uses a name that is not ours learns nothing
		var err error
		if f.Desk, err = d.o.Desk.Settings(r.Context()); err != nil && status < http.StatusBadRequest {
			d.fault(w, r, err)
			return
		}
	}
	write(w, r, status, func(b io.Writer) error { return d.pages.byName[l.name].ExecuteTemplate(b, "frame", f) })
}

// themeCookie keeps whether pages are light or dark.
const themeCookie = "sayso-theme"

// part writes a piece of a page.
func (d *Desk) part(w http.ResponseWriter, r *http.Request, page, name string, data any) {
	write(w, r, http.StatusOK, func(b io.Writer) error { return d.pages.byName[page].ExecuteTemplate(b, name, data) })
}

func write(w http.ResponseWriter, r *http.Request, status int, page func(io.Writer) error) {
	var b bytes.Buffer
	if err := page(&b); err != nil {
		panic(err) // a template that does not fit its page: [Desk.caught] says so
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	if h.Get("Cache-Control") == "" { // pages that hold a secret are kept nowhere
		h.Set("Cache-Control", "private, no-cache")
	}
	send(w, r, status, b.Bytes())
}

// send writes an answer, compressed where it is taken so.
func send(w http.ResponseWriter, r *http.Request, status int, b []byte) {
	w.Header().Set("Vary", "Accept-Encoding")
	if takesGzip(r) && len(b) > 1024 {
		w.Header().Set("Content-Encoding", "gzip")
		b = zip(b, gzip.BestSpeed)
	}
	w.WriteHeader(status)
	_, _ = w.Write(b)
}

// said is what a page says after something was done.
var said = map[string]string{
	"accept": "Accepted.", "reject": "Rejected. It stays in the store, marked.", "correct": "Corrected. The former value and its words are kept.",
	"merge": "Merged. Either id leads here from now on.", "split": "Split.", "undo": "Undone.", "comment": "Your comment is kept.",
	"kept": "Kept. What it tells is joined with what was there.", "coded": "Your coding is kept. Nobody sees it before a second person has coded the article.",
	"settled": "Settled.", "saved": "Saved.", "retry": "Queued to be read again.", "feed": "The feed is watched from now on.",
}
