package api

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"sayso"
	"sayso/internal/publish/people"
)

// Input is what people hand in: a text, files, addresses.
type Input struct {
	Published string     `json:"published,omitempty" maxLength:"10" doc:"day of publication, YYYY-MM-DD, for articles that give none"`
	Outlet    string     `json:"outlet,omitempty" maxLength:"200" doc:"for articles that name none"`
	Texts     []Text     `json:"texts,omitempty" maxItems:"50"`
	Files     []File     `json:"files,omitempty" maxItems:"200"`
	Addresses []string   `json:"addresses,omitempty" maxItems:"500" doc:"of pages to fetch"`
	Day       *sayso.Day `json:"-"` // Published
	Held      []Reading  `json:"-"` // what was read of addresses before, to be added as it was read
	_         struct{}   `additionalProperties:"false"`
}

// Text is a pasted article.
type Text struct {
	Title string `json:"title,omitempty" maxLength:"1000"`
	Text  string `json:"text" minLength:"1" maxLength:"2000000"`
	URL   string `json:"url,omitempty" maxLength:"2000"`
}

// File is a file as 'sayso add' takes it: text, HTML, PDF, records, archives.
type File struct {
	Name string `json:"name" minLength:"1" maxLength:"200"`
	Data string `json:"data" doc:"its bytes in base64" contentEncoding:"base64"`
	Raw  []byte `json:"-"`
}

// Reading is what was found in an input: an article, a failure, or both.
type Reading struct {
	Source  string         `json:"source"`
	Article *sayso.Article `json:"article,omitempty"`
	Failure *sayso.Failure `json:"failure,omitempty"`
	Notes   []string       `json:"notes,omitempty"`
	Held    any            `json:"-"` // by it whoever read it adds it without reading again
}

// Preview is a reading with what it tells.
type Preview struct {
	Reading
	Text   string               `json:"text,omitempty" doc:"the text that spans point into"`
	Record *sayso.ArticleRecord `json:"record,omitempty"`
}

const (
	maxInput   = 48 << 20 // bytes of a body; base64 takes a third more than files
	maxPreview = 20       // articles that are shown before they are stored
)

// check reads the parts of an input that are written as texts.
func (in *Input) check() error {
	if len(in.Texts)+len(in.Files)+len(in.Addresses) == 0 {
		return unfit("hand in a text, a file or an address")
	}
	d, err := sayso.ParseDay(in.Published)
	if err != nil {
		return unfit("published: " + err.Error())
	}
	in.Day = &d
	for _, a := range in.Addresses {
		if !IsAddress(a) {
			return unfit(ErrAddress.Error())
		}
	}
	for i := range in.Files {
		f := &in.Files[i]
		f.Name = FileName(f.Name)
		if f.Raw, err = base64.StdEncoding.DecodeString(f.Data); err != nil {
			return unfit("file " + f.Name + ": " + err.Error())
		}
		f.Data = ""
	}
	return nil
}

// ErrAddress is returned for what is no address of a page.
var ErrAddress = errors.New("an address starts with http:// or https://")

// IsAddress reports whether a page can be fetched from an address: nothing that
// people hand in is ever taken for a file of this machine.
func IsAddress(a string) bool {
	u, err := url.Parse(a)
	return err == nil && (strings.HasPrefix(a, "http://") || strings.HasPrefix(a, "https://")) && u.Host != ""
}

// FileName is a file's name without folders.
func FileName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	if slices.Contains([]string{".", "/", "..", "-"}, name) {
		return "file"
	}
	return name
}

func (a *API) adding() {
	code := on(http.MethodPost, "/code", "code", "Code a text, files or addresses, and show the result without storing it").of(people.Coder, people.ScopeAdd, "add")
	code.MaxBodyBytes = maxInput
	handle(a, code, func(ctx context.Context, in *struct{ Body Input }) (*Body[List[Preview]], error) {
		if err := in.Body.check(); err != nil {
			return nil, err
		}
		list, err := a.o.Read(ctx, in.Body)
		if err != nil {
			return nil, err
		}
		out := []Preview{}
		for _, r := range list[:min(len(list), maxPreview)] {
			p := Preview{Reading: r}
			if r.Article != nil {
				p.Text = r.Article.Reading()
			}
			if r.Article != nil && r.Failure == nil {
				rec, err := a.o.Code(ctx, *r.Article)
				if err != nil {
					return nil, err
				}
				p.Record = &rec
			}
			out = append(out, p)
		}
		return items(out), nil
	})
	add := on(http.MethodPost, "/articles", "add-articles", "Add texts, files or addresses to the store; the job that does it is answered with").of(people.Coder, people.ScopeAdd, "add").gives(http.StatusAccepted)
	add.MaxBodyBytes = maxInput
	handle(a, add, func(ctx context.Context, in *struct{ Body Input }) (*Body[Job], error) {
		if err := in.Body.check(); err != nil {
			return nil, err
		}
		return a.work(ctx, "add", func(ctx context.Context, report func(Progress)) error {
			return a.o.Add(ctx, a.act(ctx), in.Body, report)
		})
	})
	handle(a, on(http.MethodGet, "/jobs", "list-jobs", "Work that is going on or was done lately").of(people.Reader, people.ScopeRead, "jobs"),
		func(context.Context, *struct{}) (*Body[List[Job]], error) { return items(a.jobs.list()), nil })
	handle(a, on(http.MethodGet, "/jobs/{id}", "get-job", "How far a job is").of(people.Reader, people.ScopeRead, "jobs"),
		func(_ context.Context, in *ByID) (*Body[Job], error) {
			j, err := a.jobs.get(in.ID)
			if err != nil {
				return nil, err
			}
			now, _ := j.state()
			return body(now), nil
		})
	a.events()
}

// events streams a job's progress until it is done: an event "progress" with
// the job at each change.
func (a *API) events() {
	r := on(http.MethodGet, "/jobs/{id}/events", "follow-job", "A job's progress as server-sent events, until it is done: each is named progress and holds the job").of(people.Reader, people.ScopeRead, "jobs")
	r.Responses = map[string]*huma.Response{"200": {Description: "events", Content: map[string]*huma.MediaType{"text/event-stream": {}}}}
	handle(a, r, func(ctx context.Context, in *ByID) (*huma.StreamResponse, error) {
		j, err := a.jobs.get(in.ID)
		if err != nil {
			return nil, err
		}
		return &huma.StreamResponse{Body: func(hc huma.Context) {
			hc.SetHeader("Content-Type", "text/event-stream")
			out := hc.BodyWriter()
			for {
				now, changed := j.state()
				b, err := json.Marshal(now)
				if err != nil {
					return
				}
				if _, err := fmt.Fprintf(out, "event: progress\ndata: %s\n\n", b); err != nil {
					return
				}
				if f, ok := out.(http.Flusher); ok {
					f.Flush()
				}
				if now.State != "running" {
					return
				}
				select {
				case <-changed:
				case <-ctx.Done():
					return
				case <-a.o.Until.Done():
					return
				}
			}
		}}, nil
	})
}
