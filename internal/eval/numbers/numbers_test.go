package numbers

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"sayso/internal/document"
	"sayso/internal/eval"
)

const shared = "../../../../shared"

var printErrors = flag.Bool("errors", false, "print what is not found on more and joined")

func need(t *testing.T, path string) {
	if _, err := os.Stat(filepath.Join(shared, path)); err != nil {
		t.Skip("skipped: no ../shared/" + path)
	}
}

func TestGold(t *testing.T) {
	need(t, "gold")
	for _, set := range []string{"more", "joined"} {
		r, err := Task.Run(context.Background(), eval.Options{Data: filepath.Join(shared, "gold"), Set: set})
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %+v", set, r.Figures)
	}
}

// TestErrors prints counts that are not found, for people.
func TestErrors(t *testing.T) {
	if !*printErrors {
		t.Skip("skipped: run with -args -errors to read errors")
	}
	chain, err := Chain()
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range []string{"more", "joined"} {
		docs, err := ReadGold(filepath.Join(shared, "gold", set))
		if err != nil {
			t.Fatal(err)
		}
		for i := range docs {
			d, err := chain.Run(context.Background(), &docs[i].Article, document.LayerQuantities)
			if err != nil {
				t.Fatal(err)
			}
			for k := range docs[i].Counts {
				c := &docs[i].Counts[k]
				a := Compare(d, c)
				if a.Both {
					continue
				}
				fmt.Printf("%s %v %s %s-%s %q:", docs[i].Article.ID, a.Value, c.What, show(c.Min), show(c.Max), c.Words)
				for _, q := range a.Found {
					fmt.Printf(" [%s %s-%s %q]", q.Count.What, show(q.Count.Min), show(q.Count.Max), q.Count.Words)
				}
				fmt.Println()
			}
		}
	}
}

func show(n *int) string {
	if n == nil {
		return "?"
	}
	return fmt.Sprint(*n)
}
