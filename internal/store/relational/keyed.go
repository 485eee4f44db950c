package relational

import (
	"errors"

	"sayso/internal/store"
)

func keyed(scan func(...any) error) (k store.Keyed, err error) {
	return k, scan(&k.Kind, &k.Key, &k.Value)
}

func (t *tx) Keyed(kind, key string) (store.Keyed, error) {
	k := store.Keyed{Kind: kind, Key: key}
	err := t.one(kind, key, `SELECT value FROM keyed WHERE kind = $1 AND key = $2`, []any{kind, key}, &k.Value)
	return k, err
}

func (t *tx) KeyedOf(kind, after string, limit int) ([]store.Keyed, error) {
	return list(t, keyed, `SELECT kind, key, value FROM keyed WHERE ($1 = '' OR kind = $1) AND key > $2 ORDER BY kind, key LIMIT $3`, kind, after, all(limit))
}

func (t *tx) PutKeyed(k store.Keyed) error {
	if k.Kind == "" || k.Key == "" {
		return errors.New("a keyed record without kind or key")
	}
	if k.Value == nil {
		k.Value = []byte{}
	}
	_, err := t.turn("keyed", []string{"kind", "key"}, []any{k.Kind, k.Key}, `INSERT INTO keyed(kind, key, value) VALUES($1, $2, $3) ON CONFLICT(kind, key) DO UPDATE SET value = excluded.value`, k.Kind, k.Key, k.Value)
	return err
}

func (t *tx) DropKeyed(kind, key string) error {
	return t.gone("keyed", `DELETE FROM keyed WHERE kind = $1 AND key = $2`, kind, key)
}
