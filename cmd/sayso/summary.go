package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"sayso/internal/store"
)

// summary is what a run of add did.
type summary struct {
	Taken     int            `json:"taken"`     // articles that were kept and coded
	Skipped   map[string]int `json:"skipped"`   // by reason
	Failed    map[string]int `json:"failed"`    // by kind
	Told      int            `json:"told"`      // incidents in the articles taken
	Extracted int            `json:"extracted"` // articles extracted again, and other than before
	Coded     int            `json:"coded"`     // articles coded again
	Stages    map[string]int `json:"stages"`    // that ran again, with on how many articles
	Joined    bool           `json:"joined"`    // incidents were joined again
	Store     store.Counts   `json:"store"`     // what the store holds now
}

func (s *summary) clone() summary {
	c := *s
	c.Skipped, c.Failed, c.Stages = maps.Clone(s.Skipped), maps.Clone(s.Failed), maps.Clone(s.Stages)
	return c
}

func (s *summary) skip(reason string) { count(&s.Skipped, reason) }
func (s *summary) fail(kind string)   { count(&s.Failed, kind) }

func count(m *map[string]int, key string) {
	if *m == nil {
		*m = map[string]int{}
	}
	(*m)[key]++
}

func total(m map[string]int) (n int) {
	for _, v := range m {
		n += v
	}
	return n
}

// exit is the code for how much of the input was taken.
func (s *summary) exit() error {
	switch {
	case total(s.Failed) == 0:
		return nil
	case s.Taken+total(s.Skipped) == 0:
		return &exitError{code: exitNone}
	}
	return &exitError{code: exitSome}
}

func (s *summary) write(w io.Writer, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(w).Encode(s)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "taken    %d articles, which tell %d incidents\n", s.Taken, s.Told)
	fmt.Fprintf(&b, "skipped  %s\nfailed   %s\n", reasons(s.Skipped), reasons(s.Failed))
	if s.Extracted+s.Coded > 0 {
		fmt.Fprintf(&b, "again    %d articles extracted otherwise, %d coded%s\n", s.Extracted, s.Coded, stagesOf(s.Stages))
	}
	n := s.Store
	fmt.Fprintf(&b, "store    %d articles (%d not English, %d taken down), %d incidents, %d failures\n", n.Articles, n.Foreign, n.Taken, n.Incidents, n.Failures)
	_, err := io.WriteString(w, b.String())
	return err
}

// reasons are counts by reason on one line.
func reasons(m map[string]int) string {
	if len(m) == 0 {
		return "0"
	}
	var parts []string
	for _, k := range slices.Sorted(maps.Keys(m)) {
		parts = append(parts, fmt.Sprintf("%d %s", m[k], k))
	}
	return fmt.Sprintf("%d: %s", total(m), strings.Join(parts, ", "))
}

// stagesOf are the stages that ran again.
func stagesOf(m map[string]int) string {
	if len(m) == 0 {
		return ""
	}
	return " by " + strings.Join(slices.Sorted(maps.Keys(m)), ", ")
}

// count asks the store what it holds.
func (a *adder) count(ctx context.Context) error {
	return a.store.View(ctx, func(tx store.Reader) (err error) { a.sum.Store, err = tx.Counts(); return err })
}
