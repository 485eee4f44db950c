package api

import (
	"context"
	"net/http"

	"sayso/internal/publish/blind"
	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// NewCoding is a coding as it is handed in.
type NewCoding struct {
	ByArticle
	Body struct {
		Incidents []blind.Incident `json:"incidents" maxItems:"200"`
		Note      string           `json:"note,omitempty" maxLength:"2000"`
	}
}

func (n *NewCoding) coding() blind.Coding {
	return blind.Coding{Article: n.ID, Incidents: n.Body.Incidents, Note: n.Body.Note}
}

func (a *API) codings() {
	handle(a, on(http.MethodGet, "/codings", "list-codings", "Articles that people coded by hand: by whom, not how").of(people.Coder, people.ScopeCode, "coding"),
		func(ctx context.Context, _ *struct{}) (*Body[List[blind.Task]], error) {
			var list []blind.Task
			err := a.o.Store.View(ctx, func(tx store.Reader) (err error) { list, err = blind.Tasks(tx); return err })
			return items(list), err
		})
	handle(a, on(http.MethodGet, "/articles/{id}/codings", "get-codings", "One's own coding of an article; those of others once both are handed in").of(people.Coder, people.ScopeCode, "coding"),
		func(ctx context.Context, in *ByArticle) (*Body[blind.State], error) {
			p := people.From(ctx)
			var s blind.State
			err := a.o.Store.View(ctx, func(tx store.Reader) (err error) {
				if _, err = tx.Article(in.ID); err == nil {
					s, err = blind.Of(tx, in.ID, p.Name, !p.Role.Under(people.Reviewer))
				}
				return err
			})
			return body(s), err
		})
	write := func(r route, do func(store.Writer, store.Act, blind.Coding) (blind.Coding, error)) {
		r.MaxBodyBytes = 2 << 20
		handle(a, r, func(ctx context.Context, in *NewCoding) (*Body[blind.Coding], error) {
			var c blind.Coding
			err := a.o.Store.Update(ctx, func(tx store.Writer) (err error) {
				c, err = do(tx, a.act(ctx), in.coding())
				return err
			})
			return body(c), err
		})
	}
	write(on(http.MethodPut, "/articles/{id}/coding", "hand-in-coding", "Hand in one's own coding; it can be changed until another is there").of(people.Coder, people.ScopeCode, "coding"), blind.HandIn)
	write(on(http.MethodPut, "/articles/{id}/settled", "settle-coding", "Settle where two codings differ, as a third person").of(people.Reviewer, people.ScopeDecide, "coding"), blind.Settle)
	handle(a, on(http.MethodGet, "/agreement", "get-agreement", "How far coders agree: Krippendorff's alpha, field by field").of(people.Reader, people.ScopeRead, "coding"),
		func(ctx context.Context, _ *struct{}) (*Body[List[blind.Field]], error) {
			var list []blind.Field
			err := a.o.Store.View(ctx, func(tx store.Reader) (err error) { list, err = blind.Agreement(tx); return err })
			return items(list), err
		})
}
