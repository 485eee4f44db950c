package relational

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"

	"sayso"
	"sayso/internal/store"
)

// Resum writes the sums of all tables down anew: for migrations.
func Resum(ctx context.Context, inside *sql.Tx) error {
	c := Conn{ctx, inside}
	for name := range summed {
		s, err := counts(c, name)
		if err != nil {
			return err
		}
		if err := putSum(c, name, s); err != nil {
			return err
		}
	}
	return nil
}

// Check compares the tables with what is written down of them, and what queries
// look at with what it follows from. It gives a line for each thing found.
func Check(ctx context.Context, db *sql.DB, d Dialect, level sql.IsolationLevel) (out []string, err error) {
	return out, within(ctx, db, d, &sql.TxOptions{ReadOnly: true, Isolation: level}, func(t *tx) error {
		for _, name := range slices.Sorted(maps.Keys(summed)) {
			is, err := counts(t.Conn, name)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			was, err := kept(t.Conn, name)
			switch {
			case err != nil:
				return err
			case is.n != was.n:
				out = append(out, fmt.Sprintf("%s: %d rows are there, and %d were kept", name, is.n, was.n))
			case is.x != was.x:
				out = append(out, fmt.Sprintf("%s: a row is not as it was kept", name))
			}
		}
		lines, err := t.wrongFacts()
		if err != nil {
			return err
		}
		more, err := t.wrongFilings()
		rest, err2 := t.unfound()
		out = append(append(append(out, lines...), more...), rest...)
		return errors.Join(err, err2)
	})
}

// wrongFacts compares what queries look at in incidents with them.
func (t *tx) wrongFacts() (out []string, err error) {
	for after := int64(0); ; {
		rows, err := list(t, func(scan func(...any) error) (r whole, err error) { return r, scan(&r.n, &r.packed) },
			`SELECT n, packed FROM incidents WHERE n > $1 ORDER BY n LIMIT 500`, after)
		if err != nil || len(rows) == 0 {
			return out, err
		}
		for _, r := range rows {
			after = r.n
			in, err := unpackJSON[sayso.Incident](r.packed)
			if err != nil {
				continue // which is said where the incident is read
			}
			facts := store.FactsOf(&in)
			right, err := t.holdsFacts(r.n, &facts)
			if err != nil {
				return nil, err
			}
			if right {
				right, err = t.foundAt(r.n, &facts)
			}
			if err != nil {
				return nil, err
			}
			if !right {
				out = append(out, fmt.Sprintf("incident %s: what it is found by is not what it tells", in.ID))
			}
		}
	}
}

func (t *tx) holdsFacts(n int64, f *store.Facts) (bool, error) {
	want, err := briefValues(n, &f.Brief)
	if err != nil {
		return false, err
	}
	brief, err := cells(t.Conn, `SELECT `+briefColumns+` FROM briefs WHERE n = $1`, n)
	terms, err2 := list(t, func(scan func(...any) error) (s store.Term, err error) { return s, scan(&s.Kind, &s.Word) },
		`SELECT kind, word FROM terms WHERE incident = $1 ORDER BY kind, word`, n)
	articles, err3 := list(t, text, `SELECT article FROM tellings WHERE incident = $1 ORDER BY article`, n)
	if err := errors.Join(err, err2, err3); err != nil {
		return false, err
	}
	wanted := slices.SortedFunc(slices.Values(f.Terms), store.Term.Compare)
	return len(brief) == 1 && slices.Equal(brief[0], want) && slices.Equal(terms, wanted) && slices.Equal(articles, tellers(f)), nil
}

// wrongFilings compares the keys that articles are found by with their filings.
func (t *tx) wrongFilings() (out []string, err error) {
	found := map[string]*sum{}
	count := func(article string, key int64) {
		if found[article] == nil {
			found[article] = &sum{}
		}
		found[article].add(1, []any{key})
	}
	err = eachRow(t.Conn, func(row []any) {
		article, _ := row[0].(string)
		key, _ := row[1].(int64)
		count(article, key)
	}, `SELECT articles.id, filed.key FROM filed JOIN articles ON articles.n = filed.article`)
	if err != nil {
		return nil, err
	}
	err = eachRow(t.Conn, func(row []any) {
		article, _ := row[0].(string)
		keys, _ := row[1].([]byte)
		was := sum{}
		for ; len(keys) >= 8; keys = keys[8:] {
			was.add(1, []any{int64(binary.BigEndian.Uint64(keys))})
		}
		if is := found[article]; is != nil && *is != was || is == nil && was.n > 0 {
			out = append(out, fmt.Sprintf("filing of article %s: it is not found by its keys", article))
		}
		delete(found, article)
	}, `SELECT article, keys FROM filings ORDER BY article`)
	for _, article := range slices.Sorted(maps.Keys(found)) {
		out = append(out, fmt.Sprintf("filing of article %s: it is found by keys and not filed", article))
	}
	return out, err
}
