package incidents

import (
	"slices"

	"sayso"
	"sayso/internal/incidents/link"
)

// Filed is an article's reports made ready for finding, outside a [Set], which
// other articles tell the same. Of the record it keeps what is compared alone.
type Filed struct {
	reports []*link.Report
	file    [][]uint64
	ask     [][]uint64
}

// Pair is two reports of different articles, by their ids.
type Pair struct{ Report, Other string }

// File makes an article's reports ready.
func (j *Joiner) File(rec *sayso.ArticleRecord) *Filed {
	f := &Filed{reports: j.decider.Reports(rec)}
	for _, r := range f.reports {
		file, ask := r.Keys()
		slices.Sort(file)
		slices.Sort(ask)
		f.file, f.ask = append(f.file, slices.Compact(file)), append(f.ask, ask)
	}
	slim := &sayso.ArticleRecord{Article: rec.Article, Published: rec.Published}
	for _, r := range f.reports {
		r.Record, r.In = slim, &sayso.Incident{ID: r.In.ID, Type: r.In.Type, Counts: r.In.Counts}
	}
	return f
}

// Keys are what the article is filed under, ascending.
func (f *Filed) Keys() []uint64 { return sorted(f.file) }

// Asks are what articles are filed under that may tell the same, ascending.
func (f *Filed) Asks() []uint64 { return sorted(f.ask) }

func sorted(lists [][]uint64) []uint64 {
	out := slices.Concat(lists...)
	slices.Sort(out)
	return slices.Compact(out)
}

// Likely are the pairs of reports of two articles that connect them: those that
// a [Set] would compare and find likely to be one.
func (j *Joiner) Likely(f, other *Filed) []Pair {
	var out []Pair
	connected := false
	for i, r := range f.reports {
		for k, o := range other.reports {
			if _, yes := speaks(j.decider.Score(r, o)); yes {
				out = append(out, Pair{r.In.ID, o.In.ID})
				connected = connected || r.Near(o) && meet(f.ask[i], other.file[k])
			}
		}
	}
	if !connected {
		return nil
	}
	return out
}

// meet reports whether two ascending lists of keys have one in common.
func meet(a, b []uint64) bool {
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] < b[k]:
			i++
		case a[i] > b[k]:
			k++
		default:
			return true
		}
	}
	return false
}

// Likely are the pairs of an article's reports with those of others that
// connect them, whatever people ruled; see [Joiner.Likely].
func (s *Set) Likely(article string) []Pair {
	var out []Pair
	for _, n := range s.articles[article] {
		x := &s.nodes[n]
		for _, e := range x.edges {
			o := &s.nodes[e.to]
			if !s.hand.bound(x.In.ID, o.In.ID) || s.found(x.Report, o.Report) {
				out = append(out, Pair{x.In.ID, o.In.ID})
			}
		}
	}
	return out
}

// ArticleOf is the article that a report is of; "" where there is no such report.
func (s *Set) ArticleOf(report string) string {
	if n, ok := s.byID[report]; ok {
		return s.nodes[n].Record.Article
	}
	return ""
}
