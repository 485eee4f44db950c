package ui

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"sayso"
	"sayso/data"
	"sayso/internal/publish/api"
	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// looked is what people handed in and have looked at, until they keep it.
type looked struct {
	mu   sync.Mutex
	list []handed
}

type handed struct {
	id, by string
	in     api.Input
	at     time.Time
}

// What is not kept within so much time, or is followed by so many others, must be
// handed in again.
const (
	lookedTime = 30 * time.Minute
	lookedMost = 16
	maxUpload  = 48 << 20
)

func (l *looked) put(by string, in api.Input) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	id := rand.Text()
	l.list = append(l.list, handed{id, by, in, time.Now()})
	if len(l.list) > lookedMost {
		l.list = l.list[1:]
	}
	return id
}

func (l *looked) take(id, by string) (api.Input, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for i, h := range l.list {
		if h.id == id && h.by == by && time.Since(h.at) < lookedTime {
			l.list = append(l.list[:i:i], l.list[i+1:]...)
			return h.in, true
		}
	}
	return api.Input{}, false
}

// addPage is the form, or what was handed in with what it tells.
type addPage struct {
	Text, Title, Outlet, Published, Addresses string
	Seen                                      []seen
	ID                                        string
	Kept                                      bool
}

// seen is a reading with what it tells.
type seen struct {
	Source  string
	Page    *articlePage
	Records []store.Brief
	Fault   *sayso.Failure
	Notes   []string
}

func (d *Desk) addForm(w http.ResponseWriter, r *http.Request) error {
	d.show(w, r, "add", "Add", &addPage{})
	return nil
}

// addLook reads and codes what is handed in, and stores nothing.
func (d *Desk) addLook(w http.ResponseWriter, r *http.Request) error {
	if d.o.Read == nil || d.o.Code == nil {
		return &problem{http.StatusNotImplemented, "Nothing can be added here", "This desk only shows."}
	}
	p, in, err := readInput(r)
	if err != nil {
		return err
	}
	list, err := d.o.Read(r.Context(), in)
	if err != nil {
		return &problem{http.StatusUnprocessableEntity, "This cannot be read", err.Error()}
	}
	for _, one := range list[:min(len(list), 12)] {
		s, err := d.look(r.Context(), one)
		if err != nil {
			return err
		}
		p.Seen = append(p.Seen, s)
	}
	p.ID = d.looked.put(people.From(r.Context()).Name, in)
	d.show(w, r, "add", "Look before it is kept", p)
	return nil
}

func (d *Desk) look(ctx context.Context, one api.Reading) (seen, error) {
	s := seen{Source: one.Source, Fault: one.Failure, Notes: one.Notes}
	if one.Article == nil {
		return s, nil
	}
	s.Page = &articlePage{Article: store.Article{Article: *one.Article}}
	rec := sayso.ArticleRecord{}
	if one.Failure == nil {
		var err error
		if rec, err = d.o.Code(ctx, *one.Article); err != nil {
			return s, err
		}
		s.Fault = rec.Failure
	}
	for i := range rec.Incidents {
		s.Records = append(s.Records, store.BriefOf(&rec.Incidents[i]))
	}
	d.hear(ctx, s.Page)
	s.Page.fill(rec.Incidents, &rec)
	return s, nil
}

// readInput reads the form of the Add page.
func readInput(r *http.Request) (*addPage, api.Input, error) {
	r.Body = http.MaxBytesReader(nil, r.Body, maxUpload)
	if err := r.ParseMultipartForm(8 << 20); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		return nil, api.Input{}, &problem{http.StatusRequestEntityTooLarge, "This is too much at once", err.Error()}
	}
	f := r.PostForm
	p := &addPage{Text: f.Get("text"), Title: f.Get("title"), Outlet: f.Get("outlet"), Published: f.Get("published"), Addresses: f.Get("addresses")}
	if f.Get("sample") != "" {
		if err := p.sample(); err != nil {
			return nil, api.Input{}, err
		}
	}
	in := api.Input{Published: p.Published, Outlet: strings.TrimSpace(p.Outlet)}
	day, err := sayso.ParseDay(p.Published)
	if err != nil {
		return nil, in, &problem{http.StatusBadRequest, "This day cannot be read", err.Error()}
	}
	in.Day = &day
	if strings.TrimSpace(p.Text) != "" {
		in.Texts = append(in.Texts, api.Text{Title: strings.TrimSpace(p.Title), Text: strings.TrimSpace(strings.ReplaceAll(p.Text, "\r\n", "\n"))})
	}
	for a := range strings.FieldsSeq(p.Addresses) {
		if u, err := url.Parse(a); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
			return nil, in, &problem{http.StatusBadRequest, "This is no address", a + " does not start with http:// or https://"}
		}
		in.Addresses = append(in.Addresses, a)
	}
	if r.MultipartForm != nil {
		for _, h := range r.MultipartForm.File["files"] {
			file, err := h.Open()
			if err != nil {
				return nil, in, err
			}
			b, err := io.ReadAll(file)
			if err := errors.Join(err, file.Close()); err != nil {
				return nil, in, err
			}
			in.Files = append(in.Files, api.File{Name: api.FileName(h.Filename), Raw: b})
		}
	}
	if len(in.Texts)+len(in.Addresses)+len(in.Files) == 0 {
		return nil, in, &problem{http.StatusBadRequest, "There is nothing to read", "Paste a text, choose a file or enter an address."}
	}
	return p, in, nil
}

// sample fills in the article that a newcomer can try: one from Wikinews that
// comes with the program.
func (p *addPage) sample() error {
	b, err := data.FS.ReadFile("demo/maidan-wardak.json")
	if err != nil {
		return err
	}
	var a sayso.Article
	if err := json.Unmarshal(b, &a); err != nil {
		return err
	}
	p.Title, p.Text, p.Outlet, p.Published = a.Title, a.Text, a.Outlet, a.Published.String()
	return nil
}

// addKeep stores what was looked at.
func (d *Desk) addKeep(w http.ResponseWriter, r *http.Request) error {
	who := people.From(r.Context())
	in, ok := d.looked.take(r.PostFormValue("id"), who.Name)
	if !ok || d.o.Add == nil {
		return &problem{http.StatusGone, "This is no longer here", "What is looked at is forgotten after half an hour, or once it was kept. Hand it in again."}
	}
	if err := d.o.Add(r.Context(), store.Act{By: who.Name, At: d.o.Now()}, in, func(api.Progress) {}); err != nil {
		return err
	}
	http.Redirect(w, r, "/?done=kept", http.StatusSeeOther)
	return nil
}
