package main

import (
	"archive/zip"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"os"

	"sayso/internal/store"
)

// bundleSchema names the manifest of a bundle.
const bundleSchema = "sayso-bundle/1"

// The files of a bundle, a zip archive, in their order; between them raw/DIGEST
// for the bytes of each page.
const (
	bundleRecords   = "records.jsonl"
	bundleManifest  = "manifest.json"
	bundleSignature = "manifest.sig"
)

// manifest lists what a bundle holds. The signature is of its bytes.
type manifest struct {
	Schema  string       `json:"schema"`
	Version string       `json:"version"`
	Names   string       `json:"names"` // of private persons: withheld or given
	Key     string       `json:"key"`   // public Ed25519 key, base64
	Files   []bundleFile `json:"files"`
}

type bundleFile struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// bundle writes records, evidence and raw pages with a signed manifest.
func (x *exporter) bundle(w io.Writer, keyFile string) error {
	key, err := readKey(keyFile)
	if err != nil {
		return fail(exitUsage, err)
	}
	z := zip.NewWriter(w)
	m := manifest{Schema: bundleSchema, Version: version(), Names: named(x.names), Key: base64.StdEncoding.EncodeToString(key.Public().(ed25519.PublicKey))}
	put := func(name string, write func(io.Writer) error) error {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		h := &counted{hash: sha256.New()}
		if err := write(io.MultiWriter(f, h)); err != nil {
			return err
		}
		m.Files = append(m.Files, bundleFile{name, h.n, hex.EncodeToString(h.hash.Sum(nil))})
		return nil
	}
	if err := put(bundleRecords, x.archive); err != nil {
		return err
	}
	if err := x.raws(put); err != nil {
		return err
	}
	b, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	if err := put(bundleManifest, func(w io.Writer) error { _, err := w.Write(b); return err }); err != nil {
		return err
	}
	sig := base64.StdEncoding.EncodeToString(ed25519.Sign(key, b))
	if err := put(bundleSignature, func(w io.Writer) error { _, err := io.WriteString(w, sig); return err }); err != nil {
		return err
	}
	return z.Close()
}

// raws puts the bytes of each page, but of those that name private persons.
func (x *exporter) raws(put func(string, func(io.Writer) error) error) error {
	seen := map[string]bool{}
	return x.articles(func(a *store.Article) error {
		line, err := x.archived(a)
		if err != nil || line == nil {
			return err
		}
		for _, r := range line.Raws {
			if r.Withheld || seen[r.Digest] {
				continue
			}
			seen[r.Digest] = true
			raw, err := x.tx.Raw(r.Digest)
			if errors.Is(err, store.ErrNotFound) {
				continue // named by an imported archive that did not hold it
			}
			if err != nil {
				return fail(exitStore, err)
			}
			if err := put("raw/"+r.Digest, func(w io.Writer) error { _, err := w.Write(raw.Bytes); return err }); err != nil {
				return err
			}
		}
		return nil
	})
}

type counted struct {
	hash interface {
		io.Writer
		Sum([]byte) []byte
	}
	n int64
}

// Write implements io.Writer.
func (c *counted) Write(b []byte) (int, error) {
	c.n += int64(len(b))
	return c.hash.Write(b)
}

func readKey(file string) (ed25519.PrivateKey, error) {
	if file == "" {
		return nil, errors.New("a bundle is signed: name a key with --key, or make one with --new-key")
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	p, _ := pem.Decode(b)
	if p == nil {
		return nil, fmt.Errorf("%s is no PEM file", file)
	}
	k, err := x509.ParsePKCS8PrivateKey(p.Bytes)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	key, ok := k.(ed25519.PrivateKey)
	if !ok {
		return nil, fmt.Errorf("%s holds no Ed25519 key", file)
	}
	return key, nil
}

// makeKey makes a key in a file that must not exist, and prints its public part.
func makeKey(s streams, file string) error {
	public, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return fail(exitFailure, err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return fail(exitFailure, err)
	}
	f, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return fail(exitUsage, err)
	}
	if err := errors.Join(pem.Encode(f, &pem.Block{Type: "PRIVATE KEY", Bytes: der}), f.Close()); err != nil {
		return fail(exitFailure, err)
	}
	_, err = fmt.Fprintln(s.out, base64.StdEncoding.EncodeToString(public))
	return fail(exitFailure, err)
}
