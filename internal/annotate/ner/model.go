package ner

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sort"
	"sync"

	"sayso/internal/model/wordclass"
	"sayso/internal/model/wordvec"
)

// Model is all that the stage knows. It is read-only after loading and safe
// for concurrent use.
type Model struct {
	Lexicon  *Lexicon
	Names    *Tagger  // persons, places, organisations in text of mixed case
	Caseless *Tagger  // the same in text all in capitals or without any
	Network  *Network // scores the same, beside Names or Caseless
	Extents  *Tagger  // weapons, platforms, times, quantities, nationalities
}

// The files of a model folder.
const (
	FileLexicon  = "lexicon.bin"
	FileNames    = "names.bin"
	FileCaseless = "caseless.bin"
	FileExtents  = "extents.bin"
	FileNetwork  = "network.bin"
	FileManifest = "manifest.json"
)

// Manifest lists a model folder's files with their SHA-256.
type Manifest struct {
	Format   int               `json:"format"`
	Task     string            `json:"task"`
	Language string            `json:"language"`
	Date     string            `json:"date"`
	Files    map[string]string `json:"files"` // name → hex SHA-256
}

// Load reads the model in folder dir of fsys. It fails where the manifest is of
// another format, a checksum is wrong or a file does not decode.
func Load(fsys fs.FS, dir string) (*Model, error) {
	b, err := fs.ReadFile(fsys, path.Join(dir, FileManifest))
	if err != nil {
		return nil, err
	}
	var m Manifest
	if err := json.Unmarshal(b, &m); err != nil {
		return nil, fmt.Errorf("%s: %w", path.Join(dir, FileManifest), err)
	}
	if m.Format != Format || m.Task != "names" {
		return nil, fmt.Errorf("%s: %w: task %q, format %d", dir, ErrFormat, m.Task, m.Format)
	}
	model := &Model{}
	parts := model.parts()
	errs := make([]error, len(parts))
	var wg sync.WaitGroup
	for i, part := range parts { // at the same time, one processor each
		wg.Go(func() {
			b, err := m.read(fsys, dir, part.name)
			if err == nil {
				err = part.set(b)
			}
			if err != nil {
				errs[i] = fmt.Errorf("%s: %w", path.Join(dir, part.name), err)
			}
		})
	}
	wg.Wait()
	return model, errors.Join(errs...)
}

// part is a file of the model and what its bytes become.
type part struct {
	name string
	set  func([]byte) error
}

func (m *Model) parts() []part {
	return []part{
		{FileLexicon, func(b []byte) error {
			classes, err := wordclass.Load()
			if err == nil {
				m.Lexicon, err = DecodeLexicon(b, classes)
			}
			return err
		}},
		{FileNames, func(b []byte) (err error) { m.Names, err = DecodeTagger(b); return }},
		{FileCaseless, func(b []byte) (err error) { m.Caseless, err = DecodeTagger(b); return }},
		{FileExtents, func(b []byte) (err error) { m.Extents, err = DecodeTagger(b); return }},
		{FileNetwork, func(b []byte) error {
			vectors, err := wordvec.Load()
			if err == nil {
				m.Network, err = DecodeNetwork(b, vectors)
			}
			return err
		}},
	}
}

// read returns a file's bytes when they have the manifest's checksum.
func (m *Manifest) read(fsys fs.FS, dir, name string) ([]byte, error) {
	b, err := fs.ReadFile(fsys, path.Join(dir, name))
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(b)
	if got := hex.EncodeToString(sum[:]); got != m.Files[name] {
		return nil, fmt.Errorf("%s: checksum %.12s…, manifest says %.12s…", path.Join(dir, name), got, m.Files[name])
	}
	return b, nil
}

// latest returns the newest folder below dir whose name begins with prefix.
func latest(fsys fs.FS, dir, prefix string) (string, error) {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return "", err
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() && len(e.Name()) > len(prefix) && e.Name()[:len(prefix)] == prefix {
			names = append(names, e.Name())
		}
	}
	if len(names) == 0 {
		return "", fmt.Errorf("%s: no model %s*", dir, prefix)
	}
	sort.Strings(names)
	return path.Join(dir, names[len(names)-1]), nil
}

func sortedRows(rows []Feature) []Feature {
	s := slices.Clone(rows)
	slices.SortStableFunc(s, func(a, b Feature) int {
		switch {
		case a.Key < b.Key:
			return -1
		case a.Key > b.Key:
			return 1
		}
		return 0
	})
	return s
}
