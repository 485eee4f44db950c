package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"sayso/internal/store"
	"sayso/internal/store/postgres"
)

// afterwards is what is left to do in PostgreSQL.
var afterwards = "The tables hold nothing of it any more. The server's statistics and its log of changes do until its administrator\nruns, with the search_path of the store:\n\n  " +
	strings.Join(postgres.Afterwards, ";\n  ") + ";\n\nArchived logs, standby servers and backups keep what they had.\n"

func newTakeDown(s streams) *cobra.Command {
	var f storeFlags
	var code codeFlags
	var name, reason string
	c := &cobra.Command{
		Use: "take-down [ARTICLE]", Short: "Remove an article, or a person's name, from the store for good",
		Long: `Removes an article, or makes a name unreadable in all articles, and with it the bytes they came as and all
that was coded from them; what is left is coded and joined again. Tombstones with digests stay, so that the audit
still verifies. The name is looked for in exactly the form given, case and accents aside; give each form that was
used. Backups made before keep what they had.

In PostgreSQL the tables are rewritten, for which nobody may work with the store; what its administrator has to do
for the server's other files is printed.`,
		Example: "  sayso take-down a0123456789ab --reason 'court order 7/2026'\n  sayso take-down --name 'Ann Example' --reason 'at risk'",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if (len(args) == 1) == (name != "") || reason == "" {
				return fail(exitUsage, errors.New("name an article or give --name, and give --reason"))
			}
			return f.with(c.Context(), false, func(st keeper) error {
				t := store.Takedown{Act: f.act(s.now()), Reason: reason, Name: name}
				if len(args) == 1 {
					t.Article = args[0]
				}
				a, err := code.adder(s, &f, st)
				if err != nil {
					return err
				}
				var touched []string
				err = st.Update(c.Context(), func(tx store.Writer) (err error) { touched, err = store.TakeDown(tx, t); return err })
				if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrTaken) {
					return fail(exitData, err)
				}
				if err != nil {
					return fail(exitStore, err)
				}
				if err := a.catchUp(c.Context()); err != nil {
					return err
				}
				after := ""
				if team, ok := st.(teamStore); ok {
					if err := team.Scrub(c.Context()); err != nil {
						return fail(exitStore, err)
					}
					after = afterwards
				}
				_, err = fmt.Fprintf(s.out, "%d articles were changed\n%s", len(touched), after)
				return fail(exitFailure, err)
			})
		},
	}
	f.add(c, true)
	c.Flags().StringVar(&name, "name", "", "name to make unreadable")
	c.Flags().StringVar(&reason, "reason", "", "why, for the tombstone")
	c.Flags().StringVar(&code.lexicon, "lexicon", "", "folder with tables of your own (incident types, actors)")
	return c
}
