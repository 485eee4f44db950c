package api

import (
	"context"
	"fmt"
	"net/http"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// Listing is a filter with an order and a page.
type Listing struct {
	Filter
	Page
	Order string `query:"order" enum:"day,newest,deaths,worth" default:"day" doc:"day: earliest first; worth: most worth a look first"`
	Total bool   `query:"total" doc:"count all that is asked for"`
}

// Incidents is a page of a list of incidents.
type Incidents struct {
	Items []store.Brief `json:"items"`
	Next  string        `json:"next,omitempty" doc:"cursor of the page behind; missing at the end"`
	Total *int          `json:"total,omitempty" doc:"of all pages, where asked for"`
}

// One is an incident with all that is known of it.
type One struct {
	Incident  sayso.Incident   `json:"incident"`
	Found     *sayso.Incident  `json:"found,omitempty" doc:"as the machine found it, where people changed it"`
	Decisions []store.Decision `json:"decisions" doc:"what people decided about it, under whatever id it had, in that order"`
	Version   string           `json:"version" doc:"changes whenever the incident or what was decided about it does; a decision may name it as seen"`
}

// ByIncident names an incident.
type ByIncident struct {
	ID string `path:"id" maxLength:"200" doc:"its id or one that it had before"`
}

func (a *API) incidents() {
	handle(a, on(http.MethodGet, "/incidents", "list-incidents", "List incidents").of(people.Guest, people.ScopeRead, "incidents"),
		func(ctx context.Context, in *Listing) (*Body[Incidents], error) { return a.list(ctx, in) })
	handle(a, on(http.MethodGet, "/incidents/{id}", "get-incident", "One incident with its claims, fields, origins and reasons").of(people.Guest, people.ScopeRead, "incidents"),
		func(ctx context.Context, in *ByIncident) (*Body[One], error) {
			var out One
			err := a.o.Store.View(ctx, func(tx store.Reader) (err error) { out, err = one(tx, in.ID); return err })
			if err == nil && people.From(ctx).Masked() {
				out.Found, out.Decisions = nil, []store.Decision{}
				err = seen(ctx, &out.Incident)
			}
			return body(out), err
		})
	handle(a, on(http.MethodGet, "/review", "review-queue", "What nobody looked at yet, most worth a look first").of(people.Coder, people.ScopeRead, "review"),
		func(ctx context.Context, in *struct {
			Filter
			Page
		}) (*Body[Incidents], error) {
			in.Reviews = []string{"open"}
			return a.list(ctx, &Listing{Filter: in.Filter, Page: in.Page, Order: "worth", Total: true})
		})
	handle(a, on(http.MethodGet, "/tallies", "count-incidents", "Count incidents by type, country, day, …").of(people.Guest, people.ScopeRead, "incidents"),
		func(ctx context.Context, in *struct {
			Filter
			By string `query:"by" required:"true" enum:"type,country,status,salience,review,stance,dissent,day,month,actor,place"`
		}) (*Body[List[Tally]], error) {
			list, err := a.tallies(ctx, &in.Filter, in.By)
			return items(list), err
		})
	a.points()
	a.named()
	a.decisions()
}

// one reads an incident with what was decided about it.
func one(tx store.Reader, id string) (out One, err error) {
	if out.Incident, err = tx.Incident(id); err != nil {
		return out, err
	}
	if out.Decisions, err = store.History(tx, &out.Incident); err != nil {
		return out, err
	}
	out.Version = versionOf(&out.Incident, out.Decisions)
	if out.Decisions == nil {
		out.Decisions = []store.Decision{}
	}
	if out.Incident.Review != "" {
		found, err := store.FoundOf(tx, out.Incident.ID)
		if err != nil {
			return out, err
		}
		out.Found = &found
	}
	return out, nil
}

// Tally is how many incidents have a value.
type Tally struct {
	Value string `json:"value"`
	N     int    `json:"n"`
}

func (a *API) tallies(ctx context.Context, f *Filter, by string) (out []Tally, err error) {
	q, err := a.query(ctx, f)
	if err != nil {
		return nil, err
	}
	var list []store.Tally
	err = a.o.Store.View(ctx, func(tx store.Reader) (err error) { list, err = tx.Tallies(q, by); return err })
	for _, t := range list {
		out = append(out, Tally(t))
	}
	return out, err
}

// query reads a filter. Those who do not see private persons' names cannot look
// for them either: an answer would tell.
func (a *API) query(ctx context.Context, f *Filter) (store.Query, error) {
	if people.From(ctx).Masked() && (f.Words != "" || f.Actor != "") {
		return store.Query{}, forbidden("sign in to look for words and actors: private persons are masked for guests")
	}
	return f.query()
}

func (a *API) list(ctx context.Context, in *Listing) (*Body[Incidents], error) {
	q, err := a.query(ctx, &in.Filter)
	if err != nil {
		return nil, err
	}
	q.Order, q.After, q.Limit = orders[in.Order], in.Cursor, in.Limit
	key := fmt.Sprintf("%v %#v", people.From(ctx).Masked(), *in)
	out, err := a.pages.get(ctx, a.o.Store, key, func(tx store.Reader) (Incidents, error) {
		out := Incidents{Items: []store.Brief{}}
		list, err := tx.Briefs(q)
		if err != nil {
			return out, err
		}
		if len(list) == in.Limit {
			out.Next = store.CursorOf(q.Order, &list[len(list)-1])
		}
		if people.From(ctx).Masked() {
			if list, err = masked(ctx, tx, list); err != nil {
				return out, err
			}
		}
		out.Items = append(out.Items, list...)
		if in.Total {
			n, err := tx.Count(q)
			out.Total = &n
			return out, err
		}
		return out, nil
	})
	return body(out), err
}
