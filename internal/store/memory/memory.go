// Package memory keeps a store in memory: for tests, for coding without a
// database, and as the plainest reading of the contract.
//
// Each update works on a copy of the tables and puts it in place when it
// succeeds; a view holds on to the tables that it found. So views need no
// lock, and an update costs time in proportion to what is kept: fit for
// thousands of articles, not for millions.
package memory

import (
	"context"
	"sync"
	"sync/atomic"

	"sayso/internal/store"
)

// Store is a store in memory. Make it with [New].
type Store struct {
	writing sync.Mutex
	now     atomic.Pointer[tables]
}

// New returns an empty store.
func New() *Store {
	s := &Store{}
	s.now.Store(newTables())
	return s
}

// View implements [store.Store].
func (s *Store) View(ctx context.Context, fn func(store.Reader) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return fn(s.now.Load())
}

// Update implements [store.Store].
func (s *Store) Update(ctx context.Context, fn func(store.Writer) error) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	next := s.now.Load().clone()
	if err := fn(next); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	s.now.Store(next)
	return nil
}

// Check implements [store.Store]; memory does not break.
func (s *Store) Check(ctx context.Context) ([]string, error) { return nil, ctx.Err() }

// Close implements [store.Store].
func (s *Store) Close() error { return nil }
