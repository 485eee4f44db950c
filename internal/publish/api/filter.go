package api

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"sayso"
	"sayso/internal/store"
)

// Filter is what incidents are asked for.
type Filter struct {
	Words     string         `query:"words" maxLength:"500" doc:"words that all occur in the incident's words; case and accents do not matter"`
	Types     []string       `query:"type" maxItems:"50" doc:"incident types, parted by commas; one is enough"`
	Statuses  []sayso.Status `query:"status" maxItems:"4" doc:"occurred, attempted, threatened, denied"`
	Salience  sayso.Salience `query:"salience" enum:"main,background"`
	Reviews   []string       `query:"review" maxItems:"5" doc:"accepted, rejected, corrected, resting (a correction whose words are gone); open is what nobody looked at"`
	Stances   []sayso.Stance `query:"stance" maxItems:"4" doc:"asserted, alleged, claimed, denied: of a claim that it happened"`
	Actor     string         `query:"actor" maxLength:"300" doc:"an actor's id, or words that all occur in actors' names"`
	Place     string         `query:"place" maxLength:"300" doc:"a place's gazetteer id, or words that all occur in its names"`
	Countries []string       `query:"country" maxItems:"300" doc:"ISO 3166-1 alpha-2"`
	Box       string         `query:"box" maxLength:"100" example:"30.5,34.2,33.4,35.9" doc:"south,west,north,east in degrees; west over east crosses the antimeridian"`
	From      string         `query:"from" format:"date" doc:"its day is known and not wholly before this one"`
	To        string         `query:"to" format:"date" doc:"its day is known and not wholly after this one"`
	Least     string         `query:"min_deaths" maxLength:"9" pattern:"^[0-9]*$" doc:"at least so many people killed, by the best figure"`
	Most      string         `query:"max_deaths" maxLength:"9" pattern:"^[0-9]*$" doc:"at most so many"`
	Origins   int            `query:"origins" minimum:"0" maximum:"1000" doc:"at least so many independent origins"`
	Dissent   string         `query:"dissent" maxLength:"60" doc:"this field has claims against it; any: some field"`
	Article   string         `query:"article" maxLength:"200" doc:"told by this article"`
}

// query reads the filter.
func (f *Filter) query() (q store.Query, err error) {
	q = store.Query{Words: f.Words, Types: f.Types, Statuses: f.Statuses, Salience: f.Salience, Stances: f.Stances, Actor: f.Actor, Place: f.Place,
		Countries: f.Countries, Origins: f.Origins, Dissent: f.Dissent, Article: f.Article}
	for _, r := range f.Reviews {
		if r == "open" {
			r = ""
		}
		q.Reviews = append(q.Reviews, sayso.Review(r))
	}
	if q.From, err = day("from", f.From); err != nil {
		return q, err
	}
	if q.To, err = day("to", f.To); err != nil {
		return q, err
	}
	if q.Box, err = box(f.Box); err != nil {
		return q, err
	}
	q.MinDeaths, q.MaxDeaths = number(f.Least), number(f.Most)
	return q, nil
}

// number reads digits; nil for none.
func number(s string) *int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return nil
	}
	return &n
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
	Cursor string `query:"cursor" maxLength:"800" doc:"next of the page before"`
}

// offset reads a cursor that is a place by number.
func (p *Page) offset() (int, error) {
	n, err := p.number()
	return int(n), err
}

// number reads a cursor that is a number.
func (p *Page) number() (int64, error) {
	if p.Cursor == "" {
		return 0, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(p.Cursor)
	n, err2 := strconv.ParseInt(string(b), 10, 64)
	if err != nil || err2 != nil || n < 0 || n > 1<<40 {
		return 0, wrong("cursor", "is none of ours", p.Cursor)
	}
	return n, nil
}

// after is the cursor behind n of a list at a place, or "" at its end.
func (p *Page) after(place int64, n int) string {
	if n < p.Limit {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString([]byte(fmt.Sprint(place)))
}

// orders are how a list of incidents may be sorted.
var orders = map[string]store.Order{"": store.ByDay, "day": store.ByDay, "newest": store.ByNewest, "deaths": store.ByDeaths, "worth": store.ByWorth}

func sortedTallies(list []store.Tally) []store.Tally {
	slices.SortStableFunc(list, func(a, b store.Tally) int {
		if a.N != b.N {
			return b.N - a.N
		}
		return strings.Compare(a.Value, b.Value)
	})
	return list
}
