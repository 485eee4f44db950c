package api

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"net/http"
	"slices"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// Spot is one place on the map: an incident, or several that lie too close to
// be told apart at the zoom.
type Spot struct {
	Lat    float64   `json:"lat"`
	Lon    float64   `json:"lon"`
	N      int       `json:"n" doc:"incidents"`
	Deaths int       `json:"deaths" doc:"people killed in them, by best figures"`
	Type   string    `json:"type" doc:"the most frequent type"`
	First  sayso.Day `json:"first" doc:"earliest day"`
	Last   sayso.Day `json:"last"`
	ID     string    `json:"id,omitempty" doc:"of the incident, where there is one alone"`
}

// Spots are what a map shows.
type Spots struct {
	Items []Spot `json:"items"`
	N     int    `json:"n" doc:"incidents that lie on the map"`
}

// MapQuery is a filter with how closely the map is looked at.
type MapQuery struct {
	Filter
	Zoom int `query:"zoom" minimum:"0" maximum:"18" default:"2" doc:"spots closer than about 40 points of the screen are one"`
}

func (a *API) points() {
	handle(a, on(http.MethodGet, "/map", "map-incidents", "Incidents on the map, those that lie close together as one spot").of(people.Guest, people.ScopeRead, "incidents"),
		func(ctx context.Context, in *MapQuery) (*Body[Spots], error) {
			q, err := a.query(ctx, &in.Filter)
			if err != nil {
				return nil, err
			}
			key := fmt.Sprintf("%d %#v", in.Zoom, in.Filter)
			out, err := a.maps.get(ctx, a.o.Store, key, func(tx store.Reader) (Spots, error) {
				list, err := a.pointsOf(ctx, tx, q)
				return spots(list, in.Zoom), err
			})
			return body(out), err
		})
}

// spots puts points into cells of a grid that grows finer with the zoom, by
// the share of the world that a screen shows.
func spots(list []store.Point, zoom int) Spots {
	size := 360 / float64(uint64(1)<<zoom) / 256 * 40 // degrees of 40 points of the screen
	type cell struct{ y, x int32 }
	type gathered struct {
		Spot
		lat, lon float64
		types    map[string]int
	}
	cells := map[cell]*gathered{}
	for i := range list {
		p := &list[i]
		at := cell{int32(math.Floor(p.Lat / size)), int32(math.Floor(p.Lon / size))}
		g := cells[at]
		if g == nil {
			g = &gathered{Spot: Spot{First: p.Earliest, Last: p.Latest, ID: p.ID}, types: map[string]int{}}
			cells[at] = g
		} else {
			g.ID = ""
		}
		g.N++
		g.lat, g.lon = g.lat+p.Lat, g.lon+p.Lon // in the order of ids, so that sums are the same everywhere
		g.Deaths += max(0, p.Deaths)
		g.types[p.Type]++
		if p.Earliest.Known() && (!g.First.Known() || p.Earliest < g.First) {
			g.First = p.Earliest
		}
		if p.Latest.Known() && (!g.Last.Known() || p.Latest > g.Last) {
			g.Last = p.Latest
		}
	}
	out := Spots{Items: []Spot{}, N: len(list)}
	for _, g := range cells {
		g.Lat, g.Lon = rounded(g.lat/float64(g.N)), rounded(g.lon/float64(g.N))
		most := 0
		for t, n := range g.types {
			if n > most || n == most && t < g.Type {
				g.Type, most = t, n
			}
		}
		out.Items = append(out.Items, g.Spot)
	}
	slices.SortFunc(out.Items, func(a, b Spot) int {
		return cmp.Or(b.N-a.N, cmp.Compare(a.Lat, b.Lat), cmp.Compare(a.Lon, b.Lon))
	})
	return out
}

// rounded keeps a hundred-thousandth of a degree: about a metre.
func rounded(degrees float64) float64 { return math.Round(degrees*1e5) / 1e5 }

// pointsOf are the points that a query asks for. What points tell by themselves
// is asked of them; for the rest alone is the store, and its answers are kept
// at hand.
func (a *API) pointsOf(ctx context.Context, tx store.Reader, q store.Query) (list []store.Point, err error) {
	rest := q
	rest.Types, rest.Reviews, rest.Box, rest.From, rest.To, rest.MinDeaths, rest.MaxDeaths = nil, nil, nil, nil, nil, nil, nil
	read := func() ([]store.Point, error) { return tx.Points(rest) }
	if q.Actor != "" || q.Place != "" || q.Article != "" { // there are many of those, and each tells little
		return tx.Points(q)
	}
	all, err := a.lists.within(ctx, tx, fmt.Sprintf("%#v", rest), read)
	for i := range all {
		if asks(&q, &all[i]) {
			list = append(list, all[i])
		}
	}
	return list, err
}

// asks is [store.Query.Asks] for a point.
func asks(q *store.Query, p *store.Point) bool {
	dated := p.Earliest.Known()
	return (len(q.Types) == 0 || slices.Contains(q.Types, p.Type)) && (len(q.Reviews) == 0 || slices.Contains(q.Reviews, p.Review)) &&
		(q.Box == nil || q.Box.Holds(p.Lat, p.Lon)) && (q.From == nil || dated && p.Latest >= *q.From) && (q.To == nil || dated && p.Earliest <= *q.To) &&
		(q.MinDeaths == nil || p.Deaths >= max(0, *q.MinDeaths)) && (q.MaxDeaths == nil || p.Deaths >= 0 && p.Deaths <= *q.MaxDeaths)
}
