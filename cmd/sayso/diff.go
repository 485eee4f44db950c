package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sayso/internal/publish/compare"
)

func newDiff(s streams) *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use: "diff BEFORE AFTER", Short: "Which incidents appeared, went or changed between two exports",
		Long: `Compares two exports (jsonl or bundle), or the outputs of two versions of sayso on the same articles
('sayso code --format jsonl', with or without --per-article). An incident is the same by its id, by a former id, or
by where its words stand in the same article. For each that differs it says which field changed, from what to what,
and why: another rule, claims that came or went, with their words; another article.`,
		Example: "  sayso diff monday.jsonl tuesday.jsonl\n  sayso diff --json old.bundle new.bundle", Args: cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			a, err := readCompared(c.Context(), args[0])
			if err != nil {
				return fail(exitData, err)
			}
			b, err := readCompared(c.Context(), args[1])
			if err != nil {
				return fail(exitData, err)
			}
			d := compare.Sets(a, b)
			if asJSON {
				e := json.NewEncoder(s.out)
				e.SetEscapeHTML(false)
				e.SetIndent("", "  ")
				return fail(exitFailure, e.Encode(d))
			}
			_, err = io.WriteString(s.out, d.String())
			return fail(exitFailure, err)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

// readCompared reads the incidents of an archive, or of the lines of `sayso code`.
func readCompared(ctx context.Context, name string) (*compare.Set, error) {
	kind, err := kindOf(name)
	if err != nil {
		return nil, err
	}
	set := compare.NewSet()
	if kind == "csv" {
		return nil, fmt.Errorf("%s: is neither JSON Lines nor a bundle", name)
	}
	r, _, closing, err := openArchive(name, kind)
	if err != nil {
		return nil, err
	}
	defer closing()
	b := bufio.NewReaderSize(r, 1<<16)
	first, err := b.ReadBytes('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	rest := io.MultiReader(bytes.NewReader(first), b)
	if bytes.Contains(first, []byte(archiveSchema)) {
		var head archiveLine
		head, err = archiveLines(ctx, rest, func(l *archiveLine) error {
			if l.Article != nil {
				set.Articles[l.Article.ID] = true
			}
			if l.Incident != nil && l.Incident.Incident != nil {
				set.Add(l.Incident.Incident)
			}
			return nil
		})
		set.Version = head.Version
	} else {
		err = codedLines(rest, set)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return set, nil
}

// codedLines reads what `sayso code --format jsonl` writes.
func codedLines(r io.Reader, set *compare.Set) error {
	d := json.NewDecoder(r)
	for n := 1; ; n++ {
		var l compare.Line
		err := d.Decode(&l)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		if err := set.Line(&l); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
}

// verifyBundle prints what does not hold of a bundle, or that all does.
func verifyBundle(s streams, name, key string) error {
	if b, err := os.ReadFile(key); key != "" && err == nil {
		key = strings.TrimSpace(string(b))
	}
	m, found, err := checkBundle(name, key)
	if err != nil {
		return fail(exitData, fmt.Errorf("%s: %w", name, err))
	}
	slices.Sort(found)
	for _, l := range found {
		fmt.Fprintln(s.out, l)
	}
	if len(found) > 0 {
		return fail(exitFound, fmt.Errorf("%d things do not hold", len(found)))
	}
	_, err = fmt.Fprintf(s.out, "%d files are what was signed\nsigned by  %s\nnames      %s\nversion    %s\n", len(m.Files), m.Key, m.Names, m.Version)
	return fail(exitFailure, err)
}
