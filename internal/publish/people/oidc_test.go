package people

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
)

// idp is an identity provider made for the test: it answers discovery, keys
// and code exchange as OpenID Connect says.
type idp struct {
	*httptest.Server
	key       *rsa.PrivateKey
	challenge string // of the last sign-in
	nonce     string
	claims    map[string]any // that the next identity bears instead of the right ones
	now       func() time.Time
}

func newIDP(t *testing.T, now func() time.Time) *idp {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	p := &idp{key: key, now: now}
	mux := http.NewServeMux()
	answer := func(w http.ResponseWriter, v any) {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(v)
	}
	mux.HandleFunc("GET /.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, map[string]any{"issuer": p.URL, "authorization_endpoint": p.URL + "/auth", "token_endpoint": p.URL + "/token", "jwks_uri": p.URL + "/keys",
			"id_token_signing_alg_values_supported": []string{"RS256"}})
	})
	mux.HandleFunc("GET /keys", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, jose.JSONWebKeySet{Keys: []jose.JSONWebKey{{Key: key.Public(), KeyID: "k", Algorithm: "RS256", Use: "sig"}}})
	})
	mux.HandleFunc("POST /token", func(w http.ResponseWriter, r *http.Request) {
		sum := sha256.Sum256([]byte(r.FormValue("code_verifier")))
		if r.FormValue("code") != "the-code" || base64.RawURLEncoding.EncodeToString(sum[:]) != p.challenge {
			http.Error(w, `{"error":"invalid_grant"}`, http.StatusBadRequest)
			return
		}
		answer(w, map[string]any{"access_token": "a", "token_type": "Bearer", "id_token": p.identity(t)})
	})
	p.Server = httptest.NewServer(mux)
	t.Cleanup(p.Close)
	return p
}

func (p *idp) identity(t *testing.T) string {
	t.Helper()
	c := map[string]any{"iss": p.URL, "aud": "desk", "sub": "1234", "exp": p.now().Add(time.Hour).Unix(), "iat": p.now().Unix(), "nonce": p.nonce,
		"email": "Dana@org.example", "email_verified": true}
	for k, v := range p.claims {
		c[k] = v
	}
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.RS256, Key: p.key}, (&jose.SignerOptions{}).WithHeader("kid", "k"))
	if err != nil {
		t.Fatal(err)
	}
	b, _ := json.Marshal(c)
	s, err := signer.Sign(b)
	if err != nil {
		t.Fatal(err)
	}
	out, err := s.CompactSerialize()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// through signs in through the provider; change may alter what comes back.
func (p *idp) through(f *office, change func(q url.Values) (cookie bool)) *httptest.ResponseRecorder {
	f.t.Helper()
	w := f.ask("GET", StartPath+"?next=/incidents/i1")
	if w.Code != http.StatusSeeOther {
		f.t.Fatalf("%d %s", w.Code, w.Body)
	}
	to, err := url.Parse(w.Header().Get("Location"))
	if err != nil || !strings.HasPrefix(to.String(), p.URL+"/auth?") {
		f.t.Fatalf("%v %v", to, err)
	}
	p.challenge, p.nonce = to.Query().Get("code_challenge"), to.Query().Get("nonce")
	q := url.Values{"code": {"the-code"}, "state": {to.Query().Get("state")}}
	state := w.Result().Cookies()[0]
	if change != nil && !change(q) {
		return f.ask("GET", CallbackPath+"?"+q.Encode())
	}
	return f.ask("GET", CallbackPath+"?"+q.Encode(), "Cookie", state.Name+"="+state.Value)
}

func TestIdentityProvider(t *testing.T) {
	var f *office
	p := newIDP(t, func() time.Time { return f.now })
	o := &OIDC{Issuer: p.URL, ClientID: "desk", Secret: "s", Redirect: "https://desk.example" + CallbackPath, Default: Reader}
	f = newOffice(t, Options{OIDC: o})
	f.hire("ann", Admin)
	w := p.through(f, nil)
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/incidents/i1" {
		t.Fatalf("%d %s %s", w.Code, w.Header().Get("Location"), w.Body)
	}
	var session string
	for _, c := range w.Result().Cookies() {
		if c.Name == cookieName {
			session = c.Name + "=" + c.Value
		}
	}
	f.want(f.ask("GET", "/least/reader/", "Cookie", session), 200, "dana@org.example reader")
	if p.through(f, nil).Code != http.StatusSeeOther {
		t.Error("a second time")
	}
	for name, bad := range map[string]map[string]any{
		"another program's": {"aud": "other"}, "another issuer": {"iss": "https://evil.example"}, "old": {"exp": f.now.Add(-time.Hour).Unix()},
		"another sign-in": {"nonce": "x"}, "an admin's name": {"sub": "9", "email": "ann"}, "unverified": {"sub": "9", "email": "eve@org.example", "email_verified": false},
		"somebody else by that name": {"sub": "9"},
	} {
		p.claims = bad
		if w := p.through(f, nil); w.Code != http.StatusForbidden {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
	p.claims = nil
	for name, change := range map[string]func(url.Values) bool{
		"another browser": func(url.Values) bool { return false },
		"another state":   func(q url.Values) bool { q.Set("state", "x"); return true },
		"another code":    func(q url.Values) bool { q.Set("code", "x"); return true },
	} {
		if w := p.through(f, change); w.Code != http.StatusForbidden {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
	lock := true
	if _, err := f.SetAccount(context.Background(), "ann", "dana@org.example", Change{Locked: &lock}); err != nil {
		t.Fatal(err)
	}
	if w := p.through(f, nil); w.Code != http.StatusForbidden {
		t.Errorf("a locked account: %d", w.Code)
	}
	o.Default = Nobody
	p.claims = map[string]any{"sub": "77", "email": "new@org.example"}
	if w := p.through(f, nil); w.Code != http.StatusForbidden {
		t.Errorf("without an account: %d", w.Code)
	}
	f.holds()
	for in, want := range map[string]bool{"/x": true, "//evil.example": false, "https://evil.example": false, "/\\evil.example": false, "": false} {
		if inSite(in) != want {
			t.Errorf("inSite(%q)", in)
		}
	}
}
