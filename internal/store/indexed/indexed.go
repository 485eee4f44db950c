package indexed

import (
	"context"
	"errors"
	"sync"

	"sayso/internal/store"
)

// Store is a store with an index over its incidents. Make it with [Over].
type Store struct {
	store.Store
	ctx    context.Context // ends with Stop
	cancel context.CancelFunc
	going  sync.WaitGroup

	// So many incidents, or changes, at most are read while a view waits.
	few, fewChanges int

	mu      sync.Mutex
	now     *index
	loading bool
	failed  error // why the index could not be made, for the next view
}

// Over lays an index over a store.
func Over(st store.Store) *Store {
	ctx, cancel := context.WithCancel(context.Background())
	return &Store{Store: st, ctx: ctx, cancel: cancel, few: 2000, fewChanges: 500}
}

// View implements [store.Store].
func (s *Store) View(ctx context.Context, fn func(store.Reader) error) error {
	return s.Store.View(ctx, func(tx store.Reader) error { return fn(&reader{Reader: tx, of: s}) })
}

// Stop ends what goes on beside views. The store beneath stays open.
func (s *Store) Stop() {
	s.cancel()
	s.going.Wait()
}

// Wait returns when no index is being made.
func (s *Store) Wait() { s.going.Wait() }

// Close implements [store.Store].
func (s *Store) Close() error {
	s.Stop()
	return s.Store.Close()
}

// index is the index of the moment that tx sees; nil for none.
func (s *Store) index(tx store.Reader) (*index, error) {
	generation, err := tx.Generation()
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.failed != nil:
		err, s.failed = s.failed, nil
		return nil, err
	case s.now != nil && s.now.generation == generation:
		return s.now, nil
	case s.loading || s.now != nil && s.now.generation > generation:
		return nil, nil
	case s.now == nil:
		return s.make(tx, generation)
	}
	changes, err := tx.Changes(s.now.generation, s.fewChanges+1)
	if err != nil {
		return nil, err
	}
	if len(changes) > s.fewChanges {
		s.load()
		return nil, nil
	}
	s.now = s.now.with(changes, generation)
	return s.now, nil
}

// make makes the first index: of few incidents at once, of many while views are
// answered by the store.
func (s *Store) make(tx store.Reader, generation int64) (*index, error) {
	n, err := tx.Count(store.Query{})
	if err != nil {
		return nil, err
	}
	if n > s.few {
		s.load()
		return nil, nil
	}
	s.now, err = read(tx, generation)
	return s.now, err
}

// load makes the index anew beside the views.
func (s *Store) load() {
	s.loading = true
	s.going.Go(func() {
		var made *index
		err := s.Store.View(s.ctx, func(tx store.Reader) error {
			generation, err := tx.Generation()
			if err != nil {
				return err
			}
			made, err = read(tx, generation)
			return err
		})
		s.mu.Lock()
		defer s.mu.Unlock()
		s.loading = false
		switch {
		case err == nil:
			s.now = made
		case !errors.Is(err, context.Canceled):
			s.failed = err
		}
	})
}
