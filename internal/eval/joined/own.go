package joined

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strings"

	"sayso/internal/eval"
	"sayso/internal/eval/gold/learn"
)

// Lists are the files that say which articles the project coded, and which of
// their incidents are of one happening.
type Lists struct{ Coded, Keys string }

// Standard is what the decision is learned from, from the project's root.
var Standard = Lists{learn.Standard.Coded, "train/link/keys.tsv"}

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
	for i := range coded {
		for k := range coded[i].Gold {
			g := &coded[i].Gold[k]
			if g.Key = coded[i].Article.ID + "/" + g.ID; keys[g.Key] != "" {
				g.Key = keys[g.Key]
			}
		}
	}
	return aligned(ctx, chain, coded)
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
