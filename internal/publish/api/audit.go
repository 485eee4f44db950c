package api

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// Entry is a line of the audit.
type Entry struct {
	Seq    int64  `json:"seq"`
	At     string `json:"at"`
	By     string `json:"by"`
	Action string `json:"action"`
	Target string `json:"target"`
	Digest string `json:"digest" doc:"SHA-256 of the content it was done with"`
	Prev   string `json:"prev" doc:"hash of the entry before"`
	Hash   string `json:"hash" doc:"SHA-256 of everything above, each as its length, a colon and itself"`
}

// auditPage is how many entries are read at once for the export.
const auditPage = 1000

func (a *API) audit() {
	handle(a, on(http.MethodGet, "/audit", "list-audit", "Who did what to what, in its order").of(people.Reviewer, people.ScopeAdmin, "audit"),
		func(ctx context.Context, in *Page) (*Body[List[Entry]], error) {
			after, err := in.number()
			if err != nil {
				return nil, err
			}
			var list []store.Entry
			err = a.o.Store.View(ctx, func(tx store.Reader) (err error) { list, err = tx.Audit(after, in.Limit); return err })
			out := make([]Entry, len(list))
			for i, e := range list {
				out[i] = Entry(e)
				after = e.Seq
			}
			b := items(out)
			b.Body.Next = in.after(after, len(out))
			return b, err
		})
	op := on(http.MethodGet, "/audit.jsonl", "export-audit", "The whole audit as JSON Lines").of(people.Reviewer, people.ScopeAdmin, "audit")
	op.Responses = map[string]*huma.Response{"200": {Description: "an entry a line, in their order", Content: map[string]*huma.MediaType{"application/jsonl": {}}}}
	handle(a, op, func(ctx context.Context, _ *struct{}) (*huma.StreamResponse, error) {
		return &huma.StreamResponse{Body: func(hc huma.Context) {
			hc.SetHeader("Content-Type", "application/jsonl")
			hc.SetHeader("Content-Disposition", `attachment; filename="audit.jsonl"`)
			out := json.NewEncoder(hc.BodyWriter())
			for after := int64(0); ; { // entries are never changed, so that pages fit together
				var list []store.Entry
				err := a.o.Store.View(ctx, func(tx store.Reader) (err error) { list, err = tx.Audit(after, auditPage); return err })
				if err != nil || len(list) == 0 {
					return
				}
				for _, e := range list {
					after = e.Seq
					if out.Encode(Entry(e)) != nil {
						return
					}
				}
			}
		}}, nil
	})
}
