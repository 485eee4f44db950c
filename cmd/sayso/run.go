package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/incidents"
	"sayso/internal/ingest"
	"sayso/internal/ingest/dedup"
	"sayso/internal/pipeline"
	"sayso/internal/publish/export"
)

// work is what a command does with articles: which, through which stages,
// where to.
type work struct {
	streams
	flags *codeFlags
	chain *pipeline.Pipeline
	join  *incidents.Joiner
	items func(context.Context) iter.Seq[ingest.Item]
	keeps bool // what the stages made is kept, for their next versions
}

// work makes ready to read what names stand for.
func (f *codeFlags) work(s streams, names []string) (*work, error) {
	if len(names) == 0 {
		return nil, fail(exitUsage, errors.New("name a file, a folder, an address or - for standard input"))
	}
	in, err := f.input(s)
	if err != nil {
		return nil, err
	}
	chain, err := standard(f.lexicon)
	if err != nil {
		return nil, err
	}
	join, _, err := joiner(f.lexicon)
	if err != nil {
		return nil, err
	}
	return &work{streams: s, flags: f, chain: chain, join: join, items: itemsOf(names, in)}, nil
}

func itemsOf(names []string, o ingest.Options) func(context.Context) iter.Seq[ingest.Item] {
	return func(ctx context.Context) iter.Seq[ingest.Item] { return ingest.Articles(ctx, names, o) }
}

// run is what coding found.
type run struct {
	export.Coded
	items, failed int
}

func (r *run) count(o *outcome) {
	f := o.failure()
	if f != nil && ingest.Skipped(f.Kind) {
		return
	}
	r.items++
	if f != nil {
		r.failed++
	}
}

// exit is the code for how much of the input was coded.
func (r *run) exit() error {
	switch {
	case r.failed == 0:
		return nil
	case r.failed == r.items:
		return &exitError{code: exitNone}
	}
	return &exitError{code: exitSome}
}

// outcome is one item after the pipeline.
type outcome struct {
	item ingest.Item
	doc  *document.Document
	came pipeline.Progress // how far, where it is kept
	err  error
}

// documents runs each article through the stages up to until, several at a
// time, and hands the outcomes to take in the order of the articles. Failures
// and notes are printed as they come.
func (w *work) documents(ctx context.Context, until document.Layer, take func(outcome) error) error {
	show := newProgress(w.err)
	defer show.end()
	read := func(i ingest.Item) outcome {
		if i.Failure != nil {
			return outcome{item: i}
		}
		if w.keeps {
			return resume(ctx, w.chain, i, pipeline.Progress{})
		}
		doc, err := w.chain.Run(ctx, i.Article, until)
		return outcome{item: i, doc: doc, err: err}
	}
	for o := range pipeline.Ordered(w.items(ctx), w.flags.parallel(), read) {
		if ctx.Err() != nil {
			return fail(exitInterrupted, ctx.Err())
		}
		show.step()
		for _, n := range o.item.Notes {
			show.line("note: " + o.item.Source + ": " + n)
		}
		if f := o.failure(); f != nil && !ingest.Skipped(f.Kind) {
			show.line(failureLine(f))
		}
		if err := take(o); err != nil {
			return err
		}
	}
	return nil
}

// resume codes an article from how far it came before.
func resume(ctx context.Context, chain *pipeline.Pipeline, i ingest.Item, before pipeline.Progress) outcome {
	doc, came, err := chain.Resume(ctx, i.Article, before)
	return outcome{i, doc, came, err}
}

func (f *codeFlags) parallel() int {
	if f.workers > 0 {
		return f.workers
	}
	return runtime.GOMAXPROCS(0)
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

// code codes the articles and joins their incidents.
func (w *work) code(ctx context.Context) (*run, error) {
	r := &run{Coded: export.Coded{Version: version()}}
	var articles []sayso.Article
	err := w.documents(ctx, "", func(o outcome) error {
		r.count(&o)
		fault := o.failure()
		switch {
		case o.item.Article == nil && ingest.Skipped(fault.Kind):
		case o.item.Article == nil:
			r.Failures = append(r.Failures, *fault)
		default:
			r.Records = append(r.Records, recordOf(&o, fault, w.join))
			articles = append(articles, *o.item.Article)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	r.Incidents = w.join.JoinGiven(r.Records, incidents.Given{Copies: dedup.Find(articles)})
	for i := range r.Incidents {
		export.Tidy(&r.Incidents[i], w.flags.explain)
	}
	for i := range r.Records {
		r.Records[i].Terms = nil
		for k := range r.Records[i].Incidents {
			export.Tidy(&r.Records[i].Incidents[k], w.flags.explain)
		}
	}
	return r, nil
}

func (w *work) codeAndWrite(ctx context.Context, write writer) error {
	r, err := w.code(ctx)
	if err != nil {
		return err
	}
	if err := write(w.out, r, w.flags); err != nil {
		return fail(exitFailure, fmt.Errorf("the output cannot be written: %w", err))
	}
	return r.exit()
}

// writer writes a run in one format.
type writer func(io.Writer, *run, *codeFlags) error

func recordOf(o *outcome, fault *sayso.Failure, join *incidents.Joiner) sayso.ArticleRecord {
	a := o.item.Article
	rec := sayso.ArticleRecord{Article: a.ID, Title: a.Title, URL: a.URL, Outlet: a.Outlet, Published: a.Published,
		Digest: a.Digest, Incidents: []sayso.Incident{}, Failure: fault}
	if fault == nil {
		rec.Incidents, rec.People = append(rec.Incidents, o.doc.Incidents...), o.doc.People
		rec.Terms = join.Terms(a.Reading())
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
