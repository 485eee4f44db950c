package relational

import (
	"encoding/json"
	"fmt"

	"github.com/klauspost/compress/zstd"

	"sayso/internal/store"
)

// Bytes and records are kept compressed. Encoder and decoder are safe for
// concurrent use and made once.
var (
	encoder, _ = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedDefault), zstd.WithWindowSize(1<<20))
	decoder, _ = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(256<<20))
)

func pack(b []byte) []byte { return encoder.EncodeAll(b, make([]byte, 0, len(b)/3+64)) }

func unpack(b []byte) ([]byte, error) {
	out, err := decoder.DecodeAll(b, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", store.ErrBroken, err)
	}
	return out, nil
}

func packJSON(v any) ([]byte, error) {
	b, err := json.Marshal(v)
	return pack(b), err
}

// packed scans a column into a value.
func packed[T any](scan func(...any) error) (v T, err error) {
	var b []byte
	if err := scan(&b); err != nil {
		return v, err
	}
	return unpackJSON[T](b)
}

func unpackJSON[T any](b []byte) (v T, err error) {
	if b, err = unpack(b); err != nil {
		return v, err
	}
	return v, json.Unmarshal(b, &v)
}
