package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sayso/internal/eval"
	"sayso/internal/eval/sentences"
	"sayso/internal/eval/trees"
)

// sources says what both models are made from, for their cards.
const sources = `
## Data and licences

- UD English EWT, train side: CC BY-SA 4.0 (Silveira et al. 2014).
- GUM, train side, the genres academic, bio, court, interview, news and voyage: annotations CC BY 4.0, texts CC BY or
  CC BY-SA (Zeldes 2017).
- ` + "`data/models/wordclass`" + ` and ` + "`data/models/wordvec`" + `: see their cards.

No text of the treebanks is in the model, and no weight for a word or a sequence of words that was seen in fewer than
three of their documents. The weights may be used under CC BY-SA 4.0.

Made by ` + "`go run ./train/annotate`" + `; the seeds are fixed.
`

const sentenceCard = `# sentence: where sentences of English end

An averaged perceptron over hashed features of the gaps between tokens, in integers; see
` + "`internal/annotate/sentence`" + `.
` + sources + `
## Limits

Written English of the web and of news.
`

const tagCard = `# tag: parts of speech and lemmas of English

An averaged perceptron over hashed features, in integers, with a table of lemmas; see ` + "`internal/annotate/tag`" + `.
` + sources + `
## Limits

Written English of the web and of news. Lemmas of proper nouns are the words as written.
`

const parseCard = `# depparse: dependency trees of English

A convolutional network over words, their suffixes, tags and vectors, with biaffine scores of arcs, in integers; see
` + "`internal/annotate/depparse`" + `.
` + sources + `
## Limits

Written English of the web and of news. Sentences of more than 160 words are read in pieces.
`

// card is a model's card and the task that scores it.
type card struct {
	model, text string
	task        eval.Task
}

// writeCard writes the card of a model with the figures of the development
// sides, scored with the models that this program carries; it has to be run
// again once the new models are built in.
func writeCard(dir, data string, c card) error {
	var b strings.Builder
	b.WriteString(c.text + "\n## Scores\n\nDevelopment sides; all but tokens predicted, and those too in the figures that end in -raw.\n\n")
	for _, set := range [][2]string{{"ud-english-ewt", ""}, {"gum", ""}, {"gum", "news"}} {
		o := eval.Options{Data: filepath.Join(data, set[0]), Set: set[1]}
		r, err := c.task.Run(context.Background(), o)
		if err != nil {
			return err
		}
		b.WriteString("```\n")
		if err := r.WriteText(&b); err != nil {
			return err
		}
		b.WriteString("```\n")
	}
	return os.WriteFile(filepath.Join(dir, "README.md"), []byte(b.String()), 0o644)
}

// cards writes the cards of the models in the folder out.
func cards(data, out, date string) error {
	for _, c := range []card{{"sentence", sentenceCard, sentences.New()}, {"tag", tagCard, trees.New()}, {"depparse", parseCard, trees.New()}} {
		if err := writeCard(filepath.Join(out, c.model, "en-"+date), data, c); err != nil {
			return fmt.Errorf("card of %s: %w", c.model, err)
		}
	}
	return nil
}
