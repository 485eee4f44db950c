package api

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// Filter is what a list of incidents is asked for.
type Filter struct {
	Words   string `query:"words" maxLength:"500" doc:"words that all occur in the incident's words; case and accents do not matter"`
	Type    string `query:"type" maxLength:"64" doc:"incident type"`
	Country string `query:"country" maxLength:"2" doc:"ISO 3166-1 alpha-2"`
	Article string `query:"article" maxLength:"200" doc:"told by this article"`
	From    string `query:"from" format:"date" doc:"its day is known and not wholly before this one"`
	To      string `query:"to" format:"date" doc:"its day is known and not wholly after this one"`
	Box     string `query:"box" maxLength:"100" example:"30.5,34.2,33.4,35.9" doc:"south,west,north,east in degrees; west over east crosses the antimeridian"`
}

// query reads the filter.
func (f *Filter) query() (q store.Query, err error) {
	q = store.Query{Words: f.Words, Article: f.Article}
	if f.Type != "" {
		q.Types = []string{f.Type}
	}
	if f.Country != "" {
		q.Countries = []string{f.Country}
	}
	if q.From, err = day("from", f.From); err != nil {
		return q, err
	}
	if q.To, err = day("to", f.To); err != nil {
		return q, err
	}
	q.Box, err = box(f.Box)
	return q, err
}

func day(name, s string) (*sayso.Day, error) {
	if s == "" {
		return nil, nil
	}
	d, err := sayso.ParseDay(s)
	if err != nil {
		return nil, wrong(name, err.Error(), s)
	}
	return &d, nil
}

func box(s string) (*store.Box, error) {
	if s == "" {
		return nil, nil
	}
	parts := strings.Split(s, ",")
	var v [4]float64
	for i := range v {
		var err error
		if len(parts) != len(v) {
			return nil, wrong("box", "takes four numbers: south,west,north,east", s)
		}
		if v[i], err = strconv.ParseFloat(strings.TrimSpace(parts[i]), 64); err != nil || !(v[i] >= -180 && v[i] <= 180) {
			return nil, wrong("box", "takes degrees", s)
		}
	}
	return &store.Box{South: v[0], West: v[1], North: v[2], East: v[3]}, nil
}

// wrong is a problem with one parameter of the query.
func wrong(name, message string, value any) error {
	return huma.Error422UnprocessableEntity("validation failed", &huma.ErrorDetail{Location: "query." + name, Message: message, Value: value})
}

// Page is which part of a list is asked for.
type Page struct {
	Limit  int    `query:"limit" minimum:"1" maximum:"500" default:"50" doc:"how many at most"`
	Cursor string `query:"cursor" maxLength:"400" doc:"next of the page before"`
}

// offset reads the cursor.
func (p *Page) offset() (int, error) {
	if p.Cursor == "" {
		return 0, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(p.Cursor)
	if err != nil {
		return 0, wrong("cursor", "is none of ours", p.Cursor)
	}
	n, err := strconv.Atoi(string(b))
	if err != nil || n < 0 {
		return 0, wrong("cursor", "is none of ours", p.Cursor)
	}
	return n, nil
}

// after is the cursor behind n of a list, or "" at its end.
func (p *Page) after(offset, n int) string {
	if n < p.Limit {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString([]byte(fmt.Sprint(offset + n)))
}

// Row is an incident in a list.
type Row struct {
	ID         string          `json:"id"`
	Type       string          `json:"type"`
	Status     sayso.Status    `json:"status"`
	Salience   sayso.Salience  `json:"salience"`
	Summary    string          `json:"summary"`
	Earliest   sayso.Day       `json:"earliest" doc:"first day it can have been; null where unknown"`
	Latest     sayso.Day       `json:"latest" doc:"last day it can have been"`
	Precision  sayso.Precision `json:"precision,omitempty"`
	Place      string          `json:"place,omitempty" doc:"as written"`
	Level      sayso.Level     `json:"level,omitempty" doc:"what the point stands for"`
	Country    sayso.Code      `json:"country" doc:"null where unknown or disputed"`
	DisputedBy []string        `json:"disputed_by,omitempty"`
	Lat        *float64        `json:"lat,omitempty"`
	Lon        *float64        `json:"lon,omitempty"`
	Confidence float64         `json:"confidence,omitempty" doc:"share of such places that are right"`
	Deaths     *sayso.Deaths   `json:"deaths,omitempty"`
	Stances    []sayso.Stance  `json:"stances" doc:"of the claims that it happened"`
	Origins    int             `json:"origins" doc:"independent origins"`
	Articles   int             `json:"articles"`
	Dissent    []string        `json:"dissent" doc:"fields that some claims are against"`
}

func row(in *sayso.Incident) Row {
	r := Row{ID: in.ID, Type: in.Type, Status: in.Status, Salience: in.Salience, Summary: in.Summary, Deaths: in.Deaths, Earliest: sayso.NoDay, Latest: sayso.NoDay,
		Origins: len(in.Origins), Articles: len(in.Articles), Stances: []sayso.Stance{}, Dissent: []string{}}
	if in.When != nil {
		r.Earliest, r.Latest, r.Precision = in.When.Earliest, in.When.Latest, in.When.Precision
	}
	if p := in.Where; p != nil {
		r.Place, r.Level, r.Country, r.DisputedBy, r.Lat, r.Lon, r.Confidence = p.Name, p.Level, p.Country, p.DisputedBy, p.Lat, p.Lon, p.Confidence
	}
	seen := map[sayso.Stance]bool{}
	for i := range in.Claims {
		if c := &in.Claims[i]; c.About == sayso.AboutIncident && !seen[c.Stance] {
			seen[c.Stance] = true
			r.Stances = append(r.Stances, c.Stance)
		}
	}
	for _, f := range in.Fields {
		if len(f.Against) > 0 {
			r.Dissent = append(r.Dissent, f.Name)
		}
	}
	return r
}

// Rows is a page of a list of incidents.
type Rows struct {
	Body struct {
		Incidents []Row  `json:"incidents"`
		Next      string `json:"next,omitempty" doc:"cursor of the page behind; missing at the end"`
	}
}

// One is an incident with all that is known of it.
type One struct {
	Body struct {
		Incident  sayso.Incident   `json:"incident"`
		Decisions []store.Decision `json:"decisions" doc:"what people decided about it, in that order"`
	}
}

func (a *API) incidents() {
	handle(a, on(http.MethodGet, "/incidents", "list-incidents", "List incidents, earliest first").of(people.Guest, people.ScopeRead, "incidents"),
		func(ctx context.Context, in *struct {
			Filter
			Page
		}) (*Rows, error) {
			return a.list(ctx, &in.Filter, &in.Page)
		})
	handle(a, on(http.MethodGet, "/incidents/{id}", "get-incident", "One incident with its claims, fields, origins and reasons").of(people.Guest, people.ScopeRead, "incidents"),
		func(ctx context.Context, in *struct {
			ID string `path:"id" maxLength:"200" doc:"its id or one that it had before"`
		}) (*One, error) {
			out := &One{}
			err := a.o.Store.View(ctx, func(tx store.Reader) (err error) {
				if out.Body.Incident, err = tx.Incident(in.ID); err != nil {
					return err
				}
				out.Body.Decisions, err = store.History(tx, &out.Body.Incident)
				return err
			})
			if out.Body.Decisions == nil {
				out.Body.Decisions = []store.Decision{}
			}
			return out, err
		})
}

func (a *API) list(ctx context.Context, f *Filter, p *Page) (*Rows, error) {
	q, err := f.query()
	if err != nil {
		return nil, err
	}
	q.After, q.Limit = p.Cursor, p.Limit
	out := &Rows{}
	out.Body.Incidents = []Row{}
	err = a.o.Store.View(ctx, func(tx store.Reader) error {
		list, err := tx.Incidents(q)
		for i := range list {
			out.Body.Incidents = append(out.Body.Incidents, row(&list[i]))
		}
		if n := len(list); n > 0 && n == p.Limit {
			last := store.BriefOf(&list[n-1])
			out.Body.Next = store.CursorOf(q.Order, &last)
		}
		return err
	})
	if errors.Is(err, store.ErrCursor) {
		return nil, wrong("cursor", "is none of ours", p.Cursor)
	}
	return out, err
}
