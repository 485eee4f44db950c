package incidents

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sayso"
)

// copied is the number of words from which the same sentence in two articles
// is a copy and no coincidence.
const copied = 8

// origins are the independent origins of claims: the source at the end of a
// chain, counted once however many articles cite it; for what an article says
// itself, the article, and articles that share a sentence are one.
func origins(g *group, claims []sayso.Claim) []sayso.Origin {
	voices := voicesOf(g)
	var out []sayso.Origin
	at := map[string]int{}
	for i := range claims {
		c := &claims[i]
		key, o := "", sayso.Origin{Claims: []int{}}
		if n := len(c.Chain); n > 0 {
			root := &c.Chain[n-1]
			key = "source\x00" + cmp.Or(root.ActorID, fold(root.Name))
			o.Name, o.Kind = root.Name, string(root.Kind)
		} else {
			v := voices[cmp.Or(c.Article, g.reports[0].record.Article)]
			key = "article\x00" + v
			o.Name, o.Kind = g.outlet(v), string(sayso.VoucherOutlet)
		}
		k, ok := at[key]
		if !ok {
			k = len(out)
			at[key] = k
			out = append(out, o)
		}
		out[k].Claims = append(out[k].Claims, c.N)
	}
	return out
}

func (g *group) outlet(article string) string {
	for _, r := range g.reports {
		if r.record.Article == article {
			return cmp.Or(r.record.Outlet, article)
		}
	}
	return article
}

// voicesOf maps each article to the first of those that share a sentence with
// it, itself where none does.
func voicesOf(g *group) map[string]string {
	voice := map[string]string{}
	sentences := map[string]string{}
	for _, r := range g.byPublication() {
		id := r.record.Article
		voice[id] = id
		for _, s := range r.sentences() {
			first, ok := sentences[s]
			if !ok {
				sentences[s] = voice[id]
			} else if voice[id] == id {
				voice[id] = first
			}
		}
	}
	return voice
}

// byPublication are the reports, oldest article first.
func (g *group) byPublication() []*report {
	out := slices.Clone(g.reports)
	slices.SortFunc(out, func(a, b *report) int {
		return cmp.Or(cmp.Compare(a.record.Published, b.record.Published), strings.Compare(a.record.Article, b.record.Article))
	})
	return out
}

// sentences are what of a report's words would be a copy elsewhere.
func (r *report) sentences() []string {
	var out []string
	quotes := []string{r.in.Mention}
	for i := range r.in.Claims {
		quotes = append(quotes, r.in.Claims[i].Quote)
	}
	for _, q := range quotes {
		words := strings.FieldsFunc(strings.ToLower(q), notWord)
		if len(words) >= copied {
			out = append(out, strings.Join(words, " "))
		}
	}
	return out
}

// whyEvent is why the leading report is an incident.
func (g *group) whyEvent() *sayso.Explanation {
	if w := g.reports[0].in.Why; w != nil {
		return w.Event
	}
	return nil
}

// whyJoin tells each link with its reasons.
func (g *group) whyJoin() *sayso.Explanation {
	top := sayso.Because("", fmt.Sprintf("%d articles tell it", len(g.reports)))
	for i := range g.links {
		l := &g.links[i]
		node := sayso.Because(fmt.Sprintf("%d points, %d are needed", l.points, Standard.Threshold),
			fmt.Sprintf("%s in %s and %s in %s are one", l.a.in.ID, l.a.record.Article, l.b.in.ID, l.b.record.Article))
		for _, e := range l.reasons {
			node.Children = append(node.Children, sayso.Because(fmt.Sprintf("%+d", e.points), e.message))
		}
		top.Children = append(top.Children, node)
	}
	return top
}
