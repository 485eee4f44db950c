// Package people says who is at the desk and what they may do: accounts and
// their roles, sessions, tokens for programs, signing in with an organisation's
// own identity provider, and the guard that every request passes.
//
//	table := people.NewTable()
//	table.Allow("GET /incidents/{id}", people.Guest, people.ScopeRead)  // pages and API fill it
//	desk, err := people.New(people.Options{Store: st, Table: table, Loopback: true, Local: "ann"})
//	http.Serve(listener, desk.Middleware(mux))
//	…
//	p := people.From(r.Context())     // behind the middleware: who asks
//	if p.Role.Under(people.Reader) {} // a guest: private persons are masked
//
// On loopback and alone (no account in the store) there is no login: whoever
// asks is the local person with the role admin. With the first account the desk
// asks everybody to sign in.
//
// The guard refuses, in this order: names of the machine that are not its own
// (DNS rebinding), writing requests of other sites, requests that go through a
// proxy to a desk without accounts, routes that are not in the table, too many
// requests, and roles or scopes that do not suffice. Every answer bears a
// content security policy without inline script.
//
// Passwords are kept as argon2id, session and token secrets as SHA-256 of 256
// random bits. Accounts, tokens and settings are changed through [store.Keep],
// so that the audit knows of each change and verification finds any other.
package people
