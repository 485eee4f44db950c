// Package pipeline orders stages, checks that each finds what it requires and
// that no two write the same layer, and runs a document through them.
package pipeline

import (
	"context"
	"fmt"
	"slices"

	"sayso"
	"sayso/internal/document"
)

// Pipeline is a checked list of stages. It is safe for concurrent use when its
// stages are; those of [Standard] are.
type Pipeline struct {
	stages  []document.Stage
	codes   bool     // they end in incidents
	version []string // of each stage, see [Pipeline.Cursors]
}

// New checks the stages in their order: a required layer must have been
// provided before, and a layer has one provider.
func New(stages ...document.Stage) (*Pipeline, error) {
	by, made := map[document.Layer]string{}, map[document.Layer]string{}
	var versions []string
	for _, s := range stages {
		parts := []string{s.Name, s.Version}
		for _, l := range s.Requires {
			if by[l] == "" {
				return nil, fmt.Errorf("stage %s requires layer %s, which no stage before it provides", s.Name, l)
			}
			parts = append(parts, string(l), made[l])
		}
		versions = append(versions, sayso.ContentID("v", parts...))
		for _, l := range s.Provides {
			if by[l] != "" {
				return nil, fmt.Errorf("layer %s is provided by stage %s and again by %s", l, by[l], s.Name)
			}
			by[l], made[l] = s.Name, versions[len(versions)-1]
		}
	}
	return &Pipeline{stages, by[document.LayerIncidents] != "", versions}, nil
}

// Stages returns the stages in the order in which they run.
func (p *Pipeline) Stages() []document.Stage { return p.stages }

// StageError says which stage failed on which article.
type StageError struct {
	Stage, Article string
	Err            error
}

// Error names article, stage and reason in one line.
func (e *StageError) Error() string { return fmt.Sprintf("%s: %s: %v", e.Article, e.Stage, e.Err) }

// Unwrap returns the stage's own error.
func (e *StageError) Unwrap() error { return e.Err }

// Run annotates an article through all stages, or through the first that
// provides the layer until where it is not empty. Errors are of type [*StageError].
//
// Where incidents are asked for and the article is not worth reading for claims,
// it ends with the stage that found so: there is nothing to tell, and all that
// costs time comes behind. Layers that are asked for by name are made all the same.
func (p *Pipeline) Run(ctx context.Context, a *sayso.Article, until document.Layer) (*document.Document, error) {
	d := document.New(a)
	_, err := p.run(ctx, d, nil, until)
	return d, err
}

// attempt runs a stage. A panic, which is a mistake in the stage, fails this article
// like any other error, and takes no other article with it.
func attempt(ctx context.Context, s document.Stage, d *document.Document) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("mistake in the program: %v", p)
		}
	}()
	return s.Run(ctx, d)
}

// run runs the stages that are not done and says how far it came: the cursors
// of all stages up to where it ended.
func (p *Pipeline) run(ctx context.Context, d *document.Document, done func(i int) bool, until document.Layer) (Progress, error) {
	var got Progress
	for i, s := range p.stages {
		if done != nil && done(i) {
			got.Cursors = append(got.Cursors, Cursor{s.Name, p.version[i]})
		} else {
			if err := ctx.Err(); err != nil {
				return got, &StageError{s.Name, d.Article.ID, err}
			}
			if err := attempt(ctx, s, d); err != nil {
				return got, &StageError{s.Name, d.Article.ID, err}
			}
			for _, l := range s.Provides {
				d.Provided(l)
			}
			got.Ran = append(got.Ran, s.Name)
			got.Cursors = append(got.Cursors, Cursor{s.Name, p.version[i]})
		}
		if until != "" && d.Has(until) || until == "" && p.codes && slices.Contains(s.Provides, document.LayerRelevance) && !d.Relevance.Relevant {
			break
		}
	}
	return got, nil
}
