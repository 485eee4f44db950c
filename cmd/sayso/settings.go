package main

import (
	"fmt"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// settings are the flags that the environment can set, as SAYSO_LEXICON for
// --lexicon. A flag on the command line goes first.
var settings = []string{"format", "published", "outlet", "lexicon", "allow-host", "timeout", "workers", "width", "store", "by", "delay"}

// variable is the environment variable of a flag.
func variable(flag string) string {
	return "SAYSO_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// fromVariable is the annotation of a flag that the environment set.
const fromVariable = "sayso-from-variable"

// fromEnvironment sets the flags of c that were not given from the environment.
func fromEnvironment(c *cobra.Command) error {
	for _, name := range settings {
		f := c.Flags().Lookup(name)
		v := os.Getenv(variable(name))
		if f == nil || f.Changed || v == "" {
			continue
		}
		if err := c.Flags().Set(name, v); err != nil {
			return fail(exitUsage, fmt.Errorf("%s: %w", variable(name), err))
		}
		if err := c.Flags().SetAnnotation(name, fromVariable, nil); err != nil {
			return fail(exitFailure, err)
		}
	}
	return nil
}

func newConfig(s streams) *cobra.Command {
	var f codeFlags
	var sf storeFlags
	c := &cobra.Command{
		Use:   "config",
		Short: "Show every setting, its value and where it comes from",
		Long: `Shows every setting, its value and where it comes from. A setting is a flag of 'sayso code' or 'sayso add';
its environment variable sets it for every command that has the flag, the flag itself goes first.`,
		Example: "  sayso config\n  SAYSO_OUTLET=Reuters sayso config",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			t := tabwriter.NewWriter(s.out, 0, 8, 2, ' ', 0)
			fmt.Fprintln(t, "setting\tvalue\tfrom\tvariable")
			for _, name := range settings {
				fl := c.Flags().Lookup(name)
				fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", name, shown(fl.Value.String()), origin(fl), variable(name))
			}
			return fail(exitFailure, t.Flush())
		},
	}
	codeOptions(c, &f)
	sf.add(c, true)
	polite(c, &f)
	return c
}

func shown(v string) string {
	if v == "" || v == "[]" {
		return "-"
	}
	return v
}

func origin(f *pflag.Flag) string {
	_, environment := f.Annotations[fromVariable]
	switch {
	case environment:
		return "environment"
	case f.Changed:
		return "flag"
	}
	return "default"
}
