package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"sayso/internal/store"
)

func newFailures(s streams) *cobra.Command {
	var f storeFlags
	var code codeFlags
	var retry, asJSON bool
	c := &cobra.Command{
		Use: "failures", Short: "List what could not be taken, and why; --retry reads it again",
		Long: `Lists what 'sayso add' could not take or code: item, reason, stage, kind, number of attempts. With --retry the
files and addresses are read again and what now works is taken off the list.`,
		Example: "  sayso failures\n  sayso failures --retry", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return f.with(c.Context(), !retry, func(st keeper) error {
				list, err := failuresOf(c.Context(), st)
				if err != nil {
					return err
				}
				if !retry {
					return fail(exitFailure, writeFailures(s.out, list, asJSON))
				}
				names, err := again(c.Context(), st, list)
				if err != nil {
					return err
				}
				a, err := code.adder(s, &f, st)
				if err != nil {
					return err
				}
				return a.run(c.Context(), names, asJSON)
			})
		},
	}
	shared(c, &code)
	f.add(c, true)
	polite(c, &code)
	c.Flags().BoolVar(&retry, "retry", false, "read again what failed")
	c.Flags().BoolVar(&asJSON, "json", false, "print as JSON, a failure a line")
	return c
}

// again are the files and addresses to read again. Articles that could not be
// coded are in the store and made pending.
func again(ctx context.Context, st store.Store, list []store.Failure) (names []string, err error) {
	err = st.Update(ctx, func(tx store.Writer) error {
		names = nil
		for _, f := range list {
			if f.Stage == store.StageDecide { // for a person, not for reading again
				continue
			}
			switch _, err := tx.Article(f.Name); {
			case err == nil:
				if err := tx.PutCursor(store.Cursor{Step: store.StepCode, Article: f.Name}); err != nil {
					return err
				}
			case !errors.Is(err, store.ErrNotFound):
				return err
			case f.Name != "standard input":
				names = append(names, f.Name)
			}
		}
		return nil
	})
	slices.Sort(names)
	return slices.Compact(names), fail(exitStore, err)
}

func failuresOf(ctx context.Context, st store.Store) (list []store.Failure, err error) {
	err = st.View(ctx, func(tx store.Reader) error { list, err = tx.Failures(); return err })
	return list, fail(exitStore, err)
}

func writeFailures(w io.Writer, list []store.Failure, asJSON bool) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	var errs []error
	for _, f := range list {
		if asJSON {
			errs = append(errs, e.Encode(f))
			continue
		}
		_, err := fmt.Fprintf(w, "%s; %d×, last %s\n", failureLine(&f.Failure), f.Attempts, f.Last)
		errs = append(errs, err)
	}
	if !asJSON {
		_, err := fmt.Fprintf(w, "%d failures\n", len(list))
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}
