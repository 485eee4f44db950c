package ui

import (
	"bufio"
	"context"
	"errors"
	"io"
	"iter"
	"net/http"
	"net/url"
	"os"
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
	Write                          func(io.Writer, iter.Seq2[Told, error]) error // ends with the first error of the list
}

// Told is an incident with the articles that tell it.
type Told struct {
	Incident *sayso.Incident
	Articles []sayso.Article
}

// PlainFormats are what the pages write where nothing else is handed in.
func PlainFormats() []Format {
	return []Format{{ID: "jsonl", Name: "JSON lines", About: "everything: claims, chains, spans, reasons", Media: "application/x-ndjson", Ending: "jsonl",
		Write: func(w io.Writer, list iter.Seq2[Told, error]) error {
			for t, err := range list {
				if err != nil {
					return err
				}
				if err := export.Lines(w, export.Coded{Incidents: []sayso.Incident{*t.Incident}}, false); err != nil {
					return err
				}
			}
			return nil
		}}}
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
	if !masked {
		err := d.o.Store.Update(r.Context(), func(tx store.Writer) error {
			return store.Note(tx, store.Act{By: people.From(r.Context()).Name, At: d.o.Now()}, "names given out: "+reason, "export "+form.ID+" "+string(f.Query()), sayso.DigestOf([]byte(reason)))
		})
		if err != nil {
			return err
		}
	}
	return d.sendFile(w, r, form, func(tx store.Reader) iter.Seq2[Told, error] {
		return exported(r.Context(), tx, &f, r.URL.Query().Get("id"), masked)
	})
}

// sendFile writes incidents to a file and then sends it: whole or not at all,
// and the view of the store ends however slowly it is taken.
func (d *Desk) sendFile(w http.ResponseWriter, r *http.Request, form *Format, list func(store.Reader) iter.Seq2[Told, error]) error {
	file, err := os.CreateTemp("", "sayso-export-")
	if err != nil {
		return err
	}
	defer func() { _ = errors.Join(file.Close(), os.Remove(file.Name())) }()
	to := bufio.NewWriterSize(file, 1<<16)
	err = d.o.Store.View(r.Context(), func(tx store.Reader) error { return form.Write(to, list(tx)) })
	if err := errors.Join(err, to.Flush()); err != nil {
		return err
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	w.Header().Set("Content-Type", form.Media)
	w.Header().Set("Content-Disposition", `attachment; filename="incidents.`+form.Ending+`"`)
	_, _ = io.Copy(w, file) // who asked is gone
	return nil
}

// exported are the incidents that are written, in the order of their days.
// Whose private persons were never decided on are left out where persons are to
// be masked.
func exported(ctx context.Context, tx store.Reader, f *filter, id string, masked bool) iter.Seq2[Told, error] {
	return func(yield func(Told, error) bool) {
		for in, err := range wanted(ctx, tx, f, id) {
			var t Told
			if err == nil {
				t, err = telling(tx, in, masked)
			}
			if errors.Is(err, private.ErrUndecided) {
				if id == "" {
					continue
				}
				err = undecided
			}
			if !yield(t, err) || err != nil {
				return
			}
		}
	}
}

// telling is an incident with its articles.
func telling(tx store.Reader, in *sayso.Incident, masked bool) (t Told, err error) {
	t.Incident = in
	if masked {
		if t.Incident, err = private.Incident(in); err != nil {
			return t, err
		}
	}
	for _, id := range in.Articles {
		a, err := tx.Article(id)
		if err != nil {
			return t, err
		}
		one := a.Article
		if masked {
			rec, err := tx.Record(id)
			if err != nil && !errors.Is(err, store.ErrNotFound) {
				return t, err
			}
			one = private.Article(&one, private.Of(slices.Concat(in.People, private.All(&rec))))
		}
		t.Articles = append(t.Articles, one)
	}
	return t, nil
}

// exportedAtOnce is how many incidents are read at once.
const exportedAtOnce = 200

// wanted are all that the filter asks for, or one.
func wanted(ctx context.Context, tx store.Reader, f *filter, id string) iter.Seq2[*sayso.Incident, error] {
	return func(yield func(*sayso.Incident, error) bool) {
		if id != "" {
			in, err := tx.Incident(id)
			yield(&in, err)
			return
		}
		q, err := f.query()
		q.After, q.Order, q.Limit = "", store.ByDay, exportedAtOnce
		if len(q.Reviews) == 0 { // what somebody rejected is exported where it is asked for
			q.Reviews = []sayso.Review{"", sayso.ReviewAccepted, sayso.ReviewCorrected, sayso.ReviewResting}
		}
		for err == nil {
			var list []sayso.Incident
			list, err = tx.Incidents(q)
			for i := range list {
				if err != nil || !yield(&list[i], ctx.Err()) {
					return
				}
			}
			if err == nil && len(list) < exportedAtOnce {
				return
			}
			if err == nil {
				last := store.BriefOf(&list[len(list)-1])
				q.After = store.CursorOf(q.Order, &last)
			}
		}
		yield(nil, err)
	}
}
