package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/incidents"
	"sayso/internal/ingest"
	"sayso/internal/pipeline"
	"sayso/internal/publish/export"
)

// run is what coding found.
type run struct {
	export.Coded
	items int // articles and failures
}

// outcome is one item after the pipeline.
type outcome struct {
	item ingest.Item
	doc  *document.Document
	err  error
}

// documents reads the articles that names stand for and runs each through the
// stages up to until, several at a time, in the order of the names.
func documents(ctx context.Context, s streams, f *codeFlags, names []string, until document.Layer, take func(outcome)) error {
	chain, err := standard(f.lexicon)
	if err != nil {
		return err
	}
	in, err := f.input(s)
	if err != nil {
		return err
	}
	workers := f.workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	show := newProgress(s.err)
	defer show.end()
	read := func(i ingest.Item) outcome {
		if i.Article == nil {
			return outcome{item: i}
		}
		doc, err := chain.Run(ctx, i.Article, until)
		return outcome{i, doc, err}
	}
	for o := range pipeline.Ordered(ingest.Articles(ctx, names, in), workers, read) {
		if ctx.Err() != nil {
			return fail(exitInterrupted, nil)
		}
		show.step()
		for _, n := range o.item.Notes {
			show.line("note: " + o.item.Source + ": " + n)
		}
		if f := o.failure(); f != nil {
			show.line(failureLine(f))
		}
		take(o)
	}
	return nil
}

// failure is why the item was not coded, or nil.
func (o *outcome) failure() *sayso.Failure {
	switch {
	case o.item.Failure != nil:
		return o.item.Failure
	case o.err != nil:
		f := &sayso.Failure{Stage: "pipeline", Kind: "stage-failed", Item: o.item.Source, Reason: o.err.Error()}
		var e *pipeline.StageError
		if errors.As(o.err, &e) {
			f.Stage, f.Reason = e.Stage, e.Err.Error()
		}
		return f
	case o.doc.Has(document.LayerSentences) && len(o.doc.Sentences) == 0:
		return &sayso.Failure{Stage: "sentence", Kind: ingest.KindNoSentence, Item: o.item.Source, Reason: "holds no sentence"}
	}
	return nil
}

func failureLine(f *sayso.Failure) string {
	return fmt.Sprintf("%s: %s (%s, %s)", f.Item, f.Reason, f.Stage, f.Kind)
}

// code reads and codes what names stand for and joins incidents across
// articles.
func code(ctx context.Context, s streams, f *codeFlags, names []string) (run, error) {
	r := run{Coded: export.Coded{Version: version()}}
	err := documents(ctx, s, f, names, "", func(o outcome) {
		r.items++
		fault := o.failure()
		if o.item.Article == nil {
			r.Failures = append(r.Failures, *fault)
			return
		}
		r.Records = append(r.Records, recordOf(o, fault))
	})
	if err != nil {
		return r, err
	}
	r.Incidents = incidents.Join(r.Records)
	for i := range r.Incidents {
		export.Tidy(&r.Incidents[i], f.explain)
	}
	for i := range r.Records {
		for k := range r.Records[i].Incidents {
			export.Tidy(&r.Records[i].Incidents[k], f.explain)
		}
	}
	return r, nil
}

func recordOf(o outcome, fault *sayso.Failure) sayso.ArticleRecord {
	a := o.item.Article
	rec := sayso.ArticleRecord{Article: a.ID, Title: a.Title, URL: a.URL, Outlet: a.Outlet, Published: a.Published,
		Digest: a.Digest, Incidents: []sayso.Incident{}, Failure: fault}
	if fault == nil {
		rec.Incidents = append(rec.Incidents, o.doc.Incidents...)
	}
	return rec
}

// told are the incidents to write: across articles, or article by article.
func (r *run) told(f *codeFlags) []sayso.Incident {
	if !f.perArticle {
		return r.Incidents
	}
	var all []sayso.Incident
	for i := range r.Records {
		all = append(all, r.Records[i].Incidents...)
	}
	return all
}

// exit is the code for how much of the input was coded.
func (r *run) exit() error {
	failed := len(r.Failures)
	for i := range r.Records {
		if r.Records[i].Failure != nil {
			failed++
		}
	}
	switch {
	case failed == 0:
		return nil
	case failed == r.items:
		return &exitError{code: exitNone}
	}
	return &exitError{code: exitSome}
}
