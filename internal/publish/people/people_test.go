package people

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"sayso/internal/store"
	"sayso/internal/store/memory"
)

// office is a desk that a test moves through time.
type office struct {
	t *testing.T
	*Desk
	st  store.Store
	now time.Time
	http.Handler
}

func newOffice(t *testing.T, o Options) *office {
	t.Helper()
	f := &office{t: t, st: memory.New(), now: time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)}
	o.Store, o.Table, o.Now = f.st, NewTable(), func() time.Time { return f.now }
	o.Hosts = append(o.Hosts, "desk.example")
	for _, r := range Roles {
		o.Table.Allow("GET /least/"+cmp.Or(string(r), "none")+"/{$}", r, ScopeRead)
	}
	o.Table.Allow("POST /decide", Reviewer, ScopeDecide)
	o.Table.Allow("GET /page", Reader, NoScope)
	d, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	f.Desk = d
	mux := http.NewServeMux()
	d.Mount(mux)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		p := From(r.Context())
		_, _ = w.Write([]byte(p.Name + " " + string(p.Role)))
	})
	f.Handler = d.Middleware(mux)
	return f
}

func (f *office) ask(method, path string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://desk.example"+path, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Add(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	f.ServeHTTP(w, r)
	return w
}

func (f *office) want(w *httptest.ResponseRecorder, status int, body string) {
	f.t.Helper()
	if w.Code != status || body != "" && w.Body.String() != body {
		f.t.Errorf("%d %s, want %d %s", w.Code, w.Body, status, body)
	}
}

const password = "correct horse battery"

func (f *office) hire(name string, role Role) {
	f.t.Helper()
	p := password
	if _, err := f.SetAccount(context.Background(), "test", name, Change{Role: &role, Password: &p}); err != nil {
		f.t.Fatal(err)
	}
}

func (f *office) signIn(name string) *http.Cookie {
	f.t.Helper()
	c, err := f.SignIn(context.Background(), httptest.NewRequest("POST", "/", nil), name, password)
	if err != nil {
		f.t.Fatal(err)
	}
	return c
}

func (f *office) holds() {
	f.t.Helper()
	if _, _, found, err := store.Verify(context.Background(), f.st); err != nil || len(found) > 0 {
		f.t.Errorf("%v %v", found, err)
	}
}

func TestFirstAccountEndsTheOpenDesk(t *testing.T) {
	f := newOffice(t, Options{Loopback: true, Local: "me"})
	f.want(f.ask("GET", "/least/admin/"), 200, "me admin")
	role, pass := Coder, password
	if _, err := f.SetAccount(context.Background(), "me", "bob", Change{Role: &role, Password: &pass}); !errors.Is(err, ErrLastAdmin) {
		t.Errorf("a first account that is no admin's: %v", err)
	}
	f.want(f.ask("GET", "/least/admin/"), 200, "me admin")
	f.hire("ann", Admin)
	f.want(f.ask("GET", "/least/admin/"), 401, "")
	if err := f.DropAccount(context.Background(), "ann", "ann"); !errors.Is(err, ErrLastAdmin) {
		t.Errorf("the last admin left: %v", err)
	}
	f.want(f.ask("GET", "/least/admin/", "Cookie", f.signIn("ann").String()), 200, "ann admin")
	f.holds()
}

func TestSessions(t *testing.T) {
	f := newOffice(t, Options{})
	ctx := context.Background()
	f.hire("ann", Admin)
	f.hire("bob", Coder)
	c := f.signIn("Bob ")
	if c.Name != "__Host-sayso" || !c.Secure || !c.HttpOnly || c.Path != "/" || c.Domain != "" || c.SameSite != http.SameSiteLaxMode {
		t.Errorf("cookie %v", c)
	}
	bob := []string{"Cookie", c.Name + "=" + c.Value}
	f.want(f.ask("GET", "/least/coder/", bob...), 200, "bob coder")
	f.want(f.ask("GET", "/least/reviewer/", bob...), 403, "")
	f.want(f.ask("GET", "/least/coder/", "Cookie", c.Name+"="+c.Value+"x"), 401, "")
	list, err := f.Sessions(ctx, "bob")
	if err != nil || len(list) != 1 || strings.Contains(list[0].ID, c.Value) {
		t.Fatalf("%v %v", list, err)
	}
	if err := f.Revoke(ctx, Person{Name: "eve", Role: Reviewer}, list[0].ID); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("another's session: %v", err)
	}
	f.now = f.now.Add(6 * 24 * time.Hour)
	f.want(f.ask("GET", "/least/coder/", bob...), 200, "")
	f.now = f.now.Add(6 * 24 * time.Hour)
	f.want(f.ask("GET", "/least/coder/", bob...), 200, "") // it was in use
	f.now = f.now.Add(8 * 24 * time.Hour)
	f.want(f.ask("GET", "/least/coder/", bob...), 401, "") // idle too long

	second := f.signIn("bob")
	if err := f.Revoke(ctx, Person{Name: "ann", Role: Admin}, keep(second.Value)); err != nil {
		t.Error(err)
	}
	f.want(f.ask("GET", "/least/coder/", "Cookie", c.Name+"="+second.Value), 401, "")
	third, lock := f.signIn("bob"), true
	if _, err := f.SetAccount(ctx, "ann", "bob", Change{Locked: &lock}); err != nil {
		t.Error(err)
	}
	f.want(f.ask("GET", "/least/coder/", "Cookie", c.Name+"="+third.Value), 401, "")
	if _, err := f.SignIn(ctx, httptest.NewRequest("POST", "/", nil), "bob", password); !errors.Is(err, ErrCredentials) {
		t.Errorf("a locked account: %v", err)
	}
	f.holds()
}

func TestPasswords(t *testing.T) {
	ctx := context.Background()
	a, err := hashPassword(ctx, password)
	b, err2 := hashPassword(ctx, password)
	if err != nil || err2 != nil || a == b || !strings.HasPrefix(a, "$argon2id$v=19$m=65536,t=3,p=1$") {
		t.Fatalf("%s %s", a, b)
	}
	for hash, want := range map[string]bool{a: true, nobodys: false, "": false, "$argon2id$x$y$z$u": false, "plain": false, a + "x": false} {
		if ok, err := matches(ctx, password, hash); ok != want || err != nil {
			t.Errorf("%s: %v %v", hash, ok, err)
		}
	}
	if checkPassword("short") == nil || checkPassword(strings.Repeat("x", 201)) == nil || checkPassword("pässwörter") != nil {
		t.Error("lengths")
	}
}

func TestThrottle(t *testing.T) {
	f := newOffice(t, Options{})
	f.hire("ann", Admin)
	try := func(name, from, password string) error {
		r := httptest.NewRequest("POST", "/", nil)
		r.RemoteAddr = from + ":1"
		_, err := f.SignIn(context.Background(), r, name, password)
		return err
	}
	for i := range 5 {
		if err := try("ann", "10.0.0.1", "wrong"); !errors.Is(err, ErrCredentials) {
			t.Fatalf("attempt %d: %v", i, err)
		}
	}
	var wait *TooMany
	if err := try("ann", "10.0.0.1", password); !errors.As(err, &wait) {
		t.Errorf("a sixth attempt: %v", err)
	}
	if err := try("ann", "10.0.0.2", password); err != nil {
		t.Errorf("from elsewhere: %v", err)
	}
	f.now = f.now.Add(wait.Wait)
	if err := try("ann", "10.0.0.1", password); err != nil {
		t.Errorf("after the wait: %v", err)
	}
	var l tries
	l.by = map[string]attempts{}
	for range 100 {
		l.failed([]string{"name ann", "pair ann x"}, f.now)
	}
	if w := l.wait([]string{"name ann"}, f.now); w != 30*time.Second {
		t.Errorf("anybody can lock a name out for %v", w)
	}
	if w := l.wait([]string{"pair ann x"}, f.now); w != 15*time.Minute {
		t.Errorf("a pair waits %v", w)
	}
}

func TestTokens(t *testing.T) {
	f := newOffice(t, Options{})
	ctx := context.Background()
	f.hire("ann", Admin)
	ann := Person{Name: "ann", Role: Admin}
	tk, once, err := f.MakeToken(ctx, ann, "script", []Scope{ScopeRead}, 7)
	if err != nil || strings.Contains(tk.ID, once) {
		t.Fatal(tk, err)
	}
	auth := []string{"Authorization", "Bearer " + once}
	f.want(f.ask("GET", "/least/admin/", auth...), 200, "ann admin")
	f.want(f.ask("POST", "/decide", auth...), 403, "") // no such scope
	f.want(f.ask("GET", "/page", auth...), 403, "")    // takes no tokens
	f.want(f.ask("GET", "/least/admin/", "Authorization", "Bearer sayso_x"), 401, "")
	f.want(f.ask("GET", "/least/admin/", "Authorization", "Basic "+once), 401, "")
	if _, _, err := f.MakeToken(ctx, ann, "", []Scope{"everything"}, 0); !errors.Is(err, ErrScope) {
		t.Error(err)
	}
	f.now = f.now.Add(8 * 24 * time.Hour)
	f.want(f.ask("GET", "/least/admin/", auth...), 401, "")
	tk, once, _ = f.MakeToken(ctx, ann, "script", []Scope{ScopeDecide, ScopeRead}, 0)
	f.want(f.ask("POST", "/decide", "Authorization", "Bearer "+once), 200, "")
	if err := f.DropToken(ctx, Person{Name: "bob", Role: Reviewer}, tk.ID); !errors.Is(err, store.ErrNotFound) {
		t.Error(err)
	}
	if err := f.DropToken(ctx, ann, tk.ID); err != nil {
		t.Error(err)
	}
	f.want(f.ask("GET", "/least/admin/", "Authorization", "Bearer "+once), 401, "")
	f.holds()
}

// Who is not signed in may do what guests may, if guests may anything.
func TestGuests(t *testing.T) {
	closed, open := newOffice(t, Options{}), newOffice(t, Options{Guests: true})
	for _, c := range []struct {
		path          string
		closed, opens int
	}{{"/least/none/", 200, 200}, {"/least/guest/", 401, 200}, {"/least/reader/", 401, 401}} {
		closed.want(closed.ask("GET", c.path), c.closed, "")
		open.want(open.ask("GET", c.path), c.opens, "")
	}
	w := closed.ask("GET", "/page", "Accept", "text/html")
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/login" {
		t.Errorf("a browser is not led to sign in: %d", w.Code)
	}
}

func TestLimits(t *testing.T) {
	f := newOffice(t, Options{Guests: true, PerSecond: 2})
	over := 0
	for range 20 {
		if f.ask("GET", "/least/guest/").Code == http.StatusTooManyRequests {
			over++
		}
	}
	if over != 10 {
		t.Errorf("%d of 20 were too many", over)
	}
	f.now = f.now.Add(time.Second)
	f.want(f.ask("GET", "/least/guest/"), 200, "")
}

func TestNames(t *testing.T) {
	f := newOffice(t, Options{})
	role, pass := Admin, password
	for _, bad := range []string{"", " ", "a b", "../x", "ann\n", "é", strings.Repeat("a", 65), "-a"} {
		if _, err := f.SetAccount(context.Background(), "test", bad, Change{Role: &role, Password: &pass}); !errors.Is(err, ErrName) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if _, err := ParseRole("guest"); err == nil {
		t.Error("an account may be a guest's")
	}
}
