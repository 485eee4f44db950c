// Package text writes incidents for a person at a terminal: one sentence,
// then when, where, who, how many, and on whose word, with the quoted words.
//
//	1 SHELLING   ISIS shelled Eilat, Israel, from Sinai on 8 February 2017.
//
//	  when       2017-02-08 “On Wednesday”
//	  where      Eilat, IL (town), from Sinai, EG (region)
//	  agent      ISIS
//	  fired      7 to 10 “roughly 7 to 10” [1]
//
//	  on whose word
//	  [1] the article itself: that it happened, weapons launched
//	      “roughly 7 to 10 additional rockets were fired from Sinai …”
//	  [2] ISIS, claimed: who did it
//	      “ISIS took credit for the Sinai-based attack”
//
// Lines are wrapped to the width; colour only marks what stands there in
// words too. Control characters of the articles never reach the terminal.
package text

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"sayso"
	"sayso/internal/publish/export"
)

// Options say how to write.
type Options struct {
	Width      int  // columns; 0: 80
	Color      bool // with ANSI colours
	Explain    bool // with the reasons
	PerArticle bool // article by article, not joined
}

// Write writes a run. The error is the writer's.
func Write(w io.Writer, c export.Coded, o Options) error {
	if o.Width == 0 {
		o.Width = 80
	}
	buf := bufio.NewWriter(w)
	p := &page{out: buf, width: max(o.Width, 40), color: o.Color, explain: o.Explain, titles: map[string]*sayso.ArticleRecord{}}
	for i := range c.Records {
		p.titles[c.Records[i].Article] = &c.Records[i]
	}
	coded, n := coded(c), 0
	if o.PerArticle || len(coded) == 1 {
		for _, r := range coded {
			p.article(r)
			incidents := r.Incidents
			if !o.PerArticle {
				incidents = c.Incidents
			}
			n += p.incidents(incidents)
		}
	} else {
		p.several = true
		n = p.incidents(c.Incidents)
	}
	p.summary(n, len(coded))
	return buf.Flush()
}

// coded are the records without a failure.
func coded(c export.Coded) []*sayso.ArticleRecord {
	var out []*sayso.ArticleRecord
	for i := range c.Records {
		if c.Records[i].Failure == nil {
			out = append(out, &c.Records[i])
		}
	}
	return out
}

func (p *page) article(r *sayso.ArticleRecord) {
	title := r.Title
	if title == "" {
		title = r.Article
	}
	p.wrap("", "", p.style(bold, title))
	var from []string
	if r.Outlet != "" {
		from = append(from, r.Outlet)
	}
	if r.Published.Known() {
		from = append(from, r.Published.String())
	} else {
		from = append(from, "day of publication unknown")
	}
	if r.URL != "" {
		from = append(from, r.URL)
	}
	p.wrap("", "", p.style(dim, strings.Join(from, " · ")))
	p.blank()
}

func (p *page) incidents(list []sayso.Incident) int {
	for i := range list {
		p.incident(i+1, &list[i])
	}
	return len(list)
}

func (p *page) summary(incidents, articles int) {
	p.wrap("", "", p.style(dim, fmt.Sprintf("%s in %s", plural(incidents, "incident"), plural(articles, "article"))))
}

func plural(n int, noun string) string {
	switch n {
	case 0:
		return "no " + noun + "s"
	case 1:
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
