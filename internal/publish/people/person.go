package people

import (
	"context"
	"slices"
)

// Person is who asks.
type Person struct {
	Name    string  // of the account; of the local user; "" for guests
	Role    Role    //
	Local   bool    // the local person of a desk without accounts
	Session string  // id of the session, where there is one
	Token   string  // id of the token, for programs
	Scopes  []Scope // of the token; nil for people, who have them all
}

// Masked reports whether private persons are to be masked for them.
func (p Person) Masked() bool { return p.Role.Under(Reader) }

// may reports whether the person may use a route.
func (p Person) may(a Access) bool {
	return !p.Role.Under(a.Least) && (p.Token == "" || a.Scope != NoScope && slices.Contains(p.Scopes, a.Scope))
}

type key struct{}

// With puts a person into a context.
func With(ctx context.Context, p Person) context.Context { return context.WithValue(ctx, key{}, p) }

// From is who asks; the zero Person, who may do nothing, outside the middleware.
func From(ctx context.Context) Person {
	p, _ := ctx.Value(key{}).(Person)
	return p
}
