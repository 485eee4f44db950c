package muc

import (
	"context"
	"fmt"

	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/muc/corpus"
	"sayso/internal/eval/muc/render"
	"sayso/internal/eval/muc/score"
)

// Task is `sayso eval muc --data DIR --split tst1+tst2`.
var Task = eval.Task{Name: "muc", Doc: "whole records: incidents as templates of MUC-4, by the official scoring", Run: run}

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	messages, err := corpus.Read(o.Data, o.Split)
	if err != nil {
		return nil, err
	}
	all, err := score.ReadKeys(o.Data, o.Split)
	if err != nil {
		return nil, err
	}
	keys, responses := &score.Set{}, &score.Set{}
	respond, err := responder(ctx, o)
	if err != nil {
		return nil, err
	}
	for i := range messages {
		m := &messages[i]
		if !o.Takes(m.ID) {
			continue
		}
		keys.AddMessage(m.ID)
		responses.AddMessage(m.ID)
		keys.Templates[m.ID] = all.Templates[m.ID]
		if responses.Templates[m.ID], err = respond(m); err != nil {
			return nil, fmt.Errorf("%s: %w", m.ID, err)
		}
	}
	return report(o, responses, keys), nil
}

// responder gives the templates of a message: the chain's, or a file's.
func responder(ctx context.Context, o eval.Options) (func(*corpus.Message) ([]*score.Template, error), error) {
	if o.Set != "" {
		given, err := score.ReadFile(o.Set)
		if err != nil {
			return nil, err
		}
		return func(m *corpus.Message) ([]*score.Template, error) { return given.Templates[m.ID], nil }, nil
	}
	bridge, err := render.New()
	if err != nil {
		return nil, err
	}
	return func(m *corpus.Message) ([]*score.Template, error) {
		d, err := o.Chain.Run(ctx, m.Article(), document.LayerIncidents)
		if err != nil {
			return nil, err
		}
		return bridge.Templates(d), nil
	}, nil
}

func report(o eval.Options, responses, keys *score.Set) *eval.Report {
	result := score.Run(responses, keys)
	r := &eval.Report{Task: "muc", Set: o.Split}
	whole := result.AllTemplates()
	r.Add("f", whole.F(1))
	r.Add("recall", whole.Recall())
	r.Add("precision", whole.Precision())
	confidence := result.Slot(score.Confidence)
	r.Add("confidence_f", confidence.F(1))
	c := ceafREE(responses, keys)
	r.Add("ceaf_ree", c.all.f())
	for i := range roles {
		r.Add("ceaf_ree_"+roles[i].name, c.byRole[i].f())
	}
	r.AddCount("messages", len(keys.Messages))
	r.Notes = append(r.Notes, result.Table()...)
	return r
}
