package ui

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"sayso"
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
}

// maxRead is how many incidents are read to list actors and places, newest first.
const maxRead = 5000

// gathered collects cards by key.
type gathered struct {
	at   map[string]int
	list []card
}

func (g *gathered) add(key, name string, in *sayso.Incident) *card {
	k, ok := g.at[key]
	if !ok {
		k = len(g.list)
		g.at[key] = k
		g.list = append(g.list, card{Key: key, Name: name, First: sayso.NoDay, Last: sayso.NoDay})
	}
	c := &g.list[k]
	c.N++
	if name != c.Name && !slices.Contains(c.Aliases, name) {
		c.Aliases = append(c.Aliases, name)
	}
	if in.Deaths != nil && in.Deaths.Best != nil {
		c.Killed += *in.Deaths.Best
	}
	if a, b, ok := interval(in); ok {
		if !c.First.Known() || a < c.First {
			c.First = a
		}
		c.Last = max(c.Last, b)
	}
	return c
}

func (g *gathered) sorted(words string) []card {
	var out []card
	for _, c := range g.list {
		if store.HoldsWords(store.Fold(c.Name+" "+strings.Join(c.Aliases, " ")), store.Fold(words)) {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b card) int { return cmp.Or(b.N-a.N, strings.Compare(a.Name, b.Name)) })
	return out
}

func gather(tx store.Reader, each func(*gathered, *sayso.Incident)) (*gathered, error) {
	g := &gathered{at: map[string]int{}}
	list, err := tx.Incidents(store.Query{Order: store.ByNewest, Limit: maxRead})
	for i := range list {
		each(g, &list[i])
	}
	return g, err
}

func ofActors(g *gathered, in *sayso.Incident) {
	done := map[string]bool{}
	for _, a := range in.Actors {
		key := cmp.Or(a.ID, a.Name)
		if a.Generic || done[key] {
			continue
		}
		done[key] = true
		c := g.add(key, a.Name, in)
		c.Kind, c.Country = string(a.Kind), string(a.Country)
	}
}

func ofPlaces(g *gathered, in *sayso.Incident) {
	if p := in.Where; p != nil {
		c := g.add(cmp.Or(p.ID, p.Name), p.Name, in)
		c.Kind, c.Country = string(p.Level), string(p.Country)
	}
}

func (d *Desk) cards(w http.ResponseWriter, r *http.Request, name, title string, each func(*gathered, *sayso.Incident)) error {
	p := &cardsPage{Words: r.URL.Query().Get("q")}
	err := d.view(r, func(tx store.Reader) error {
		g, err := gather(tx, each)
		p.List = g.sorted(p.Words)
		return err
	})
	if err != nil {
		return err
	}
	if len(p.List) > 200 {
		p.More, p.List = len(p.List)-200, p.List[:200]
	}
	d.show(w, r, name, title, p)
	return nil
}

func (d *Desk) actors(w http.ResponseWriter, r *http.Request) error {
	return d.cards(w, r, "actors", "Actors", ofActors)
}

func (d *Desk) places(w http.ResponseWriter, r *http.Request) error {
	return d.cards(w, r, "places", "Places", ofPlaces)
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

func (d *Desk) one(w http.ResponseWriter, r *http.Request, name string, f filter) error {
	key, each := f.Actor, ofActors
	if name == "place" {
		key, each = f.Place, ofPlaces
	}
	p := &onePage{Link: "/?" + string(f.Query())}
	err := d.view(r, func(tx store.Reader) error {
		q, err := f.query()
		if err != nil {
			return err
		}
		q.Limit = 500
		list, err := tx.Incidents(q)
		if err != nil {
			return err
		}
		g := &gathered{at: map[string]int{}}
		for i := range list {
			each(g, &list[i])
			if name == "actor" && len(p.Relations) < 40 {
				p.Relations = append(p.Relations, relations(&list[i], key)...)
			}
			if i < pageLength {
				p.Rows = append(p.Rows, store.BriefOf(&list[i]))
			}
		}
		k, ok := g.at[key]
		if !ok {
			return store.ErrNotFound
		}
		p.Card = g.list[k]
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

// relations are what claims say an actor did, with whom or to whom.
func relations(in *sayso.Incident, key string) []relation {
	var out []relation
	var me *sayso.Actor
	var others []string
	for i := range in.Actors {
		if a := &in.Actors[i]; cmp.Or(a.ID, a.Name) == key {
			me = a
		} else {
			others = append(others, a.Name)
		}
	}
	if me == nil {
		return nil
	}
	for i := range in.Claims {
		c := &in.Claims[i]
		if c.About != sayso.AboutAgent && c.About != sayso.AboutIncident || me.Role == sayso.RoleAgent && c.About == sayso.AboutIncident {
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
