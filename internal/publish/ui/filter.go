package ui

import (
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"sayso"
	"sayso/internal/store"
)

// filter is what a list of incidents is narrowed to. The address holds it, so
// that a list can be kept and handed on.
type filter struct {
	Words, Actor, Place, From, To, Min, Max, Origins, Dissent, Order, Box string
	Types, Countries, Stances, Reviews                                    []string
	After                                                                 string
}

// unseen is how the address says that nobody looked at an incident.
const unseen = "new"

func readFilter(r *http.Request) (filter, error) {
	v := r.URL.Query()
	f := filter{Words: v.Get("q"), Actor: v.Get("actor"), Place: v.Get("place"), From: v.Get("from"), To: v.Get("to"), Min: v.Get("min"), Max: v.Get("max"),
		Origins: v.Get("origins"), Dissent: v.Get("dissent"), Order: v.Get("order"), Box: v.Get("box"), After: v.Get("after"),
		Types: given(v["type"]), Countries: given(v["country"]), Stances: given(v["stance"]), Reviews: given(v["review"])}
	_, err := f.query()
	return f, err
}

func given(list []string) (out []string) {
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// pageLength is how many incidents a page of the list has.
const pageLength = 50

// query is the filter in the store's terms.
func (f *filter) query() (store.Query, error) {
	q := store.Query{Words: f.Words, Actor: f.Actor, Place: f.Place, Types: f.Types, Countries: f.Countries, Dissent: f.Dissent, Order: f.order(), After: f.After}
	for _, s := range f.Stances {
		q.Stances = append(q.Stances, sayso.Stance(s))
	}
	for _, s := range f.Reviews {
		if s == unseen {
			s = ""
		}
		q.Reviews = append(q.Reviews, sayso.Review(s))
	}
	for _, e := range []struct {
		text string
		to   **sayso.Day
	}{{f.From, &q.From}, {f.To, &q.To}} {
		d, err := sayso.ParseDay(e.text)
		if err != nil {
			return q, wrong("%s is no day; a day is written 2024-03-31", e.text)
		}
		if d.Known() {
			*e.to = &d
		}
	}
	for _, e := range []struct {
		text string
		to   **int
	}{{f.Min, &q.MinDeaths}, {f.Max, &q.MaxDeaths}} {
		if n, err := strconv.Atoi(e.text); err == nil {
			*e.to = &n
		} else if e.text != "" {
			return q, wrong("%s is no number of deaths", e.text)
		}
	}
	if n, err := strconv.Atoi(f.Origins); err == nil {
		q.Origins = n
	} else if f.Origins != "" {
		return q, wrong("%s is no number of origins", f.Origins)
	}
	box, err := readBox(f.Box)
	q.Box = box
	return q, err
}

// orders are the orders of the address.
var orders = []struct{ ID, Name string }{{"newest", "newest first"}, {"oldest", "oldest first"}, {"deaths", "most killed first"}, {"worth", "most worth a look first"}}

func (f *filter) order() store.Order {
	switch f.Order {
	case "":
		return store.ByNewest
	case "oldest":
		return store.ByDay
	}
	return store.Order(f.Order)
}

// readBox reads "west,south,east,north".
func readBox(s string) (*store.Box, error) {
	if s == "" {
		return nil, nil
	}
	var d [4]float64
	parts := strings.Split(s, ",")
	for i := range parts {
		v, err := strconv.ParseFloat(parts[i], 64)
		if err != nil || len(parts) != 4 {
			return nil, wrong("%s is no part of the map", s)
		}
		d[i] = v
	}
	if len(parts) != 4 {
		return nil, wrong("%s is no part of the map", s)
	}
	return &store.Box{West: d[0], South: d[1], East: d[2], North: d[3]}, nil
}

func wrong(form string, args ...any) error {
	return &problem{http.StatusBadRequest, "This filter cannot be read", sprintf(form, args...)}
}

// values are the filter as an address has it, the page aside.
func (f *filter) values() url.Values {
	v := url.Values{}
	for _, e := range [][2]string{{"q", f.Words}, {"actor", f.Actor}, {"place", f.Place}, {"from", f.From}, {"to", f.To}, {"min", f.Min}, {"max", f.Max},
		{"origins", f.Origins}, {"dissent", f.Dissent}, {"order", f.Order}, {"box", f.Box}} {
		if e[1] != "" {
			v.Set(e[0], e[1])
		}
	}
	for k, list := range map[string][]string{"type": f.Types, "country": f.Countries, "stance": f.Stances, "review": f.Reviews} {
		if len(list) > 0 {
			v[k] = list
		}
	}
	return v
}

// Query is the filter as an address has it.
func (f filter) Query() template.URL { return template.URL(f.values().Encode()) } // encoded just now

// chip is one part of the filter in words, and the address without it.
type chip struct{ Words, Without string }

func (d *Desk) chips(f *filter) []chip {
	names := map[string]func(string) string{
		"q": func(s string) string { return "“" + s + "”" }, "actor": func(s string) string { return "actor: " + s }, "place": func(s string) string { return "place: " + s },
		"from": func(s string) string { return "from " + s }, "to": func(s string) string { return "until " + s },
		"min": func(s string) string { return "at least " + s + " killed" }, "max": func(s string) string { return "at most " + s + " killed" },
		"origins": func(s string) string { return "at least " + s + " independent origins" }, "box": func(string) string { return "within the map" },
		"dissent": func(s string) string { return "disagreement" }, "type": d.label, "country": countryName,
		"stance": func(s string) string { return s }, "review": func(s string) string {
			if s == unseen {
				return "not reviewed"
			}
			return s
		},
	}
	v := f.values()
	var out []chip
	for _, k := range []string{"q", "type", "actor", "place", "country", "from", "to", "min", "max", "stance", "origins", "dissent", "review", "box"} {
		for i, s := range v[k] {
			rest := f.values()
			rest[k] = append(append([]string{}, v[k][:i]...), v[k][i+1:]...)
			out = append(out, chip{names[k](s), "/?" + rest.Encode()})
		}
	}
	return out
}
