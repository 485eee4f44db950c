package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"sayso"
	"sayso/internal/document"
)

func newDoctor(s streams) *cobra.Command {
	var lexicon string
	c := &cobra.Command{
		Use: "doctor", Short: "Check that this installation works", Args: cobra.NoArgs,
		Long:    "Checks that the models and tables load, that the stages fit together and that a sentence is coded.",
		Example: "  sayso doctor\n  sayso doctor --lexicon my-tables/",
		RunE: func(c *cobra.Command, _ []string) error {
			t := tabwriter.NewWriter(s.out, 0, 8, 2, ' ', 0)
			broken := 0
			for _, check := range checks(lexicon) {
				start := time.Now()
				found, err := check.run(c.Context())
				mark := "ok"
				if err != nil {
					mark, found = "BROKEN", err.Error()
					broken++
				}
				fmt.Fprintf(t, "%s\t%s\t%s\t%d ms\n", mark, check.name, found, time.Since(start).Milliseconds())
			}
			if err := t.Flush(); err != nil {
				return fail(exitFailure, err)
			}
			if broken > 0 {
				return fail(exitData, fmt.Errorf("%d of the checks failed", broken))
			}
			return nil
		},
	}
	c.Flags().StringVar(&lexicon, "lexicon", "", "folder with tables of your own, to be checked too")
	return c
}

type check struct {
	name string
	run  func(context.Context) (found string, err error)
}

func checks(lexicon string) []check {
	return []check{
		{"program", func(context.Context) (string, error) {
			return fmt.Sprintf("%s, %s, %s/%s, %d processors", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.GOMAXPROCS(0)), nil
		}},
		{"stages and what they know", func(context.Context) (string, error) {
			chain, err := standard(lexicon)
			if err != nil {
				return "", err
			}
			return fmt.Sprintf("%d stages", len(chain.Stages())), nil
		}},
		{"a sentence", func(ctx context.Context) (string, error) { return codeSentence(ctx, lexicon) }},
		{"the demo's articles", func(context.Context) (string, error) {
			items, err := demoArticles()
			if err != nil {
				return "", err
			}
			n := 0
			for range items(context.Background()) {
				n++
			}
			return fmt.Sprintf("%d articles", n), nil
		}},
	}
}

// codeSentence codes a sentence whose incident every version must find.
func codeSentence(ctx context.Context, lexicon string) (string, error) {
	chain, err := standard(lexicon)
	if err != nil {
		return "", err
	}
	a := &sayso.Article{ID: "doctor", Published: sayso.DayOf(2019, time.January, 28),
		Text: "A car bomb killed 20 people in Kabul on Monday, police said."}
	d, err := chain.Run(ctx, a, document.LayerIncidents)
	if err != nil {
		return "", err
	}
	if len(d.Incidents) != 1 {
		return "", errors.New("the incident in “" + a.Text + "” was not found")
	}
	in := &d.Incidents[0]
	return fmt.Sprintf("“%s” is %s with %d claims", a.Text, in.Type, len(in.Claims)), nil
}
