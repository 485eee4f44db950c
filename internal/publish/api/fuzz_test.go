package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"
)

// maker makes requests out of the description: what it allows, and what it
// does not.
type maker struct {
	*rand.Rand
	schemas huma.Registry
	right   bool             // the request that is made is to be taken
	answers map[string][]any // what answers gave as ids, by the first part of the path that they lead on from
}

// odd are values that have broken programs.
var odd = []any{nil, "", 0, -1, 1e300, 1 << 40, true, "\x00", "\u0000", "\xff\xfe", "١٢٣", "😀", "ﬁ", "' OR 1=1 --", "../../etc/passwd", "<script>", "%s%n", "NaN", "null",
	strings.Repeat("a", 3000), []any{}, map[string]any{}, []any{[]any{[]any{}}}, "2019-02-30", "9999-99-99", "-1-1-1", "1,2,3,4", "NaN,NaN,NaN,NaN", "90,180,-90,-180", "Inf,0,0,0", "i\u2028", "\r\nX: y"}

// apt are values that fields and parameters of a name are taken with.
var apt = map[string][]any{
	"target": {"ia", "ib", "ic"}, "field": {"type"}, "published": {"2019-01-28", ""}, "from": {"2019-01-01"}, "to": {"2019-12-31"}, "reason": {"why"}, "seen": {""}, "address": {"https://news.example/rss"},
	"action": {"accept", "reject", "comment"}, "days": {0, 7}, "password": {password}, "old": {password}, "name": {keeper}, "new": {password}, "origins": {1, 2}, "after": {""}, "words": {"fire"}, "actor": {"front"},
	"place": {"jolo"}, "box": {"-10,-180,10,180"}, "by": {"type", "month"}, "min_deaths": {0}, "max_deaths": {100}, "type": {"bombing"}, "incidents": {[]any{}}, "role": {"coder"}, "hosts": {[]any{}},
	"article": {"a", "b"}, "addresses": {[]any{}}, "files": {[]any{}}, "place_id": {"jolo"}, "country": {"PH"}, "limit": {1, 50}, "zoom": {3}, "dissent": {"any"}, "raw": {"a"}, "scopes": {[]any{"read"}}}

// known are values that lead somewhere in the filled store.
var known = []any{"a", "b", "ia", "ib", "ic", "bombing", "bomb", "2019-01-28", "-10,-180,10,180", "ann", "type", "count:killed", "incident", "asserted", "police"}

func (m *maker) pick(list []any) any { return list[m.IntN(len(list))] }

// value makes a value for a schema, right mostly.
func (m *maker) value(name string, s *huma.Schema, depth int) any {
	if !m.right && m.IntN(8) == 0 {
		return m.pick(odd)
	}
	if list := apt[name]; m.right && list != nil {
		return m.pick(list)
	}
	if s.Ref != "" {
		s = m.schemas.SchemaFromRef(s.Ref)
	}
	if len(s.Enum) > 0 {
		return m.pick(s.Enum)
	}
	switch s.Type {
	case huma.TypeString:
		switch {
		case s.Format == "date":
			return fmt.Sprintf("20%02d-%02d-%02d", m.IntN(30), 1+m.IntN(13), 1+m.IntN(29))
		case m.IntN(2) == 0:
			return m.pick(known)
		}
		return strings.Repeat("word ", m.IntN(5)) + string(rune('a'+m.IntN(26)))
	case huma.TypeInteger:
		return m.IntN(600) - 20
	case huma.TypeNumber:
		return m.NormFloat64() * 100
	case huma.TypeBoolean:
		return m.IntN(2) == 0
	case huma.TypeArray:
		out := []any{}
		for range m.IntN(4) {
			if depth < 6 {
				out = append(out, m.value("", s.Items, depth+1))
			}
		}
		return out
	case huma.TypeObject:
		out := map[string]any{}
		for _, name := range slices.Sorted(keysOf(s.Properties)) {
			if slices.Contains(s.Required, name) && m.IntN(10) > 0 || m.IntN(3) == 0 && depth < 6 {
				out[name] = m.value(name, s.Properties[name], depth+1)
			}
		}
		if extra, ok := s.AdditionalProperties.(*huma.Schema); ok {
			out[fmt.Sprint(m.pick(known))] = m.value("", extra, depth+1)
		}
		if !m.right && m.IntN(20) == 0 {
			out["nonsense"] = m.pick(odd)
		}
		return out
	}
	return m.pick(odd)
}

func keysOf[V any](in map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range in {
			if !yield(k) {
				return
			}
		}
	}
}

// request makes a request of an operation, every other one to be taken.
func (m *maker) request(op *huma.Operation) *http.Request {
	m.right = m.IntN(2) == 0
	path, query := op.Path, url.Values{}
	for _, p := range op.Parameters {
		switch {
		case p.In == "path":
			path = strings.ReplaceAll(path, "{"+p.Name+"}", url.PathEscape(m.place(op.Path, p)))
		case p.In == "query" && (p.Required || !m.right && m.IntN(3) > 0 || m.right && m.IntN(6) == 0):
			query.Add(p.Name, fmt.Sprint(m.value(p.Name, p.Schema, 0)))
		}
	}
	if !m.right && m.IntN(10) == 0 {
		query.Add("nonsense", "1")
	}
	var b []byte
	if op.RequestBody != nil {
		b, _ = json.Marshal(m.value("", op.RequestBody.Content["application/json"].Schema, 0))
		if !m.right && m.IntN(15) == 0 && len(b) > 0 {
			b = b[:m.IntN(len(b))]
		}
	}
	r := httptest.NewRequest(op.Method, "http://localhost"+Prefix+path+"?"+query.Encode(), bytes.NewReader(b))
	if op.RequestBody != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	if !m.right && m.IntN(15) == 0 {
		r.Header.Set("Content-Type", fmt.Sprintf("%q", m.pick(odd)))
	}
	if m.IntN(15) == 0 {
		r.Header.Set("If-None-Match", `"x", *`)
	}
	return r
}

// place is the part of a path that names something: what an answer named there
// before, if the request is to be taken.
func (m *maker) place(path string, p *huma.Param) string {
	if list := m.answers[strings.Split(path, "/")[1]]; m.right && len(list) > 0 {
		return fmt.Sprint(m.pick(list))
	}
	if s := fmt.Sprint(m.value("", p.Schema, 0)); s != "" {
		return s
	}
	return "x"
}

// learn notes the ids that an answer gives: in a list of things those of its
// items, and that of a job, which any work is answered with.
func (m *maker) learn(op *huma.Operation, answer []byte, but string) {
	var v struct {
		ID    any
		State string
		Token struct{ ID any }
		Items []struct{ ID, Key, Name, Address any }
	}
	if json.Unmarshal(answer, &v) != nil {
		return
	}
	part := strings.Split(op.Path, "/")[1]
	if v.State != "" && v.ID != nil {
		m.answers["jobs"] = append(m.answers["jobs"], v.ID)
	}
	if v.Token.ID != nil {
		m.answers["tokens"] = append(m.answers["tokens"], v.Token.ID)
	}
	for _, i := range v.Items {
		for _, id := range []any{i.Key, i.ID, i.Name} {
			if id != nil && id != "" && id != but {
				m.answers[part] = append(m.answers[part], id)
				break
			}
		}
	}
}

// answered checks an answer: no fault of the program, problems that are
// problems, and what the description promises.
func (m *maker) answered(t *testing.T, op *huma.Operation, r *http.Request, w *httptest.ResponseRecorder) {
	t.Helper()
	media := w.Header().Get("Content-Type")
	switch {
	case w.Code >= 500:
		t.Errorf("%s %s: %d %s", r.Method, r.URL, w.Code, w.Body)
	case w.Code >= 400:
		var p struct{ Status int }
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || p.Status != w.Code || !strings.HasPrefix(media, "application/problem+json") {
			t.Errorf("%s %s: %d is no problem: %s %s", r.Method, r.URL, w.Code, media, w.Body)
		}
	case w.Code == http.StatusNotModified:
		if w.Body.Len() > 0 {
			t.Errorf("%s %s: sent again to who has it", r.Method, r.URL)
		}
	case media == "application/json":
		want := op.Responses[fmt.Sprint(w.Code)]
		if want == nil {
			t.Errorf("%s %s: %d is not described", r.Method, r.URL, w.Code)
			return
		}
		var v any
		if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
			t.Errorf("%s %s: %v", r.Method, r.URL, err)
			return
		}
		var res huma.ValidateResult
		huma.Validate(m.schemas, want.Content["application/json"].Schema, huma.NewPathBuffer(nil, 0), huma.ModeReadFromServer, v, &res)
		if len(res.Errors) > 0 {
			t.Errorf("%s %s: %v in %.300s", r.Method, r.URL, res.Errors[0], w.Body)
		}
	}
}
