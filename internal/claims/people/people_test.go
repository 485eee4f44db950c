package people_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"sayso"
	"sayso/internal/annotate/texttest"
	"sayso/internal/document"
	"sayso/internal/pipeline"
)

var chain = sync.OnceValues(func() (*pipeline.Pipeline, error) {
	return pipeline.Standard(pipeline.Options{Until: document.LayerPeople})
})

// TestTexts: who is named, private or public, why and how they are described.
// The file written-first.txt was labelled by hand before there was a stage.
func TestTexts(t *testing.T) {
	p, err := chain()
	if err != nil {
		t.Fatal(err)
	}
	texttest.Run(t, func(t *testing.T, a *sayso.Article) string {
		d, err := p.Run(context.Background(), a, document.LayerPeople)
		if err != nil {
			t.Fatal(err)
		}
		return show(d.People, strings.HasSuffix(t.Name(), "written-first"))
	})
}

func show(people []sayso.Person, short bool) string {
	var lines []string
	for _, p := range people {
		l := map[bool]string{true: "private ", false: "public "}[p.Private] + p.Name
		if !short {
			l += fmt.Sprintf(" (%s): %s", p.Reason, p.Description)
		}
		lines = append(lines, l+"\n")
	}
	if short {
		slices.Sort(lines)
	}
	return strings.Join(lines, "")
}
