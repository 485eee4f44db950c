package ui_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"sayso/internal/publish/people"
	"sayso/internal/publish/ui"
	"sayso/internal/store"
	"sayso/internal/store/memory"
)

// noted counts the entries of the audit that somebody made with an action, of a
// target that begins so.
func noted(t *testing.T, st store.Store, by, action, target string) (n int) {
	t.Helper()
	if err := st.View(t.Context(), func(tx store.Reader) error {
		list, err := tx.Audit(0, 0)
		for _, e := range list {
			if e.By == by && e.Action == action && strings.HasPrefix(e.Target, target) {
				n++
			}
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return n
}

// submit fills in fields of the form that a selector finds and hands it in by
// the button that has a text.
func (b *tab) submit(form string, fields map[string]string, button string) {
	b.t.Helper()
	b.until("document.readyState == 'complete' && document.querySelector(`" + form + "`)")
	for name, value := range fields {
		b.eval("document.querySelector(`" + form + " [name=\"" + name + "\"]`).value = `" + value + "`")
	}
	b.eval("window.stale = true; [...document.querySelectorAll(`" + form + " button`)].find((x) => x.innerText.startsWith(`" + button + "`)).click()")
	b.until("!window.stale && document.readyState == 'complete'")
}

// An admin keeps accounts, tokens, sessions and the desk from the page, and the
// audit has every change.
func TestSettings(t *testing.T) {
	d := storyDesk(t)
	b := openTab(t, d, 1280, "light")
	b.open("/settings")
	b.submit("form[action='/settings/accounts']", map[string]string{"name": "root"}, "Make it")
	b.signIn("root", b.eval("document.querySelector('#secret').innerText"))
	b.until("location.pathname == '/'")
	b.open("/settings")
	b.submit("form[action='/settings/accounts']", map[string]string{"name": "ann", "role": "coder"}, "Make it")
	first := b.eval("document.querySelector('#secret').innerText")
	b.submit("#account-ann form", map[string]string{"role": "reviewer"}, "Set role")
	b.until("document.querySelector('[role=status]')?.innerText == 'Saved.'")
	if _, err := d.guard.SignIn(t.Context(), newRequest(t), "ann", first); err != nil {
		t.Errorf("the password that was shown: %v", err)
	}
	b.open("/settings")
	b.submit("#sessions li form", nil, "End")
	if list, err := d.guard.Sessions(t.Context(), "ann"); err != nil || len(list) != 0 {
		t.Errorf("%d sessions of ann, %v", len(list), err)
	}
	b.submit("#account-ann form:last-child", nil, "New password")
	if _, err := d.guard.SignIn(t.Context(), newRequest(t), "ann", first); err == nil {
		t.Error("the former password is still good")
	}
	b.submit("#account-ann form:last-child", nil, "Lock")
	b.submit("#account-root form", map[string]string{"role": "reader"}, "Set role")
	b.until("document.querySelector('[role=alert]').innerText.includes('needs an admin')")
	b.submit("form[action='/settings/tokens']", map[string]string{"label": "a weekly export"}, "Make a token")
	secret := b.eval("document.querySelector('#secret').innerText")
	if got := b.eval("fetch('/settings').then((r) => r.headers.get('Cache-Control'))"); got != "no-store" {
		t.Errorf("the settings are kept by the browser: %q", got)
	}
	if !strings.HasPrefix(secret, "sayso_") {
		t.Errorf("the token is %q", secret)
	}
	b.submit("#tokens li form", nil, "End")
	b.submit("form[action='/settings/desk']", map[string]string{"title": "Lisker Monitor", "notice": "Nothing here is published."}, "Save")
	b.until("document.querySelector('.house').innerText == 'Lisker Monitor' && document.querySelector('.notice')")
	b.eval("document.querySelector('#account-ann details').open = true")
	b.submit("#account-ann form:last-child", nil, "Remove ann")
	for _, w := range []struct {
		by, action, target string
		n                  int
	}{{"storyteller", "keep", "account root", 1}, {"root", "keep", "account ann", 4}, {"root", "discard", "account ann", 1}, {"root", "keep", "token", 1}, {"root", "discard", "token", 1},
		{"root", "keep", "setting desk", 1}, {"root", "sign-out", "session", 1}} {
		if n := noted(t, d.store, w.by, w.action, w.target); n != w.n {
			t.Errorf("%d entries of %v", n, w)
		}
	}
	if _, _, found, err := store.Verify(t.Context(), d.store); err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
	b.submit("form[action='/logout']", nil, "Sign out")
	b.open("/settings")
	b.until("location.pathname == '/login' && document.querySelector('nav').innerText.trim() == 'Sign in'")
}

func newRequest(t *testing.T) *http.Request {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "/login", nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Who is refused reads why, in a browser on a page of the desk, as a program in
// a problem.
func TestRefusalsAreReadable(t *testing.T) {
	d := storyDesk(t)
	accounts(t, d, map[string]people.Role{"dora": people.Reader})
	b := openTab(t, d, 1280, "light")
	b.signIn("dora", "a long password of the test")
	b.until("location.pathname == '/'")
	b.open("/coding")
	b.until("document.querySelector('h1').innerText == 'You may not do this' && document.querySelector('main').innerText.includes('the role coder')")
	if nav := b.eval("document.querySelector('nav').innerText"); strings.Contains(nav, "Add") || !strings.Contains(nav, "Review") {
		t.Errorf("a reader is led to %q", nav)
	}
	b.open("/no/such/page")
	b.until("document.querySelector('h1').innerText == 'There is nothing here'")
	if got := b.eval("fetch('/coding').then((r) => r.headers.get('Content-Type') + ' ' + r.status)"); got != "application/problem+json 403" {
		t.Errorf("a program is answered %s", got)
	}
	busy := openDesk(t, memory.New(), func(o *ui.Options) { o.Store = broken{o.Store} })
	b = openTab(t, busy, 1280, "light")
	b.open("/")
	b.until("document.querySelector('h1').innerText == 'The store is busy' && document.querySelector('main a').innerText == 'Try again'")
}

// broken is a store that is busy for good.
type broken struct{ store.Store }

// View implements [store.Store].
func (broken) View(context.Context, func(store.Reader) error) error { return store.ErrBusy }
