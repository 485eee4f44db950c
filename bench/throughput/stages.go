package main

import (
	"context"
	"fmt"
	"slices"
	"time"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/ingest"
	"sayso/internal/pipeline"
)

// sampled is how many sources the shares of the stages are measured on.
const sampled = 300

// stages measures the share of time of reading a page and of each stage, one
// article at a time on one core.
func stages(ctx context.Context, sources []string) error {
	chain, err := pipeline.Standard(pipeline.Options{})
	if err != nil {
		return err
	}
	spent := map[string]time.Duration{}
	whole := time.Duration(0)
	note := func(name string, start time.Time) {
		d := time.Since(start)
		spent[name] += d
		whole += d
	}
	step := max(1, len(sources)/sampled)
	n, skipped := 0, 0
	for i := 0; i < len(sources); i += step {
		start := time.Now()
		raw := []byte(sources[i])
		items := ingest.Reread(ctx, "page", ingest.Raw{Media: "text/html; charset=utf-8", Bytes: raw}, ingest.Options{Published: sayso.NoDay})
		note("reading the page", start)
		if len(items) != 1 || items[0].Failure != nil {
			continue
		}
		n++
		d := document.New(items[0].Article)
		for _, s := range chain.Stages() {
			start := time.Now()
			if err := s.Run(ctx, d); err != nil {
				return err
			}
			for _, l := range s.Provides {
				d.Provided(l)
			}
			note(s.Name, start)
			if d.Has(document.LayerRelevance) && !d.Relevance.Relevant { // as the chain does
				skipped++
				break
			}
		}
	}
	fmt.Printf("\nshare of time, %d articles, one at a time (joining and keeping not counted); the gate ends the reading of %d\n", n, skipped)
	var names []string
	for name := range spent {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return int(spent[b] - spent[a]) })
	for _, name := range names {
		fmt.Printf("  %-18s %5.1f %%  %6.2f ms an article\n", name, 100*spent[name].Seconds()/whole.Seconds(), spent[name].Seconds()*1000/float64(max(n, 1)))
	}
	return nil
}
