package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/user"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sayso/internal/store"
	"sayso/internal/store/postgres"
	"sayso/internal/store/sqlite"
)

// storeFlags are the flags of the commands that use the store.
type storeFlags struct {
	path string
	by   string
}

func (f *storeFlags) add(c *cobra.Command, writes bool) {
	c.Flags().StringVar(&f.path, "store", "sayso.db", "file of the store, or a PostgreSQL address (postgres://user@host/database)")
	if writes {
		c.Flags().StringVar(&f.by, "by", "", "who does this, for the audit (default: the user of this session)")
	}
}

// keeper is an open store.
type keeper interface {
	store.Store
	Backup(ctx context.Context, path string) error
}

// open opens the store; for reading it must exist.
func (f *storeFlags) open(ctx context.Context, reading bool) (keeper, error) {
	if team(f.path) {
		st, err := postgres.Open(ctx, f.path)
		return teamStore{st}, fail(exitStore, err)
	}
	st, err := sqlite.Open(ctx, f.path, sqlite.Options{ReadOnly: reading})
	return st, fail(exitStore, err)
}

// team reports whether a store's name is a PostgreSQL address.
func team(path string) bool {
	return strings.HasPrefix(path, "postgres://") || strings.HasPrefix(path, "postgresql://")
}

// teamStore is backed up into a file, which is a store of its own.
type teamStore struct{ *postgres.Store }

// Backup implements [keeper].
func (t teamStore) Backup(ctx context.Context, path string) error {
	if _, err := os.Stat(path); err == nil {
		return fmt.Errorf("%s is there already", path)
	}
	to, err := sqlite.Open(ctx, path, sqlite.Options{})
	if err != nil {
		return err
	}
	err = store.Copy(ctx, t, to)
	if e := to.Close(); err == nil {
		err = e
	}
	if err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// with runs fn on the open store and closes it.
func (f *storeFlags) with(ctx context.Context, reading bool, fn func(keeper) error) (err error) {
	st, err := f.open(ctx, reading)
	if err != nil {
		return err
	}
	defer func() {
		if e := st.Close(); e != nil {
			err = errors.Join(err, fail(exitStore, e))
		}
	}()
	return fn(st)
}

// act is who does something at a time.
func (f *storeFlags) act(at time.Time) store.Act {
	by := f.by
	if by == "" {
		by = "unknown"
		if u, err := user.Current(); err == nil {
			by = u.Username
		}
	}
	return store.Act{By: by, At: stamp(at)}
}

// stamp is a time as it is kept.
func stamp(at time.Time) string { return at.UTC().Format(time.RFC3339) }

func newBackup(s streams) *cobra.Command {
	var f storeFlags
	c := &cobra.Command{
		Use: "backup FILE", Short: "Copy the store, as it is at one moment, to a new file",
		Long: `Copies the store to a file that must not exist, while it stays in use. The copy is a store of its own:
'sayso verify --store FILE' checks it. What is taken down later stays in copies made before.`,
		Example: "  sayso backup monday.db", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return f.with(c.Context(), true, func(st keeper) error {
				if err := st.Backup(c.Context(), args[0]); err != nil {
					return fail(exitStore, err)
				}
				_, err := fmt.Fprintln(s.out, "the store was copied to "+args[0])
				return fail(exitFailure, err)
			})
		},
	}
	f.add(c, false)
	return c
}
