package api

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// NewDecision is a decision as it is asked for.
type NewDecision struct {
	Action  string       `json:"action" enum:"accept,reject,correct,merge,split,comment,undo"`
	Target  string       `json:"target,omitempty" maxLength:"200" doc:"incident, by any id that is or was its; a comment's also an article; left out for undo"`
	Field   string       `json:"field,omitempty" maxLength:"60" doc:"correct: type, status, salience, when, where, from, agent, target, party, count:killed, …"`
	Value   string       `json:"value,omitempty" maxLength:"1000" doc:"correct: the value; empty for none"`
	Place   *sayso.Place `json:"place,omitempty" doc:"correct where and from: the place by that name, where its point is known"`
	Article string       `json:"article,omitempty" maxLength:"200" doc:"correct: article with the words that the value rests on"`
	Span    *sayso.Span  `json:"span,omitempty" doc:"correct: the words"`
	With    []string     `json:"with,omitempty" maxItems:"200" doc:"merge: the other incidents; split: reports or articles that leave"`
	Undoes  string       `json:"undoes,omitempty" maxLength:"200" doc:"undo: id of the decision"`
	Reason  string       `json:"reason,omitempty" maxLength:"4000"`
	Seen    string       `json:"seen,omitempty" maxLength:"80" doc:"version of the incident that was looked at; it is refused where that has changed since"`
}

// versionOf identifies an incident and what was decided about it.
func versionOf(in *sayso.Incident, decided []store.Decision) string {
	b, err := json.Marshal([]any{in, decided})
	if err != nil {
		panic(err) // records always marshal
	}
	return sayso.DigestOf(b)[:24]
}

// decide checks who decides, and whether on what they saw, and lets it hold.
func (a *API) decide(ctx context.Context, n *NewDecision) (store.Decision, error) {
	p := people.From(ctx)
	if n.Action != store.ActComment && p.Role.Under(people.Reviewer) {
		return store.Decision{}, forbidden("this takes the role reviewer")
	}
	act := a.act(ctx)
	d := store.Decision{At: act.At, By: act.By, Action: n.Action, Target: n.Target, Field: n.Field, Value: n.Value, Place: n.Place, Article: n.Article,
		With: n.With, Undoes: n.Undoes, Reason: n.Reason}
	if n.Span != nil {
		d.Span = *n.Span
	}
	if n.Seen != "" {
		now, err := a.versionNow(ctx, n.Target)
		if err != nil {
			return d, err
		}
		if now != n.Seen {
			return d, huma.Error412PreconditionFailed("the incident has changed since it was looked at")
		}
	}
	return a.o.Decide(ctx, d)
}

func (a *API) versionNow(ctx context.Context, id string) (v string, err error) {
	err = a.o.Store.View(ctx, func(tx store.Reader) error {
		out, err := one(tx, id)
		v = out.Version
		return err
	})
	return v, err
}

func (a *API) decisions() {
	handle(a, on(http.MethodPost, "/decisions", "decide", "Accept, reject, correct, merge, split, undo; comments take the role coder, all else reviewer").of(people.Coder, people.ScopeDecide, "review").gives(http.StatusCreated),
		func(ctx context.Context, in *struct{ Body NewDecision }) (*Body[store.Decision], error) {
			d, err := a.decide(ctx, &in.Body)
			return body(d), err
		})
	handle(a, on(http.MethodGet, "/decisions", "list-decisions", "What people decided, in that order").of(people.Reader, people.ScopeRead, "review"),
		func(ctx context.Context, in *struct {
			Target string `query:"target" maxLength:"200" doc:"about this incident or article; all without it"`
		}) (*Body[List[store.Decision]], error) {
			var list []store.Decision
			err := a.o.Store.View(ctx, func(tx store.Reader) (err error) { list, err = tx.Decisions(in.Target); return err })
			return items(list), err
		})
}
