package api

import (
	"context"
	"net/http"

	"sayso/internal/publish/people"
)

// Account is an account without its secrets.
type Account struct {
	Name     string      `json:"name"`
	Role     people.Role `json:"role"`
	Locked   bool        `json:"locked"`
	Password bool        `json:"password" doc:"whether it has one"`
	Provider bool        `json:"provider" doc:"whether its owner signed in through the identity provider"`
	Created  string      `json:"created"`
}

func public(a *people.Account) Account {
	return Account{a.Name, a.Role, a.Locked, a.Hash != "", a.Subject != "", a.Created}
}

// ByName names an account.
type ByName struct {
	Name string `path:"name" maxLength:"64"`
}

func (a *API) accounts() {
	handle(a, on(http.MethodGet, "/accounts", "list-accounts", "List the accounts").of(people.Admin, people.ScopeAdmin, "people"),
		func(ctx context.Context, _ *struct{}) (*Body[List[Account]], error) {
			list, err := a.o.Desk.Accounts(ctx)
			out := make([]Account, len(list))
			for i := range list {
				out[i] = public(&list[i])
			}
			return items(out), err
		})
	handle(a, on(http.MethodPut, "/accounts/{name}", "set-account", "Make or change an account; the first must be an admin's, and with it the desk asks everybody to sign in").of(people.Admin, people.ScopeAdmin, "people"),
		func(ctx context.Context, in *struct {
			ByName
			Body struct {
				Role     *people.Role `json:"role,omitempty" enum:"reader,coder,reviewer,admin" doc:"a new account needs one"`
				Password *string      `json:"password,omitempty" maxLength:"1000"`
				Locked   *bool        `json:"locked,omitempty"`
			}
		}) (*Body[Account], error) {
			c := people.Change{Role: in.Body.Role, Password: in.Body.Password, Locked: in.Body.Locked}
			acc, err := a.o.Desk.SetAccount(ctx, people.From(ctx).Name, in.Name, c)
			return body(public(&acc)), err
		})
	handle(a, on(http.MethodDelete, "/accounts/{name}", "drop-account", "Remove an account with its sessions and tokens").of(people.Admin, people.ScopeAdmin, "people").gives(http.StatusNoContent),
		func(ctx context.Context, in *ByName) (*struct{}, error) {
			return nil, a.o.Desk.DropAccount(ctx, people.From(ctx).Name, in.Name)
		})
	handle(a, on(http.MethodGet, "/settings", "get-settings", "The settings of the desk").of(people.Nobody, people.ScopeRead, "people"),
		func(ctx context.Context, _ *struct{}) (*Body[people.Settings], error) {
			s, err := a.o.Desk.Settings(ctx)
			return body(s), err
		})
	handle(a, on(http.MethodPut, "/settings", "set-settings", "Change the settings of the desk").of(people.Admin, people.ScopeAdmin, "people"),
		func(ctx context.Context, in *struct{ Body people.Settings }) (*Body[people.Settings], error) {
			return body(in.Body), a.o.Desk.SetSettings(ctx, people.From(ctx).Name, in.Body)
		})
}
