package people

import (
	"cmp"
	"net/http"
	"slices"
	"strings"
)

// Access is what a route asks for.
type Access struct {
	Pattern string // of [http.ServeMux]: "GET /incidents/{id}"
	Least   Role   //
	Scope   Scope  // that a token needs; NoScope: tokens are not taken
}

// Table lists all routes and what they ask for. What is not in it is refused.
type Table struct {
	mux    *http.ServeMux
	access map[string]Access
}

// NewTable makes an empty table.
func NewTable() *Table {
	return &Table{mux: http.NewServeMux(), access: map[string]Access{}}
}

// Allow adds a route. It panics, as [http.ServeMux] does, for a pattern that
// cannot be read or is there.
func (t *Table) Allow(pattern string, least Role, scope Scope) {
	t.mux.HandleFunc(pattern, http.NotFound)
	t.access[pattern] = Access{pattern, least, scope}
}

// Of finds what a request's route asks for; ok is false for a route that is not
// in the table.
func (t *Table) Of(r *http.Request) (a Access, ok bool) {
	_, pattern := t.mux.Handler(r)
	a, ok = t.access[pattern]
	return a, ok
}

// Routes lists the table by path, then method.
func (t *Table) Routes() []Access {
	var out []Access
	for _, a := range t.access {
		out = append(out, a)
	}
	slices.SortFunc(out, func(a, b Access) int {
		_, x, _ := strings.Cut(a.Pattern, " ")
		_, y, _ := strings.Cut(b.Pattern, " ")
		return cmp.Or(strings.Compare(x, y), strings.Compare(a.Pattern, b.Pattern))
	})
	return out
}

// Access is what a pattern of the table asks for.
func (t *Table) Access(pattern string) Access { return t.access[pattern] }
