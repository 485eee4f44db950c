package warc

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// Page is what was fetched: the content of a response, or of a resource.
type Page struct {
	Status int    // 200, …; 200 for resources
	Media  string // Content-Type of the content
	Header string // header lines of the answer
	Body   []byte // without chunks and compression
}

// ErrNoPage is returned for records that hold no content that was fetched.
var ErrNoPage = errors.New("holds no page")

// Page reads the content of a response, resource or conversion. The body is at
// most limit bytes. Answers that say that they are chunked or compressed and
// are not are taken as they are.
func (rec *Record) Page(limit int64) (Page, error) {
	switch rec.Type {
	case "response":
		if strings.HasPrefix(rec.Target, "http") && bytes.HasPrefix(rec.Block, []byte("HTTP/")) {
			return rec.response(limit)
		}
		return Page{Status: 200, Media: rec.Media, Body: rec.Block}, nil
	case "resource", "conversion":
		return Page{Status: 200, Media: rec.Media, Body: rec.Block}, nil
	}
	return Page{}, fmt.Errorf("%w: it is a %s", ErrNoPage, rec.Type)
}

func (rec *Record) response(limit int64) (Page, error) {
	head, body, ok := bytes.Cut(rec.Block, []byte("\r\n\r\n"))
	if !ok {
		if head, body, ok = bytes.Cut(rec.Block, []byte("\n\n")); !ok {
			head, body = rec.Block, nil
		}
	}
	first, rest, _ := strings.Cut(string(head), "\n")
	parts := strings.Fields(first)
	if len(parts) < 2 {
		return Page{}, fmt.Errorf("has the status line %.40q", first)
	}
	status, err := strconv.Atoi(parts[1])
	if err != nil {
		return Page{}, fmt.Errorf("has the status %.20q", parts[1])
	}
	p := Page{Status: status, Media: value(rest, "content-type"), Header: string(head), Body: body}
	if strings.EqualFold(value(rest, "transfer-encoding"), "chunked") {
		if whole, ok := dechunk(body); ok {
			p.Body = whole
		}
	}
	p.Body, err = decode(p.Body, strings.ToLower(value(rest, "content-encoding")), limit)
	return p, err
}

// value is a header line's, by its name in any case.
func value(header, name string) string {
	for line := range strings.Lines(header) {
		if n, v, ok := strings.Cut(line, ":"); ok && strings.EqualFold(strings.TrimSpace(n), name) {
			return strings.TrimSpace(v)
		}
	}
	return ""
}

// dechunk puts chunks together; false if they are none.
func dechunk(body []byte) ([]byte, bool) {
	var out []byte
	for rest := body; ; {
		line, after, ok := bytes.Cut(rest, []byte("\n"))
		size, _, _ := strings.Cut(strings.TrimSpace(string(line)), ";")
		n, err := strconv.ParseInt(strings.TrimSpace(size), 16, 32)
		if !ok || err != nil || n < 0 || n > int64(len(after)) {
			return nil, false
		}
		if n == 0 {
			return out, true
		}
		out, rest = append(out, after[:n]...), bytes.TrimPrefix(bytes.TrimPrefix(after[n:], []byte("\r")), []byte("\n"))
	}
}

// decode undoes a Content-Encoding. Bytes that are not so encoded are taken as
// they are: archivers often keep the header and drop the encoding.
func decode(body []byte, encoding string, limit int64) ([]byte, error) {
	var in io.Reader
	var err error
	switch encoding {
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(body, []byte{0x1f, 0x8b}) {
			return body, nil
		}
		in, err = gzip.NewReader(bytes.NewReader(body))
	case "deflate":
		if in, err = zlib.NewReader(bytes.NewReader(body)); err != nil {
			in, err = flate.NewReader(bytes.NewReader(body)), nil
		}
	case "br", "zstd":
		return nil, fmt.Errorf("is compressed with %s, which is not read", encoding)
	default:
		return body, nil
	}
	if err != nil {
		return nil, fmt.Errorf("cannot be decompressed: %w", err)
	}
	out, err := io.ReadAll(io.LimitReader(in, limit+1))
	switch {
	case int64(len(out)) > limit:
		return nil, fmt.Errorf("is over %d bytes", limit)
	case err != nil && encoding == "deflate":
		return body, nil // said so, and is not
	case err != nil:
		return nil, fmt.Errorf("cannot be decompressed: %w", err)
	}
	return out, nil
}

// Mismatch says how the digest that the record gives of its block differs from
// the block's; "" where it is right, where none is given, and where it is of a
// kind that is not known.
func (rec *Record) Mismatch() string {
	kind, given, ok := strings.Cut(rec.Field("WARC-Block-Digest"), ":")
	if !ok {
		return ""
	}
	var sum []byte
	switch strings.ToLower(kind) {
	case "sha1":
		s := sha1.Sum(rec.Block)
		sum = s[:]
	case "sha256":
		s := sha256.Sum256(rec.Block)
		sum = s[:]
	case "md5":
		s := md5.Sum(rec.Block)
		sum = s[:]
	default:
		return ""
	}
	for _, written := range []string{strings.ToLower(base32.StdEncoding.EncodeToString(sum)), hex.EncodeToString(sum)} {
		if strings.EqualFold(written, given) {
			return ""
		}
	}
	if given == base64.StdEncoding.EncodeToString(sum) || given == base64.URLEncoding.EncodeToString(sum) {
		return ""
	}
	return fmt.Sprintf("its block has the %s %s and not %s as it says", kind, base32.StdEncoding.EncodeToString(sum), given)
}
