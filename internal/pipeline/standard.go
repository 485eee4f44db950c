package pipeline

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"sync"

	"sayso/data"
	"sayso/internal/annotate/coref"
	"sayso/internal/annotate/depparse"
	"sayso/internal/annotate/ner"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/claims/assemble"
	"sayso/internal/claims/attribution"
	"sayso/internal/claims/event"
	"sayso/internal/claims/factuality"
	"sayso/internal/claims/opinion"
	"sayso/internal/claims/people"
	"sayso/internal/claims/relevance"
	"sayso/internal/document"
	"sayso/internal/gazetteer"
	"sayso/internal/ground/actor"
	"sayso/internal/ground/quantity"
	"sayso/internal/ground/temporal"
	"sayso/internal/ground/toponym"
	"sayso/internal/lexicon"
)

// Options say where the chain takes its tables from.
type Options struct {
	LexiconDir string         // folder with the user's additions to the tables, part of the versions of stages that read it; "" for none
	Until      document.Layer // the last layer that is needed; "" is the whole chain
}

// Standard builds the whole chain on the embedded models, gazetteer and
// lexicons. It fails when one of them does not load.
func Standard(o Options) (*Pipeline, error) {
	tables, err := lexicon.DigestOf(o.LexiconDir)
	if err != nil {
		return nil, err
	}
	reads := func(m maker) maker { return at(tables, m) }
	words := sync.OnceValues(func() (*lexicon.Lexicon, error) { return loadLexicon(o.LexiconDir) })
	places := sync.OnceValues(func() (*gazetteer.Gazetteer, error) { return gazetteer.LoadWith(own(o.LexiconDir)...) })
	return build(o.Until,
		plain(tokenize.New),
		plain(sentence.New),
		reads(on(words, relevance.New)),
		tag.New,
		depparse.New,
		ner.New,
		plain(coref.New),
		reads(func() (document.Stage, error) { return temporal.NewWith(own(o.LexiconDir)...) }),
		reads(func() (document.Stage, error) { return quantity.New(own(o.LexiconDir)...) }),
		reads(on(places, toponym.New)),
		reads(on(words, func(l *lexicon.Lexicon) (document.Stage, error) { return actor.New(l), nil })),
		reads(func() (document.Stage, error) { return people.New(own(o.LexiconDir)...) }),
		reads(on(words, event.New)),
		attribution.New,
		reads(func() (document.Stage, error) { return factuality.New(own(o.LexiconDir)...) }),
		reads(func() (document.Stage, error) { return opinion.New(own(o.LexiconDir)...) }),
		reads(on(words, func(l *lexicon.Lexicon) (document.Stage, error) { return assemble.New(l, data.FS) })),
	)
}

// own is the user's folder as the file systems that a stage reads tables from.
func own(dir string) []fs.FS {
	if dir == "" {
		return nil
	}
	return []fs.FS{os.DirFS(dir)}
}

func loadLexicon(dir string) (*lexicon.Lexicon, error) {
	if dir == "" {
		return lexicon.Load()
	}
	return lexicon.LoadWith(dir)
}

// maker loads what a stage needs and makes the stage.
type maker = func() (document.Stage, error)

func plain(f func() document.Stage) maker {
	return func() (document.Stage, error) { return f(), nil }
}

// at makes a stage whose version names the user's tables, where there are any.
func at(tables string, m maker) maker {
	return func() (document.Stage, error) {
		s, err := m()
		if tables != "" {
			s.Version += " with " + tables
		}
		return s, err
	}
}

// on makes a stage on a table that others may share.
func on[T any](table func() (T, error), f func(T) (document.Stage, error)) maker {
	return func() (document.Stage, error) {
		t, err := table()
		if err != nil {
			return document.Stage{}, err
		}
		return f(t)
	}
}

// build makes the stages, in their order, up to the one that provides until.
// Without until their models are read at the same time, one processor each.
func build(until document.Layer, makers ...maker) (*Pipeline, error) {
	if until == "" {
		return together(makers)
	}
	var stages []document.Stage
	for i, m := range makers {
		s, err := m()
		if err != nil {
			return nil, notMade(i, err)
		}
		stages = append(stages, s)
		if slices.Contains(s.Provides, until) {
			break
		}
	}
	return New(stages...)
}

func together(makers []maker) (*Pipeline, error) {
	stages, errs := make([]document.Stage, len(makers)), make([]error, len(makers))
	var wg sync.WaitGroup
	for i, m := range makers {
		wg.Go(func() { stages[i], errs[i] = m() })
	}
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			return nil, notMade(i, err)
		}
	}
	return New(stages...)
}

func notMade(i int, err error) error {
	return fmt.Errorf("stage %d of the standard pipeline: %w", i+1, err)
}
