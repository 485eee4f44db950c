package api

import (
	"cmp"
	"context"
	"maps"
	"net/http"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// Named is an actor or place with how many incidents it is in.
type Named struct {
	ID   string `json:"id"`
	Name string `json:"name" doc:"as most incidents have it; for guests, as the newest have it that everybody sees"`
	N    int    `json:"n" doc:"incidents"`
}

// Profile is an actor or place with what is told of it.
type Profile struct {
	ID        string     `json:"id"`
	Names     []Tally    `json:"names" doc:"as written, most frequent first"`
	Roles     []Tally    `json:"roles,omitempty" doc:"of an actor"`
	Types     []Tally    `json:"types"`
	Months    []Tally    `json:"months"`
	Relations []Relation `json:"relations" doc:"of an actor: who did what to whom, as told, and on whose word; of a place: who acted there"`
	N         int        `json:"n" doc:"incidents"`
	Looked    int        `json:"looked" doc:"newest incidents from which names, roles and relations were gathered"`
	Lat       *float64   `json:"lat,omitempty"`
	Lon       *float64   `json:"lon,omitempty"`
	Country   sayso.Code `json:"country"`
}

// Relation is what is told between an actor and others.
type Relation struct {
	Role  sayso.Role `json:"role" doc:"of the actor"`
	Type  string     `json:"type" doc:"of the incidents"`
	With  string     `json:"with" doc:"the other, as written; empty where none is told"`
	ID    string     `json:"id,omitempty" doc:"of the other"`
	As    sayso.Role `json:"as,omitempty" doc:"the other's role"`
	N     int        `json:"n"`
	Words []string   `json:"on_word_of" doc:"who says so: sources and outlets"`
}

// looked is how many incidents a profile is gathered from.
const looked = 300

func (a *API) named() {
	for _, kind := range []string{"actor", "place"} {
		handle(a, on(http.MethodGet, "/"+kind+"s", "list-"+kind+"s", "List "+kind+"s that are known by an id, by how many incidents they are in").of(people.Guest, people.ScopeRead, kind+"s"),
			func(ctx context.Context, in *struct {
				Filter
				Page
			}) (*Body[List[Named]], error) {
				return a.names(ctx, kind, &in.Filter, &in.Page)
			})
		handle(a, on(http.MethodGet, "/"+kind+"s/{id}", "get-"+kind, "One "+kind+": names, incidents over time, relations as told and by whom").of(people.Guest, people.ScopeRead, kind+"s"),
			func(ctx context.Context, in *struct {
				ID string `path:"id" maxLength:"200"`
			}) (*Body[Profile], error) {
				out, err := a.profile(ctx, kind, in.ID)
				return body(out), err
			})
	}
}

func asking(kind, id string) store.Query {
	if kind == "actor" {
		return store.Query{Actor: id, Order: store.ByNewest}
	}
	return store.Query{Place: id, Order: store.ByNewest}
}

func (a *API) names(ctx context.Context, kind string, f *Filter, p *Page) (*Body[List[Named]], error) {
	q, err := a.query(ctx, f)
	if err != nil {
		return nil, err
	}
	off, err := p.offset()
	if err != nil {
		return nil, err
	}
	out, taken := []Named{}, 0
	err = a.o.Store.View(ctx, func(tx store.Reader) error {
		list, err := tx.Tallies(q, kind)
		if err != nil {
			return err
		}
		list = sortedTallies(list)
		list = list[min(off, len(list)):]
		for _, t := range list[:min(p.Limit, len(list))] {
			out = append(out, Named{ID: t.Value, N: t.N})
		}
		taken = len(out)
		if people.From(ctx).Masked() {
			out, err = shownNames(ctx, tx, kind, out)
			return err
		}
		return knownNames(tx, q, kind, out)
	})
	b := items(out)
	b.Body.Next = p.after(int64(off+taken), taken)
	return b, err
}

// knownNames names actors or places as most incidents do.
func knownNames(tx store.Reader, q store.Query, kind string, list []Named) error {
	all, err := tx.Named(q, kind)
	names := map[string]string{}
	for i := range all {
		names[all[i].ID] = all[i].Name
	}
	for i := range list {
		list[i].Name = names[list[i].ID]
	}
	return err
}

// shownNames names them as the newest incidents do that everybody sees. An id
// that is in none of these names somebody private, and is left out.
func shownNames(ctx context.Context, tx store.Reader, kind string, list []Named) ([]Named, error) {
	out := list[:0]
	for i := range list {
		ask := asking(kind, list[i].ID)
		ask.Limit = 5
		some, err := tx.Incidents(ask)
		if err != nil {
			return nil, err
		}
		if some, err = seenOnes(ctx, some); err != nil {
			return nil, err
		}
		if names := namesIn(some, kind, list[i].ID); len(names) > 0 {
			list[i].Name = names[0].Value
			out = append(out, list[i])
		}
	}
	return out, nil
}

// namesIn are the names of an actor or place in incidents, most frequent first.
func namesIn(list []sayso.Incident, kind, id string) []Tally {
	count := map[string]int{}
	for i := range list {
		for _, p := range []*sayso.Place{list[i].Where, list[i].From} {
			if kind == "place" && p != nil && p.ID == id {
				count[p.Name]++
			}
		}
		for _, x := range list[i].Actors {
			if kind == "actor" && x.ID == id {
				count[x.Name]++
			}
		}
	}
	return counted(count)
}

func counted(count map[string]int) []Tally {
	out := []Tally{}
	for _, v := range slices.Sorted(maps.Keys(count)) {
		out = append(out, Tally{v, count[v]})
	}
	slices.SortStableFunc(out, func(a, b Tally) int { return b.N - a.N })
	return out
}

func (a *API) profile(ctx context.Context, kind, id string) (Profile, error) {
	out := Profile{ID: id, Types: []Tally{}, Months: []Tally{}}
	q := asking(kind, id)
	var list []sayso.Incident
	err := a.o.Store.View(ctx, func(tx store.Reader) (err error) {
		if out.N, err = tx.Count(q); err != nil {
			return err
		}
		for by, into := range map[string]*[]Tally{"type": &out.Types, "month": &out.Months} {
			found, err := tx.Tallies(q, by)
			if err != nil {
				return err
			}
			for _, t := range found {
				*into = append(*into, Tally(t))
			}
		}
		q.Limit = looked
		list, err = tx.Incidents(q)
		return err
	})
	if err == nil && out.N == 0 {
		err = store.ErrNotFound
	}
	if err != nil {
		return out, err
	}
	if list, err = seenOnes(ctx, list); err != nil {
		return out, err
	}
	out.Looked, out.Names = len(list), namesIn(list, kind, id)
	roles := map[string]int{}
	for i := range list {
		for _, x := range list[i].Actors {
			if kind == "actor" && x.ID == id {
				roles[string(x.Role)]++
			}
		}
		if p := list[i].Where; kind == "place" && p != nil && p.ID == id && out.Lat == nil {
			out.Lat, out.Lon, out.Country = p.Lat, p.Lon, p.Country
		}
	}
	out.Roles, out.Relations = counted(roles), relations(list, kind, id)
	return out, nil
}

// relations gathers who is told to have done what to whom, and on whose word.
func relations(list []sayso.Incident, kind, id string) []Relation {
	by := map[string]*Relation{}
	add := func(in *sayso.Incident, r Relation) {
		key := strings.Join([]string{string(r.Role), r.Type, r.ID, sayso.FoldName(r.With), string(r.As)}, "\x00")
		if by[key] == nil {
			r.Words = []string{}
			by[key] = &r
		}
		k := by[key]
		k.N++
		for _, o := range in.Origins {
			if !slices.Contains(k.Words, o.Name) && len(k.Words) < 10 {
				k.Words = append(k.Words, o.Name)
			}
		}
	}
	for i := range list {
		in := &list[i]
		for _, x := range in.Actors {
			if kind == "place" {
				add(in, Relation{Type: in.Type, With: x.Name, ID: x.ID, As: x.Role})
				continue
			}
			if x.ID != id {
				continue
			}
			alone := true
			for _, y := range in.Actors {
				if y.ID != id && (y.Role != x.Role || x.Role == sayso.RoleParty) {
					alone = false
					add(in, Relation{Role: x.Role, Type: in.Type, With: y.Name, ID: y.ID, As: y.Role})
				}
			}
			if alone {
				add(in, Relation{Role: x.Role, Type: in.Type})
			}
		}
	}
	out := []Relation{}
	for _, key := range slices.Sorted(maps.Keys(by)) {
		out = append(out, *by[key])
	}
	slices.SortStableFunc(out, func(a, b Relation) int { return cmp.Compare(b.N, a.N) })
	return out[:min(len(out), 200)]
}
