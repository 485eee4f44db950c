package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sayso"
	"sayso/internal/eval"
	"sayso/internal/eval/actors"
	"sayso/internal/eval/attribution"
	"sayso/internal/eval/coref"
	"sayso/internal/eval/dates"
	"sayso/internal/eval/factuality"
	"sayso/internal/eval/gold"
	"sayso/internal/eval/gold/learn"
	"sayso/internal/eval/joined"
	"sayso/internal/eval/locations"
	"sayso/internal/eval/mentions"
	"sayso/internal/eval/muc"
	nametask "sayso/internal/eval/names"
	"sayso/internal/eval/numbers"
	"sayso/internal/eval/pages"
	"sayso/internal/eval/places"
	"sayso/internal/eval/policeevents"
	"sayso/internal/eval/relevance"
	"sayso/internal/eval/reprints"
	"sayso/internal/eval/same"
	"sayso/internal/eval/sentences"
	"sayso/internal/eval/trees"
	"sayso/internal/eval/unrelated"
	"sayso/internal/eval/withheld"
)

// tasks are the evaluations that the program can run.
func tasks() []eval.Task {
	return []eval.Task{
		gold.New(gold.Config{Join: func(_ context.Context, r []sayso.ArticleRecord, texts []string) error {
			j, _, err := joiner("")
			if err != nil {
				return err
			}
			for i := range r {
				r[i].Terms = j.Terms(texts[i])
			}
			j.Join(r)
			return nil
		}}),
		trees.New(),
		nametask.New(),
		sentences.New(),
		coref.New(),
		joined.Task,
		reprints.Task,
		actors.Task,
		locations.Task,
		mentions.Task,
		places.Task,
		relevance.Task,
		muc.Task,
		same.Task,
		attribution.Task,
		factuality.Task,
		policeevents.Task,
		unrelated.Task,
		withheld.Task,
		learn.Task,
		dates.Task,
		numbers.Task,
		pages.Task,
	}
}

type evalFlags struct {
	eval.Options
	lexicon string
	misses  string
	asJSON  bool
}

func newEval(s streams) *cobra.Command {
	var o evalFlags
	c := &cobra.Command{
		Use:   "eval TASK --data DIR",
		Short: "Score the program on a corpus",
		Long:  "Scores a stage or the whole chain on a corpus and prints the figures, with 95 % bootstrap intervals\nwhere the set is a sample.\n\nTasks:\n" + taskList(),
		Example: `  sayso eval gold --data ../shared/gold/dev
  sayso eval gold --data ../shared/gold/joined --json`,
		Args: cobra.ExactArgs(1), ValidArgs: taskNames(),
		RunE: func(c *cobra.Command, args []string) error {
			return runEval(c.Context(), s, args[0], o)
		},
	}
	fl := c.Flags()
	fl.StringVar(&o.Data, "data", "", "folder of the corpus")
	fl.StringVar(&o.Set, "set", "", "part of the corpus, where it has parts")
	fl.StringVar(&o.Split, "split", "dev", "split of the corpus, where it has splits")
	fl.IntVar(&o.Sample, "sample", 0, "score one item in so many, always the same ones")
	fl.StringVar(&o.lexicon, "lexicon", "", "folder with tables of your own")
	fl.StringVar(&o.misses, "misses", "", "file to write the errors to, a line each, where the task lists them")
	fl.BoolVar(&o.asJSON, "json", false, "print the figures as JSON")
	return c
}

func runEval(ctx context.Context, s streams, name string, o evalFlags) error {
	all := tasks()
	i := slices.IndexFunc(all, func(t eval.Task) bool { return t.Name == name })
	switch {
	case i < 0:
		return fail(exitUsage, fmt.Errorf("there is no task %q; the tasks are %s", name, strings.Join(taskNames(), ", ")))
	case o.Data == "":
		return fail(exitUsage, errors.New("--data names the folder of the corpus"))
	}
	var err error
	if o.Chain, err = standard(o.lexicon); err != nil {
		return err
	}
	report, err := score(ctx, all[i], o)
	if err != nil {
		return fail(exitData, err)
	}
	if o.asJSON {
		return fail(exitFailure, report.WriteJSON(s.out))
	}
	return fail(exitFailure, report.WriteText(s.out))
}

// score runs a task, with a file for its errors where one was asked for.
func score(ctx context.Context, t eval.Task, o evalFlags) (*eval.Report, error) {
	if o.misses == "" {
		return t.Run(ctx, o.Options)
	}
	f, err := os.Create(o.misses)
	if err != nil {
		return nil, err
	}
	o.Misses = f
	report, err := t.Run(ctx, o.Options)
	return report, errors.Join(err, f.Close())
}

func taskNames() []string {
	var names []string
	for _, t := range tasks() {
		names = append(names, t.Name)
	}
	return names
}

func taskList() string {
	var b strings.Builder
	for _, t := range tasks() {
		fmt.Fprintf(&b, "  %-14s %s\n", t.Name, t.Doc)
	}
	return b.String()
}
