package ui

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/store"
)

// articlePage is what the page of an article shows.
type articlePage struct {
	store.Article
	Title  []piece
	Paras  [][]piece
	Under  []string // captions of its pictures
	Told   []told
	Chosen string // claim that the address names
	Heard  *heard // who says what; nil where that was not read
	Unread string // why not
}

// told is an incident in the margin with its claims.
type told struct {
	*sayso.Incident
	Link   string // of the incident across articles
	Voices []marginal
}

// marginal is a claim in the margin.
type marginal struct {
	*sayso.Claim
	Key   string
	About []string
}

func (d *Desk) article(w http.ResponseWriter, r *http.Request) error {
	p := &articlePage{Chosen: r.URL.Query().Get("claim")}
	var told []sayso.Incident
	var record sayso.ArticleRecord
	err := d.view(r, func(tx store.Reader) (err error) {
		if p.Article, err = tx.Article(r.PathValue("id")); err != nil {
			return err
		}
		if p.Article.Taken {
			return store.ErrTaken
		}
		list, err := tx.Incidents(store.Query{Article: p.ID})
		if err != nil {
			return err
		}
		rec, err := tx.Record(p.ID)
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return err
		}
		told, record = list, rec
		return nil
	})
	if err != nil {
		return err
	}
	d.hear(r.Context(), p)
	p.fill(told, &record)
	d.show(w, r, "article", p.Article.Title, p)
	return nil
}

// hear reads who says what in the article of the page.
func (d *Desk) hear(ctx context.Context, p *articlePage) {
	var err error
	if p.Heard, err = d.voices(ctx, p.Article.Article); err != nil {
		p.Unread = err.Error()
	}
	if d.o.Annotate != nil && p.Heard == nil && err == nil {
		p.Unread = "the article is not English."
	}
}

// fill marks the text and lists the claims.
func (p *articlePage) fill(list []sayso.Incident, rec *sayso.ArticleRecord) {
	var marks []mark
	for i := range rec.Incidents {
		marks = append(marks, valueMarks(&rec.Incidents[i])...)
	}
	for i := range list {
		t := told{Incident: &list[i], Link: "/incidents/" + list[i].ID}
		at := map[string]int{}
		for k := range list[i].Claims {
			c := &list[i].Claims[k]
			if c.Article != p.ID {
				continue
			}
			marks = append(marks, marksOf(c)...)
			key := string(c.Stance) + c.Quote + names(c.Chain)
			if n, ok := at[key]; ok {
				t.Voices[n].About = append(t.Voices[n].About, sayAbout(c.About))
				continue
			}
			at[key] = len(t.Voices)
			t.Voices = append(t.Voices, marginal{c, claimKey(c), []string{sayAbout(c.About)}})
		}
		slices.SortStableFunc(t.Voices, func(a, b marginal) int { return first(a.Claim) - first(b.Claim) })
		p.Told = append(p.Told, t)
	}
	slices.SortStableFunc(p.Told, func(a, b told) int { return a.first() - b.first() })
	if p.Heard != nil {
		marks = append(p.quiet(marks), p.Heard.marks()...)
	}
	if p.Captions != "" {
		p.Under = strings.Split(p.Captions, "\n\n")
	}
	text := p.Reading()
	start := p.BodyStart()
	p.Title = pieces(text, sayso.Span{Start: 0, End: max(0, start-2)}, marks)
	for _, s := range paragraphs(text, start) {
		p.Paras = append(p.Paras, pieces(text, s, marks))
	}
}

// quiet are the marks of claims beside those of the voices: their stance and who
// vouches is told by these.
func (p *articlePage) quiet(marks []mark) []mark {
	var out []mark
	for _, m := range marks {
		switch {
		case strings.HasPrefix(m.class, "said "):
			m.class = "quoted"
		case m.class == "ev voucher":
			continue
		}
		out = append(out, m)
	}
	return out
}

func first(c *sayso.Claim) int {
	if len(c.Evidence) == 0 {
		return 0
	}
	return c.Evidence[0].Start
}

func (t *told) first() int {
	if len(t.Voices) == 0 {
		return 1 << 30
	}
	return first(t.Voices[0].Claim)
}

// marksOf are a claim's quoted words, and those that name who vouches for it.
func marksOf(c *sayso.Claim) []mark {
	var out []mark
	for _, s := range c.Evidence {
		m := mark{span: s, class: "quoted", claim: claimKey(c)}
		if c.About == sayso.AboutIncident || c.About == sayso.AboutStatus {
			m.class = "ev happening"
		}
		if len(c.Chain) > 0 || c.Stance != sayso.StanceAsserted {
			m.class = "said " + string(c.Stance)
		}
		out = append(out, m)
	}
	for _, v := range c.Chain {
		if !v.Span.Empty() {
			out = append(out, mark{span: v.Span, class: "ev voucher", claim: claimKey(c)})
		}
	}
	return out
}

// valueMarks are the words of the values of an incident as one article tells it.
func valueMarks(in *sayso.Incident) []mark {
	var out []mark
	add := func(s sayso.Span, kind string) {
		if !s.Empty() {
			out = append(out, mark{span: s, class: "ev " + kind})
		}
	}
	if in.When != nil {
		add(in.When.Span, "time")
	}
	if in.Where != nil {
		add(in.Where.Span, "place")
	}
	for i := range in.Actors {
		add(in.Actors[i].Span, "agent")
	}
	for i := range in.Counts {
		add(in.Counts[i].Span, "count")
	}
	return out
}
