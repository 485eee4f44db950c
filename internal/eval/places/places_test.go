package places

import (
	"context"
	"fmt"
	"os"
	"testing"

	"sayso/internal/eval"
)

func TestRead(t *testing.T) {
	data := "../../../../shared/data/geoparsing"
	if _, err := os.Stat(data); err != nil {
		t.Skip("no corpora beside the repository")
	}
	set := os.Getenv("PSET")
	if set == "" {
		set = "LGL"
	}
	rep, err := Task.Run(context.Background(), eval.Options{Data: data, Set: set})
	if err != nil {
		t.Fatal(err)
	}
	rep.WriteText(os.Stdout)
	f, _ := os.Create("/tmp/misses-" + set)
	for _, m := range lastMisses {
		fmt.Fprintf(f, "%s\t%s\t%s\t%s\t%s\n", m.Why, m.Words, m.Gold, m.Got, m.Article)
	}
	f.Close()
}
