package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sayso/internal/eval"
	"sayso/internal/eval/coref"
	"sayso/internal/eval/names"
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

const namesCard = `# ner: names of English

Lists of names, three linear taggers (names; names where case says nothing; weapons, platforms, times, quantities and
nationalities) and a network of names, all in integers; see ` + "`internal/annotate/ner`" + `.

## Data and licences

- Universal NER, English EWT, train side: CC BY-SA 4.0 (Mayhew et al. 2024; Silveira et al. 2014).
- re3d, the articles outside ` + "`dev/BBC Online`" + `: Open Government Licence 3.0, public domain, CC BY-SA 3.0, CC BY 3.0 AU, and the
  EU Delegation's notice (Dstl 2017); the linear taggers alone.
- WNUT 2017: CC BY 4.0 (Derczynski et al. 2017); the tagger for text without case, and the network.
- GUM, train side, the genres academic, bio, court, interview, news and voyage: annotations CC BY 4.0, texts CC BY or
  CC BY-SA (Zeldes 2017); the network alone.
- Lists: GeoNames (CC BY 4.0), Natural Earth (public domain), the PETRARCH dictionaries (MIT), given names and surnames of
  the 1990 census of the United States (public domain; by way of the Python package names 0.3.0, MIT), and weapons and
  platforms written by hand (` + "`train/annotate/weapons.txt`" + `). They are kept as hashes.
- ` + "`data/models/wordclass`, `data/models/wordvec` and `data/models/tag`" + `: see their cards.

No text of the corpora is in the model, and no weight for a word or a sequence of words that was seen in fewer than three
of their documents. The weights may be used under CC BY-SA 4.0.

Made by ` + "`go run ./train/annotate`" + `; the seeds are fixed.

## Limits

Written English of the web and of news. A title is no part of a person's name. A place that stands for its government is
a place. Weapons and platforms are learned from few examples.
`

const corefCard = `# coref: what common nouns of English stand for

Lemmas of common nouns with what they mostly stand for (person, organisation, place); see ` + "`internal/annotate/coref`" + `.

## Data and licences

- The entities of GUM, train and dev sides, the genres academic, bio, court, interview and voyage (annotations CC BY 4.0, texts
  CC BY or CC BY-SA): a noun in at least three documents, at least 60 % of one kind. The news, on which coreference is
  measured, is left out.
- ` + "`train/annotate/nouns.txt`" + `: general nouns of conflict news, written by hand.

The list may be used under CC BY-SA 4.0. Made by ` + "`go run ./train/annotate`" + `.

## Limits

One kind a noun.
`

// set is a corpus, or a part of one, that a card gives scores on.
type set struct{ folder, part string }

// card is a model's card, the task that scores it, and on what.
type card struct {
	model, text string
	task        eval.Task
	sets        []set
}

// cards writes the cards of the models with the figures of the development
// sides, scored with the models that this program carries: it has to be run
// again once new models are built in.
func cards(data, out, date string) error {
	trees3 := []set{{"ud-english-ewt", ""}, {"gum", ""}, {"gum", "news"}}
	for _, c := range []card{
		{"sentence", sentenceCard, sentences.New(), trees3},
		{"tag", tagCard, trees.New(), trees3},
		{"depparse", parseCard, trees.New(), trees3},
		{"ner", namesCard, names.New(), []set{{"uner-english-ewt", ""}, {"re3d", ""}}},
		{"coref", corefCard, coref.New(), []set{{"gum", "news"}}},
	} {
		if err := c.write(filepath.Join(out, c.model, "en-"+date), data); err != nil {
			return fmt.Errorf("card of %s: %w", c.model, err)
		}
	}
	return nil
}

func (c card) write(dir, data string) error {
	var b strings.Builder
	b.WriteString(c.text + "\n## Scores\n\n`sayso eval " + c.task.Name + "`, development sides.\n\n")
	for _, s := range c.sets {
		r, err := c.task.Run(context.Background(), eval.Options{Data: filepath.Join(data, s.folder), Set: s.part})
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
