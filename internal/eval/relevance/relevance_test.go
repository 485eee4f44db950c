package relevance

import (
	"testing"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/reporttest"
	"sayso/internal/pipeline"
)

func TestSample(t *testing.T) {
	dir := reporttest.Shared(t, ".")
	chain, err := pipeline.Standard(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	reporttest.Check(t, Task, eval.Options{Data: dir, Split: "dev", Sample: 8, Chain: chain}, "relevance-shared.sample")
}

// A word of two documents has no leaning, one of three has.
func TestLearnLeavesOutRareWords(t *testing.T) {
	doc := func(words ...string) *document.Document {
		text := ""
		var tokens []document.Token
		for _, w := range words {
			tokens = append(tokens, document.Token{Start: int32(len(text)), End: int32(len(text) + len(w))})
			text += w + " "
		}
		d := document.New(&sayso.Article{Text: text})
		d.Tokens = tokens
		return d
	}
	got := Learn([]Example{{doc("bomb", "rare"), true}, {doc("bomb", "rare"), true}, {doc("bomb"), true}, {doc("talk"), false}, {doc("talk"), false}, {doc("Talk"), false}})
	if got["rare"] != 0 || got["bomb"] <= 0 || got["talk"] >= 0 {
		t.Errorf("%v", got)
	}
}
