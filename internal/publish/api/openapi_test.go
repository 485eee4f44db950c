package api

import (
	"bytes"
	"flag"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite docs/api")

// held compares a committed file with what the program says.
func compare(t *testing.T, name string, now []byte) {
	t.Helper()
	file := filepath.Join("..", "..", "..", "docs", "api", name)
	if *update {
		if err := os.WriteFile(file, now, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	was, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(was, now) {
		t.Errorf("%s is not what the program says; run this test with -update and read the diff", file)
	}
}

func TestOpenAPI(t *testing.T) {
	m := site(t)
	b, err := m.api.OpenAPI()
	if err != nil {
		t.Fatal(err)
	}
	compare(t, "openapi.json", b)
	for _, want := range []string{`"openapi": "3.1.0"`, `"url": "/api/v1"`} {
		if !bytes.Contains(b, []byte(want)) {
			t.Errorf("it lacks %s", want)
		}
	}
	if bytes.Contains(b, []byte("$schema")) {
		t.Error("it links to schemas elsewhere")
	}
	var routes strings.Builder
	routes.WriteString("# Who may call what\n\nEach role may do what those before it may: nobody (not signed in), guest (not signed in, where the desk lets guests read), reader, coder, reviewer, admin. Tokens of programs need the scope as well; where there is none, no token is taken. Written by `go test ./internal/publish/api -update`.\n\n| route | role | scope |\n| --- | --- | --- |\n")
	for _, a := range m.table.Routes() {
		scope := string(a.Scope)
		if scope == "" {
			scope = "-"
		}
		fmt.Fprintf(&routes, "| `%s` | %s | %s |\n", a.Pattern, roleName(a.Least), scope)
	}
	compare(t, "routes.md", []byte(routes.String()))
}

// The page of the reference loads nothing from anywhere but the desk.
func TestReferenceLoadsNothing(t *testing.T) {
	m := site(t)
	page, err := m.api.page()
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"http://", "https://", "<script", "style=", " on"} {
		if bad != " on" && bytes.Contains(page, []byte(bad)) {
			t.Errorf("the page holds %s", bad)
		}
	}
	for _, path := range []string{"/reference", "/reference.css", "/openapi.json"} {
		get(t, m, path, http.StatusOK, nil)
	}
	for _, item := range m.api.huma.OpenAPI().Paths {
		for _, op := range operations(item) {
			if !bytes.Contains(page, []byte(`id="`+op.OperationID+`"`)) {
				t.Errorf("the page lacks %s", op.OperationID)
			}
		}
	}
}
