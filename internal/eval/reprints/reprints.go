// Package reprints scores internal/ingest/dedup on reprints that are made from
// real articles by what desks do: a paragraph cut, a new lead (that of another
// article of the topic), a part of another story added, numbers changed, tails
// of sentences trimmed, another headline. The reprints are seeded; none is kept.
//
// recall_N is the share of reprints, N hundredths of whose words are edited,
// that are linked to their source. precision is the share of right links among
// all that are made among the originals and the reprints edited by 25 in
// hundred: a link is right where one article holds text of the other, or both
// of a third. The corpora hold copies of their own. A pair of originals with a
// run of twenty words in common is judged neither way, nor are reprints of the
// two; every other link between them is wrong.
package reprints

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"

	"sayso"
	"sayso/internal/eval"
	"sayso/internal/ingest/dedup"
)

// Task is `sayso eval reprints --data ../shared/data`.
var Task = eval.Task{Name: "reprints", Doc: "edited reprints found again, among articles of the same topic", Run: run}

// Levels are the hundredths of words edited.
var levels = []int{0, 10, 25, 40, 50}

// judged is the level at which precision is measured.
const judged = 25

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	stories, err := readStories(o.Data)
	if err != nil {
		return nil, err
	}
	kept := stories[:0]
	for _, s := range stories {
		if o.Takes(s.group) {
			kept = append(kept, s)
		}
	}
	e := &editor{rand.New(rand.NewPCG(7, 25)), kept}
	r := &eval.Report{Task: "reprints", Set: "ecbplus and wikinews"}
	for _, percent := range levels {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		e.level(percent, r)
	}
	r.AddCount("originals", len(kept))
	return r, nil
}

// level reprints every story and finds the copies.
func (e *editor) level(percent int, r *eval.Report) {
	articles := make([]sayso.Article, 0, 2*len(e.stories))
	holds := map[string][]int{}
	for i := range e.stories {
		a := e.stories[i].article
		articles, holds[a.ID] = append(articles, a), []int{i}
	}
	var drafts []draft
	for i := range e.stories {
		d := e.reprint(i, percent)
		articles, holds[d.article.ID], drafts = append(articles, d.article), d.from, append(drafts, d)
	}
	copies := dedup.Find(articles)
	linked := map[string]bool{}
	for _, c := range copies {
		linked[c.Article+" "+c.Of], linked[c.Of+" "+c.Article] = true, true
	}
	found := 0
	for i, d := range drafts {
		if linked[d.article.ID+" "+e.stories[i].article.ID] {
			found++
		}
	}
	r.Add(fmt.Sprintf("recall_%d", percent), float64(found)/float64(len(drafts)))
	if percent == judged {
		e.precision(copies, holds, r)
	}
}

func (e *editor) precision(copies []sayso.Copy, holds map[string][]int, r *eval.Report) {
	right, wrong, unjudged := 0, 0, 0
	for _, c := range copies {
		switch e.relation(holds[c.Article], holds[c.Of]) {
		case same:
			right++
		case alike:
			unjudged++
		default:
			wrong++
			if wrong <= shown {
				r.Notes = append(r.Notes, fmt.Sprintf("wrong: %s of %s, %s, %.2f", c.Article, c.Of, c.Kind, c.Share))
			}
		}
	}
	r.Add("precision", float64(right)/float64(max(right+wrong, 1)))
	r.AddCount("links", right+wrong+unjudged)
	r.AddCount("links_wrong", wrong)
	r.AddCount("links_not_judged", unjudged)
}

// shown is the number of wrong links that the report names.
const shown = 20

type relation int

const (
	other relation = iota // different articles
	alike                 // originals that share a long run of words
	same                  // text of one original in both
)

func (e *editor) relation(a, b []int) relation {
	best := other
	for _, i := range a {
		for _, k := range b {
			switch {
			case i == k:
				return same
			case e.shareRun(i, k):
				best = alike
			}
		}
	}
	return best
}

// run is the number of words in a row that no two desks write alike.
const runLength = 20

// shareRun reports whether two originals share a run of words.
func (e *editor) shareRun(i, k int) bool {
	runs := map[string]bool{}
	a, b := strings.Fields(strings.ToLower(e.stories[i].article.Text)), strings.Fields(strings.ToLower(e.stories[k].article.Text))
	for x := 0; x+runLength <= len(a); x++ {
		runs[strings.Join(a[x:x+runLength], " ")] = true
	}
	for x := 0; x+runLength <= len(b); x++ {
		if runs[strings.Join(b[x:x+runLength], " ")] {
			return true
		}
	}
	return false
}
