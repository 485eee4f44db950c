package memory

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/store"
)

func (t *tables) Incident(id string) (in sayso.Incident, err error) {
	at := id
	for range store.AliasSteps {
		if k, ok := t.incidents[at]; ok {
			return in, json.Unmarshal(k.json, &in)
		}
		if at = t.aliases[at]; at == "" {
			break
		}
	}
	return in, fmt.Errorf("incident %s: %w", id, store.ErrNotFound)
}

func (t *tables) Found(id string) (in sayso.Incident, err error) {
	b, ok := t.found[id]
	if !ok {
		return in, fmt.Errorf("incident %s as found: %w", id, store.ErrNotFound)
	}
	return in, json.Unmarshal(b, &in)
}

// asked are the incidents that a query asks for, order and page aside.
func (t *tables) asked(q store.Query) []kept {
	var out []kept
	for _, k := range t.incidents {
		if q.Asks(&k.facts) {
			out = append(out, k)
		}
	}
	return out
}

// page is the part of a list that a query asks for.
func (t *tables) page(q store.Query) ([]kept, error) {
	start, behind, err := q.Start()
	if err != nil {
		return nil, err
	}
	key := func(k *kept) store.Key { return store.KeyOf(q.Order, &k.facts.Brief) }
	list := slices.DeleteFunc(t.asked(q), func(k kept) bool { return behind && key(&k).Compare(q.Order, start) <= 0 })
	slices.SortFunc(list, func(a, b kept) int { return key(&a).Compare(q.Order, key(&b)) })
	return cut(list, store.Page{Limit: q.Limit}), nil
}

func (t *tables) Incidents(q store.Query) ([]sayso.Incident, error) {
	list, err := t.page(q)
	var out []sayso.Incident
	for i := range list {
		var in sayso.Incident
		if err := json.Unmarshal(list[i].json, &in); err != nil {
			return nil, err
		}
		out = append(out, in)
	}
	return out, err
}

func (t *tables) Briefs(q store.Query) ([]store.Brief, error) {
	list, err := t.page(q)
	var out []store.Brief
	for i := range list {
		var in sayso.Incident // the brief that is kept is not handed out
		if err := json.Unmarshal(list[i].json, &in); err != nil {
			return nil, err
		}
		out = append(out, store.BriefOf(&in))
	}
	return out, err
}

func (t *tables) Count(q store.Query) (int, error) { return len(t.asked(q)), nil }

func (t *tables) Points(q store.Query) ([]store.Point, error) {
	var out []store.Point
	for _, k := range t.asked(q) {
		if p, ok := k.facts.Brief.Point(); ok {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b store.Point) int { return strings.Compare(a.ID, b.ID) })
	return out, nil
}

func (t *tables) Tallies(q store.Query, ground string) ([]store.Tally, error) {
	if !slices.Contains(store.Grounds, ground) {
		return nil, fmt.Errorf("incidents are not counted by %q", ground)
	}
	n := map[string]int{}
	for _, k := range t.asked(q) {
		for _, v := range k.facts.ValuesBy(ground) {
			n[v]++
		}
	}
	var out []store.Tally
	for _, v := range sorted(n, "", 0) {
		out = append(out, store.Tally{Value: v, N: n[v]})
	}
	return out, nil
}

func (t *tables) Named(q store.Query, kind string) ([]store.Named, error) {
	named, ok := store.TermNamed(kind)
	if !ok {
		return nil, fmt.Errorf("incidents name no %q", kind)
	}
	var parts []store.NamedPart
	for _, k := range t.asked(q) {
		r := store.RowOf(k.n, &k.facts)
		for _, term := range r.Terms {
			if term.Kind == named {
				parts = append(parts, store.NamedPart{Word: term.Word, N: 1, Killed: max(0, r.Deaths), Earliest: r.Earliest, Latest: r.Latest})
			}
		}
	}
	return store.GatherNamed(joined(parts)), nil
}

// joined puts the parts of the same word together.
func joined(parts []store.NamedPart) (out []store.NamedPart) {
	slices.SortFunc(parts, func(a, b store.NamedPart) int { return strings.Compare(a.Word, b.Word) })
	for _, p := range parts {
		n := len(out)
		if n == 0 || out[n-1].Word != p.Word {
			out = append(out, p)
			continue
		}
		o := &out[n-1]
		o.N, o.Killed, o.Earliest, o.Latest = o.N+p.N, o.Killed+p.Killed, min(o.Earliest, p.Earliest), max(o.Latest, p.Latest)
	}
	return out
}
