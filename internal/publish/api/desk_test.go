package api

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/store"
	"sayso/internal/store/memory"
	"sayso/internal/store/storetest"
)

// team is a desk with accounts, and what each of them sends to be known.
type team struct {
	*made
	t      *testing.T
	cookie map[string]string
}

const password = "correct horse battery"

func newTeam(t *testing.T, st store.Store) *team {
	t.Helper()
	m := &team{build(t, st, people.Options{Guests: true, PerSecond: 1e6}), t, map[string]string{}}
	m.made.Handler = m.desk.Middleware(m.api)
	for _, who := range []struct {
		name string
		role people.Role
	}{{"ann", people.Admin}, {"rex", people.Reader}, {"cora", people.Coder}, {"carl", people.Coder}, {"rita", people.Reviewer}} {
		p := password
		if _, err := m.desk.SetAccount(context.Background(), "test", who.name, people.Change{Role: &who.role, Password: &p}); err != nil {
			t.Fatal(err)
		}
		w := m.ask("", "POST", "/session", map[string]string{"name": who.name, "password": p})
		m.want(w, http.StatusNoContent)
		c := w.Result().Cookies()[0]
		m.cookie[who.name] = c.Name + "=" + c.Value
	}
	return m
}

func (m *team) ask(who, method, path string, send any, header ...string) *httptest.ResponseRecorder {
	m.t.Helper()
	b, err := json.Marshal(send)
	if err != nil {
		m.t.Fatal(err)
	}
	r := httptest.NewRequest(method, "http://localhost"+Prefix+path, nil)
	if send != nil {
		r = httptest.NewRequest(method, "http://localhost"+Prefix+path, bytes.NewReader(b))
		r.Header.Set("Content-Type", "application/json")
	}
	if who != "" {
		r.Header.Set("Cookie", m.cookie[who])
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	m.ServeHTTP(w, r)
	return w
}

func (m *team) want(w *httptest.ResponseRecorder, status int) *httptest.ResponseRecorder {
	m.t.Helper()
	if w.Code != status {
		m.t.Fatalf("%d %s, want %d", w.Code, w.Body, status)
	}
	return w
}

func read[T any](t *testing.T, w *httptest.ResponseRecorder) (v T) {
	t.Helper()
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		t.Fatalf("%v in %s", err, w.Body)
	}
	return v
}

// actions are those of the audit, in their order.
func (m *team) actions() (out []string) {
	for _, e := range read[List[Entry]](m.t, m.want(m.ask("ann", "GET", "/audit?limit=500", nil), 200)).Items {
		out = append(out, e.By+" "+e.Action)
	}
	return out
}

func TestReview(t *testing.T) {
	m := newTeam(t, filled(t))
	queue := read[Incidents](t, m.want(m.ask("cora", "GET", "/review", nil), 200))
	if len(queue.Items) != 3 || *queue.Total != 3 {
		t.Fatalf("%+v", queue)
	}
	seen := read[One](t, m.want(m.ask("rita", "GET", "/incidents/ia", nil), 200))
	at := strings.Index("Bomb in Jolo\n\nPolice said two died.", "two")
	correct := NewDecision{Action: "correct", Target: "ia", Field: "count:killed", Value: "2", Article: "a", Span: &sayso.Span{Start: at, End: at + 3}, Seen: seen.Version}
	m.want(m.ask("cora", "POST", "/decisions", correct), http.StatusForbidden)
	m.want(m.ask("cora", "POST", "/decisions", NewDecision{Action: "comment", Target: "ia", Reason: "two is what police say"}), http.StatusCreated)
	m.want(m.ask("rita", "POST", "/decisions", correct), http.StatusPreconditionFailed) // the comment came in between
	correct.Seen = read[One](t, m.ask("rita", "GET", "/incidents/ia", nil)).Version
	made := read[store.Decision](t, m.want(m.ask("rita", "POST", "/decisions", correct), http.StatusCreated))
	now := read[One](t, m.want(m.ask("rex", "GET", "/incidents/ia", nil), 200))
	if now.Incident.Review != sayso.ReviewCorrected || now.Found == nil || now.Incident.Deaths == nil || made.Quote != "two" || len(now.Decisions) != 2 {
		t.Errorf("%+v", now)
	}
	m.want(m.ask("rita", "POST", "/decisions", NewDecision{Action: "correct", Target: "ia", Field: "mood", Value: "x", Article: "a", Span: correct.Span}), 422)
	m.want(m.ask("rita", "POST", "/decisions", NewDecision{Action: "accept", Target: "nobody"}), 404)
	m.want(m.ask("rita", "POST", "/decisions", NewDecision{Action: "undo", Undoes: made.ID}), http.StatusCreated)
	if back := read[One](t, m.ask("rex", "GET", "/incidents/ia", nil)); back.Incident.Review != "" {
		t.Errorf("%+v", back.Incident)
	}
	m.want(m.ask("rita", "POST", "/decisions", NewDecision{Action: "reject", Target: "ib"}), http.StatusCreated)
	if left := read[Incidents](t, m.ask("cora", "GET", "/review", nil)); len(left.Items) != 2 {
		t.Errorf("%+v", left)
	}
	got := m.actions()
	if want := []string{"cora decide", "rita decide", "rita decide", "rita decide"}; !slices.Equal(got[len(got)-4:], want) {
		t.Errorf("%v", got)
	}
}

// Two people code an article blind, a third settles it.
func TestBlindCoding(t *testing.T) {
	m := newTeam(t, filled(t))
	coding := func(kind string) map[string]any {
		return map[string]any{"incidents": []any{map[string]any{"span": sayso.Span{Start: 0, End: 4}, "fields": map[string]string{"type": kind}}}}
	}
	m.want(m.ask("rex", "PUT", "/articles/a/coding", coding("bombing")), 403)
	m.want(m.ask("cora", "PUT", "/articles/a/coding", coding("bombing")), 200)
	if w := m.want(m.ask("carl", "GET", "/articles/a/codings", nil), 200); strings.Contains(w.Body.String(), "bombing") {
		t.Errorf("carl sees what cora coded: %s", w.Body)
	}
	m.want(m.ask("rita", "PUT", "/articles/a/settled", coding("bombing")), 409)
	m.want(m.ask("carl", "PUT", "/articles/a/coding", coding("protest")), 200)
	if w := m.want(m.ask("carl", "GET", "/articles/a/codings", nil), 200); !strings.Contains(w.Body.String(), "bombing") {
		t.Errorf("carl does not see what cora coded: %s", w.Body)
	}
	m.want(m.ask("carl", "PUT", "/articles/a/coding", coding("bombing")), 409)
	m.want(m.ask("carl", "PUT", "/articles/a/settled", coding("bombing")), 403)
	m.want(m.ask("rita", "PUT", "/articles/a/settled", coding("bombing")), 200)
	w := m.want(m.ask("rex", "GET", "/agreement", nil), 200)
	if !strings.Contains(w.Body.String(), `{"name":"type","metric":"nominal","alpha":0,"units":1,"same":0}`) {
		t.Errorf("%s", w.Body)
	}
}

func TestETags(t *testing.T) {
	m := newTeam(t, filled(t))
	tag := m.want(m.ask("rex", "GET", "/incidents", nil), 200).Header().Get("ETag")
	if w := m.want(m.ask("rex", "GET", "/incidents", nil, "If-None-Match", tag), 304); w.Body.Len() > 0 {
		t.Errorf("%s", w.Body)
	}
	m.want(m.ask("rita", "POST", "/decisions", NewDecision{Action: "accept", Target: "ia"}), 201)
	m.want(m.ask("rex", "GET", "/incidents", nil, "If-None-Match", tag), 200)
}

func TestJobEvents(t *testing.T) {
	m := newTeam(t, filled(t))
	j := read[Job](t, m.want(m.ask("cora", "POST", "/articles", Input{Texts: []Text{{Text: "A bomb."}}}), 202))
	w := m.want(m.ask("rex", "GET", "/jobs/"+j.ID+"/events", nil), 200)
	if got := w.Body.String(); w.Header().Get("Content-Type") != "text/event-stream" || !strings.HasPrefix(got, "event: progress\ndata: {") || !strings.Contains(got, `"state":"done"`) {
		t.Errorf("%s", got)
	}
	m.want(m.ask("cora", "POST", "/articles", Input{}), 422)
	m.want(m.ask("cora", "POST", "/articles", Input{Addresses: []string{"/etc/passwd"}}), 422)
	m.want(m.ask("cora", "POST", "/articles", Input{Addresses: []string{"file:///etc/passwd"}}), 422)
	m.want(m.ask("rex", "GET", "/jobs/none/events", nil), 404)
	for in, want := range map[string]string{"../../x.txt": "x.txt", `C:\a\b.pdf`: "b.pdf", "..": "file", "-": "file", "a/": "a"} {
		if got := FileName(in); got != want {
			t.Errorf("%s: %s", in, got)
		}
	}
}

// Guests see no name of a private person, wherever they look, and cannot look
// for one either; what nobody decided about they do not see at all.
func TestGuestsSeeNoPrivateNames(t *testing.T) {
	st := memory.New()
	story := storetest.Story("a", "Salem shot in Rafah", "Mohammed Salem, 20, was shot in Rafah, police said.")
	story.Article.Byline, story.Article.Captions = "", "Dana Roe beside the grave of Mohammed Salem"
	in := &story.Record.Incidents[0]
	in.Actors = []sayso.Actor{{Role: sayso.RoleTarget, Name: "Mohammed Salem", Kind: sayso.KindPerson}, {Role: sayso.RoleAgent, Name: "police", ID: "police"}}
	in.Summary = "Mohammed Salem was shot."
	in.People = []sayso.Person{{Name: "Mohammed Salem", Forms: []string{"Mohammed Salem", "Salem"}, Description: "a 20-year-old man from Rafah", Private: true, Reason: "victim"}}
	story.Record.People = in.People
	open := storetest.Story("b", "Fire", "Dana Roe saw a fire.")
	err := st.Update(context.Background(), func(tx store.Writer) error {
		for _, s := range []store.Addition{story, open} {
			if _, err := store.Add(tx, s); err != nil {
				return err
			}
		}
		return store.Replace(tx, []sayso.Incident{*in, open.Record.Incidents[0]}, nil)
	})
	if err != nil {
		t.Fatal(err)
	}
	m := newTeam(t, st)
	if w := m.want(m.ask("rex", "GET", "/incidents/ia", nil), 200); !strings.Contains(w.Body.String(), "Salem") {
		t.Error("readers do not see it")
	}
	if w := m.want(m.ask("rex", "GET", "/articles/a", nil), 200); !strings.Contains(w.Body.String(), `"captions":"Dana Roe beside`) {
		t.Error("readers do not see the captions")
	}
	for _, path := range []string{"/incidents", "/incidents/ia", "/incidents/ib", "/articles", "/articles/a", "/articles/b", "/claims?incident=ia", "/claims?article=a", "/map", "/actors",
		"/actors/police", "/places", "/tallies?by=actor", "/incidents?words=salem", "/incidents?actor=salem", "/articles?words=salem", "/map?words=salem", "/tallies?by=type&actor=salem", "/settings", "/me"} {
		w := m.ask("", "GET", path, nil)
		if w.Code >= 500 || w.Code == 401 {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
		for _, name := range []string{"salem", "mohammed", "dana", "roe"} {
			if strings.Contains(strings.ToLower(w.Body.String()), name) {
				t.Errorf("%s tells of %s: %s", path, name, w.Body)
			}
		}
		if strings.Contains(path, "salem") && w.Code != 403 {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	for _, path := range []string{"/review", "/decisions", "/audit", "/accounts", "/sessions", "/feeds", "/codings", "/jobs", "/status"} {
		m.want(m.ask("", "GET", path, nil), 401)
	}
}

// Everything that changes the desk leaves a line in the audit, and the audit
// holds.
func TestEveryChangeIsAudited(t *testing.T) {
	m := newTeam(t, filled(t))
	yes := true
	for _, c := range []struct {
		who, method, path string
		send              any
		status            int
		want              string
	}{
		{"ann", "PUT", "/accounts/new", map[string]any{"role": "coder", "password": password}, 200, "ann keep"},
		{"ann", "PUT", "/accounts/new", map[string]any{"locked": yes}, 200, "ann keep"},
		{"ann", "DELETE", "/accounts/new", nil, 204, "ann discard"},
		{"ann", "PUT", "/settings", people.Settings{Title: "Desk"}, 200, "ann keep"},
		{"rex", "POST", "/tokens", map[string]any{"label": "x", "scopes": []string{"read"}, "days": 1}, 201, "rex keep"},
		{"cora", "POST", "/feeds", Address{"https://outlet.example/feed"}, 201, "cora follow"},
		{"cora", "DELETE", "/feeds?address=https://outlet.example/feed", nil, 204, "cora forget"},
		{"cora", "PUT", "/articles/a/coding", map[string]any{"incidents": []any{}}, 200, "cora keep"},
		{"rita", "POST", "/decisions", NewDecision{Action: "accept", Target: "ia"}, 201, "rita decide"},
		{"rex", "DELETE", "/session", nil, 204, "rex sign-out"},
	} {
		before := len(m.actions())
		m.want(m.ask(c.who, c.method, c.path, c.send), c.status)
		if got := m.actions(); len(got) <= before || got[len(got)-1] != c.want {
			t.Errorf("%s %s: %v", c.method, c.path, got[before:])
		}
	}
	lines := strings.Split(strings.TrimSpace(m.want(m.ask("ann", "GET", "/audit.jsonl", nil), 200).Body.String()), "\n")
	if len(lines) != len(m.actions()) || !strings.Contains(lines[len(lines)-1], `"action":"sign-out"`) {
		t.Errorf("%d lines", len(lines))
	}
	if _, _, found, err := store.Verify(context.Background(), m.st); err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
}
