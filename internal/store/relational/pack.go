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

// packed scans a column with what a value is known by, which is named where it
// is damaged, and one with the value.
func packed[T any](what string) func(scan func(...any) error) (T, error) {
	return func(scan func(...any) error) (v T, err error) {
		var b []byte
		var name string
		if err := scan(&name, &b); err != nil {
			return v, err
		}
		if v, err = unpackJSON[T](b); err != nil {
			err = fmt.Errorf("%s %s: %w", what, name, err)
		}
		return v, err
	}
}

func unpackJSON[T any](b []byte) (v T, err error) {
	if b, err = unpack(b); err != nil {
		return v, err
	}
	if err := json.Unmarshal(b, &v); err != nil {
		return v, fmt.Errorf("%w: %w", store.ErrBroken, err)
	}
	return v, nil
}
