package main

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sayso"
	"sayso/internal/publish/text"
)

func newExplain(s streams) *cobra.Command {
	var f codeFlags
	c := &cobra.Command{
		Use:   "explain FILE|URL|- [INCIDENT]",
		Short: "Show why every field of an incident is what it is, down to the quoted words",
		Long: `Codes the article and prints, for each incident or for the one named (by its number in
'sayso code', its id or the start of it), the tree of reasons: the rule that chose each field,
the claims for and against it, the words they rest on.`,
		Example: "  sayso explain article.txt\n  sayso explain article.txt 2 --published 2017-02-09",
		Args:    cobra.RangeArgs(1, 2),
		RunE: func(c *cobra.Command, args []string) error {
			f.explain = true
			w, err := f.work(s, args[:1])
			if err != nil {
				return err
			}
			r, err := w.code(c.Context())
			if err != nil {
				return err
			}
			which := ""
			if len(args) == 2 {
				which = args[1]
			}
			return explain(s, &f, r, which)
		},
	}
	c.Flags().IntVar(&f.width, "width", 0, "width of the output (default: the terminal's, at most 100)")
	shared(c, &f)
	return c
}

func explain(s streams, f *codeFlags, r *run, which string) error {
	if err := r.exit(); err != nil && len(r.Incidents) == 0 {
		return err
	}
	var chosen []int
	for i := range r.Incidents {
		if which == "" || names(&r.Incidents[i], i, which) {
			chosen = append(chosen, i)
		}
	}
	switch {
	case which != "" && len(chosen) == 0:
		return fail(exitUsage, fmt.Errorf("there is no incident %q; there are %d", which, len(r.Incidents)))
	case which != "" && len(chosen) > 1:
		return fail(exitUsage, fmt.Errorf("%q is the start of %d ids", which, len(chosen)))
	}
	var buf bytes.Buffer
	if len(chosen) == 0 {
		fmt.Fprintln(&buf, "no incidents")
	}
	for _, i := range chosen {
		if err := text.Explain(&buf, i+1, &r.Incidents[i], textOptions(s.out, f)); err != nil {
			return fail(exitFailure, err)
		}
	}
	if _, err := s.out.Write(buf.Bytes()); err != nil {
		return fail(exitFailure, err)
	}
	return r.exit()
}

// names reports whether which is the number, the id or the start of the id of
// an incident, or an id that was merged into it.
func names(in *sayso.Incident, i int, which string) bool {
	if n, err := strconv.Atoi(which); err == nil && len(which) < 4 {
		return n == i+1
	}
	if strings.HasPrefix(in.ID, which) {
		return true
	}
	for _, former := range in.Former {
		if former == which {
			return true
		}
	}
	return false
}
