package ui

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"sayso"
	"sayso/internal/publish/blind"
	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// codingsPage lists what is coded twice, and what could be.
type codingsPage struct {
	Tasks []task
	Open  []store.Article
}

type task struct {
	blind.Task
	Title string
	Mine  bool
}

func (d *Desk) codings(w http.ResponseWriter, r *http.Request) error {
	p := &codingsPage{}
	me := people.From(r.Context()).Name
	err := d.view(r, func(tx store.Reader) error {
		list, err := blind.Tasks(tx)
		if err != nil {
			return err
		}
		done := map[string]bool{}
		for _, t := range list {
			a, err := tx.Article(t.Article)
			if err != nil {
				return err
			}
			done[t.Article] = true
			p.Tasks = append(p.Tasks, task{t, a.Title, slices.Contains(t.Coders, me)})
		}
		articles, err := tx.ArticlesWith("", store.Page{Limit: 40})
		for _, a := range articles {
			if !done[a.ID] && a.Coded() {
				p.Open = append(p.Open, a)
			}
		}
		return err
	})
	if err != nil {
		return err
	}
	d.show(w, r, "codings", "Blind double coding", p)
	return nil
}

// codingPage is an article to be coded, or what was coded of it.
type codingPage struct {
	*articlePage
	State  blind.State
	Slots  []slot
	Types  []Type
	Settle bool // the form settles what two people coded
	Form   bool
	Sides  []blind.Coding
	Coders []string
	Beside []beside
	Names  []string
}

// slot is one incident of the form.
type slot struct {
	N      int
	Words  string
	Fields map[string]string
}

// codedFields are those that the form asks for.
var codedFields = []string{"type", "status", "when", "where", "agent", "target", "count:killed", "count:injured"}

// slots is how many incidents the form has room for.
const slots = 6

func (d *Desk) coding(w http.ResponseWriter, r *http.Request) error {
	p := &codingPage{Types: d.o.Types, Names: codedFields}
	who := people.From(r.Context())
	reviews := !who.Role.Under(people.Reviewer)
	err := d.view(r, func(tx store.Reader) error {
		a, err := tx.Article(r.PathValue("id"))
		if err != nil {
			return err
		}
		p.articlePage = &articlePage{Article: a}
		p.fill(nil, &sayso.ArticleRecord{})
		p.State, err = blind.Of(tx, a.ID, who.Name, reviews)
		return err
	})
	if err != nil {
		return err
	}
	p.Sides = p.State.Others
	if p.State.Mine != nil {
		p.Sides = append([]blind.Coding{*p.State.Mine}, p.Sides...)
	}
	p.Settle = reviews && p.State.Mine == nil && p.State.Codings >= 2 && p.State.Settled == nil
	p.Form = p.Settle || p.State.Settled == nil && (p.State.Mine == nil || p.State.Codings == 1)
	start := p.State.Mine
	if p.Settle && len(p.Sides) > 0 {
		start = &p.Sides[0]
	}
	p.slots(start)
	p.compare()
	d.show(w, r, "coding", "Code blind", p)
	return nil
}

// beside is an incident as each coder has it, field by field.
type beside struct {
	N    int
	Rows []besideRow
}

// besideRow is a field as each coder has it, "" where one leaves it out.
type besideRow struct {
	Field  string
	Values []string
	Differ bool
}

// compare sets the codings beside one another, and what settled them last.
func (p *codingPage) compare() {
	all := slices.Clone(p.Sides)
	for i := range all {
		p.Coders = append(p.Coders, all[i].By)
	}
	sides := len(all)
	if s := p.State.Settled; s != nil {
		all, p.Coders = append(all, *s), append(p.Coders, "settled by "+s.By)
	}
	for n := 0; ; n++ {
		b := beside{N: n + 1}
		for _, f := range codedFields {
			row := besideRow{Field: f}
			for i := range all {
				v := ""
				if n < len(all[i].Incidents) {
					v = all[i].Incidents[n].Fields[f]
				}
				row.Differ = row.Differ || i > 0 && i < sides && v != row.Values[0]
				row.Values = append(row.Values, v)
			}
			if slices.ContainsFunc(row.Values, func(v string) bool { return v != "" }) {
				b.Rows = append(b.Rows, row)
			}
		}
		if len(b.Rows) == 0 {
			return
		}
		p.Beside = append(p.Beside, b)
	}
}

func (p *codingPage) slots(start *blind.Coding) {
	text := p.Reading()
	for i := range slots {
		s := slot{N: i + 1, Fields: map[string]string{}}
		if start != nil && i < len(start.Incidents) {
			s.Words, s.Fields = start.Incidents[i].Span.In(text), start.Incidents[i].Fields
		}
		p.Slots = append(p.Slots, s)
	}
}

// hand takes a coding, or what settles two.
func (d *Desk) hand(w http.ResponseWriter, r *http.Request) error {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	if err := r.ParseForm(); err != nil {
		return &problem{http.StatusBadRequest, "This form cannot be read", err.Error()}
	}
	who := people.From(r.Context())
	act := store.Act{By: who.Name, At: d.o.Now()}
	done := "coded"
	err := d.o.Store.Update(r.Context(), func(tx store.Writer) error {
		a, err := tx.Article(r.PathValue("id"))
		if err != nil {
			return err
		}
		c, err := readCoding(r, &a.Article)
		if err != nil {
			return err
		}
		if r.PostForm.Get("settle") == "" {
			_, err = blind.HandIn(tx, act, c)
			return err
		}
		if who.Role.Under(people.Reviewer) {
			return &problem{http.StatusForbidden, "This takes the role of a reviewer", "A third person settles what two coders coded."}
		}
		done = "settled"
		_, err = blind.Settle(tx, act, c)
		return err
	})
	switch {
	case errors.Is(err, blind.ErrCoding), errors.Is(err, blind.ErrOver), errors.Is(err, blind.ErrOpen), errors.Is(err, blind.ErrOwn):
		return &problem{http.StatusConflict, "This coding cannot be taken", err.Error()}
	case err != nil:
		return err
	}
	http.Redirect(w, r, "/coding/"+segment(r.PathValue("id"))+"?done="+done, http.StatusSeeOther)
	return nil
}

// readCoding reads the form: an incident for each slot that names its words.
func readCoding(r *http.Request, a *sayso.Article) (blind.Coding, error) {
	c := blind.Coding{Article: a.ID, Note: r.PostForm.Get("note")}
	text := a.Reading()
	for i := 1; i <= slots; i++ {
		get := func(name string) string { return strings.TrimSpace(r.PostForm.Get(name + "-" + strconv.Itoa(i))) }
		words := get("words")
		if words == "" {
			continue
		}
		at := strings.Index(text, words)
		if at < 0 {
			return c, &problem{http.StatusUnprocessableEntity, "These words are not in the article", "“" + words + "” must be copied letter for letter."}
		}
		in := blind.Incident{Span: sayso.Span{Start: at, End: at + len(words)}, Fields: map[string]string{}}
		for _, f := range codedFields {
			if v := get(f); v != "" {
				in.Fields[f] = v
			}
		}
		c.Incidents = append(c.Incidents, in)
	}
	return c, nil
}

func (d *Desk) agreement(w http.ResponseWriter, r *http.Request) error {
	var list []blind.Field
	err := d.view(r, func(tx store.Reader) (err error) { list, err = blind.Agreement(tx); return err })
	if err != nil {
		return err
	}
	if len(list) > 0 && list[0].Units == 0 { // nobody coded what somebody else did
		list = nil
	}
	d.show(w, r, "agreement", "Agreement", list)
	return nil
}
