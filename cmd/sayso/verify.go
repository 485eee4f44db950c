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
	key := ""
	c := &cobra.Command{
		Use: "verify [BUNDLE]", Short: "Check every digest, span, reference and audit entry of the store, or a bundle",
		Long: `Checks the store: every page of the file, every entry of the audit against the one before it, the digest
of all bytes that were kept, every quoted word against its article, every reference. Prints a line for each thing
that does not hold, and then the audit's last hash (kept elsewhere, it proves later that nothing before it was
rewritten) and a digest of the content, which is the same for two stores that hold the same.
With BUNDLE, a file of 'sayso export --format bundle', it checks the digest of each file and the signature instead, and
with --key that it was signed with that key.`,
		Example: "  sayso verify\n  sayso verify --store monday.db\n  sayso verify monday.bundle", Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 1 {
				return verifyBundle(s, args[0], key)
			}
			return f.with(c.Context(), true, func(st keeper) error { return verify(c.Context(), s, st) })
		},
	}
	f.add(c, false)
	c.Flags().StringVar(&key, "key", "", "public key (base64, or a file with it) that a bundle must be signed with")
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
