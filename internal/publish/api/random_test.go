package api

import (
	"bytes"
	"context"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/store"
	"sayso/internal/store/memory"
	"sayso/internal/store/postgres"
	"sayso/internal/store/sqlite"
	"sayso/internal/store/storetest"
)

// Every operation takes many requests, right and wrong ones, of somebody who may
// do all: each does its work and refuses what is wrong, without a fault of the
// program, on each kind of store; and the audit holds after it.
func TestRandomRequests(t *testing.T) {
	t.Run("memory", func(t *testing.T) { askAtRandom(t, memory.New()) })
	t.Run("sqlite", func(t *testing.T) {
		st, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "s"), sqlite.Options{})
		if err != nil {
			t.Fatal(err)
		}
		askAtRandom(t, st)
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	t.Run("postgres", func(t *testing.T) {
		st, err := postgres.Open(t.Context(), storetest.Postgres(t))
		if err != nil {
			t.Fatal(err)
		}
		askAtRandom(t, st)
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
}

// TestMain stops the database server that the tests may have started.
func TestMain(m *testing.M) {
	code := m.Run()
	storetest.StopPostgres()
	os.Exit(code)
}

// keeper is the admin who asks; no request is about that account by chance.
const keeper = "zoe"

// asker asks as an admin, and signs in again where a request ended the session.
type asker struct {
	*maker
	t   *testing.T
	m   *team
	met map[string]map[int]int // how often each operation was answered with each status
}

func newAsker(t *testing.T, st store.Store) *asker {
	fill(t, st)
	lat, lon := 6.05, 121.0
	err := st.Update(t.Context(), func(tx store.Writer) error {
		in, err := tx.Incident("ia")
		if err != nil {
			return err
		}
		in.Actors, in.Where = []sayso.Actor{{Role: sayso.RoleAgent, Name: "the Front", ID: "front"}}, &sayso.Place{Name: "Jolo", ID: "jolo", Country: "PH", Lat: &lat, Lon: &lon}
		return tx.PutIncident(in)
	})
	if err != nil {
		t.Fatal(err)
	}
	a := &asker{t: t, m: newTeam(t, st), met: map[string]map[int]int{}}
	a.maker = &maker{Rand: rand.New(rand.NewPCG(7, 11)), schemas: a.m.api.huma.OpenAPI().Components.Schemas, answers: map[string][]any{}}
	role, pass := people.Admin, password
	if _, err := a.m.desk.SetAccount(t.Context(), "test", keeper, people.Change{Role: &role, Password: &pass}); err != nil {
		t.Fatal(err)
	}
	for _, article := range []string{"a", "b", "c"} { // two coded each article, so that a third can settle it
		for _, who := range []string{"cora", "carl"} {
			a.m.want(a.m.ask(who, "PUT", "/articles/"+article+"/coding", map[string]any{"incidents": []any{}}), 200)
		}
	}
	return a
}

// signIn gives the asker a session.
func (a *asker) signIn() {
	a.t.Helper()
	c, err := a.m.desk.SignIn(a.t.Context(), httptest.NewRequest("POST", "/", nil), keeper, password)
	if err != nil {
		a.t.Fatal(err)
	}
	a.m.cookie[keeper] = c.Name + "=" + c.Value
}

// ask makes a request of an operation and looks at the answer. A refusal of the
// asker is none of the operation: it signs in and asks once more.
func (a *asker) ask(op *huma.Operation) {
	a.t.Helper()
	r := a.request(op)
	body, _ := io.ReadAll(r.Body)
	again := r.Clone(r.Context())
	r.Body, again.Body = io.NopCloser(bytes.NewReader(body)), io.NopCloser(bytes.NewReader(body))
	w := a.send(r)
	if (w.Code == http.StatusUnauthorized || w.Code == http.StatusForbidden && strings.Contains(w.Body.String(), "sign in")) && op.OperationID != "sign-in" && op.OperationID != "set-password" {
		a.signIn()
		w = a.send(again)
	}
	a.answered(a.t, op, r, w)
	a.learn(op, w.Body.Bytes(), keeper)
	if a.met[op.OperationID] == nil {
		a.met[op.OperationID] = map[int]int{}
	}
	a.met[op.OperationID][w.Code]++
}

func (a *asker) send(r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	ctx, done := context.WithTimeout(r.Context(), time.Minute)
	defer done()
	r.Header.Set("Cookie", a.m.cookie[keeper])
	a.m.ServeHTTP(w, r.WithContext(ctx))
	return w
}

// slow are operations that take long by intent, and are asked less.
var slow = []string{"set-account", "sign-in", "set-password"}

func askAtRandom(t *testing.T, st store.Store) {
	t.Helper()
	a := newAsker(t, st)
	paths := a.m.api.huma.OpenAPI().Paths
	n := 0
	order := slices.Sorted(maps.Keys(paths))
	for range 2 { // in the second round there is something to be removed; in the first, codings to settle of which none is the asker's
		slices.Reverse(order)
		for _, path := range order {
			for _, op := range operations(paths[path]) {
				times := 40
				if slices.Contains(slow, op.OperationID) {
					times = 8
				}
				for range times {
					a.ask(op)
					n++
				}
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(a.met)) {
		done, refused := 0, 0
		for code, n := range a.met[id] {
			switch {
			case code < 300 || code == http.StatusNotModified:
				done += n
			case code == http.StatusForbidden && id != "settle-coding" || code == http.StatusUnauthorized && id != "sign-in" && id != "set-password":
				t.Errorf("%s was answered %d times with %d: its work was not reached", id, n, code)
			default:
				refused += n
			}
		}
		if done == 0 || refused == 0 {
			t.Errorf("%s was done %d times and refused what was wrong %d times: %v", id, done, refused, a.met[id])
		}
	}
	if _, _, found, err := store.Verify(t.Context(), st); err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
	t.Logf("%d requests", n)
}
