package model

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sayso/data"
	"testing"
	"testing/fstest"
)

// shelf saves a model and returns the file system that holds it.
func shelf(t *testing.T) fstest.MapFS {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "en-2026-01-02")
	if err := Save(dir, "tag", []byte("the payload, the payload")); err != nil {
		t.Fatal(err)
	}
	out := fstest.MapFS{}
	for _, name := range []string{"model.bin", "manifest.json"} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		out[path.Join("models/tag/en-2026-01-02", name)] = &fstest.MapFile{Data: b}
	}
	return out
}

func TestLoadWhatWasSaved(t *testing.T) {
	got, err := Load(shelf(t), "tag")
	if err != nil || string(got) != "the payload, the payload" {
		t.Errorf("got %q, %v", got, err)
	}
}

// TestNewest says that of two folders the later date is loaded.
func TestNewest(t *testing.T) {
	s := shelf(t)
	s["models/tag/en-2025-12-31/model.bin"] = &fstest.MapFile{Data: []byte("old")}
	if _, err := Load(s, "tag"); err != nil {
		t.Error(err)
	}
}

// TestRefuses says with what error each fault of a file is refused.
func TestRefuses(t *testing.T) {
	const bin, manifest = "models/tag/en-2026-01-02/model.bin", "models/tag/en-2026-01-02/manifest.json"
	for name, c := range map[string]struct {
		file   string
		change func([]byte) []byte
		want   error
	}{
		"a newer format":      {bin, func(b []byte) []byte { b[len(magic)] = Format + 1; return b }, ErrFormat},
		"another file":        {bin, func(b []byte) []byte { b[0] = 'X'; return b }, ErrMagic},
		"a changed digest":    {bin, func(b []byte) []byte { b[len(magic)+1] ^= 1; return b }, ErrChecksum},
		"a changed payload":   {bin, func(b []byte) []byte { b[len(b)-3] ^= 1; return b }, ErrChecksum},
		"a file cut short":    {bin, func(b []byte) []byte { return b[:len(b)-2] }, ErrChecksum},
		"no file":             {bin, nil, fs.ErrNotExist},
		"no manifest":         {manifest, nil, fs.ErrNotExist},
		"a newer manifest":    {manifest, func(b []byte) []byte { return bytes.Replace(b, []byte(`"format": 1`), []byte(`"format": 9`), 1) }, ErrFormat},
		"a manifest of bytes": {manifest, func(b []byte) []byte { return bytes.Replace(b, []byte(`"bytes": `), []byte(`"bytes": 1`), 1) }, ErrChecksum},
	} {
		s := shelf(t)
		if c.change == nil {
			delete(s, c.file)
		} else {
			s[c.file].Data = c.change(bytes.Clone(s[c.file].Data))
		}
		if _, err := Load(s, "tag"); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	if _, err := Load(shelf(t), "parse"); err == nil {
		t.Error("a model that does not exist was loaded")
	}
}

func FuzzUnpack(f *testing.F) {
	good, err := Pack([]byte("payload"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add(good[:len(good)-1])
	f.Fuzz(func(_ *testing.T, b []byte) { _, _ = Unpack(b) })
}

// TestCarried says that every model the program carries can be read.
func TestCarried(t *testing.T) {
	for _, task := range []string{"wordclass", "wordvec", "sentence", "tag", "depparse"} {
		if _, err := Load(data.FS, task); err != nil {
			t.Error(err)
		}
	}
}
