package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/publish/export"
	"sayso/internal/publish/export/format"
	"sayso/internal/store"
)

// tableFields are the columns of the program's own table that can be corrected,
// with the field of a decision.
var tableFields = map[string]string{"type": "type", "status": "status", "salience": "salience", "place": "where", "from": "from",
	"agents": "agent", "targets": "target", "parties": "party"}

// pairedFields are columns that make one value together.
var pairedFields = []struct {
	field string
	pair  [2]string
}{{"when", [2]string{"earliest", "latest"}}, {"count:killed", [2]string{"deaths_low", "deaths_high"}}}

// corrected reads a table that somebody corrected.
type corrected struct {
	ctx     context.Context
	x       exporter
	tx      store.Writer
	act     store.Act
	known   store.Known
	header  []string
	made    int
	refused []string
}

func (c *corrected) importTable(ctx context.Context, s streams, st store.Store, name string) error {
	rows, err := readTable(name)
	if err != nil {
		return fail(exitData, fmt.Errorf("%s: %w", name, err))
	}
	c.ctx, c.header = ctx, rows[0]
	err = st.Update(ctx, func(tx store.Writer) error {
		c.tx, c.x = tx, exporter{ctx: ctx, tx: tx, s: s}
		for n, row := range rows[1:] {
			if err := c.row(n+2, row); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fail(exitStore, err)
	}
	for _, r := range c.refused {
		fmt.Fprintln(s.err, "note: not taken: "+r)
	}
	if _, err := fmt.Fprintf(s.out, "%d cells became decisions, %d were not taken\n", c.made, len(c.refused)); err != nil {
		return fail(exitFailure, err)
	}
	switch {
	case len(c.refused) == 0:
		return nil
	case c.made == 0:
		return &exitError{code: exitNone}
	}
	return &exitError{code: exitSome}
}

// readTable reads a CSV as a spreadsheet may save it: with a byte order mark,
// with semicolons.
func readTable(name string) ([][]string, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	r := csv.NewReader(bytes.NewReader(b))
	first, _, _ := bytes.Cut(b, []byte("\n"))
	if bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		r.Comma = ';'
	}
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if len(rows) == 0 || !slices.Contains(rows[0], "id") {
		return nil, errors.New("has no column id; it is no table of 'sayso export --format csv'")
	}
	return rows, nil
}

// row compares a row with what the incident's would be now, names given or
// withheld, and decides on each cell that is neither.
func (c *corrected) row(n int, row []string) error {
	cells := map[string]string{}
	for i, h := range c.header {
		if i < len(row) {
			cells[h] = row[i]
		}
	}
	id := cells["id"]
	in, err := c.tx.Incident(id)
	if errors.Is(err, store.ErrNotFound) {
		c.refuse(n, "id", id, "no such incident in the store")
		return nil
	}
	if err != nil {
		return err
	}
	now, err := c.rows(&in)
	if err != nil {
		return err
	}
	done := map[string]bool{"id": true}
	for _, p := range pairedFields {
		pair := p.pair
		if c.changed(cells, now, pair[0]) || c.changed(cells, now, pair[1]) {
			done[pair[0]], done[pair[1]] = true, true
			if err := c.decide(n, pair[0]+", "+pair[1], &in, p.field, paired(p.field, cells[pair[0]], cells[pair[1]])); err != nil {
				return err
			}
		}
	}
	for _, h := range c.header {
		if done[h] {
			continue
		}
		done[h] = true
		if err := c.cell(n, h, &in, cells, now); err != nil {
			return err
		}
	}
	return nil
}

func (c *corrected) cell(n int, h string, in *sayso.Incident, cells map[string]string, now []map[string]string) error {
	_, ours := now[0][h]
	switch {
	case !ours && cells[h] == "", ours && !c.changed(cells, now, h):
		return nil
	case !ours:
		return c.put(n, h, store.Decision{Action: store.ActComment, Target: in.ID, Reason: h + ": " + cells[h]}, cells[h])
	case tableFields[h] != "":
		return c.decide(n, h, in, tableFields[h], strings.TrimPrefix(cells[h], "'"))
	}
	c.refuse(n, h, cells[h], "the column is worked out from others or from the texts; what can be changed is type, status, salience, earliest, latest, place, from, agents, targets, parties, deaths_low and deaths_high")
	return nil
}

// paired is the value that two columns make.
func paired(field, a, b string) string {
	switch {
	case a == "" && b == "":
		return ""
	case a == b:
		return a
	case field == "when":
		return a + "/" + b
	}
	return a + "-" + b
}

func (c *corrected) changed(cells map[string]string, now []map[string]string, h string) bool {
	v, there := cells[h]
	return there && !slices.ContainsFunc(now, func(m map[string]string) bool { return m[h] == v })
}

// rows are the incident's row with names given and withheld.
func (c *corrected) rows(in *sayso.Incident) ([]map[string]string, error) {
	export.Tidy(in, false)
	out := []map[string]string{format.Row(format.Item{In: in})}
	if in.People == nil {
		return out, nil
	}
	it, err := c.x.item(in)
	if err != nil {
		return nil, err
	}
	return append(out, format.Row(it)), nil
}

// decide makes a correction that rests on the words of the first claim about the
// field, or that it happened.
func (c *corrected) decide(n int, column string, in *sayso.Incident, field, value string) error {
	d := store.Decision{Action: store.ActCorrect, Target: in.ID, Field: field, Value: value, Reason: "corrected in a table"}
	about := map[string]string{"when": sayso.AboutTime, "where": sayso.AboutPlace, "from": sayso.AboutPlace, "agent": sayso.AboutAgent, "party": sayso.AboutAgent, "count:killed": "count:killed"}[field]
	for _, want := range []string{about, sayso.AboutIncident} {
		for i := range in.Claims {
			if k := &in.Claims[i]; d.Article == "" && k.About == want && len(k.Evidence) > 0 {
				d.Article, d.Span = k.Article, k.Evidence[0]
			}
		}
	}
	return c.put(n, column, d, value)
}

func (c *corrected) put(n int, column string, d store.Decision, value string) error {
	d.By, d.At = c.act.By, c.act.At
	_, err := store.Decide(c.tx, d, c.known)
	if errors.Is(err, store.ErrDecision) {
		c.refuse(n, column, value, err.Error())
		return nil
	}
	if err == nil {
		c.made++
	}
	return err
}

func (c *corrected) refuse(row int, column, value, why string) {
	c.refused = append(c.refused, fmt.Sprintf("row %d, %s %q: %s", row, column, value, why))
}
