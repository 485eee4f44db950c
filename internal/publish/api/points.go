package api

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"net/http"
	"reflect"
	"slices"
	"sync"
	"time"

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
			key := fmt.Sprintf("%d %+v", in.Zoom, in.Filter)
			out, err := a.maps.get(key, func() (Spots, error) {
				list, err := a.pointsOf(context.WithoutCancel(ctx), q)
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

// atlas remembers maps for a short while: many people look at the same one, and
// each takes reading all its points.
type atlas struct {
	mu      sync.Mutex
	by      map[string]*kept
	all     []store.Point // every point, as it was at the time read
	read    time.Time
	reading sync.Mutex // held while they are read anew
}

type kept struct {
	ready chan struct{}
	out   Spots
	err   error
	until time.Time
}

const (
	mapsFor  = 10 * time.Second
	mostMaps = 500
)

// get is the map under a key, made at most once at a time.
func (m *atlas) get(key string, read func() (Spots, error)) (Spots, error) {
	m.mu.Lock()
	k := m.by[key]
	if k != nil && time.Now().Before(k.until) {
		m.mu.Unlock()
		<-k.ready
		return k.out, k.err
	}
	if len(m.by) >= mostMaps {
		clear(m.by)
	}
	k = &kept{ready: make(chan struct{}), until: time.Now().Add(mapsFor)}
	m.by[key] = k
	m.mu.Unlock()
	k.out, k.err = read()
	close(k.ready)
	if k.err != nil {
		m.mu.Lock()
		if m.by[key] == k {
			delete(m.by, key)
		}
		m.mu.Unlock()
	}
	return k.out, k.err
}

// changed forgets all maps: something in the store has changed.
func (a *API) changed() {
	a.maps.mu.Lock()
	defer a.maps.mu.Unlock()
	clear(a.maps.by)
	a.maps.all, a.maps.read = nil, time.Time{}
}

// pointsOf are the points that a query asks for. All points are kept at hand,
// and what they tell by themselves is asked of them; only for the rest is the
// store.
func (a *API) pointsOf(ctx context.Context, q store.Query) (list []store.Point, err error) {
	read := func(q store.Query) (list []store.Point, err error) {
		err = a.o.Store.View(ctx, func(tx store.Reader) (err error) { list, err = tx.Points(q); return err })
		return list, err
	}
	if !byPoints(q) {
		return read(q)
	}
	a.maps.reading.Lock()
	a.maps.mu.Lock()
	all, age := a.maps.all, time.Since(a.maps.read)
	a.maps.mu.Unlock()
	if all == nil || age > mapsFor {
		if all, err = read(store.Query{}); err == nil {
			a.maps.mu.Lock()
			a.maps.all, a.maps.read = all, time.Now()
			a.maps.mu.Unlock()
		}
	}
	a.maps.reading.Unlock()
	for i := range all {
		if asks(&q, &all[i]) {
			list = append(list, all[i])
		}
	}
	return list, err
}

// byPoints reports whether points tell by themselves if a query asks for them.
func byPoints(q store.Query) bool {
	q.Types, q.Reviews, q.Box, q.From, q.To, q.MinDeaths, q.MaxDeaths = nil, nil, nil, nil, nil, nil, nil
	return reflect.DeepEqual(q, store.Query{})
}

// asks is [store.Query.Asks] for a point.
func asks(q *store.Query, p *store.Point) bool {
	dated := p.Earliest.Known()
	return (len(q.Types) == 0 || slices.Contains(q.Types, p.Type)) && (len(q.Reviews) == 0 || slices.Contains(q.Reviews, p.Review)) &&
		(q.Box == nil || q.Box.Holds(p.Lat, p.Lon)) && (q.From == nil || dated && p.Latest >= *q.From) && (q.To == nil || dated && p.Earliest <= *q.To) &&
		(q.MinDeaths == nil || p.Deaths >= max(0, *q.MinDeaths)) && (q.MaxDeaths == nil || p.Deaths >= 0 && p.Deaths <= *q.MaxDeaths)
}
