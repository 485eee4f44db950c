package actor

import (
	"context"

	"sayso/internal/document"
	"sayso/internal/lexicon"
)

// New returns the stage that provides the actors layer by the tables of lex.
func New(lex *lexicon.Lexicon) document.Stage {
	return document.Stage{
		Name:    "actor",
		Version: "6",
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences, document.LayerTags,
			document.LayerTrees, document.LayerNames, document.LayerCoref},
		Provides: []document.Layer{document.LayerActors},
		Run: func(ctx context.Context, d *document.Document) error {
			f := newFinder(lex, d)
			for _, step := range []func(){f.countries, f.vessels, f.table, f.coalitions, f.bodies, f.names, f.generics, f.states, f.ages} {
				if err := ctx.Err(); err != nil {
					return err
				}
				step()
			}
			f.fullest()
			f.share()
			f.pronouns()
			d.Actors = f.sorted()
			return nil
		},
	}
}
