package warc

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "rewrite the expected texts")

// listing is an archive as a text: a line for each record and fault.
func listing(raw []byte, o Options) string {
	var b strings.Builder
	for rec, err := range Records(bytes.NewReader(raw), o) {
		var bad *Fault
		if errors.As(err, &bad) {
			fmt.Fprintf(&b, "%v\n", err)
			continue
		}
		if err != nil {
			fmt.Fprintf(&b, "ended: %v\n", err)
			break
		}
		fmt.Fprintf(&b, "%d+%d %s %s %s %d bytes %.8s", rec.Offset, rec.Inner, rec.Type, rec.Date, rec.Target, len(rec.Block), rec.Digest)
		if m := rec.Mismatch(); m != "" {
			b.WriteString("; " + m)
		}
		if p, err := rec.Page(1 << 20); err == nil {
			fmt.Fprintf(&b, "; %d %s %d bytes", p.Status, p.Media, len(p.Body))
		} else if !errors.Is(err, ErrNoPage) {
			fmt.Fprintf(&b, "; %v", err)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// The samples of warcio, whole and broken.
func TestSamples(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "..", "shared", "data", "warc-samples")
	files, err := filepath.Glob(filepath.Join(dir, "*arc*"))
	if err != nil || len(files) == 0 {
		t.Skip("needs ../shared/data/warc-samples")
	}
	var b strings.Builder
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "== %s\n%s", filepath.Base(f), listing(raw, Options{}))
	}
	golden(t, "samples.txt", b.String())
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || got != string(want) {
		t.Errorf("%v; got\n%s\nwant\n%s", err, got, want)
	}
}

func one(target, body string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: %s\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", target, len(body), body)
}

func zipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write([]byte(s))
	if err := errors.Join(err, z.Close()); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.String()
}

// targets are the addresses of the whole records and the number of faults.
func targets(raw string, o Options) (out []string, faults int) {
	for rec, err := range Records(strings.NewReader(raw), o) {
		if err != nil {
			faults++
		} else {
			out = append(out, rec.Target)
		}
	}
	return out, faults
}

func TestWhatIsWholeIsRead(t *testing.T) {
	a, b, c := one("a", "first"), one("b", strings.Repeat("second ", 100)), one("c", "third")
	lie := func(s string, from, to string) string {
		return strings.Replace(s, "Content-Length: "+from, "Content-Length: "+to, 1)
	}
	for _, x := range []struct {
		name, raw, want string
		faults          int
	}{
		{"plain", a + b + c, "a b c", 0}, {"a member each", zipped(a) + zipped(b) + zipped(c), "a b c", 0}, {"one member", zipped(a + b + c), "a b c", 0},
		{"mixed", a + zipped(b) + c + zipped(a), "a b c a", 0}, {"concatenated", a + c + zipped(a+c), "a c a c", 0}, {"empty", "", "", 0},
		{"cut off in a block", a + b[:300], "a", 1}, {"cut off in a header", a + b[:30], "a", 1}, {"cut off in a member", zipped(a) + zipped(b)[:50], "a", 1},
		{"a member is damaged", zipped(a) + damaged(zipped(b)) + zipped(c), "a c", 1}, {"junk before", "junk\n" + a, "a", 1}, {"junk between", a + "junk, and more of it\n" + b, "a b", 1},
		{"length too small", a + lie(b, "700", "5") + c, "a c", 1}, {"length too large", a + lie(b, "700", "710") + c, "a c", 1},
		{"length over the end", a + lie(b, "700", "70000") + c, "a c", 1}, {"length negative", a + lie(b, "700", "-7") + c, "a c", 1},
		{"no length", a + lie(b, "700", "") + c, "a c", 1}, {"small in a member", zipped(lie(b, "700", "5")+c) + zipped(a), "c a", 1},
		{"large in a member", zipped(lie(b, "700", "9999")) + zipped(a), "a", 1}, {"over the limit", a + one("big", strings.Repeat("x", 5000)) + c, "a c", 1},
		{"one line end", strings.TrimSuffix(a, "\r\n") + c, "a c", 0}, {"a member inside a record", zipped(b[:200]) + zipped(b[200:]+c) + zipped(a), "b c a", 0}, {"no colon", "WARC/1.0\r\nnonsense\r\n\r\n" + a, "a", 1},
	} {
		got, faults := targets(x.raw, Options{Block: 4000})
		if strings.Join(got, " ") != x.want || faults != x.faults {
			t.Errorf("%s: %v and %d faults, want %s and %d\n%s", x.name, got, faults, x.want, x.faults, listing([]byte(x.raw), Options{Block: 4000}))
		}
	}
}

func damaged(s string) string {
	b := []byte(s)
	for i := 12; i < 20; i++ {
		b[i] ^= 0x55
	}
	return string(b)
}

// Whatever is cut out or changed in the middle, records before and after it
// that are whole are read, each at its offset.
func TestDamageStaysLocal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var parts []string
		for i := range rapid.IntRange(3, 6).Draw(t, "records") {
			body := strings.Repeat(rapid.StringMatching(`[a-z \n]{1,20}`).Draw(t, "body"), 10)
			s := strings.Replace(one(fmt.Sprintf("r%d", i), body), "Content-Length", fmt.Sprintf("WARC-Block-Digest: sha256:%x\r\nContent-Length", sha256.Sum256([]byte(body))), 1)
			if rapid.Bool().Draw(t, "zipped") {
				s = zipped(s)
			}
			parts = append(parts, s)
		}
		hit := rapid.IntRange(1, len(parts)-2).Draw(t, "hit")
		from := rapid.IntRange(0, len(parts[hit])-1).Draw(t, "from")
		parts[hit] = parts[hit][:from] + parts[hit][rapid.IntRange(from+1, len(parts[hit])).Draw(t, "to"):]
		raw := strings.Join(parts, "")
		got := map[string]int64{}
		for rec, err := range Records(strings.NewReader(raw), Options{}) {
			if err == nil {
				got[rec.Target] = rec.Offset
			}
		}
		offset := 0
		for i, p := range parts {
			at, ok := got[fmt.Sprintf("r%d", i)]
			if i != hit && (!ok || at != int64(offset)) {
				t.Fatalf("record %d of %q: %v at %d, want %d", i, raw, ok, at, offset)
			}
			offset += len(p)
		}
	})
}

func TestPage(t *testing.T) {
	answer := func(header, body string) string {
		return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + header + "\r\n" + body
	}
	for _, c := range []struct{ name, block, want string }{
		{"plain", answer("", "hello"), "hello"}, {"gzip", answer("Content-Encoding: gzip\r\n", zipped("hello")), "hello"},
		{"says gzip and is not", answer("Content-Encoding: gzip\r\n", "hello"), "hello"}, {"chunks", answer("Transfer-Encoding: chunked\r\n", "2;x=y\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"), "hello"},
		{"says chunks and is not", answer("Transfer-Encoding: chunked\r\n", "hello"), "hello"}, {"chunks of gzip", answer("transfer-encoding: chunked\r\nCONTENT-ENCODING: gzip\r\n", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(zipped("hello")), zipped("hello"))), "hello"},
		{"bare line ends", "HTTP/1.0 200\nContent-Type: text/html\n\nhello", "hello"}, {"bomb", answer("Content-Encoding: gzip\r\n", zipped(strings.Repeat("x", 200))), "error"},
		{"brotli", answer("Content-Encoding: br\r\n", "x"), "error"}, {"cut gzip", answer("Content-Encoding: gzip\r\n", zipped("hello")[:15]), "error"},
	} {
		rec := Record{Type: "response", Target: "http://x/", Block: []byte(c.block)}
		p, err := rec.Page(100)
		if got := string(p.Body); (err == nil) != (c.want != "error") || err == nil && got != c.want {
			t.Errorf("%s: %q, %v", c.name, got, err)
		}
	}
	request := Record{Type: "request"}
	if _, err := request.Page(1); !errors.Is(err, ErrNoPage) {
		t.Errorf("a request: %v", err)
	}
}

func FuzzRecords(f *testing.F) {
	f.Add([]byte(one("a", "b") + zipped(one("c", "d"))))
	f.Add([]byte("filedesc://x 1 20140216050221 text/plain 4\nabc\n\nhttp://a b 1 2 t 3\nxyz\n"))
	f.Add([]byte("\x1f\x8b\x08\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		last := int64(-1)
		n := 0
		for rec, err := range Records(bytes.NewReader(raw), Options{Block: 1 << 16}) {
			if n++; n > len(raw)+1 {
				t.Fatal("more records than bytes")
			}
			if err != nil {
				continue
			}
			if rec.Offset < last {
				t.Fatalf("offset %d after %d", rec.Offset, last)
			}
			last = rec.Offset
			_, _ = rec.Page(1 << 16)
			_ = rec.Mismatch()
		}
	})
}

func BenchmarkRecords(b *testing.B) {
	raw := []byte(strings.Repeat(zipped(one("a", strings.Repeat("some text of a page ", 500))), 100))
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Records(bytes.NewReader(raw), Options{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
