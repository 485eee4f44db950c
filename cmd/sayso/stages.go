package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"sayso/internal/document"
)

func newStages(s streams) *cobra.Command {
	var lexicon string
	c := &cobra.Command{
		Use: "stages", Short: "List the stages, their versions and the layers they make", Args: cobra.NoArgs,
		Example: "  sayso stages",
		RunE: func(*cobra.Command, []string) error {
			chain, err := standard(lexicon)
			if err != nil {
				return err
			}
			t := tabwriter.NewWriter(s.out, 0, 8, 2, ' ', 0)
			fmt.Fprintln(t, "stage\tversion\tprovides\trequires")
			for _, st := range chain.Stages() {
				fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", st.Name, st.Version, layers(st.Provides), layers(st.Requires))
			}
			return fail(exitFailure, t.Flush())
		},
	}
	c.Flags().StringVar(&lexicon, "lexicon", "", "folder with tables of your own")
	return c
}

func layers(list []document.Layer) string {
	if len(list) == 0 {
		return "-"
	}
	var names []string
	for _, l := range list {
		names = append(names, string(l))
	}
	return strings.Join(names, " ")
}
