package api

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
)

// conditional answers GET with an ETag of what it sends, and with nothing but
// that to who has it already. Streams pass as they are.
func conditional(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Cache-Control", "no-store")
			next.ServeHTTP(w, r)
			return
		}
		h := &held{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(h, r)
		h.send(r)
	})
}

// held keeps an answer back until it is whole.
type held struct {
	http.ResponseWriter
	status  int
	body    []byte
	decided bool // whether it streams
	streams bool
}

// WriteHeader implements [http.ResponseWriter].
func (h *held) WriteHeader(status int) {
	h.status = status
	h.decide()
	if h.streams {
		h.ResponseWriter.WriteHeader(status)
	}
}

func (h *held) decide() {
	if h.decided {
		return
	}
	h.decided = true
	media := h.Header().Get("Content-Type")
	h.streams = strings.HasPrefix(media, "text/event-stream") || strings.HasPrefix(media, "application/jsonl")
	if h.streams {
		h.Header().Set("Cache-Control", "no-store")
	}
}

// Write implements [http.ResponseWriter].
func (h *held) Write(b []byte) (int, error) {
	h.decide()
	if h.streams {
		return h.ResponseWriter.Write(b)
	}
	h.body = append(h.body, b...)
	return len(b), nil
}

// Flush implements [http.Flusher] for streams.
func (h *held) Flush() {
	if f, ok := h.ResponseWriter.(http.Flusher); ok && h.streams {
		f.Flush()
	}
}

// Unwrap is for [http.ResponseController].
func (h *held) Unwrap() http.ResponseWriter { return h.ResponseWriter }

func (h *held) send(r *http.Request) {
	if h.streams {
		return
	}
	if h.status != http.StatusOK {
		h.Header().Set("Cache-Control", "no-store")
		h.ResponseWriter.WriteHeader(h.status)
		_, _ = h.ResponseWriter.Write(h.body)
		return
	}
	sum := sha256.Sum256(h.body)
	tag := `"` + hex.EncodeToString(sum[:12]) + `"`
	h.Header().Set("ETag", tag)
	h.Header().Set("Cache-Control", "private, no-cache")
	h.Header().Set("Vary", "Cookie, Authorization")
	for one := range strings.SplitSeq(r.Header.Get("If-None-Match"), ",") {
		if one = strings.TrimPrefix(strings.TrimSpace(one), "W/"); one == tag || one == "*" {
			h.Header().Del("Content-Length")
			h.ResponseWriter.WriteHeader(http.StatusNotModified)
			return
		}
	}
	h.ResponseWriter.WriteHeader(h.status)
	_, _ = h.ResponseWriter.Write(h.body) // who asked is gone
}
