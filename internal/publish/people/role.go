package people

import (
	"errors"
	"fmt"
	"slices"
)

// Role says how much somebody may do. Each may do all that those before it may.
type Role string

// The roles, least first.
const (
	Nobody   Role = ""         // not signed in, where guests may not read
	Guest    Role = "guest"    // not signed in, may read; private persons are masked
	Reader   Role = "reader"   // reads all
	Coder    Role = "coder"    // adds articles, codes them blind, comments
	Reviewer Role = "reviewer" // decides: accepts, corrects, rejects, merges, splits, settles
	Admin    Role = "admin"    // accounts, settings, taking down
)

// Roles are all roles, least first.
var Roles = []Role{Nobody, Guest, Reader, Coder, Reviewer, Admin}

// Under reports whether r may do less than o. A role that is none may do
// nothing.
func (r Role) Under(o Role) bool { return slices.Index(Roles, r) < slices.Index(Roles, o) }

// ErrRole is returned for what is no role of an account.
var ErrRole = errors.New("a role is one of reader, coder, reviewer, admin")

// ParseRole reads a role that an account can have.
func ParseRole(s string) (Role, error) {
	if r := Role(s); !r.Under(Reader) && slices.Contains(Roles, r) {
		return r, nil
	}
	return Nobody, fmt.Errorf("%w, and not %q", ErrRole, s)
}

// Scope is what a program's token may be used for, within the role of its
// account.
type Scope string

// The scopes of tokens. Routes without a scope take no tokens.
const (
	NoScope     Scope = ""
	ScopeRead   Scope = "read"
	ScopeAdd    Scope = "add"    // add articles and feeds, retry failures
	ScopeCode   Scope = "code"   // blind codings, comments
	ScopeDecide Scope = "decide" // decisions
	ScopeAdmin  Scope = "admin"  // accounts, settings, audit
)

// Scopes are all that a token can have.
var Scopes = []Scope{ScopeRead, ScopeAdd, ScopeCode, ScopeDecide, ScopeAdmin}
