package ui

import (
	"encoding/json"
	"net/http"
	"strconv"

	"sayso/internal/store"
)

// auditPage is a page of the audit, last first.
type auditPage struct {
	List   []store.Entry
	Before int64 // number of the first on the page, for the next page
	Last   store.Entry
	Proof  *proof
}

// proof is what checking the whole store gave.
type proof struct {
	Head  string
	Found []store.Finding
}

func (d *Desk) audit(w http.ResponseWriter, r *http.Request) error {
	p := &auditPage{}
	before, err := strconv.ParseInt(r.URL.Query().Get("before"), 10, 64)
	if err != nil {
		before = 1 << 62
	}
	err = d.view(r, func(tx store.Reader) error {
		if p.Last, err = tx.Last(); err != nil {
			return err
		}
		end := min(p.Last.Seq, before-1)
		start := max(0, end-pageLength)
		list, err := tx.Audit(start, int(end-start))
		if err != nil || end <= 0 {
			return err
		}
		for i := len(list) - 1; i >= 0; i-- {
			p.List = append(p.List, list[i])
		}
		if start > 0 {
			p.Before = start + 1
		}
		return nil
	})
	if err != nil {
		return err
	}
	if r.URL.Query().Has("prove") {
		_, head, found, err := store.Verify(r.Context(), d.o.Store)
		if err != nil {
			return err
		}
		p.Proof = &proof{head, found}
	}
	d.show(w, r, "audit", "Audit", p)
	return nil
}

// auditLines writes the audit as a line of JSON an entry.
func (d *Desk) auditLines(w http.ResponseWriter, r *http.Request) error {
	w.Header().Set("Content-Type", "application/x-ndjson")
	w.Header().Set("Content-Disposition", `attachment; filename="audit.jsonl"`)
	to := json.NewEncoder(w)
	return d.view(r, func(tx store.Reader) error {
		for after := int64(0); ; {
			list, err := tx.Audit(after, 500)
			if err != nil || len(list) == 0 {
				return err
			}
			for _, e := range list {
				if err := to.Encode(e); err != nil {
					return err
				}
				after = e.Seq
			}
		}
	})
}
