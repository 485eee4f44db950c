package relational

import (
	"encoding/json"
	"fmt"
	"slices"

	"sayso"
	"sayso/internal/store"
)

func (t *tx) Generation() (n int64, err error) {
	return n, t.QueryRowContext(t.Ctx, `SELECT n FROM generation`).Scan(&n)
}

// change notes that an incident is put or dropped, in a generation that this
// transaction has to itself.
func (t *tx) change(incident int64) error {
	if t.generation == 0 {
		if err := t.QueryRowContext(t.Ctx, `UPDATE generation SET n = n + 1 RETURNING n`).Scan(&t.generation); err != nil {
			return err
		}
	}
	return t.Exec(`INSERT INTO changes(incident, generation) VALUES($1, $2) ON CONFLICT(incident) DO UPDATE SET generation = excluded.generation`, incident, t.generation)
}

func (t *tx) Rows(after int64, limit int) ([]store.Row, error) {
	rows, err := list(t, row, `SELECT n, id, type, country, status, salience, review, earliest, latest, deaths, origins, worth, lat, lon FROM briefs WHERE n > $1 ORDER BY n LIMIT $2`, after, all(limit))
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	terms, err := list(t, func(scan func(...any) error) (s telling, err error) { return s, scan(&s.n, &s.Kind, &s.Word) },
		`SELECT incident, kind, word FROM terms WHERE incident >= $1 AND incident <= $2 AND (kind IN ('stance', 'dissent', 'actor-name', 'place-name') OR word >= '=' AND word < '>')
		ORDER BY incident`, rows[0].N, rows[len(rows)-1].N)
	at := 0
	for _, s := range terms {
		for rows[at].N < s.n {
			at++
		}
		rows[at].Terms = append(rows[at].Terms, s.Term)
	}
	for i := range rows {
		slices.SortFunc(rows[i].Terms, store.Term.Compare)
	}
	return rows, err
}

// telling is a term of an incident.
type telling struct {
	n int64
	store.Term
}

func row(scan func(...any) error) (r store.Row, err error) {
	return r, scan(&r.N, &r.ID, &r.Type, &r.Country, &r.Status, &r.Salience, &r.Review, &r.Earliest, &r.Latest, &r.Deaths, &r.Origins, &r.Worth, &r.Lat, &r.Lon)
}

func (t *tx) Changes(after int64, limit int) ([]store.Changed, error) {
	return list(t, func(scan func(...any) error) (c store.Changed, err error) {
		var b []byte
		if err := scan(&c.N, &b); err != nil || b == nil {
			return c, err
		}
		in, err := unpackJSON[sayso.Incident](b)
		facts := store.FactsOf(&in)
		c.Facts = &facts
		return c, err
	}, `SELECT changes.incident, incidents.packed FROM changes LEFT JOIN incidents ON incidents.n = changes.incident
		WHERE changes.generation > $1 ORDER BY changes.incident LIMIT $2`, after, all(limit))
}

func (t *tx) Numbers(q store.Query) ([]int64, error) {
	number := func(scan func(...any) error) (n int64, err error) { return n, scan(&n) }
	if words := store.Fold(q.Words); words != "" && alone(q) {
		found, value := t.dialect.WithWords(Incidents, words, 1)
		return list(t, number, found+` ORDER BY 1`, value)
	}
	c := t.asked(q)
	return list(t, number, `SELECT briefs.n FROM briefs `+c.where()+` ORDER BY briefs.n`, c.args...)
}

// alone reports whether a query asks for words and nothing else: then the word
// index by itself has the answer.
func alone(q store.Query) bool {
	b, err := json.Marshal(store.Query{Words: q.Words})
	q.Order, q.After, q.Limit = "", "", 0
	own, err2 := json.Marshal(q)
	return err == nil && err2 == nil && string(b) == string(own)
}

func (t *tx) BriefsAt(numbers []int64) ([]store.Brief, error) {
	return at(t, numbers, `SELECT n, brief FROM briefs WHERE n IN `, func(b []byte) (v store.Brief, err error) { return v, json.Unmarshal(b, &v) })
}

func (t *tx) IncidentsAt(numbers []int64) ([]sayso.Incident, error) {
	return at(t, numbers, `SELECT n, packed FROM incidents WHERE n IN `, unpackJSON[sayso.Incident])
}

// at reads a value for each number, in their order.
func at[T any](t *tx, numbers []int64, query string, read func([]byte) (T, error)) ([]T, error) {
	found := make(map[int64]T, len(numbers))
	for part := range slices.Chunk(numbers, atOnce) {
		c := &conditions{}
		places := c.places(len(part))
		for _, n := range part {
			c.args = append(c.args, n)
		}
		_, err := list(t, func(scan func(...any) error) (none struct{}, err error) {
			var n int64
			var b []byte
			if err := scan(&n, &b); err != nil {
				return none, err
			}
			found[n], err = read(b)
			return none, err
		}, query+"("+places+")", c.args...)
		if err != nil {
			return nil, err
		}
	}
	var out []T
	for _, n := range numbers {
		v, ok := found[n]
		if !ok {
			return nil, fmt.Errorf("incident number %d: %w", n, store.ErrNotFound)
		}
		out = append(out, v)
	}
	return out, nil
}
