package memory

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sayso/internal/store"
)

func (t *tables) Keyed(kind, key string) (store.Keyed, error) {
	v, ok := t.keyed[[2]string{kind, key}]
	if !ok {
		return store.Keyed{}, fmt.Errorf("%s %s: %w", kind, key, store.ErrNotFound)
	}
	return store.Keyed{Kind: kind, Key: key, Value: slices.Clone(v)}, nil
}

func (t *tables) KeyedOf(kind, after string, limit int) ([]store.Keyed, error) {
	var out []store.Keyed
	for k, v := range t.keyed {
		if (kind == "" || k[0] == kind) && k[1] > after {
			out = append(out, store.Keyed{Kind: k[0], Key: k[1], Value: slices.Clone(v)})
		}
	}
	slices.SortFunc(out, func(a, b store.Keyed) int {
		return cmp.Or(strings.Compare(a.Kind, b.Kind), strings.Compare(a.Key, b.Key))
	})
	return cut(out, store.Page{Limit: limit}), nil
}

func (t *tables) PutKeyed(k store.Keyed) error {
	if k.Kind == "" || k.Key == "" {
		return fmt.Errorf("a keyed record without kind or key")
	}
	t.keyed[[2]string{k.Kind, k.Key}] = slices.Clone(k.Value)
	return nil
}

func (t *tables) DropKeyed(kind, key string) error { delete(t.keyed, [2]string{kind, key}); return nil }
