package unrelated

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/pipeline"
)

// crying finds an incident in every article that holds the word wolf.
func crying(t *testing.T) *pipeline.Pipeline {
	p, err := pipeline.New(document.Stage{Name: "wolf", Version: "1", Provides: []document.Layer{document.LayerIncidents},
		Run: func(_ context.Context, d *document.Document) error {
			if strings.Contains(d.Text, "wolf") {
				d.Incidents = []sayso.Incident{{Type: "attack", Mention: "wolf"}}
			}
			return nil
		}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func corpus(t *testing.T, list string) eval.Options {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "data"), 0o755); err != nil {
		t.Fatal(err)
	}
	rows := "url,date,title,text\nu1,2019-01-01,One,a wolf\nu2,2019-01-02,Two,a sheep\nu3,2019-01-03,Three,a wolf\n"
	for name, text := range map[string]string{"data/a.csv": rows, "list.txt": list} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return eval.Options{Data: dir, Set: filepath.Join(dir, "list.txt"), Chain: crying(t)}
}

func TestCountsFalseAlarms(t *testing.T) {
	r, err := run(context.Background(), corpus(t, "# two of them\nu1\nu2\n"))
	if err != nil {
		t.Fatal(err)
	}
	if n, _ := r.Get("incidents"); n != 1 {
		t.Errorf("incidents = %v, want 1: u3 is not on the list", n)
	}
	if len(r.Notes) != 1 || !strings.Contains(r.Notes[0], "One") {
		t.Errorf("notes %q", r.Notes)
	}
}

func TestMissingAddressIsAnError(t *testing.T) {
	if _, err := run(context.Background(), corpus(t, "u1\nu9\n")); err == nil || !strings.Contains(err.Error(), "1 of 2 addresses") {
		t.Errorf("%v", err)
	}
}
