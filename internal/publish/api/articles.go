package api

import (
	"context"
	"errors"
	"net/http"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// ArticleRow is an article in a list.
type ArticleRow struct {
	ID        string    `json:"id"`
	Title     string    `json:"title"`
	Outlet    string    `json:"outlet"`
	URL       string    `json:"url"`
	Published sayso.Day `json:"published" doc:"null where unknown"`
	Language  string    `json:"language"`
}

// ArticleOne is an article with what it tells.
type ArticleOne struct {
	Article  sayso.Article        `json:"article"`
	Reading  string               `json:"reading" doc:"the text that spans point into, by bytes"`
	Raw      string               `json:"raw" doc:"digest of the bytes it came from"`
	Taken    bool                 `json:"taken" doc:"its content was removed"`
	Record   *sayso.ArticleRecord `json:"record" doc:"what it tells; null where it was not coded"`
	Comments []store.Decision     `json:"comments"`
}

// ClaimRow is a claim with the incident that it tells.
type ClaimRow struct {
	Incident string      `json:"incident"`
	Claim    sayso.Claim `json:"claim"`
}

func (a *API) articles() {
	handle(a, on(http.MethodGet, "/articles", "list-articles", "List articles, newest first").of(people.Guest, people.ScopeRead, "articles"),
		func(ctx context.Context, in *struct {
			Page
			Words string `query:"words" maxLength:"500" doc:"words that it holds"`
		}) (*Body[List[ArticleRow]], error) {
			off, err := in.offset()
			if err != nil {
				return nil, err
			}
			if people.From(ctx).Masked() && in.Words != "" {
				return nil, forbidden("sign in to look for words: private persons are masked for guests")
			}
			out := []ArticleRow{}
			err = a.o.Store.View(ctx, func(tx store.Reader) error {
				list, err := tx.ArticlesWith(in.Words, store.Page{Offset: off, Limit: in.Limit})
				for i := range list {
					x := list[i].Article
					if err := seenArticle(ctx, tx, &x); err != nil {
						return err
					}
					out = append(out, ArticleRow{x.ID, x.Title, x.Outlet, x.URL, x.Published, x.Language})
				}
				return err
			})
			b := items(out)
			b.Body.Next = in.after(int64(off+len(out)), len(out))
			return b, err
		})
	handle(a, on(http.MethodGet, "/articles/{id}", "get-article", "One article with what it tells").of(people.Guest, people.ScopeRead, "articles"),
		func(ctx context.Context, in *ByArticle) (*Body[ArticleOne], error) {
			out := ArticleOne{Comments: []store.Decision{}}
			err := a.o.Store.View(ctx, func(tx store.Reader) error {
				x, err := tx.Article(in.ID)
				if err != nil {
					return err
				}
				out.Article, out.Raw, out.Taken = x.Article, x.Raw, x.Taken
				if err := seenArticle(ctx, tx, &out.Article); err != nil {
					return err
				}
				rec, err := tx.Record(in.ID)
				if err == nil {
					out.Record, err = seenRecord(ctx, &rec)
				}
				if err != nil && !errors.Is(err, store.ErrNotFound) {
					return err
				}
				list, err := tx.Decisions(in.ID)
				out.Comments = append(out.Comments, list...)
				return err
			})
			out.Reading = out.Article.Reading()
			if people.From(ctx).Masked() {
				out.Comments = []store.Decision{}
			}
			return body(out), err
		})
	a.claims()
}

func (a *API) claims() {
	handle(a, on(http.MethodGet, "/claims", "list-claims", "List the claims of an incident or of what an article tells").of(people.Guest, people.ScopeRead, "claims"),
		func(ctx context.Context, in *ClaimFilter) (*Body[List[ClaimRow]], error) {
			out := []ClaimRow{}
			told, err := a.told(ctx, in)
			for i := range told {
				for _, c := range told[i].Claims {
					if (in.About == "" || c.About == in.About) && (in.Stance == "" || c.Stance == in.Stance) && (in.Article == "" || c.Article == in.Article) {
						out = append(out, ClaimRow{told[i].ID, c})
					}
				}
			}
			return items(out), err
		})
}

// ByArticle names an article.
type ByArticle struct {
	ID string `path:"id" maxLength:"200"`
}

// ClaimFilter is which claims are asked for.
type ClaimFilter struct {
	Incident string       `query:"incident" maxLength:"200" doc:"of this incident"`
	Article  string       `query:"article" maxLength:"200" doc:"of this article"`
	About    string       `query:"about" maxLength:"60" doc:"incident, agent, place, time, status, count:killed, …"`
	Stance   sayso.Stance `query:"stance" enum:"asserted,alleged,claimed,denied"`
}

// told are the incidents whose claims are asked for.
func (a *API) told(ctx context.Context, in *ClaimFilter) (list []sayso.Incident, err error) {
	err = a.o.Store.View(ctx, func(tx store.Reader) error {
		switch {
		case in.Incident != "":
			one, err := tx.Incident(in.Incident)
			list = []sayso.Incident{one}
			return err
		case in.Article != "":
			list, err = tx.Incidents(store.Query{Article: in.Article})
			return err
		}
		return wrong("incident", "name an incident or an article", "")
	})
	if err != nil {
		return nil, err
	}
	return seenOnes(ctx, list)
}
