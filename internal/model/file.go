package model

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"

	"github.com/klauspost/compress/zstd"
)

// Format is the version of the file format that this program reads.
const Format = 1

const magic = "SAYSOMDL"

// maxPayload bounds what a file may unpack to, in bytes.
const maxPayload = 256 << 20

// Reasons for which a file is refused; test with errors.Is.
var (
	ErrMagic    = errors.New("not a model file")
	ErrFormat   = errors.New("unknown version of the model format")
	ErrChecksum = errors.New("model does not match its checksum")
)

// Manifest describes a model folder (manifest.json).
type Manifest struct {
	Task     string `json:"task"`     // "tag"
	Language string `json:"language"` // "en"
	Date     string `json:"date"`     // "2026-11-23", part of the folder's name
	Format   int    `json:"format"`   // as [Format]
	SHA256   string `json:"sha256"`   // of model.bin, hex
	Bytes    int    `json:"bytes"`    // of model.bin
}

// Pack makes the content of a model file from its payload.
func Pack(payload []byte) ([]byte, error) {
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(payload)
	out := append([]byte(magic), Format)
	out = append(out, sum[:]...)
	return enc.EncodeAll(payload, out), enc.Close()
}

// Unpack checks a model file and returns its payload.
func Unpack(file []byte) ([]byte, error) {
	head := len(magic) + 1 + sha256.Size
	if len(file) < head || string(file[:len(magic)]) != magic {
		return nil, ErrMagic
	}
	if v := file[len(magic)]; v != Format {
		return nil, fmt.Errorf("%w: file has %d, this program reads %d", ErrFormat, v, Format)
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(maxPayload), zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer dec.Close()
	payload, err := dec.DecodeAll(file[head:], nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrChecksum, err)
	}
	if sum := sha256.Sum256(payload); !bytes.Equal(sum[:], file[len(magic)+1:head]) {
		return nil, ErrChecksum
	}
	return payload, nil
}

// Load returns the payload of the newest model of a task under models in files,
// which is the data that the program carries.
func Load(files fs.FS, task string) ([]byte, error) {
	dir := path.Join("models", task)
	entries, err := fs.ReadDir(files, dir)
	if err != nil {
		return nil, fmt.Errorf("model %s: %w", task, err)
	}
	folder := ""
	for _, e := range entries { // sorted by name, so by date
		if e.IsDir() {
			folder = path.Join(dir, e.Name())
		}
	}
	if folder == "" {
		return nil, fmt.Errorf("model %s: no folder in %s", task, dir)
	}
	payload, err := loadFolder(files, folder)
	if err != nil {
		return nil, fmt.Errorf("model %s: %w", folder, err)
	}
	return payload, nil
}

// loadFolder reads the model of one folder and checks it against its manifest.
func loadFolder(files fs.FS, folder string) ([]byte, error) {
	b, err := fs.ReadFile(files, path.Join(folder, "manifest.json"))
	if err != nil {
		return nil, err
	}
	var m Manifest
	if err := json.Unmarshal(b, &m); err != nil {
		return nil, fmt.Errorf("manifest.json: %w", err)
	}
	if m.Format != Format {
		return nil, fmt.Errorf("%w: manifest has %d, this program reads %d", ErrFormat, m.Format, Format)
	}
	file, err := fs.ReadFile(files, path.Join(folder, "model.bin"))
	if err != nil {
		return nil, err
	}
	if len(file) != m.Bytes {
		return nil, fmt.Errorf("%w: %d bytes, manifest says %d", ErrChecksum, len(file), m.Bytes)
	}
	return Unpack(file)
}
