package api

import (
	"context"
	"errors"
	"sync"

	"sayso/internal/store"
)

// memo keeps answers at hand while the incidents stay as they are: many people
// look at the same list or map. Each is made once, however many ask at a time.
type memo[T any] struct {
	most int // answers
	mu   sync.Mutex
	by   map[string]*kept[T]
}

type kept[T any] struct {
	state int64 // generation of the incidents
	ready chan struct{}
	out   T
	err   error
}

// errUnmade is what those who wait get where making an answer ended in a panic.
var errUnmade = errors.New("the answer could not be made")

// get is the answer under a key.
func (m *memo[T]) get(ctx context.Context, st store.Store, key string, read func(store.Reader) (T, error)) (out T, err error) {
	err = st.View(ctx, func(tx store.Reader) (err error) {
		out, err = m.within(ctx, tx, key, func() (T, error) { return read(tx) })
		return err
	})
	return out, err
}

// within is get inside a view. Who makes an answer has a view already, so that
// waiting for it ends.
func (m *memo[T]) within(ctx context.Context, tx store.Reader, key string, read func() (T, error)) (out T, err error) {
	state, err := tx.Generation()
	if err != nil {
		return out, err
	}
	k, mine := m.find(key, state)
	if mine {
		defer close(k.ready)
		if k.out, k.err = read(); k.err != nil {
			m.drop(key, k)
		}
		return k.out, k.err
	}
	select {
	case <-k.ready:
		return k.out, k.err
	case <-ctx.Done():
		return out, ctx.Err()
	}
}

// find is the answer under a key; fresh says that it is the caller's to make.
func (m *memo[T]) find(key string, state int64) (k *kept[T], fresh bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if k = m.by[key]; k != nil && k.state == state {
		return k, false
	}
	if len(m.by) >= m.most {
		clear(m.by)
	}
	if m.by == nil {
		m.by = map[string]*kept[T]{}
	}
	k = &kept[T]{state: state, ready: make(chan struct{}), err: errUnmade}
	m.by[key] = k
	return k, true
}

func (m *memo[T]) drop(key string, k *kept[T]) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.by[key] == k {
		delete(m.by, key)
	}
}
