package event

import (
	"context"
	"fmt"
	"io/fs"

	"sayso"
	"sayso/data"
	"sayso/internal/claims/event/where"
	"sayso/internal/document"
	"sayso/internal/lexicon"
	"sayso/internal/model/signs"
)

// New makes the stage from the embedded tables and model and the tables of the
// lexicon: the trigger words that a user gives to a type count under any
// condition. It fails where a table or the model cannot be read. A nil lexicon
// adds nothing.
func New(lex *lexicon.Lexicon) (document.Stage, error) {
	l, err := newTables(lex)
	if err != nil {
		return document.Stage{}, err
	}
	set, err := signs.Load(data.FS, Task)
	if err == nil {
		l.reports, err = set.Model(Reports)
	}
	if err != nil {
		return document.Stage{}, fmt.Errorf("event: %w", err)
	}
	return document.Stage{
		Name: "event", Version: "10",
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences, document.LayerTags, document.LayerTrees,
			document.LayerNames, document.LayerCoref, document.LayerTimes, document.LayerQuantities,
			document.LayerToponyms, document.LayerActors, document.LayerRelevance},
		Provides: []document.Layer{document.LayerEvents},
		Run: func(_ context.Context, d *document.Document) error {
			if !d.Relevance.Relevant {
				d.Events = nil
				return nil
			}
			if len(d.Tags) != len(d.Tokens) || len(d.Arcs) != len(d.Tokens) {
				return fmt.Errorf("%d tokens, %d tags, %d arcs", len(d.Tokens), len(d.Tags), len(d.Arcs))
			}
			d.Events = l.events(d)
			return nil
		},
	}, nil
}

func newTables(lex *lexicon.Lexicon) (*tables, error) {
	files, err := fs.Sub(data.FS, "lexicon")
	if err != nil {
		return nil, err
	}
	l, err := readLexicon(files)
	if err != nil {
		return nil, fmt.Errorf("event: %w", err)
	}
	l.addTypes(lex)
	if l.where, err = where.New(); err != nil {
		return nil, fmt.Errorf("event: %w", err)
	}
	return l, nil
}

// addTypes lets the trigger words of a user's types come before all others.
func (l *tables) addTypes(lex *lexicon.Lexicon) {
	if lex == nil {
		return
	}
	for _, t := range lex.Types {
		for _, w := range t.Triggers {
			for _, pos := range []byte("VN") {
				k := key{w, pos}
				l.senses[k] = append([]sense{{lemma: w, kind: t.ID, text: "types.tsv"}}, l.senses[k]...)
			}
		}
	}
}

// events reads the events of a document whose layers are all there.
func (l *tables) events(d *document.Document) []document.Event {
	v := newView(d, l)
	found := v.triggers()
	out := make([]document.Event, len(found))
	for i := range found {
		out[i] = v.describe(&found[i], found)
	}
	v.weigh(out, found)
	v.tellApart(out)
	v.link(out, found)
	dense := v.density(len(found))
	for i := range out {
		out[i].Odds = l.reports.Score(v.signsOf(out[i].Trigger, out[i].Type, dense))
	}
	return out
}

// weigh lowers the score of mentions that are ordinary crime unless the article
// speaks of armed groups, forces, unrest or war besides: an arrest or a killing
// alone is nothing that concerns us.
func (v *view) weigh(events []document.Event, found []trigger) {
	b := v.lex.bit("context")
	own := map[int]bool{}
	for i := range found {
		own[found[i].token] = true
	}
	signs := 0
	for i := range v.classes {
		if v.classes[i].has(b) && !own[i] {
			signs++
		}
	}
	for i := range events {
		switch events[i].Type {
		case "arrest", "release", "attack", "abduction", "property-attack", "threat", "sexual-violence", "crackdown":
			if signs < leastSigns {
				events[i].Score *= 0.5
				events[i].Why.Children = append(events[i].Why.Children,
					sayso.Because(fmt.Sprint(signs), "few other words of armed groups, forces, unrest or war in the article: halved"))
			}
		}
	}
}

// leastSigns is how many words of conflict make an article one about conflict.
const leastSigns = 2
