package attribution

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/gold"
)

// SetGold is the set that scores chains of vouchers on articles coded by hand.
const SetGold = "gold"

// chains counts gold claims whose chain the layer gives for the words of their
// quote.
type chains struct {
	sourced, any, most, last float64 // claims with a chain: all, given for some word, for most words, its last link given for some word
	free, kept               float64 // claims in the article's own voice: all, no chain for most words
	lost                     int     // quotes that are not in the text
}

// runGold scores a folder of coded articles, or several separated by commas.
func runGold(ctx context.Context, o eval.Options) (*eval.Report, error) {
	var all chains
	articles := 0
	for _, dir := range strings.Split(o.Data, ",") {
		coded, err := gold.Read(filepath.Join(dir, "articles"), filepath.Join(dir, "coded"), "")
		if err != nil {
			return nil, err
		}
		for i := range coded {
			c := &coded[i]
			if !o.Takes(c.Article.ID) {
				continue
			}
			d, err := o.Chain.Run(ctx, &c.Article, document.LayerAttributions)
			if err != nil {
				return nil, err
			}
			articles++
			for _, in := range c.Gold {
				for _, claim := range in.Claims {
					all.add(o, d, &claim)
				}
			}
		}
	}
	r := &eval.Report{Task: name, Set: "gold " + sets(o.Data)}
	r.Add("chain", share(all.any, all.sourced))
	r.Add("chain_of_most_words", share(all.most, all.sourced))
	r.Add("last_link", share(all.last, all.sourced))
	r.Add("own_voice_kept", share(all.kept, all.free))
	r.AddCount("claims_with_chain", int(all.sourced))
	r.AddCount("claims_in_own_voice", int(all.free))
	r.AddCount("quotes_not_found", all.lost)
	r.AddCount("articles", articles)
	r.Notes = append(r.Notes, "A chain is given for a quote when the attributions around one of its words, outermost first, have its kinds and names.")
	return r, nil
}

// sets names the folders by their last parts.
func sets(data string) string {
	var names []string
	for _, dir := range strings.Split(data, ",") {
		names = append(names, filepath.Base(dir))
	}
	return strings.Join(names, "+")
}

// add scores one claim.
func (c *chains) add(o eval.Options, d *document.Document, claim *gold.Claim) {
	at := strings.Index(d.Text, claim.Quote)
	if claim.Quote == "" || at < 0 {
		c.lost++
		return
	}
	given := chainsOf(d, sayso.Span{Start: at, End: at + len(claim.Quote)})
	if len(claim.Chain) == 0 {
		c.free++
		if m := most(given); len(m) == 0 {
			c.kept++
		} else {
			o.Miss("own voice", d.Article.ID, show(m), claim.Quote)
		}
		return
	}
	c.sourced++
	any, last := false, false
	for _, g := range given {
		any = any || same(g, claim.Chain)
		last = last || len(g) > 0 && sameLink(g[len(g)-1], claim.Chain[len(claim.Chain)-1])
	}
	if any {
		c.any++
	} else {
		o.Miss("chain", d.Article.ID, show(claim.Chain), show(most(given)), claim.Quote)
	}
	if last {
		c.last++
	}
	if same(most(given), claim.Chain) {
		c.most++
	}
}

// chainsOf are the chains of the words in a span; words that are part of a cue
// or a source there are left out where others remain.
func chainsOf(d *document.Document, s sayso.Span) [][]gold.Voucher {
	var out [][]gold.Voucher
	for i, t := range d.Tokens {
		if int(t.Start) < s.Start || int(t.End) > s.End || d.Tags[i].UPOS == document.PUNCT {
			continue
		}
		out = append(out, ChainAt(d, i))
	}
	return out
}

// ChainAt is the chain of vouchers around a token, outermost first.
func ChainAt(d *document.Document, token int) []gold.Voucher {
	inner, size := -1, 1<<30
	for i := range d.Attributions {
		if n := extent(d.Attributions[i].Content); n < size && holds(d.Attributions[i].Content, token) {
			inner, size = i, n
		}
	}
	var chain []gold.Voucher
	for n := 0; inner >= 0 && n <= len(d.Attributions); inner, n = d.Attributions[inner].Parent, n+1 {
		a := &d.Attributions[inner]
		if a.Vouches && a.Name != "" && (len(chain) == 0 || chain[0].Name != a.Name) {
			chain = append([]gold.Voucher{{Kind: string(a.Kind), Name: a.Name}}, chain...)
		}
	}
	return chain
}

func holds(rs []document.Range, i int) bool {
	for _, r := range rs {
		if r.Has(i) {
			return true
		}
	}
	return false
}

func extent(rs []document.Range) int {
	n := 0
	for _, r := range rs {
		n += r.Len()
	}
	return n
}

// most is the chain of most words; the first of equals.
func most(chains [][]gold.Voucher) []gold.Voucher {
	var best []gold.Voucher
	count, top := map[string]int{}, 0
	for _, c := range chains {
		k := show(c)
		count[k]++
		if count[k] > top {
			best, top = c, count[k]
		}
	}
	return best
}

func same(a, b []gold.Voucher) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !sameLink(a[i], b[i]) {
			return false
		}
	}
	return true
}

func sameLink(a, b gold.Voucher) bool { return a.Kind == b.Kind && gold.SameName(a.Name, b.Name) }

func show(chain []gold.Voucher) string {
	var links []string
	for _, v := range chain {
		links = append(links, fmt.Sprintf("%s %s", v.Kind, v.Name))
	}
	return strings.Join(links, " > ")
}
