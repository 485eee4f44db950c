package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sayso/internal/document"
	"sayso/internal/document/print"
)

func newInspect(s streams) *cobra.Command {
	var f codeFlags
	var layer string
	c := &cobra.Command{
		Use:   "inspect FILE|URL|DIR|- ...",
		Short: "Print one layer of an article's annotated form",
		Long: "Prints one layer of an article's annotated form, as the tests of the stages write it.\n\nLayers, in the order in which they are made:\n  " +
			strings.Join(layerNames(), ", "),
		Example: "  sayso inspect article.txt --layer tokens\n  sayso inspect article.txt --layer times --published 2017-02-09",
		RunE: func(c *cobra.Command, args []string) error {
			if !slices.Contains(print.Layers(), document.Layer(layer)) {
				return fail(exitUsage, fmt.Errorf("--layer: there is no layer %q; the layers are %s", layer, strings.Join(layerNames(), ", ")))
			}
			return runInspect(c, s, &f, args, document.Layer(layer))
		},
	}
	c.Flags().StringVar(&layer, "layer", "incidents", "the layer to print")
	_ = c.RegisterFlagCompletionFunc("layer", cobra.FixedCompletions(layerNames(), cobra.ShellCompDirectiveNoFileComp))
	shared(c, &f)
	return c
}

func layerNames() []string {
	var names []string
	for _, l := range print.Layers() {
		names = append(names, string(l))
	}
	return names
}

func runInspect(c *cobra.Command, s streams, f *codeFlags, args []string, layer document.Layer) error {
	w, err := f.work(s, args)
	if err != nil {
		return err
	}
	if err := provides(w.chain.Stages(), layer); err != nil {
		return err
	}
	var r run
	var buf bytes.Buffer
	err = w.documents(c.Context(), layer, func(o outcome) error {
		r.count(&o)
		if o.doc == nil || o.err != nil {
			return nil
		}
		if len(args) > 1 || r.items > 1 {
			fmt.Fprintf(&buf, "== %s\n", o.item.Article.ID)
		}
		return print.Layer(&buf, o.doc, layer)
	})
	if err != nil {
		return err
	}
	if _, err := s.out.Write(buf.Bytes()); err != nil {
		return fail(exitFailure, err)
	}
	return r.exit()
}

func provides(stages []document.Stage, layer document.Layer) error {
	for _, st := range stages {
		if slices.Contains(st.Provides, layer) {
			return nil
		}
	}
	return fail(exitFailure, fmt.Errorf("no stage of this program provides the layer %s", layer))
}
