package api

import (
	"context"
	"errors"
	"net/http"

	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// Me is who asks, and what they may.
type Me struct {
	Name    string         `json:"name"`
	Role    people.Role    `json:"role" doc:"\"\" for nobody, guest, reader, coder, reviewer, admin"`
	Local   bool           `json:"local" doc:"the user of the machine, on a desk without accounts"`
	Masked  bool           `json:"masked" doc:"private persons are masked"`
	Session string         `json:"session,omitempty" doc:"id of the session"`
	Scopes  []people.Scope `json:"scopes,omitempty" doc:"of the token"`
	OIDC    string         `json:"oidc,omitempty" doc:"where one signs in through the identity provider, if there is one"`
}

// ByID names a session or token.
type ByID struct {
	ID string `path:"id" maxLength:"64"`
}

// Signed is the answer to signing in or out.
type Signed struct {
	SetCookie http.Cookie `header:"Set-Cookie"`
}

func (a *API) me() {
	handle(a, on(http.MethodGet, "/me", "get-me", "Who asks, and what they may").of(people.Nobody, people.ScopeRead, "people"),
		func(ctx context.Context, _ *struct{}) (*Body[Me], error) {
			p := people.From(ctx)
			m := Me{Name: p.Name, Role: p.Role, Local: p.Local, Masked: p.Masked(), Session: p.Session, Scopes: p.Scopes}
			if a.o.Desk.OIDC() {
				m.OIDC = people.StartPath
			}
			return body(m), nil
		})
	handle(a, on(http.MethodPost, "/session", "sign-in", "Sign in with name and password").of(people.Nobody, people.NoScope, "people").gives(http.StatusNoContent),
		func(ctx context.Context, in *struct {
			Body struct {
				Name     string `json:"name" maxLength:"64"`
				Password string `json:"password" maxLength:"1000"`
			}
		}) (*Signed, error) {
			c, err := a.o.Desk.SignIn(ctx, requestOf(ctx), in.Body.Name, in.Body.Password)
			if err != nil {
				return nil, err
			}
			return &Signed{*c}, nil
		})
	handle(a, on(http.MethodDelete, "/session", "sign-out", "Sign out").of(people.Nobody, people.NoScope, "people").gives(http.StatusNoContent),
		func(ctx context.Context, _ *struct{}) (*Signed, error) {
			c, err := a.o.Desk.SignOut(ctx, people.From(ctx))
			if err != nil && !errors.Is(err, store.ErrNotFound) {
				return nil, err
			}
			return &Signed{*c}, nil
		})
	handle(a, on(http.MethodPut, "/me/password", "set-password", "Change one's own password; one is signed out everywhere").of(people.Reader, people.NoScope, "people").gives(http.StatusNoContent),
		func(ctx context.Context, in *struct {
			Body struct {
				Old string `json:"old" maxLength:"1000"`
				New string `json:"new" maxLength:"1000"`
			}
		}) (*struct{}, error) {
			p := people.From(ctx)
			if p.Local {
				return nil, unfit("the local person has no password; make an account first")
			}
			if _, err := a.o.Desk.SignIn(ctx, requestOf(ctx), p.Name, in.Body.Old); err != nil {
				return nil, err
			}
			_, err := a.o.Desk.SetAccount(ctx, p.Name, p.Name, people.Change{Password: &in.Body.New})
			return nil, err
		})
	a.sessions()
	a.tokens()
}

// Everybody asks for what belongs to all accounts instead of one's own.
type Everybody struct {
	Everybody bool `query:"everybody" doc:"of all accounts; for admins"`
}

// whose is the account to list for.
func (e *Everybody) whose(ctx context.Context) (string, error) {
	p := people.From(ctx)
	if !e.Everybody {
		return p.Name, nil
	}
	if p.Role.Under(people.Admin) {
		return "", forbidden("this takes the role admin")
	}
	return "", nil
}

func (a *API) sessions() {
	handle(a, on(http.MethodGet, "/sessions", "list-sessions", "Browsers in which one is signed in").of(people.Reader, people.NoScope, "people"),
		func(ctx context.Context, in *Everybody) (*Body[List[people.Session]], error) {
			name, err := in.whose(ctx)
			if err != nil {
				return nil, err
			}
			list, err := a.o.Desk.Sessions(ctx, name)
			return items(list), err
		})
	handle(a, on(http.MethodDelete, "/sessions/{id}", "revoke-session", "End a session: one's own or, for admins, anybody's").of(people.Reader, people.NoScope, "people").gives(http.StatusNoContent),
		func(ctx context.Context, in *ByID) (*struct{}, error) {
			return nil, a.o.Desk.Revoke(ctx, people.From(ctx), in.ID)
		})
}

// NewToken is a token with its secret, which is shown this once.
type NewToken struct {
	people.Token
	Secret string `json:"secret" doc:"to be sent as Authorization: Bearer …; it is shown this once"`
}

func (a *API) tokens() {
	handle(a, on(http.MethodGet, "/tokens", "list-tokens", "Tokens of programs that act for one").of(people.Reader, people.NoScope, "people"),
		func(ctx context.Context, in *Everybody) (*Body[List[people.Token]], error) {
			name, err := in.whose(ctx)
			if err != nil {
				return nil, err
			}
			list, err := a.o.Desk.Tokens(ctx, name)
			return items(list), err
		})
	handle(a, on(http.MethodPost, "/tokens", "make-token", "Make a token for a program").of(people.Reader, people.NoScope, "people").gives(http.StatusCreated),
		func(ctx context.Context, in *struct {
			Body struct {
				Label  string         `json:"label" maxLength:"100" doc:"what it is for"`
				Scopes []people.Scope `json:"scopes" minItems:"1" maxItems:"5" enum:"read,add,code,decide,admin"`
				Days   int            `json:"days" minimum:"0" maximum:"3650" doc:"after which it ends; 0: never"`
			}
		}) (*Body[NewToken], error) {
			if people.From(ctx).Local {
				return nil, unfit("the local person needs no token; make an account first")
			}
			t, once, err := a.o.Desk.MakeToken(ctx, people.From(ctx), in.Body.Label, in.Body.Scopes, in.Body.Days)
			return body(NewToken{t, once}), err
		})
	handle(a, on(http.MethodDelete, "/tokens/{id}", "drop-token", "End a token: one's own or, for admins, anybody's").of(people.Reader, people.NoScope, "people").gives(http.StatusNoContent),
		func(ctx context.Context, in *ByID) (*struct{}, error) {
			return nil, a.o.Desk.DropToken(ctx, people.From(ctx), in.ID)
		})
}
