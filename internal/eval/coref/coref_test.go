package coref

import (
	"context"
	"os"
	"testing"

	"sayso/internal/eval"
)

func TestPrint(t *testing.T) {
	for _, set := range []string{"news", "bio", "voyage"} {
		r, err := New().Run(context.Background(), eval.Options{Data: "../../../../shared/data/gum", Set: set})
		if err != nil {
			t.Fatal(err)
		}
		r.WriteText(os.Stdout)
	}
}
