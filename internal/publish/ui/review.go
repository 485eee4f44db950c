package ui

import (
	"errors"
	"net/http"
	"net/url"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// reviewPage is the queue and the incident that is looked at.
type reviewPage struct {
	Queue  []store.Brief
	Left   int // that nobody has looked at
	At     *recordPage
	Texts  []*articlePage
	Fields []choice      // what can be corrected
	Near   []store.Brief // incidents that this one may be merged with
	Undo   string        // id of the last decision that can be undone
	Types  []Type
	Next   string
}

// queueLength is how much of the queue is shown.
const queueLength = 25

func (d *Desk) review(w http.ResponseWriter, r *http.Request) error {
	p := &reviewPage{Types: d.o.Types}
	err := d.view(r, func(tx store.Reader) (err error) {
		q := store.Query{Reviews: store.Queue, Order: store.ByWorth, Limit: queueLength}
		if p.Queue, err = tx.Briefs(q); err != nil {
			return err
		}
		if p.Left, err = tx.Count(q); err != nil {
			return err
		}
		id := r.URL.Query().Get("at")
		if id == "" && len(p.Queue) > 0 {
			id = p.Queue[0].ID
		}
		if id == "" {
			return nil
		}
		return d.lookAt(tx, p, id)
	})
	if err != nil {
		return err
	}
	d.show(w, r, "review", "Review", p)
	return nil
}

func (d *Desk) lookAt(tx store.Reader, p *reviewPage, id string) error {
	in, err := tx.Incident(id)
	if err != nil {
		return err
	}
	if p.At, err = d.recordPage(tx, &in); err != nil {
		return err
	}
	if p.At.Changed, err = changes(tx, &in); err != nil {
		return err
	}
	for _, c := range p.At.Changed {
		if c.ID != "" && p.Undo == "" && c.Said != "comment" {
			p.Undo = c.ID
		}
	}
	for i := range p.At.Told {
		a := &articlePage{Article: p.At.Told[i]}
		rec, err := tx.Record(a.ID)
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return err
		}
		a.fill([]sayso.Incident{in}, &rec)
		p.Texts = append(p.Texts, a)
	}
	for i, b := range p.Queue {
		if b.ID == in.ID && i+1 < len(p.Queue) {
			p.Next = p.Queue[i+1].ID
		} else if p.Next == "" && b.ID != in.ID {
			p.Next = b.ID
		}
	}
	p.Fields = correctable(p.At)
	p.Near, err = near(tx, &in)
	return err
}

// correctable are the fields that can be corrected, those with a value first.
func correctable(p *recordPage) []choice {
	var out []choice
	seen := map[string]bool{}
	for _, f := range p.Fields {
		seen[f.Name] = true
		out = append(out, choice{Value: f.Name, Name: sayField(f.Name)})
	}
	for _, name := range []string{"type", "status", "salience", "when", "where", "from", "agent", "target", "party", "count:killed", "count:injured", "count:arrested", "count:abducted", "count:participants"} {
		if !seen[name] {
			out = append(out, choice{Value: name, Name: sayField(name)})
		}
	}
	return out
}

// near are incidents of about the same days, in the same country where it is known.
func near(tx store.Reader, in *sayso.Incident) ([]store.Brief, error) {
	a, b, ok := interval(in)
	q := store.Query{Order: store.ByDay, Limit: 30}
	if ok {
		a, b = a-4, b+4
		q.From, q.To = &a, &b
	}
	if in.Where != nil && in.Where.Country != "" {
		q.Countries = []string{string(in.Where.Country)}
	}
	list, err := tx.Briefs(q)
	var out []store.Brief
	for _, o := range list {
		if o.ID != in.ID {
			out = append(out, o)
		}
	}
	return out, err
}

// decide lets a decision hold and leads on: to the next of the queue, or back.
func (d *Desk) decide(w http.ResponseWriter, r *http.Request) error {
	if d.o.Decide == nil {
		return &problem{http.StatusNotImplemented, "Nothing can be decided here", "This desk only shows."}
	}
	what, err := readDecision(r)
	if err != nil {
		return err
	}
	who := people.From(r.Context())
	if what.Action != store.ActComment && who.Role.Under(people.Reviewer) {
		return &problem{http.StatusForbidden, "This takes the role of a reviewer", "Ask an admin for it, or leave a comment."}
	}
	what.By, what.At = who.Name, d.o.Now()
	done, err := d.o.Decide(r.Context(), what)
	if err != nil {
		return err
	}
	to := url.Values{"done": {done.Action}}
	switch next := r.PostForm.Get("next"); {
	case next != "" && (done.Action == store.ActAccept || done.Action == store.ActReject):
		to.Set("at", next)
	default:
		at := r.PostForm.Get("target")
		if at == "" {
			at = done.Target
		}
		to.Set("at", at)
	}
	http.Redirect(w, r, "/review?"+to.Encode(), http.StatusSeeOther)
	return nil
}

// maxForm is the largest form that is read.
const maxForm = 1 << 20

func readDecision(r *http.Request) (store.Decision, error) {
	r.Body = http.MaxBytesReader(nil, r.Body, maxForm)
	if err := r.ParseForm(); err != nil {
		return store.Decision{}, &problem{http.StatusBadRequest, "This form cannot be read", err.Error()}
	}
	f := r.PostForm
	what := store.Decision{Action: f.Get("action"), Target: f.Get("target"), Field: f.Get("field"), Value: f.Get("value"), Reason: f.Get("reason"),
		Undoes: f.Get("undoes"), With: given(f["with"]), Article: f.Get("article")}
	if what.Action == store.ActUndo {
		what.Target = ""
	}
	if what.Article == "" {
		return what, nil
	}
	var err error
	what.Span, err = readSpan(f.Get("start"), f.Get("end"))
	return what, err
}
