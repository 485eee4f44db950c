package names

import (
	"context"
	"os"
	"testing"

	"sayso/internal/eval"
)

func TestPrint(t *testing.T) {
	for _, dir := range []string{"uner-english-ewt", "re3d"} {
		if dir == "re3d" && testing.Short() {
			continue
		}
		r, err := New().Run(context.Background(), eval.Options{Data: "../../../../shared/data/" + dir})
		if err != nil {
			t.Fatal(err)
		}
		r.WriteText(os.Stdout)
	}
}
