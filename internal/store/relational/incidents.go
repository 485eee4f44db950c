package relational

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/store"
)

func (t *tx) PutIncident(in sayso.Incident) error {
	b, err := packJSON(in)
	if err != nil {
		return err
	}
	was, err := t.place(in.ID)
	if err != nil {
		return err
	}
	first, err := t.turn("incidents", []string{"id"}, []any{in.ID}, `INSERT INTO incidents(id, packed) VALUES($1, $2)
		ON CONFLICT(id) DO UPDATE SET packed = excluded.packed`, in.ID, b)
	if err != nil {
		return err
	}
	n, _ := first.(int64)
	if err := t.change(n); err != nil {
		return err
	}
	facts := store.FactsOf(&in)
	if facts.Words != was.words {
		if err := t.dialect.PutWords(t.Conn, Incidents, n, was.words, facts.Words); err != nil {
			return err
		}
	}
	return t.putFacts(n, &facts)
}

// putFacts writes what queries look at, but for the words.
func (t *tx) putFacts(n int64, f *store.Facts) error {
	if err := t.clear(n); err != nil {
		return err
	}
	b := &f.Brief
	values, err := briefValues(n, b)
	if err != nil {
		return err
	}
	err = t.Exec(`INSERT INTO briefs(`+briefColumns+`) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`, values...)
	if err != nil {
		return err
	}
	if err := t.dialect.PutPoint(t.Conn, n, b.Lat, b.Lon); err != nil {
		return err
	}
	for part := range slices.Chunk(f.Terms, atOnce) {
		c := &conditions{args: []any{n}}
		var rows []string
		for _, term := range part {
			rows = append(rows, "("+c.places(2)+", $1)")
			c.args = append(c.args, term.Kind, term.Word)
		}
		if err := t.Exec(`INSERT INTO terms(kind, word, incident) VALUES `+strings.Join(rows, ", "), c.args...); err != nil {
			return err
		}
	}
	for _, a := range tellers(f) {
		if err := t.Exec(`INSERT INTO tellings(incident, article) VALUES($1, $2)`, n, a); err != nil {
			return err
		}
	}
	return nil
}

const briefColumns = `n, id, type, country, status, salience, review, earliest, latest, deaths, origins, dissent, worth, lat, lon, brief`

// briefValues are the values of the columns, as a database gives them back.
func briefValues(n int64, b *store.Brief) ([]any, error) {
	text, err := json.Marshal(b)
	var lat, lon any
	if b.Lat != nil && b.Lon != nil {
		lat, lon = *b.Lat, *b.Lon
	}
	return []any{n, b.ID, b.Type, string(b.Country), string(b.Status), string(b.Salience), string(b.Review), store.KeyOf(store.ByDay, b).Value, store.KeyOf(store.ByNewest, b).Value,
		int64(b.Best()), int64(b.Origins), int64(len(b.Dissent)), store.KeyOf(store.ByWorth, b).Value, lat, lon, string(text)}, err
}

// tellers are the articles that tell an incident, each once.
func tellers(f *store.Facts) []string {
	articles := slices.Clone(f.Articles)
	slices.Sort(articles)
	return slices.Compact(articles)
}

// clear removes what queries look at, but for the words.
func (t *tx) clear(n int64) error {
	if err := t.dialect.PutPoint(t.Conn, n, nil, nil); err != nil {
		return err
	}
	return errors.Join(t.Exec(`DELETE FROM briefs WHERE n = $1`, n), t.Exec(`DELETE FROM terms WHERE incident = $1`, n),
		t.Exec(`DELETE FROM tellings WHERE incident = $1`, n))
}

// place is where an incident stands in the tables.
type place struct {
	n     int64
	words string
}

// place is the place of an incident by its own id; n is 0 for none.
func (t *tx) place(id string) (place, error) {
	rows, err := list(t, func(scan func(...any) error) (p place, err error) {
		var b []byte
		if err := scan(&p.n, &b); err != nil {
			return p, err
		}
		in, err := unpackJSON[sayso.Incident](b)
		p.words = store.WordsOf(&in)
		return p, err
	}, `SELECT n, packed FROM incidents WHERE id = $1`, id)
	if err != nil || len(rows) == 0 {
		return place{}, err
	}
	return rows[0], nil
}

func (t *tx) DropIncident(id string) error {
	was, err := t.place(id)
	if err != nil || was.n == 0 {
		return err
	}
	if err := t.dialect.PutWords(t.Conn, Incidents, was.n, was.words, ""); err != nil {
		return err
	}
	if err := errors.Join(t.clear(was.n), t.change(was.n)); err != nil {
		return err
	}
	return t.gone("incidents", `DELETE FROM incidents WHERE n = $1`, was.n)
}

func (t *tx) PutFound(in sayso.Incident) error {
	b, err := packJSON(in)
	if err != nil {
		return err
	}
	_, err = t.turn("found", []string{"id"}, []any{in.ID}, `INSERT INTO found(id, packed) VALUES($1, $2) ON CONFLICT(id) DO UPDATE SET packed = excluded.packed`, in.ID, b)
	return err
}

func (t *tx) DropFound(id string) error {
	return t.gone("found", `DELETE FROM found WHERE id = $1`, id)
}

// Refill writes anew what queries look at in incidents: for migrations that add
// to it.
func Refill(ctx context.Context, inside *sql.Tx, d Dialect) error {
	t := &tx{Conn: Conn{ctx, inside}, dialect: d}
	for after := int64(0); ; {
		rows, err := list(t, func(scan func(...any) error) (r whole, err error) { return r, scan(&r.n, &r.packed) },
			`SELECT n, packed FROM incidents WHERE n > $1 ORDER BY n LIMIT 500`, after)
		if err != nil || len(rows) == 0 {
			return err
		}
		for _, r := range rows {
			after = r.n
			in, err := unpackJSON[sayso.Incident](r.packed)
			if err != nil {
				return err
			}
			facts := store.FactsOf(&in)
			if err := t.putFacts(r.n, &facts); err != nil {
				return err
			}
		}
	}
}

type whole struct {
	n      int64
	packed []byte
}
