package ui

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/publish/export"
	"sayso/internal/publish/people"
	"sayso/internal/publish/private"
	"sayso/internal/store"
)

// Format is something that incidents can be written as.
type Format struct {
	ID, Name, About, Media, Ending string
	Write                          func(io.Writer, []Told) error
}

// Told is an incident with the articles that tell it.
type Told struct {
	Incident *sayso.Incident
	Articles []sayso.Article
}

// PlainFormats are what the pages write where nothing else is handed in.
func PlainFormats() []Format {
	return []Format{{ID: "jsonl", Name: "JSON lines", About: "everything: claims, chains, spans, reasons", Media: "application/x-ndjson", Ending: "jsonl",
		Write: func(w io.Writer, list []Told) error {
			return export.Lines(w, export.Coded{Incidents: alone(list)}, false)
		}}}
}

func alone(list []Told) []sayso.Incident {
	var out []sayso.Incident
	for _, t := range list {
		out = append(out, *t.Incident)
	}
	return out
}

// exportPage is what can be exported, and as what.
type exportPage struct {
	ID      string
	Total   int
	Chips   []chip
	Hidden  url.Values
	Formats []Format
}

func (d *Desk) exporting(w http.ResponseWriter, r *http.Request) error {
	f, err := readFilter(r)
	if err != nil {
		return err
	}
	p := &exportPage{ID: r.URL.Query().Get("id"), Chips: d.chips(&f), Hidden: f.values(), Formats: d.o.Formats}
	if p.ID != "" {
		p.Hidden.Set("id", p.ID)
	}
	err = d.view(r, func(tx store.Reader) error {
		q, err := f.query()
		if err != nil {
			return err
		}
		p.Total, err = tx.Count(q)
		return err
	})
	if err != nil {
		return err
	}
	d.show(w, r, "export", "Export", p)
	return nil
}

// maxExport is how many incidents a page exports at once; 'sayso export' writes
// any number.
const maxExport = 20000

func (d *Desk) exportFile(w http.ResponseWriter, r *http.Request) error {
	f, err := readFilter(r)
	if err != nil {
		return err
	}
	var form *Format
	for i := range d.o.Formats {
		if d.o.Formats[i].ID == r.URL.Query().Get("format") {
			form = &d.o.Formats[i]
		}
	}
	if form == nil {
		return &problem{http.StatusBadRequest, "There is no such format", "Choose one on the page Export."}
	}
	masked := r.URL.Query().Get("private") != "show" || people.From(r.Context()).Masked()
	reason := strings.TrimSpace(r.URL.Query().Get("reason"))
	if !masked && reason == "" {
		return &problem{http.StatusBadRequest, "Say why the names are given out", "The reason is kept in the audit. Without one they are masked."}
	}
	var list []Told
	if err := d.view(r, func(tx store.Reader) (err error) {
		list, err = exported(tx, &f, r.URL.Query().Get("id"), masked)
		return err
	}); err != nil {
		return err
	}
	if !masked {
		err := d.o.Store.Update(r.Context(), func(tx store.Writer) error {
			return store.Note(tx, store.Act{By: people.From(r.Context()).Name, At: d.o.Now()}, "names given out: "+reason, "export "+form.ID+" "+string(f.Query()), sayso.DigestOf([]byte(reason)))
		})
		if err != nil {
			return err
		}
	}
	var b bytes.Buffer
	if err := form.Write(&b, list); err != nil {
		return err
	}
	w.Header().Set("Content-Type", form.Media)
	w.Header().Set("Content-Disposition", `attachment; filename="incidents.`+form.Ending+`"`)
	send(w, r, http.StatusOK, b.Bytes())
	return nil
}

// exported are the incidents that are written. Whose private persons were never
// decided on are left out where persons are to be masked.
func exported(tx store.Reader, f *filter, id string, masked bool) ([]Told, error) {
	list, err := wanted(tx, f, id)
	if err != nil {
		return nil, err
	}
	var out []Told
	for i := range list {
		in := &list[i]
		if masked {
			if in, err = private.Incident(in); errors.Is(err, private.ErrUndecided) {
				continue
			} else if err != nil {
				return nil, err
			}
		}
		t := Told{Incident: in}
		for _, id := range list[i].Articles {
			a, err := tx.Article(id)
			if err != nil {
				return nil, err
			}
			one := a.Article
			if masked {
				rec, err := tx.Record(id)
				if err != nil && !errors.Is(err, store.ErrNotFound) {
					return nil, err
				}
				one = private.Article(&one, private.Of(slices.Concat(list[i].People, private.All(&rec))))
			}
			t.Articles = append(t.Articles, one)
		}
		out = append(out, t)
	}
	return out, nil
}

func wanted(tx store.Reader, f *filter, id string) ([]sayso.Incident, error) {
	if id != "" {
		in, err := tx.Incident(id)
		return []sayso.Incident{in}, err
	}
	q, err := f.query()
	if err != nil {
		return nil, err
	}
	q.After, q.Limit = "", maxExport
	if len(q.Reviews) == 0 { // what somebody rejected is exported where it is asked for
		q.Reviews = []sayso.Review{"", sayso.ReviewAccepted, sayso.ReviewCorrected, sayso.ReviewResting}
	}
	return tx.Incidents(q)
}
