package memory

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"sayso"
	"sayso/internal/store"
)

// numbers are those of incidents, with the generation of each one's last
// change.
type numbers struct {
	last, generation int64
	moved            bool // this update has its generation already
	ids              map[int64]string
	changed          map[int64]int64
}

func (n *numbers) clone() numbers {
	return numbers{last: n.last, generation: n.generation, ids: maps.Clone(n.ids), changed: maps.Clone(n.changed)}
}

// put numbers an incident; was is the number that it has, or 0.
func (n *numbers) put(id string, was int64) int64 {
	if was == 0 {
		n.last++
		was = n.last
	}
	n.ids[was] = id
	n.change(was)
	return was
}

func (n *numbers) drop(number int64) {
	delete(n.ids, number)
	n.change(number)
}

func (n *numbers) change(number int64) {
	if !n.moved {
		n.generation, n.moved = n.generation+1, true
	}
	n.changed[number] = n.generation
}

func (t *tables) Generation() (int64, error) { return t.generation, nil }

func (t *tables) Rows(after int64, limit int) ([]store.Row, error) {
	var out []store.Row
	for _, n := range slices.Sorted(maps.Keys(t.ids)) {
		if n > after && (limit <= 0 || len(out) < limit) {
			facts, err := t.facts(n)
			if err != nil {
				return nil, err
			}
			out = append(out, store.RowOf(n, facts))
		}
	}
	return out, nil
}

// facts are an incident's, shared with nobody.
func (t *tables) facts(n int64) (*store.Facts, error) {
	var in sayso.Incident
	err := json.Unmarshal(t.incidents[t.ids[n]].json, &in)
	facts := store.FactsOf(&in)
	return &facts, err
}

func (t *tables) Changes(after int64, limit int) ([]store.Changed, error) {
	var out []store.Changed
	for _, n := range slices.Sorted(maps.Keys(t.changed)) {
		if t.changed[n] <= after || limit > 0 && len(out) == limit {
			continue
		}
		c := store.Changed{N: n}
		if _, ok := t.ids[n]; ok {
			var err error
			if c.Facts, err = t.facts(n); err != nil {
				return nil, err
			}
		}
		out = append(out, c)
	}
	return out, nil
}

func (t *tables) Numbers(q store.Query) ([]int64, error) {
	var out []int64
	for _, k := range t.asked(q) {
		out = append(out, k.n)
	}
	slices.Sort(out)
	return out, nil
}

func (t *tables) BriefsAt(numbers []int64) ([]store.Brief, error) {
	list, err := t.IncidentsAt(numbers)
	var out []store.Brief
	for i := range list {
		out = append(out, store.BriefOf(&list[i]))
	}
	return out, err
}

func (t *tables) IncidentsAt(numbers []int64) ([]sayso.Incident, error) {
	var out []sayso.Incident
	for _, n := range numbers {
		id, ok := t.ids[n]
		if !ok {
			return nil, fmt.Errorf("incident number %d: %w", n, store.ErrNotFound)
		}
		in, err := t.Incident(id)
		if err != nil {
			return nil, err
		}
		out = append(out, in)
	}
	return out, nil
}
