package ui

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// card is an actor or place with how often it occurs.
type card struct {
	Key, Name string
	Aliases   []string
	Kind      string
	Country   string
	N, Killed int
	First     sayso.Day
	Last      sayso.Day
}

// cardsPage lists actors or places.
type cardsPage struct {
	Words string
	List  []card
	More  int
	Cut   bool // who is not signed in sees the most frequent alone
}

// maxCards is how many actors or places a page lists.
const maxCards = 200

func cardOf(n *store.Named) card {
	return card{Key: n.Key(), Name: n.Name, Aliases: n.Aliases, Kind: n.Kind, Country: n.Country, N: n.N, Killed: n.Killed, First: n.First, Last: n.Last}
}

func (d *Desk) cards(w http.ResponseWriter, r *http.Request, page, kind, title string) error {
	p := &cardsPage{Words: r.URL.Query().Get("q")}
	words := store.Fold(p.Words)
	err := d.view(r, func(tx store.Reader) error {
		list, err := tx.Named(store.Query{}, kind)
		for i := range list {
			c := cardOf(&list[i])
			if !store.HoldsWords(store.Fold(c.Name+" "+strings.Join(c.Aliases, " ")), words) {
				continue
			}
			if len(p.List) == maxCards {
				p.More++
				continue
			}
			p.List = append(p.List, c)
		}
		return err
	})
	if err != nil {
		return err
	}
	p.Cut = people.From(r.Context()).Masked() && len(p.List) == maxCards
	d.show(w, r, page, title, p)
	return nil
}

func (d *Desk) actors(w http.ResponseWriter, r *http.Request) error {
	return d.cards(w, r, "actors", store.TermActor, "Actors")
}

func (d *Desk) places(w http.ResponseWriter, r *http.Request) error {
	return d.cards(w, r, "places", store.TermPlace, "Places")
}

// onePage is one actor or place: what is told of it over time, and by whom.
type onePage struct {
	Card      card
	Days      timeline
	Rows      []store.Brief
	Relations []relation
	Link      string
	Total     int
}

// relation is what was claimed of an actor, as what, and by whom.
type relation struct {
	Role, Other, By string
	Stance          sayso.Stance
	Incident        *sayso.Incident
	Link            string
}

func (d *Desk) actor(w http.ResponseWriter, r *http.Request) error {
	return d.one(w, r, "actor", filter{Actor: r.PathValue("key")})
}

func (d *Desk) place(w http.ResponseWriter, r *http.Request) error {
	return d.one(w, r, "place", filter{Place: r.PathValue("key")})
}

// relationsFrom is how many incidents are read for what claims say of an actor.
const relationsFrom = 500

func (d *Desk) one(w http.ResponseWriter, r *http.Request, name string, f filter) error {
	key, kind := f.Actor, store.TermActor
	if name == "place" {
		key, kind = f.Place, store.TermPlace
	}
	p := &onePage{Link: "/?" + string(f.Query())}
	err := d.view(r, func(tx store.Reader) error {
		q, err := f.query()
		if err != nil {
			return err
		}
		named, err := tx.Named(q, kind)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(named, func(n store.Named) bool { return n.Key() == key })
		if at < 0 {
			return store.ErrNotFound
		}
		p.Card = cardOf(&named[at])
		q.Limit = relationsFrom
		list, err := tx.Incidents(q)
		if err != nil {
			return err
		}
		for i := range list {
			if name == "actor" && len(p.Relations) < 40 {
				p.Relations = append(p.Relations, relations(&list[i], key)...)
			}
			if i < pageLength {
				p.Rows = append(p.Rows, store.BriefOf(&list[i]))
			}
		}
		if p.Total, err = tx.Count(q); err != nil {
			return err
		}
		months, err := tx.Tallies(q, "month")
		if err != nil {
			return err
		}
		p.Days, err = d.timeline(tx, q, months, "", "")
		return err
	})
	if err != nil {
		return err
	}
	d.show(w, r, name, p.Card.Name, p)
	return nil
}

// relations are what claims say an actor did, and to whom, or what befell it,
// and by whom. What is said of another agent is no word on this one.
func relations(in *sayso.Incident, key string) []relation {
	at := slices.IndexFunc(in.Actors, func(a sayso.Actor) bool { return cmp.Or(a.ID, a.Name) == key })
	if at < 0 {
		return nil
	}
	me := &in.Actors[at]
	var out []relation
	var others, rivals []string
	for i := range in.Actors {
		switch a := &in.Actors[i]; {
		case cmp.Or(a.ID, a.Name) == key:
		case a.Role == sayso.RoleAgent && me.Role == sayso.RoleAgent:
			rivals = append(rivals, a.Name)
		default:
			others = append(others, a.Name)
		}
	}
	for i := range in.Claims {
		c := &in.Claims[i]
		switch {
		case c.About != sayso.AboutAgent && c.About != sayso.AboutIncident,
			me.Role == sayso.RoleAgent && (c.About == sayso.AboutIncident || slices.Contains(rivals, c.Value)):
			continue
		}
		by := "the article itself"
		if len(c.Chain) > 0 {
			by = names(c.Chain)
		}
		out = append(out, relation{string(me.Role), strings.Join(others, ", "), by, c.Stance, in, linkTo(c)})
		if len(out) == 3 {
			break
		}
	}
	return out
}

// segment is a key as a part of an address.
func segment(key string) string { return url.PathEscape(key) }
