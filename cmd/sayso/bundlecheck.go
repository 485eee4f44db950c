package main

import (
	"archive/zip"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// What the parts of a bundle that are read whole may hold, so that a small file
// cannot fill the memory. The other files are as long as the manifest says.
const (
	maxManifest  = 256 << 20
	maxSignature = 1 << 10
)

// checkBundle checks each file's digest and the signature; it returns the lines
// of what does not hold, and an error for what is no bundle at all.
func checkBundle(name, wantKey string) (m manifest, found []string, err error) {
	z, err := openZip(name)
	if err != nil {
		return m, nil, err
	}
	defer z.Close()
	raw, err := zipped(&z.Reader, bundleManifest, maxManifest)
	if err != nil {
		return m, nil, err
	}
	if err := json.Unmarshal(raw, &m); err != nil {
		return m, nil, fmt.Errorf("%s: %w", bundleManifest, err)
	}
	if m.Schema != bundleSchema {
		return m, nil, fmt.Errorf("%s: is of %q, not of %s", bundleManifest, m.Schema, bundleSchema)
	}
	sig64, err := zipped(&z.Reader, bundleSignature, maxSignature)
	if err != nil {
		return m, nil, err
	}
	sig, err1 := base64.StdEncoding.DecodeString(string(sig64))
	key, err2 := base64.StdEncoding.DecodeString(m.Key)
	if err1 != nil || err2 != nil || len(key) != ed25519.PublicKeySize || !ed25519.Verify(key, raw, sig) {
		found = append(found, "manifest.json: the signature is not of it and the key that it names")
	}
	if wantKey != "" && wantKey != m.Key {
		found = append(found, "manifest.json: signed with another key, "+m.Key)
	}
	return m, append(found, checkFiles(&z.Reader, m.Files)...), nil
}

func openZip(name string) (*zip.ReadCloser, error) {
	z, err := zip.OpenReader(name)
	if errors.Is(err, zip.ErrFormat) {
		return nil, errors.New("is no bundle, or was cut short: " + err.Error())
	}
	return z, err
}

// checkFiles holds what is there against what the manifest lists: each file
// once, regular, with the bytes that were signed, and no other.
func checkFiles(z *zip.Reader, files []bundleFile) (found []string) {
	left := map[string]int{bundleManifest: 1, bundleSignature: 1}
	for _, f := range files {
		left[f.Name]++
	}
	for _, f := range z.File {
		switch n, listed := left[f.Name]; {
		case !listed:
			found = append(found, f.Name+": the manifest does not list it")
		case n == 0:
			found = append(found, f.Name+": is there twice")
		case !f.Mode().IsRegular():
			found = append(found, f.Name+": is a link or a folder, no file")
		}
		left[f.Name]--
	}
	for _, f := range files {
		if line := checkFile(z, f); line != "" {
			found = append(found, line)
		}
	}
	return found
}

func checkFile(z *zip.Reader, f bundleFile) string {
	r, err := z.Open(f.Name)
	if err != nil {
		return f.Name + ": is missing"
	}
	defer r.Close()
	h := sha256.New()
	n, err := io.Copy(h, io.LimitReader(r, f.Size+1)) // no more, so that nothing can swell
	if err != nil || n != f.Size || hex.EncodeToString(h.Sum(nil)) != f.SHA256 {
		return f.Name + ": is not what was signed"
	}
	return ""
}

// zipped is a file of a bundle, of at most so many bytes.
func zipped(z *zip.Reader, name string, most int64) ([]byte, error) {
	r, err := z.Open(name)
	if err != nil {
		return nil, fmt.Errorf("%s: is missing", name)
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, err)
	case int64(len(b)) > most:
		return nil, fmt.Errorf("%s: holds more than %d bytes", name, most)
	}
	return b, nil
}
