package blind

import (
	"maps"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/publish/agreement"
	"sayso/internal/store"
)

// Field is how far coders agree on a field.
type Field struct {
	Name   string           `json:"name"` // "incident" is whether there is one at all
	Metric agreement.Metric `json:"metric"`
	Alpha  *float64         `json:"alpha"` // null where no two values differ
	Units  int              `json:"units"` // incidents that two or more coded
	Same   int              `json:"same"`  // of those, coded alike
}

// unit is an incident with what each coder says of it.
type unit struct {
	spans  []sayso.Span
	coders int // who coded the article
	by     []map[string]string
}

// Agreement is how far coders agree, field by field: first whether there is an
// incident, then the other fields by name. Numbers are compared by the least
// that they can be ("7-10" as 7), all else by being the same, case and accents
// aside; a field that is left out has the value "".
func Agreement(tx store.Reader) ([]Field, error) {
	articles, err := byArticle(tx)
	if err != nil {
		return nil, err
	}
	var units []unit
	fields := map[string]bool{}
	for _, list := range articles {
		list = slices.DeleteFunc(slices.Clone(list), func(c Coding) bool { return c.Settles })
		if len(list) < 2 {
			continue
		}
		units = append(units, align(list)...)
	}
	for _, u := range units {
		for _, f := range u.by {
			for name := range f {
				fields[name] = true
			}
		}
	}
	out := []Field{field("incident", units, agreement.Nominal, found)}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		m := agreement.Nominal
		if strings.HasPrefix(name, sayso.AboutCount) {
			m = agreement.Interval
		}
		out = append(out, field(name, units, m, func(u *unit) []string { return values(u, name, m) }))
	}
	return out, nil
}

func field(name string, units []unit, m agreement.Metric, of func(*unit) []string) Field {
	var table [][]string
	for i := range units {
		table = append(table, of(&units[i]))
	}
	r := agreement.Alpha(table, m)
	f := Field{Name: name, Metric: m, Units: r.Units, Same: r.Same}
	if r.Known {
		f.Alpha = &r.Alpha
	}
	return f
}

// found are the coders' answers to whether there is an incident.
func found(u *unit) []string {
	out := slices.Repeat([]string{"yes"}, len(u.by))
	return append(out, slices.Repeat([]string{"no"}, u.coders-len(u.by))...)
}

func values(u *unit, name string, m agreement.Metric) []string {
	var out []string
	for _, f := range u.by {
		v := store.Fold(f[name])
		if m == agreement.Interval {
			v = strings.TrimPrefix(f[name], "-")
			v, _, _ = strings.Cut(v, "-")
		}
		out = append(out, v)
	}
	return out
}

// align finds the incidents that several coders mean: each coder's goes to the
// unit with whose words it shares most, one a coder, the first of equals.
func align(list []Coding) []unit {
	var units []unit
	for _, c := range list {
		taken := map[int]bool{}
		for _, in := range c.Incidents {
			best, most := -1, 0
			for i := range units {
				if n := shared(units[i].spans, in.Span); n > most && !taken[i] {
					best, most = i, n
				}
			}
			if best < 0 {
				units = append(units, unit{coders: len(list)})
				best = len(units) - 1
			}
			taken[best] = true
			units[best].spans = append(units[best].spans, in.Span)
			units[best].by = append(units[best].by, in.Fields)
		}
	}
	return units
}

func shared(spans []sayso.Span, s sayso.Span) int {
	most := 0
	for _, o := range spans {
		most = max(most, min(s.End, o.End)-max(s.Start, o.Start))
	}
	return most
}
