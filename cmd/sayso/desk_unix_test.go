//go:build unix

package main

import (
	"io"
	"net/http"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"sayso/internal/publish/ui"
)

// 'sayso storybook' shows every page and state, and 'sayso demo --serve' opens
// the desk on the articles that ship, coded and joined.
func TestStorybookAndDemo(t *testing.T) {
	page := func(address, path string) (int, string) {
		r, err := http.Get("http://" + address + path)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		b, err := io.ReadAll(r.Body)
		if err != nil {
			t.Fatal(err)
		}
		return r.StatusCode, string(b)
	}
	address, _, _ := strings.Cut(opened(t, exec.Command("sayso", "storybook", "--listen", "127.0.0.1:0")), "/")
	_, list := page(address, "/storybook")
	for _, one := range ui.Shown() {
		status, body := page(address, one.Path)
		if !strings.Contains(body, "<h1") || status >= 500 && !strings.HasPrefix(one.Path, "/storybook/refusal/5") {
			t.Errorf("%s: %d %.100s", one.Path, status, body)
		}
		if one.Path != "/storybook" && !strings.Contains(list, `href="`+strings.ReplaceAll(one.Path, "&", "&amp;")+`"`) {
			t.Errorf("the storybook does not lead to %s", one.Path)
		}
	}
	address, _, _ = strings.Cut(opened(t, exec.Command("sayso", "demo", "--serve", "--store", filepath.Join(t.TempDir(), "s.db"), "--listen", "127.0.0.1:0")), "/")
	if _, body := page(address, "/?q=Maidan+Wardak"); !strings.Contains(body, "Maidan Wardak") || !strings.Contains(body, `href="/incidents/`) {
		t.Errorf("the demo shows %.2000s", body)
	}
	if _, body := page(address, "/articles"); strings.Count(body, `href="/articles/`) < 14 {
		t.Errorf("the demo has the articles %.2000s", body)
	}
}
