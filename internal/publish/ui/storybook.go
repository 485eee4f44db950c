package ui

import (
	"net/http"
	"strconv"
	"time"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// chapter is a page with its states.
type chapter struct {
	Name   string
	States []State
}

// State is a state of a page in the storybook: its name, that of a picture of
// it, and its address.
type State struct{ Name, File, Path string }

// Chapters are every page and state of the storybook, as addresses.
var chapters = []chapter{
	{"Incidents", []State{{"all", "incidents", "/"}, {"filtered", "filtered", "/?type=bombing&stance=alleged"}, {"sources disagree", "dissent", "/?dissent=any"}, {"nothing matches", "none", "/?q=nowhere"}, {"first run", "first", "/storybook/first"}}},
	{"Incident", []State{{"three articles that disagree", "incident", "/incidents/karesh"}, {"a disputed place, an open range", "lisker", "/incidents/lisker"}, {"two counts of a crowd", "benar", "/incidents/benar"}, {"one short report", "short", "/incidents/told-004"}}},
	{"Article", []State{{"evidence and nested attribution", "article", "/articles/karesh-1"}, {"a chain of two", "chain", "/articles/karesh-2"}, {"a report copied by another", "copy", "/articles/karesh-3"}, {"a hedge and an opinion", "hedge", "/articles/lisker-1"}, {"all articles", "articles", "/articles"}}},
	{"Review", []State{{"the queue", "queue", "/review"}, {"one incident", "review", "/review?at=karesh"}, {"blind coding", "codings", "/coding"}, {"code an article", "coding", "/coding/benar-1"}, {"coded by two, settled", "settled", "/coding/karesh-1"}, {"agreement", "agreement", "/agreement"}}},
	{"Add", []State{{"the form", "add", "/add"}, {"being read", "adding", "/storybook/add?state=looking"}, {"read, not yet kept", "added", "/storybook/add"}, {"it failed", "addfault", "/storybook/add?state=failed"}}},
	{"Actors and places", []State{{"actors", "actors", "/actors"}, {"an actor", "actor", "/actors/northern-front"}, {"places", "places", "/places"}, {"a place", "place", "/places/story:Karesh"}}},
	{"Sources, export, audit", []State{{"sources", "sources", "/sources"}, {"export", "export", "/export?type=bombing"}, {"audit", "audit", "/audit"}, {"audit, proved", "proof", "/audit?prove"}}},
	{"Settings", []State{{"alone on this machine", "settings", "/settings"}, {"an admin, with accounts", "accounts", "/storybook/settings"}, {"a password, shown once", "once", "/storybook/settings?state=once"}, {"what cannot be kept", "refused", "/storybook/settings?state=why"}, {"sign in", "login", "/login"}}},
	{"Refusals", []State{{"not signed in", "r401", "/storybook/refusal/401"}, {"another role", "r403", "/storybook/refusal/403"}, {"nothing there", "r404", "/incidents/nothing"}, {"taken down", "r410", "/storybook/refusal/410"}, {"too many requests", "r429", "/storybook/refusal/429"}, {"a fault of the program", "r500", "/storybook/refusal/500"}, {"the store is busy", "r503", "/storybook/refusal/503"}, {"a filter that cannot be read", "r400", "/?from=yesterday"}}},
}

// Shown lists every page and state of the storybook, itself the first.
func Shown() []State {
	out := []State{{"storybook", "storybook", "/storybook"}}
	for _, c := range chapters {
		for _, s := range c.States {
			s.Name = c.Name + ", " + s.Name
			out = append(out, s)
		}
	}
	return out
}

// tell adds the routes of the storybook.
func (d *Desk) tell() {
	d.handle("GET /storybook", people.Guest, d.storybook)
	d.handle("GET /storybook/first", people.Guest, d.storyFirst)
	d.handle("GET /storybook/add", people.Guest, d.storyAdd)
	d.handle("GET /storybook/settings", people.Guest, d.storySettings)
	d.handle("GET /storybook/refusal/{status}", people.Guest, d.storyRefusal)
}

func (d *Desk) storybook(w http.ResponseWriter, r *http.Request) error {
	d.show(w, r, "storybook", "Storybook", chapters)
	return nil
}

func (d *Desk) storyFirst(w http.ResponseWriter, r *http.Request) error {
	d.show(w, r, "first", "Start", true)
	return nil
}

// storyAdd shows what was handed in, while it is read, then, and where it failed.
func (d *Desk) storyAdd(w http.ResponseWriter, r *http.Request) error {
	p := &addPage{ID: "story", Title: "Look before it is kept", Now: progress{State: "looked", Done: 2, All: 2}, Feed: "https://agence-meridian.example/feed.xml"}
	switch r.URL.Query().Get("state") {
	case "looking":
		p.Now = progress{State: "looking", Done: 1, All: 3, Line: "read https://agence-meridian.example/karesh"}
	case "failed":
		p.Now = progress{State: "failed", Line: "https://agence-meridian.example/feed.xml is no RSS, Atom or JSON feed."}
		d.show(w, r, "add", p.Title, p)
		return nil
	}
	err := d.view(r, func(tx store.Reader) error {
		a, err := tx.Article("karesh-2")
		if err != nil {
			return err
		}
		rec, err := tx.Record(a.ID)
		s := seen{Source: a.URL, Page: &articlePage{Article: a}}
		d.hear(r.Context(), s.Page)
		s.Page.fill(rec.Incidents, &rec)
		p.Seen = append(p.Seen, s)
		return err
	})
	if err != nil {
		return err
	}
	if p.Now.State == "looked" {
		p.Seen = append(p.Seen, seen{Source: "scan.pdf", Fault: &sayso.Failure{Stage: "extract", Kind: "no-text", Item: "scan.pdf", Reason: "the file holds pictures of text"}})
	}
	d.show(w, r, "add", p.Title, p)
	return nil
}

// storySettings shows the settings as an admin of a made-up team sees them.
func (d *Desk) storySettings(w http.ResponseWriter, r *http.Request) error {
	day := func(n int) time.Time { return time.Date(2026, 3, n, 9, 30, 0, 0, time.UTC) }
	who := people.Person{Name: "amira", Role: people.Admin, Session: "s1"}
	p := &settingsPage{Admin: true, Desk: true, Roles: people.Roles[2:], Scopes: scopes,
		Accounts: []people.Account{{Name: "amira", Role: people.Admin, Hash: "x", Created: "2026-01-12T08:00:00Z"}, {Name: "bela@desk.example", Role: people.Reviewer, Subject: "x", Created: "2026-01-13T10:12:00Z"},
			{Name: "chidi", Role: people.Coder, Hash: "x", Created: "2026-02-02T09:00:00Z"}, {Name: "dora", Role: people.Reader, Hash: "x", Locked: true, Created: "2026-02-20T16:40:00Z"}},
		Mine:     []people.Session{{ID: "s1", Name: "amira", Agent: "Firefox on Linux", Address: "10.0.0.4", Created: day(18), Seen: day(20)}, {ID: "s2", Name: "amira", Agent: "Safari on iPhone", Address: "10.0.0.9", Created: day(14), Seen: day(19)}},
		Others:   []people.Session{{ID: "s3", Name: "chidi", Agent: "Chrome on Windows", Address: "10.0.0.7", Created: day(20), Seen: day(20)}},
		Tokens:   []people.Token{{ID: "t1", Name: "amira", Label: "weekly export", Scopes: []people.Scope{people.ScopeRead}, Created: "2026-02-01T08:00:00Z", Expires: "2026-05-02T08:00:00Z"}, {ID: "t2", Name: "chidi", Label: "clipping service", Scopes: []people.Scope{people.ScopeAdd, people.ScopeRead}, Created: "2026-03-01T08:00:00Z"}},
		Settings: people.Settings{Title: "Lisker Monitor", Notice: "Training data until Friday: nothing here is published.", Guests: true}}
	switch r.URL.Query().Get("state") {
	case "once":
		p.Once = &once{"password", "chidi", "k7qd-m3xa-p2vu-hw5e"}
	case "why":
		p.Why = sentence(people.ErrLastAdmin.Error())
	}
	if err := d.view(r, func(tx store.Reader) (err error) { p.Counts, err = tx.Counts(); return err }); err != nil {
		return err
	}
	d.showAs(w, r.WithContext(people.With(r.Context(), who)), http.StatusOK, leaf{"settings", "Settings", p})
	return nil
}

// storyRefusal shows the page of a refusal, as somebody who is refused sees it.
func (d *Desk) storyRefusal(w http.ResponseWriter, r *http.Request) error {
	status, err := strconv.Atoi(r.PathValue("status"))
	if err != nil {
		return store.ErrNotFound
	}
	who := people.Person{Name: "dora", Role: people.Reader}
	detail := map[int]string{http.StatusForbidden: "this takes the role reviewer", http.StatusUnauthorized: "sign in first"}[status]
	if status == http.StatusUnauthorized {
		who = people.Person{}
	}
	r = r.WithContext(people.With(r.Context(), who))
	switch status {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusTooManyRequests:
		d.refused(w, r, status, detail)
	case http.StatusGone:
		return store.ErrTaken
	case http.StatusServiceUnavailable:
		return store.ErrBusy
	case http.StatusInternalServerError:
		panic("made up, to show the page of a fault")
	default:
		return store.ErrNotFound
	}
	return nil
}
