package learn

import (
	"fmt"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/claims/assemble"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/clusters"
	"sayso/internal/eval/gold"
	"sayso/internal/lexicon"
	"sayso/internal/model/signs"
)

// retellings holds pairs of mentions of which both tell of a coded incident:
// right where it is one.
func retellings(it *Item, lex *lexicon.Lexicon) []signs.Example {
	of := told(it, lex)
	var out []signs.Example
	for _, p := range assemble.Retellings(it.Doc, lex) {
		if of[p.Later] >= 0 && of[p.Earlier] >= 0 {
			out = append(out, signs.Example{Features: p.Signs, Yes: of[p.Later] == of[p.Earlier], Doc: it.Article.ID})
		}
	}
	return out
}

// fitRetold learns which mentions are one from all articles, into set, and for
// each fold from those of the others.
func fitRetold(items []Item, lex *lexicon.Lexicon, set signs.Set) (unseen []signs.Model) {
	of := make([][]signs.Example, folds)
	var all []signs.Example
	for i := range items {
		if items[i].Learnt {
			of[i%folds] = append(of[i%folds], retellings(&items[i], lex)...)
		}
	}
	for k := range folds {
		all = append(all, of[k]...)
	}
	set["retold"] = retoldLearner.Learn(all)
	for k := range folds {
		unseen = append(unseen, retoldLearner.Learn(slices.Concat(slices.Concat(of[:k]...), slices.Concat(of[k+1:]...))))
	}
	return unseen
}

// told says for each mention of a document which coded incident it tells of:
// the one of its family with the shortest words around it, those that the
// incident is coded by and of its type before others; -1 for none.
func told(it *Item, lex *lexicon.Lexicon) []int {
	d := it.Doc
	out := make([]int, len(d.Events))
	for i := range d.Events {
		e := &d.Events[i]
		at := sayso.Span{Start: int(d.Tokens[e.Trigger].Start), End: int(d.Tokens[e.Trigger].End)}
		least := 1 << 30
		out[i] = -1
		for k := range it.Gold {
			g := &it.Gold[k]
			if family(lex, g.Type) != family(lex, e.Type) {
				continue
			}
			if n := around(d, g, at); n >= 0 {
				if g.Type != e.Type {
					n += otherType
				}
				if n < least {
					least, out[i] = n, k
				}
			}
		}
	}
	return out
}

// What words that are not of the mention's type, or that are a claim's, count
// as longer, in bytes.
const (
	otherType  = 60
	claimWords = 20
)

// around is the length of the shortest words of an incident that hold a place
// in the text, -1 where none do.
func around(d *document.Document, g *gold.Incident, at sayso.Span) int {
	best := -1
	look := func(words string, more int) {
		for from := 0; words != ""; {
			k := strings.Index(d.Text[from:], words)
			if k < 0 {
				return
			}
			s := sayso.Span{Start: from + k, End: from + k + len(words)}
			if n := len(words) + more; s.Touches(at) && (best < 0 || n < best) {
				best = n
			}
			from = s.End
		}
	}
	look(g.Mention, 0)
	for i := range g.Claims {
		look(g.Claims[i].Quote, claimWords)
	}
	return best
}

// grouped is, by the set of articles, which mentions tell of one happening: by
// the coding, as the stage puts them together, and as the rules of the event
// stage do. Mentions that stand in the words of no coded incident are left out.
type grouped map[Set]*[3]clusters.Partition

func (g grouped) note(it *Item, lex *lexicon.Lexicon, learnt []int) {
	p := g[it.Set]
	if p == nil {
		p = &[3]clusters.Partition{{}, {}, {}}
		g[it.Set] = p
	}
	for i, of := range told(it, lex) {
		if of < 0 {
			continue
		}
		name := func(k int) string { return fmt.Sprint(it.Article.ID, " ", k) }
		at := name(i)
		p[0][at], p[1][at], p[2][at] = name(of), name(learnt[i]), name(it.Doc.Events[i].Same)
	}
}

// report adds B³ of the mentions to a report.
func (g grouped) report(r *eval.Report, set Set) {
	if p := g[set]; p != nil {
		r.Add("mentions_b3", clusters.B3(p[0], p[1]).F)
		r.Add("mentions_b3_by_rules", clusters.B3(p[0], p[2]).F)
	}
}

func family(lex *lexicon.Lexicon, kind string) string {
	for i := range lex.Types {
		if lex.Types[i].ID == kind {
			return lex.Types[i].Family
		}
	}
	return kind
}
