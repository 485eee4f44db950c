package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"sayso/internal/publish/people"
)

// OpenAPI is the description of the API, as it is committed and served.
func (a *API) OpenAPI() ([]byte, error) {
	b, err := json.Marshal(a.huma.OpenAPI())
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = json.Indent(&out, b, "", " ")
	out.WriteByte('\n')
	return out.Bytes(), err
}

// reference serves the description and a page made of it, which loads nothing.
func (a *API) reference() {
	serve := func(path, media string, make func() ([]byte, error)) {
		a.o.Table.Allow("GET "+Prefix+path, people.Nobody, people.ScopeRead)
		a.mux.HandleFunc("GET "+Prefix+path, func(w http.ResponseWriter, _ *http.Request) {
			b, err := make()
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			w.Header().Set("Content-Type", media)
			_, _ = w.Write(b)
		})
	}
	serve("/openapi.json", "application/vnd.oai.openapi+json", a.OpenAPI)
	serve("/reference", "text/html; charset=utf-8", a.page)
	serve("/reference.css", "text/css", func() ([]byte, error) { return []byte(style), nil })
}

const style = `:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h2{margin:2.5rem 0 .5rem;border-bottom:1px solid}
section{margin:1.2rem 0}
h3{font:600 1rem ui-monospace,monospace;margin:0}
p{margin:.2rem 0}
table{border-collapse:collapse;margin:.3rem 0}
td{padding:.1rem .8rem .1rem 0;vertical-align:top}
code{font:.9em ui-monospace,monospace}
`

// page lists every operation with its parameters and what it asks for.
func (a *API) page() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The API of the desk</title>` +
		`<link rel="stylesheet" href="reference.css"></head><body><main><h1>The API of the desk</h1><p>Everything lies under <code>` + Prefix +
		`</code>. Programs send <code>Authorization: Bearer …</code> with a token. The whole description: <a href="openapi.json">OpenAPI 3.1</a>.</p>`)
	spec := a.huma.OpenAPI()
	by := map[string][]string{}
	for _, path := range slices.Sorted(maps.Keys(spec.Paths)) {
		for _, op := range operations(spec.Paths[path]) {
			by[op.Tags[0]] = append(by[op.Tags[0]], a.section(op))
		}
	}
	for _, tag := range slices.Sorted(maps.Keys(by)) {
		fmt.Fprintf(&b, "<h2>%s</h2>%s", html.EscapeString(tag), strings.Join(by[tag], ""))
	}
	b.WriteString("</main></body></html>\n")
	return b.Bytes(), nil
}

// section is one operation on the page.
func (a *API) section(op *huma.Operation) string {
	var b strings.Builder
	access := a.o.Table.Access(op.Method + " " + Prefix + op.Path)
	fmt.Fprintf(&b, `<section id="%s"><h3>%s %s</h3><p>%s.</p><p>Takes the role <code>%s</code>`, op.OperationID, op.Method, html.EscapeString(op.Path), html.EscapeString(op.Summary), roleName(access.Least))
	if access.Scope != people.NoScope {
		fmt.Fprintf(&b, ` or a token with the scope <code>%s</code>`, access.Scope)
	}
	b.WriteString(".</p>")
	if len(op.Parameters) > 0 {
		b.WriteString("<table>")
		for _, p := range op.Parameters {
			fmt.Fprintf(&b, "<tr><td><code>%s</code></td><td>%s</td></tr>", html.EscapeString(p.Name), html.EscapeString(p.Description))
		}
		b.WriteString("</table>")
	}
	if op.RequestBody != nil {
		b.WriteString("<p>The body is described in the OpenAPI document.</p>")
	}
	b.WriteString("</section>")
	return b.String()
}

func roleName(r people.Role) string {
	if r == people.Nobody {
		return "nobody"
	}
	return string(r)
}

// operations are those of a path, in a fixed order.
func operations(p *huma.PathItem) (out []*huma.Operation) {
	for _, op := range []*huma.Operation{p.Get, p.Post, p.Put, p.Delete} {
		if op != nil {
			out = append(out, op)
		}
	}
	return out
}
