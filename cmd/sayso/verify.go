package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/spf13/cobra"

	"sayso/internal/store"
)

func newVerify(s streams) *cobra.Command {
	var f storeFlags
	c := &cobra.Command{
		Use: "verify", Short: "Check every digest, span, reference and audit entry of the store",
		Long: `Checks the store: every page of the file, every entry of the audit against the one before it, the digest
of all bytes that were kept, every quoted word against its article, every reference. Prints a line for each thing
that does not hold, and then the audit's last hash (kept elsewhere, it proves later that nothing before it was
rewritten) and a digest of the content, which is the same for two stores that hold the same.`,
		Example: "  sayso verify\n  sayso verify --store monday.db", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return f.with(c.Context(), true, func(st keeper) error { return verify(c.Context(), s, st) })
		},
	}
	f.add(c, false)
	return c
}

func verify(ctx context.Context, s streams, st store.Store) error {
	n, head, found, err := store.Verify(ctx, st)
	if err != nil {
		return fail(exitStore, err)
	}
	for _, one := range found {
		fmt.Fprintln(s.out, one)
	}
	content := "unreadable"
	if len(found) == 0 {
		if content, err = contentOf(ctx, st); err != nil {
			return fail(exitStore, err)
		}
	}
	_, err = fmt.Fprintf(s.out, "%d articles, %d incidents, %d decisions and %d audit entries were checked\naudit    %s\ncontent  %s\n",
		n.Articles, n.Incidents, n.Decisions, n.Entries, head, content)
	if err != nil {
		return fail(exitFailure, err)
	}
	if len(found) > 0 {
		return fail(exitFound, fmt.Errorf("%d things do not hold", len(found)))
	}
	return nil
}

// contentOf is the digest of what a store holds.
func contentOf(ctx context.Context, st store.Store) (string, error) {
	h := sha256.New()
	err := st.View(ctx, func(tx store.Reader) error { return store.Dump(tx, h) })
	return hex.EncodeToString(h.Sum(nil)), err
}
