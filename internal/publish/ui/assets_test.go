package ui

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"testing"
)

// Every file is the same to who takes it packed and to who does not; those that
// are carried packed as well.
func TestFilesPackedAndPlain(t *testing.T) {
	f, err := loadFiles()
	if err != nil {
		t.Fatal(err)
	}
	get := func(name, accept string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, "/assets/"+name, nil)
		r.SetPathValue("name", name)
		r.Header.Set("Accept-Encoding", accept)
		w := httptest.NewRecorder()
		f.ServeHTTP(w, r)
		if w.Code != http.StatusOK {
			t.Fatalf("%s: %d", name, w.Code)
		}
		return w
	}
	for name := range f.byName {
		plain, packed := get(name, "identity"), get(name, "gzip, br")
		got := packed.Body.Bytes()
		if packed.Header().Get("Content-Encoding") == "gzip" {
			if got, err = unzip(got); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		if !bytes.Equal(got, plain.Body.Bytes()) || len(got) < 100 || plain.Header().Get("Content-Encoding") != "" {
			t.Errorf("%s: %d and %d bytes", name, len(got), plain.Body.Len())
		}
	}
	for _, name := range []string{"maplibre/maplibre-gl.mjs", "maplibre/maplibre-gl-worker.mjs"} {
		if f.byName[name] == nil {
			t.Errorf("no %s", name)
		}
	}
}
