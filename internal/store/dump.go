package store

import (
	"encoding/json"
	"io"

	"sayso"
)

// Dump writes what is kept as JSON Lines: articles, records, incidents, former
// ids, decisions, tombstones. It leaves out when and in which order things
// came: two stores that were filled with the same things dump the same bytes.
func Dump(tx Reader, w io.Writer) error {
	d := &dumper{tx: tx, out: json.NewEncoder(w)}
	for _, part := range []func() error{d.articles, d.records, d.incidents, d.rest} {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

type dumper struct {
	tx  Reader
	out *json.Encoder
}

func (d *dumper) articles() error {
	for after := ""; ; {
		list, err := d.tx.Articles(after, pageSize)
		if err != nil || len(list) == 0 {
			return err
		}
		for _, a := range list {
			after = a.ID
			raws, err := d.tx.RawsOf(a.ID)
			if err != nil {
				return err
			}
			if err := d.out.Encode(map[string]any{"article": a, "raws": raws}); err != nil {
				return err
			}
		}
	}
}

func (d *dumper) records() error {
	for after := ""; ; {
		list, err := d.tx.Records(after, pageSize)
		if err != nil || len(list) == 0 {
			return err
		}
		for _, r := range list {
			after = r.Article
			if err := d.out.Encode(map[string]any{"record": r}); err != nil {
				return err
			}
		}
	}
}

func (d *dumper) incidents() error {
	return eachIncident(d.tx, func(in *sayso.Incident) error { return d.out.Encode(map[string]any{"incident": in}) })
}

func (d *dumper) rest() error {
	aliases, err := d.tx.Aliases()
	if err != nil {
		return err
	}
	decisions, err := d.tx.Decisions("")
	if err != nil {
		return err
	}
	graves, err := d.tx.Tombstones("")
	if err != nil {
		return err
	}
	return d.out.Encode(map[string]any{"aliases": aliases, "decisions": decisions, "tombstones": graves})
}
