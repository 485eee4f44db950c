package main

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// entry is a file of a bundle.
type entry struct {
	name string
	mode fs.FileMode
	data []byte
}

// signedBundle makes a store with two articles and exports it, names given, so
// that there are raw pages.
func signedBundle(t testing.TB, dir string) []byte {
	t.Helper()
	at := func(name string) string { return filepath.Join(dir, name) }
	for name, text := range map[string]string{"a.txt": "Soldiers killed 3 people in Damascus on Monday, police said.", "b.txt": "A bomb wounded 7 people in Kabul on Monday, officials said."} {
		if err := os.WriteFile(at(name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"add", "--store", at("s.db"), "--published", "2019-01-28", at("a.txt"), at("b.txt")}, {"export", "--new-key", at("k.pem")},
		{"export", "--store", at("s.db"), "--format", "bundle", "--key", at("k.pem"), "--names", "a test", "--out", at("b.bundle")}} {
		var out bytes.Buffer
		if code := Main(args, strings.NewReader(""), &out, &out); code != exitOK {
			t.Fatalf("%v: %s", args, out.String())
		}
	}
	b, err := os.ReadFile(at("b.bundle"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func entries(t testing.TB, b []byte) []entry {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var out []entry
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, entry{f.Name, 0, data})
	}
	return out
}

func zippedUp(t testing.TB, list []entry) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range list {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		if e.mode != 0 {
			h.SetMode(e.mode)
		}
		w, err := z.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(e.data); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Whatever somebody does to a bundle is told in a line, and the code says
// whether something does not hold (7) or it is no bundle (5). Nothing of it is
// imported.
func TestTamperedBundles(t *testing.T) {
	dir := t.TempDir()
	whole := signedBundle(t, dir)
	list := entries(t, whole)
	raw := slices.IndexFunc(list, func(e entry) bool { return strings.HasPrefix(e.name, "raw/") })
	if raw < 0 {
		t.Fatal("the bundle holds no raw page")
	}
	nth := func(name string) int {
		return slices.IndexFunc(list, func(e entry) bool { return e.name == name })
	}
	flip := func(i, at int) func() []byte {
		return func() []byte {
			l := slices.Clone(list)
			l[i].data = bytes.Clone(l[i].data)
			l[i].data[at] ^= 1
			return zippedUp(t, l)
		}
	}
	change := func(f func(l []entry) []entry) func() []byte {
		return func() []byte { return zippedUp(t, f(slices.Clone(list))) }
	}
	records, rawName := list[nth(bundleRecords)].data, list[raw].name
	for _, c := range []struct {
		what string
		make func() []byte
		code int
		want []string
	}{
		{"a byte of a record", flip(nth(bundleRecords), bytes.Index(records, []byte(`"deaths"`))+1), exitFound, []string{"records.jsonl: is not what was signed"}},
		{"a byte of the evidence", flip(nth(bundleRecords), bytes.Index(records, []byte(`"quote":"`))+10), exitFound, []string{"records.jsonl: is not what was signed"}},
		{"a byte of a raw page", flip(raw, 3), exitFound, []string{rawName + ": is not what was signed"}},
		{"a byte of a digest in the manifest", flip(nth(bundleManifest), bytes.Index(list[nth(bundleManifest)].data, []byte(`"sha256": "`))+12), exitFound, []string{"manifest.json: the signature is not of it"}},
		{"the manifest is no JSON", flip(nth(bundleManifest), 0), exitData, []string{"manifest.json: "}},
		{"a byte of the signature", flip(nth(bundleSignature), 5), exitFound, []string{"manifest.json: the signature is not of it and the key that it names"}},
		{"another file", change(func(l []entry) []entry { return append(l, entry{"notes.txt", 0, []byte("x")}) }), exitFound, []string{"notes.txt: the manifest does not list it"}},
		{"a file twice", change(func(l []entry) []entry { return append(l, entry{bundleRecords, 0, []byte("x")}) }), exitFound, []string{"records.jsonl: is there twice"}},
		{"no raw page", change(func(l []entry) []entry { return slices.Delete(l, raw, raw+1) }), exitFound, []string{rawName + ": is missing"}},
		{"no records", change(func(l []entry) []entry { return slices.Delete(l, nth(bundleRecords), nth(bundleRecords)+1) }), exitFound, []string{"records.jsonl: is missing"}},
		{"no manifest", change(func(l []entry) []entry { return slices.Delete(l, nth(bundleManifest), nth(bundleManifest)+1) }), exitData, []string{"manifest.json: is missing"}},
		{"no signature", change(func(l []entry) []entry { return slices.Delete(l, nth(bundleSignature), nth(bundleSignature)+1) }), exitData, []string{"manifest.sig: is missing"}},
		{"a link in place of a page", change(func(l []entry) []entry {
			l[raw].mode, l[raw].data = fs.ModeSymlink|0o777, []byte("/etc/passwd")
			return l
		}), exitFound, []string{rawName + ": is a link or a folder, no file"}},
		{"a page that swells", change(func(l []entry) []entry { l[raw].data = make([]byte, 64<<20); return l }), exitFound, []string{rawName + ": is not what was signed"}},
		{"a signature that swells", change(func(l []entry) []entry { l[nth(bundleSignature)].data = make([]byte, 64<<20); return l }), exitData, []string{"manifest.sig: holds more than 1024 bytes"}},
		{"cut in half", func() []byte { return whole[:len(whole)/2] }, exitData, []string{"is no bundle, or was cut short"}},
		{"its last byte gone", func() []byte { return whole[:len(whole)-1] }, exitData, []string{"is no bundle, or was cut short"}},
		{"nothing", func() []byte { return nil }, exitData, []string{"is no bundle, or was cut short"}},
		{"no change at all", func() []byte { return whole }, exitOK, []string{"are what was signed"}},
	} {
		file := filepath.Join(dir, "tampered.bundle")
		if err := os.WriteFile(file, c.make(), 0o644); err != nil {
			t.Fatal(err)
		}
		code, out, errs := runMain(t, "verify", file)
		if code != c.code {
			t.Errorf("%s: exit code %d, want %d\n%s%s", c.what, code, c.code, out, errs)
		}
		for _, w := range c.want {
			if !strings.Contains(out+errs, w) {
				t.Errorf("%s: %q is not in\n%s%s", c.what, w, out, errs)
			}
		}
		if c.code == exitOK {
			continue
		}
		if n := strings.Count(strings.TrimSpace(out+errs), "\n"); n > 2 {
			t.Errorf("%s: told in %d lines\n%s%s", c.what, n+1, out, errs)
		}
		if code, _, _ := runMain(t, "import", file, "--store", filepath.Join(dir, "t.db"), "--by", "ann"); code != exitData {
			t.Errorf("%s: imported with exit code %d", c.what, code)
		}
	}
}

// A change to any byte is found, or changes no byte of what the bundle holds.
func FuzzTamperedBundle(f *testing.F) {
	dir := f.TempDir()
	whole := signedBundle(f, dir)
	want := entries(f, whole)
	for i := 0; i < len(whole); i += max(1, len(whole)/40) {
		f.Add(i, byte(1))
	}
	f.Fuzz(func(t *testing.T, at int, bit byte) {
		if at < 0 || at >= len(whole) || bit == 0 {
			return
		}
		b := bytes.Clone(whole)
		b[at] ^= bit
		file := filepath.Join(t.TempDir(), "b")
		if err := os.WriteFile(file, b, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, found, err := checkBundle(file, ""); err != nil || len(found) > 0 {
			return
		}
		if got := entries(t, b); !slices.EqualFunc(got, want, func(a, b entry) bool { return a.name == b.name && bytes.Equal(a.data, b.data) }) {
			t.Errorf("byte %d was changed by %d, and nothing was found", at, bit)
		}
	})
}
