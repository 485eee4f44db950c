package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sayso"
	"sayso/internal/incidents"
	"sayso/internal/ingest"
	"sayso/internal/ingest/extract"
	"sayso/internal/ingest/fetch"
	"sayso/internal/lexicon"
	"sayso/internal/pipeline"
	"sayso/internal/store"
)

func newAdd(s streams) *cobra.Command {
	var f storeFlags
	var code codeFlags
	var asJSON bool
	var q queueFlags
	c := &cobra.Command{
		Use:   "add [FILE|URL|DIR|- ...]",
		Short: "Read articles into the store, code them and join their incidents",
		Long: `Reads articles into the store, with the bytes they came as, codes them, and joins their incidents with those
that are there. Takes what 'sayso code' takes. Interrupted or killed, it goes on where it stopped when it is called
again: what is there already is not read twice. What cannot be taken is named on standard error and listed by
'sayso failures'. What is not English is kept and marked, and not coded.

Without arguments it does what is left to do: after an update of the program it extracts, codes and joins again
what the new version may see otherwise, and nothing else.

Several processes can share the work: one queues it (--queue), any number take it off (--worker). A worker that
dies loses what it holds to another after a while; nothing is done twice.`,
		Example: "  sayso add news/ articles.jsonl https://outlet.example/story\n  sayso add --store team.db",
		RunE: func(c *cobra.Command, args []string) error {
			return f.with(c.Context(), false, func(st keeper) error {
				a, err := code.adder(s, &f, st)
				if err != nil {
					return err
				}
				switch {
				case q.queue:
					return a.enqueue(c.Context(), args)
				case q.worker:
					return a.workOff(c.Context(), q.lease, asJSON)
				}
				return a.run(c.Context(), args, asJSON)
			})
		},
	}
	shared(c, &code)
	f.add(c, true)
	polite(c, &code)
	c.Flags().BoolVar(&q.queue, "queue", false, "note the files and addresses for workers, and read none")
	c.Flags().BoolVar(&q.worker, "worker", false, "take what is queued, together with other workers, until nothing is left")
	c.Flags().DurationVar(&q.lease, "lease", 2*time.Minute, "after which what a worker holds goes to another, unless it gives a sign of life")
	c.MarkFlagsMutuallyExclusive("queue", "worker")
	c.Flags().BoolVar(&asJSON, "json", false, "print the summary as JSON")
	return c
}

// adder puts articles into a store.
type adder struct {
	streams
	flags   *codeFlags
	store   store.Store
	act     func() store.Act
	in      ingest.Options
	chain   *pipeline.Pipeline
	join    *incidents.Joiner
	known   store.Known
	version map[string]string // of the steps
	job     *store.Job        // that the worker holds
	lease   time.Duration
	batch   []outcome
	flushed time.Time
	sum     summary
}

func (f *codeFlags) adder(s streams, sf *storeFlags, st store.Store) (*adder, error) {
	in, err := f.input(s)
	if err != nil {
		return nil, err
	}
	client := f.client()
	client.Now = s.now
	in.Client = &fetch.Queue{Client: client, Delay: f.delay}
	chain, err := standard(f.lexicon)
	if err != nil {
		return nil, err
	}
	join, known, err := joiner(f.lexicon)
	if err != nil {
		return nil, err
	}
	version, err := versions(chain, f.lexicon)
	if err != nil {
		return nil, fail(exitData, err)
	}
	return &adder{streams: s, flags: f, store: st, act: func() store.Act { return sf.act(s.now()) }, in: in, chain: chain, join: join, known: known, version: version, flushed: time.Now()}, nil
}

// versions are those of the steps: of the code step, what its stages are at.
func versions(chain *pipeline.Pipeline, tables string) (map[string]string, error) {
	var parts []string
	for _, c := range chain.Cursors() {
		parts = append(parts, c.Stage, c.Version)
	}
	digest, err := lexicon.DigestOf(tables)
	if err != nil {
		return nil, err
	}
	return map[string]string{
		store.StepExtract: extract.Version,
		store.StepCode:    sayso.ContentID("v", parts...),
		store.StepJoin:    sayso.ContentID("v", incidents.Version, digest),
	}, nil
}

// run takes what names stand for, does what is left to do, and prints the
// summary.
func (a *adder) run(ctx context.Context, names []string, asJSON bool) error {
	err := a.take(ctx, names)
	if err == nil {
		err = a.catchUp(ctx)
	}
	if err != nil {
		return err
	}
	if err := a.count(ctx); err != nil {
		return fail(exitStore, err)
	}
	if err := a.sum.write(a.out, asJSON); err != nil {
		return fail(exitFailure, err)
	}
	return a.sum.exit()
}

// take reads, codes and keeps, in the order of the names.
func (a *adder) take(ctx context.Context, names []string) error {
	var broken error // the store's, while something is looked up
	a.in.Known = func(digest string) (yes bool) {
		err := a.store.View(ctx, func(tx store.Reader) (err error) { yes, err = tx.HasRaw(digest); return err })
		broken = errors.Join(broken, err)
		return yes
	}
	return errors.Join(a.takeItems(ctx, itemsOf(names, a.in)), fail(exitStore, broken))
}

// takeItems reads, codes and keeps, in the order of the items.
func (a *adder) takeItems(ctx context.Context, items func(context.Context) iter.Seq[ingest.Item]) error {
	w := &work{a.streams, a.flags, a.chain, a.join, items, true}
	err := w.documents(ctx, "", func(o outcome) error {
		a.batch = append(a.batch, o)
		if len(a.batch) < batchSize && time.Since(a.flushed) < batchTime {
			return nil
		}
		return a.flush(ctx)
	})
	return errors.Join(err, a.flush(context.WithoutCancel(ctx)))
}

// A batch is kept at once: so many articles, or what came in so much time.
const (
	batchSize = 64
	batchTime = 2 * time.Second
)

// flush keeps the batch, all of it or nothing.
func (a *adder) flush(ctx context.Context) error {
	var sum summary
	err := a.store.Update(ctx, func(tx store.Writer) error {
		sum = a.sum.clone()
		if err := a.renew(tx); err != nil {
			return err
		}
		for i := range a.batch {
			if err := a.keep(tx, &a.batch[i], &sum); err != nil {
				return err
			}
		}
		return nil
	})
	if errors.Is(err, errLost) {
		return err
	}
	if err != nil {
		return fail(exitStore, err)
	}
	a.batch, a.sum, a.flushed = a.batch[:0], sum, time.Now()
	return nil
}

// keep keeps one outcome and counts it.
func (a *adder) keep(tx store.Writer, o *outcome, sum *summary) error {
	fault := o.failure()
	if o.item.Article == nil {
		if fault.Kind == ingest.KindKnown {
			sum.skip("in the store already")
			return nil
		}
		if ingest.Skipped(fault.Kind) {
			sum.skip("no page or article")
			return nil
		}
		sum.fail(fault.Kind)
		if err := a.rawAlone(tx, o); err != nil {
			return err
		}
		return a.putFailure(tx, o, fault)
	}
	if r := o.item.Raw; r != nil { // the same bytes may have come with this batch
		if there, err := tx.HasRaw(r.Digest); err != nil || there {
			sum.skip("in the store already")
			return err
		}
	}
	add := a.addition(o, fault)
	added, err := store.Add(tx, add)
	switch {
	case errors.Is(err, store.ErrTaken):
		sum.skip("taken down")
		return nil
	case errors.Is(err, store.ErrDiffers):
		sum.fail(ingest.KindDuplicate)
		return a.putFailure(tx, o, &sayso.Failure{Stage: "store", Kind: ingest.KindDuplicate, Item: o.item.Source, Reason: err.Error()})
	case err != nil:
		return fmt.Errorf("%s: %w", o.item.Source, err)
	case !added:
		sum.skip("in the store already")
		return nil
	case o.item.Failure != nil: // not English
		sum.skip("not English (kept, not coded)")
		return nil
	case fault != nil:
		sum.fail(fault.Kind)
		return a.codeFailed(tx, o.item.Article.ID, fault)
	}
	sum.Taken++
	sum.Told += len(o.doc.Incidents)
	return tx.DropFailures(o.item.Source)
}

// addition is what the store keeps of an article.
func (a *adder) addition(o *outcome, fault *sayso.Failure) store.Addition {
	r := o.item.Raw
	add := store.Addition{Act: a.act(), Article: *o.item.Article, Raw: rawOf(&o.item),
		Cursors: []store.Cursor{{Step: store.StepExtract, Version: a.version[store.StepExtract]}}}
	if r == nil {
		add.Cursors = nil
	}
	if o.item.Failure != nil {
		return add
	}
	add.Cursors = append(add.Cursors, store.Cursor{Step: store.StepCode, Version: a.version[store.StepCode]})
	if fault == nil {
		rec := recordOf(o, nil, a.join)
		add.Record, add.Layers = &rec, layersOf(o)
	}
	return add
}

// layersOf is what a record was made from.
func layersOf(o *outcome) *store.Layers {
	l := &store.Layers{Article: o.item.Article.ID, Digest: sayso.DigestOf(o.came.Layers), Bytes: o.came.Layers}
	for _, c := range o.came.Cursors {
		l.Stages = append(l.Stages, store.StageCursor(c))
	}
	return l
}

func rawOf(i *ingest.Item) store.Raw {
	r := i.Raw
	if r == nil {
		return store.Raw{}
	}
	return store.Raw{Digest: r.Digest, Address: r.Address, Origin: printable(i.Source), At: r.Time, Media: r.Media, Header: printable(r.Header), Bytes: r.Bytes}
}

// printable is a header as a text that every database takes.
func printable(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}

// rawAlone keeps bytes that were fetched and gave no article.
func (a *adder) rawAlone(tx store.Writer, o *outcome) error {
	if o.item.Raw == nil {
		return nil
	}
	return tx.PutRaw(rawOf(&o.item))
}

func (a *adder) putFailure(tx store.Writer, o *outcome, f *sayso.Failure) error {
	at := a.act().At
	return tx.PutFailure(store.Failure{Failure: *f, Name: o.item.Name, First: at, Last: at})
}

// codeFailed keeps a failure to code an article that is in the store: its id
// is what a retry needs.
func (a *adder) codeFailed(tx store.Writer, id string, f *sayso.Failure) error {
	at, one := a.act().At, *f
	one.Item = id
	return tx.PutFailure(store.Failure{Failure: one, Name: id, First: at, Last: at})
}
