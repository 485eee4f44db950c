package ui

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"

	"sayso"
	"sayso/data"
	"sayso/internal/publish/api"
	"sayso/internal/publish/people"
	"sayso/internal/store"
)

const (
	maxUpload = 48 << 20
	shownMost = 12 // articles that are shown before they are kept
)

// Announced is what a feed announces.
type Announced struct {
	Title     string
	Addresses []string // of its articles
}

// addPage is the form, or what was handed in with what it tells.
type addPage struct {
	ID, Title string
	Now       progress
	Seen      []seen
	Feeds     bool // feeds can be read
	Feed      string
}

// seen is a reading with what it tells.
type seen struct {
	Source string
	Page   *articlePage
	Fault  *sayso.Failure
	Notes  []string
}

func (d *Desk) addForm(w http.ResponseWriter, r *http.Request) error {
	d.show(w, r, "add", "Add", &addPage{Feeds: d.o.Announced != nil})
	return nil
}

// addLook reads and codes what is handed in, and stores nothing.
func (d *Desk) addLook(w http.ResponseWriter, r *http.Request) error {
	if d.o.Read == nil || d.o.Code == nil {
		return &problem{http.StatusNotImplemented, "Nothing can be added here", "This desk only shows."}
	}
	in, feed, err := readInput(r)
	if err != nil {
		return err
	}
	if feed != "" && d.o.Announced == nil {
		return &problem{http.StatusNotImplemented, "Feeds cannot be read here", "This desk only shows."}
	}
	j := &job{by: people.From(r.Context()).Name, title: "Look before it is kept", in: in, feed: feed, now: progress{State: "looking"}}
	if err := d.begin(r, j, d.lookAtAll); err != nil {
		return err
	}
	http.Redirect(w, r, "/add/"+j.id, http.StatusSeeOther)
	return nil
}

// addShow shows how far a job is, with what was read so far.
func (d *Desk) addShow(w http.ResponseWriter, r *http.Request) error {
	j, err := d.jobs.find(r, r.PathValue("id"))
	if err != nil {
		return err
	}
	now, _ := j.state()
	d.show(w, r, "add", j.title, &addPage{ID: j.id, Title: j.title, Now: now, Seen: j.since(0), Feed: j.feed})
	return nil
}

// lookAtAll reads and codes one thing after the other.
func (d *Desk) lookAtAll(ctx context.Context, j *job) error {
	if j.feed != "" {
		list, err := d.o.Announced(ctx, j.feed)
		if err != nil {
			return err
		}
		j.in.Addresses = append(j.in.Addresses, list.Addresses...)
	}
	parts := oneByOne(j.in)
	j.change(func(p *progress) { p.All = len(parts) })
	for i, one := range parts {
		if i >= shownMost {
			break
		}
		list, err := d.o.Read(ctx, one)
		if err != nil {
			return err
		}
		if len(one.Addresses) > 0 { // what is kept is what was shown: a page may be another when it is fetched again
			j.in.Held, j.in.Addresses = append(j.in.Held, list...), j.in.Addresses[1:]
		}
		for _, reading := range list {
			s, err := d.look(ctx, reading)
			if err != nil {
				return err
			}
			j.show(s)
		}
	}
	j.change(func(p *progress) { p.State = "looked" })
	return nil
}

// oneByOne are the things of an input, one by one.
func oneByOne(in api.Input) (out []api.Input) {
	one := api.Input{Published: in.Published, Outlet: in.Outlet, Day: in.Day}
	for i := range in.Texts {
		x := one
		x.Texts = in.Texts[i : i+1]
		out = append(out, x)
	}
	for i := range in.Files {
		x := one
		x.Files = in.Files[i : i+1]
		out = append(out, x)
	}
	for i := range in.Addresses {
		x := one
		x.Addresses = in.Addresses[i : i+1]
		out = append(out, x)
	}
	return out
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
	if s.Fault == nil {
		d.hear(ctx, s.Page)
	}
	s.Page.fill(rec.Incidents, &rec)
	return s, nil
}

// readInput reads the form of the Add page, with the address of a feed.
func readInput(r *http.Request) (in api.Input, feed string, err error) {
	r.Body = http.MaxBytesReader(nil, r.Body, maxUpload)
	if err := r.ParseMultipartForm(8 << 20); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		return in, "", &problem{http.StatusRequestEntityTooLarge, "This is too much at once", err.Error()}
	}
	f := r.PostForm
	text, published := api.Text{Title: strings.TrimSpace(f.Get("title")), Text: strings.TrimSpace(strings.ReplaceAll(f.Get("text"), "\r\n", "\n"))}, f.Get("published")
	in.Outlet = strings.TrimSpace(f.Get("outlet"))
	if f.Get("sample") != "" {
		a, err := sample()
		if err != nil {
			return in, "", err
		}
		text, in.Outlet, published = api.Text{Title: a.Title, Text: a.Text}, a.Outlet, a.Published.String()
	}
	in.Published = published
	day, err := sayso.ParseDay(published)
	if err != nil {
		return in, "", &problem{http.StatusBadRequest, "This day cannot be read", err.Error()}
	}
	if in.Day = &day; text.Text != "" {
		in.Texts = append(in.Texts, text)
	}
	in.Addresses = strings.Fields(f.Get("addresses"))
	feed = strings.TrimSpace(f.Get("feed"))
	for _, a := range append(in.Addresses[:len(in.Addresses):len(in.Addresses)], cmp.Or(feed, "https://none.invalid")) {
		if !api.IsAddress(a) {
			return in, "", &problem{http.StatusBadRequest, "This is no address", a + " does not start with http:// or https://"}
		}
	}
	if err := readFiles(r, &in); err != nil {
		return in, "", err
	}
	if len(in.Texts)+len(in.Addresses)+len(in.Files) == 0 && feed == "" {
		return in, "", &problem{http.StatusBadRequest, "There is nothing to read", "Paste a text, drop a file, or enter an address."}
	}
	return in, feed, nil
}

// readFiles reads the files of a form.
func readFiles(r *http.Request, in *api.Input) error {
	if r.MultipartForm == nil {
		return nil
	}
	for _, h := range r.MultipartForm.File["files"] {
		file, err := h.Open()
		if err != nil {
			return err
		}
		b, err := io.ReadAll(file)
		if err := errors.Join(err, file.Close()); err != nil {
			return err
		}
		in.Files = append(in.Files, api.File{Name: api.FileName(h.Filename), Raw: b})
	}
	return nil
}

// sample is the article that a newcomer can try: one from Wikinews that comes
// with the program.
func sample() (a sayso.Article, err error) {
	b, err := data.FS.ReadFile("demo/maidan-wardak.json")
	if err == nil {
		err = json.Unmarshal(b, &a)
	}
	return a, err
}

// addKeep stores what was looked at and, where it came from a feed, follows it
// from now on.
func (d *Desk) addKeep(w http.ResponseWriter, r *http.Request) error {
	j, err := d.jobs.find(r, r.PostFormValue("id"))
	if err != nil {
		return err
	}
	if d.o.Add == nil {
		return &problem{http.StatusNotImplemented, "Nothing can be added here", "This desk only shows."}
	}
	if now, _ := j.state(); now.State != "looked" {
		http.Redirect(w, r, "/add/"+j.id, http.StatusSeeOther)
		return nil
	}
	act := store.Act{By: j.by, At: d.o.Now()}
	if r.PostFormValue("follow") != "" && j.feed != "" {
		if err := d.follow(r.Context(), act, j.feed); err != nil {
			return err
		}
	}
	j.change(func(p *progress) { *p = progress{State: "keeping", All: p.All} })
	return d.work(w, r, j, "/?done=kept", func(ctx context.Context, report func(api.Progress)) error { return d.o.Add(ctx, act, j.in, report) })
}

// work does a job that changes the store, tells how it gets on, and leads to a
// page when it is done.
func (d *Desk) work(w http.ResponseWriter, r *http.Request, j *job, next string, do func(context.Context, func(api.Progress)) error) error {
	err := d.begin(r, j, func(ctx context.Context, j *job) error {
		err := do(context.WithoutCancel(ctx), func(p api.Progress) {
			j.change(func(n *progress) { n.Done, n.Line = max(n.Done, p.Done), cmp.Or(p.Line, n.Line) })
		})
		if err == nil {
			j.change(func(p *progress) { p.State, p.Next, j.in = "kept", next, api.Input{} })
		}
		return err
	})
	if err != nil {
		return err
	}
	if now, _ := j.state(); now.State == "kept" {
		http.Redirect(w, r, next, http.StatusSeeOther)
		return nil
	}
	http.Redirect(w, r, "/add/"+j.id, http.StatusSeeOther)
	return nil
}
