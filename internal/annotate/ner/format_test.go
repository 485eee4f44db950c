package ner

import (
	"bytes"
	"errors"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"sayso/data"
	"sayso/internal/document"
)

var twoKinds = []document.NameKind{document.NamePerson, document.NamePlace}

func smallTagger(t testing.TB) ([]Feature, []int16, []byte) {
	t.Helper()
	L := LabelCount(twoKinds)
	rows := make([]Feature, 5)
	for i := range rows {
		rows[i] = Feature{Key: uint32(97*(5-i)) | 1, Weights: make([]int16, L)}
		for l := range rows[i].Weights {
			rows[i].Weights[l] = int16(i*l - 7)
		}
	}
	pairs := make([]int16, L*L)
	for i := range pairs {
		pairs[i] = int16(i - 40)
	}
	b, err := EncodeTagger(twoKinds, rows, pairs)
	if err != nil {
		t.Fatal(err)
	}
	return rows, pairs, b
}

func TestTaggerFile(t *testing.T) {
	rows, pairs, b := smallTagger(t)
	got, err := DecodeTagger(b)
	if err != nil {
		t.Fatal(err)
	}
	want := NewTagger(twoKinds, rows, pairs)
	for _, r := range rows {
		i, ok := got.rows.get(r.Key)
		if !ok {
			t.Fatalf("key %d is lost", r.Key)
		}
		for l, w := range r.Weights {
			if got.weights[int(i)*got.wide+l] != w {
				t.Errorf("key %d label %d: %d, want %d", r.Key, l, got.weights[int(i)*got.wide+l], w)
			}
		}
	}
	for i := range want.trans {
		if got.trans[i] != want.trans[i] {
			t.Errorf("pair %d: %d, want %d", i, got.trans[i], want.trans[i])
		}
	}
}

func TestLexiconFile(t *testing.T) {
	phrases := []Entry{{Key: PhraseKey(Hash("gaza"), Hash("strip")), Lists: 2}}
	b, err := EncodeLexicon(phrases)
	if err != nil {
		t.Fatal(err)
	}
	l, err := DecodeLexicon(b, nil)
	if err != nil {
		t.Fatal(err)
	}
	x := NewExtractor(l)
	in := []string{"the", "Gaza", "Strip"}
	x.Begin(len(in), func(i int) string { return in[i] }, false)
	if x.attrs[0].gazetteer != 0 || x.attrs[1].gazetteer != 2<<2 || x.attrs[2].gazetteer != 3<<2 {
		t.Errorf("marks %b %b %b", x.attrs[0].gazetteer, x.attrs[1].gazetteer, x.attrs[2].gazetteer)
	}
}

// TestBroken cuts and changes files: they are refused, or read as something,
// and nothing panics.
func TestBroken(t *testing.T) {
	_, _, b := smallTagger(t)
	for n := range b {
		if _, err := DecodeTagger(b[:n]); !errors.Is(err, ErrFormat) {
			t.Errorf("%d of %d bytes: %v", n, len(b), err)
		}
	}
	if _, err := DecodeLexicon(b, nil); !errors.Is(err, ErrFormat) {
		t.Errorf("a tagger as a lexicon: %v", err)
	}
}

func FuzzFormat(f *testing.F) {
	_, _, b := smallTagger(f)
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		if tagger, err := DecodeTagger(b); err == nil {
			x := NewExtractor(NewLexicon(nil, nil))
			x.Begin(2, func(int) string { return "Gaza" }, false)
			tagger.Labels(x)
		}
		DecodeLexicon(b, nil)
	})
}

func TestManifest(t *testing.T) {
	dir, err := latest(data.FS, "models/ner", "en-")
	if err != nil {
		t.Fatal(err)
	}
	good, _ := data.FS.ReadFile(dir + "/" + FileManifest)
	names, _ := data.FS.ReadFile(dir + "/" + FileLexicon)
	for what, files := range map[string]fstest.MapFS{
		"nothing":        {},
		"no JSON":        {"m/manifest.json": {Data: []byte("{")}},
		"other format":   {"m/manifest.json": {Data: bytes.Replace(good, []byte(`"format": `), []byte(`"format": 9`), 1)}},
		"no files":       {"m/manifest.json": {Data: good}},
		"wrong checksum": {"m/manifest.json": {Data: good}, "m/lexicon.bin": {Data: append([]byte("x"), names...)}},
	} {
		if _, err := Load(files, "m"); err == nil {
			t.Errorf("%s: no error", what)
		}
	}
	if _, err := latest(fstest.MapFS{}, "models/ner", "en-"); err == nil {
		t.Error("latest of nothing: no error")
	}
}

func TestTable(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		keys := rapid.SliceOf(rapid.Uint32Range(1, 300)).Draw(r, "keys")
		var tab table
		want := map[uint32]int32{}
		for _, k := range keys {
			if _, ok := want[k]; !ok {
				want[k] = int32(len(want))
			}
			if got := tab.put(k, 0); got != want[k] {
				r.Fatalf("put %d: row %d, want %d", k, got, want[k])
			}
		}
		for k := uint32(1); k < 301; k++ {
			got, ok := tab.get(k)
			row, known := want[k]
			if ok != known || ok && got != row {
				r.Fatalf("get %d: %d %v, want %d %v", k, got, ok, row, known)
			}
		}
	})
}
