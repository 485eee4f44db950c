package joined

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strings"

	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/gold"
	"sayso/internal/eval/gold/learn"
)

// Lists are the files that say which articles the project coded, and which of
// their incidents are of one happening.
type Lists struct{ Coded, Keys string }

// Standard is what the decision is learned from, from the project's root.
var Standard = Lists{learn.Standard.Coded, "train/link/keys.tsv"}

// unclear is the happening of an incident of which nobody can say whether it is
// that of another; no pair with it is learned from.
const unclear = "?"

// Own runs the chain on the articles that the project coded, from the corpora in
// data. An incident has a key where it aligns with one that was coded; its own
// where the list of keys names none.
func Own(ctx context.Context, chain eval.Chain, data string, lists Lists) (*Corpus, error) {
	keys, err := readKeys(lists.Keys)
	if err != nil {
		return nil, err
	}
	coded, err := learn.Coded(lists.Coded, data)
	if err != nil {
		return nil, err
	}
	terms, err := words()
	if err != nil {
		return nil, err
	}
	c := &Corpus{Keys: map[string]string{}}
	for i := range coded {
		a := &coded[i].Article
		for k := range coded[i].Gold {
			g := &coded[i].Gold[k]
			if g.Key = a.ID + "/" + g.ID; keys[g.Key] != "" {
				g.Key = keys[g.Key]
			}
		}
		d, err := chain.Run(ctx, a, document.LayerIncidents)
		if err != nil {
			return nil, err
		}
		if coded[i].Pred, err = gold.FromIncidents(d.Incidents); err != nil {
			return nil, err
		}
		for _, p := range gold.Align(&coded[i]) {
			if key := coded[i].Gold[p.Gold].Key; key != unclear {
				c.Keys[d.Incidents[p.Pred].ID] = key
			}
		}
		c.Records = append(c.Records, record(a, terms, d))
	}
	return c, nil
}

// readKeys reads a table of article, incident and happening, by "article/incident".
func readKeys(path string) (map[string]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := map[string]string{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		p := strings.Split(lines.Text(), "\t")
		if len(p) != 3 {
			return nil, fmt.Errorf("%s:%d: not three columns", path, n)
		}
		if n > 1 { // below the heads
			out[p[0]+"/"+p[1]] = p[2]
		}
	}
	return out, lines.Err()
}
