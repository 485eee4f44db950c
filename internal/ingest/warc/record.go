package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"sayso"
)

// How reasons begin that the reader looks at.
const cut, noRecord = "is cut off", "is no record"

func faultf(form string, args ...any) error { return &Fault{0, fmt.Sprintf(form, args...)} }

// record reads a record whose first byte is next. Errors are a [*Fault] whose
// offset the caller fills in, or the reader's own.
func (r *reader) record(in *counter) (Record, error) {
	line, err := readLine(in)
	if err != nil {
		return Record{}, cutOff(err)
	}
	switch {
	case len(line) == len("WARC/1.0") && strings.HasPrefix(line, mark) && versionLine([]byte(line+"\n")):
		return r.warc(in, line)
	case strings.HasPrefix(line, "filedesc:"), r.arc > 0:
		return r.arcRecord(in, line)
	}
	return Record{}, faultf(noRecord+": it begins with %.40q", line)
}

func cutOff(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return faultf(cut)
	}
	return err
}

// readLine reads a line without its end.
func readLine(in *counter) (string, error) {
	var line []byte
	for len(line) <= maxHeader {
		b, err := in.ReadByte()
		if err != nil {
			return "", err
		}
		if b == '\n' {
			return strings.TrimSuffix(string(line), "\r"), nil
		}
		line = append(line, b)
	}
	return "", faultf("has a line of over %d bytes", maxHeader)
}

func (r *reader) warc(in *counter, version string) (Record, error) {
	rec := Record{Format: version}
	size := 0
	for {
		line, err := readLine(in)
		if err != nil {
			return rec, cutOff(err)
		}
		if size += len(line); size > maxHeader {
			return rec, faultf("has a header of over %d bytes", maxHeader)
		}
		if line == "" {
			break
		}
		if i := strings.LastIndex(line, mark); i >= 0 && versionLine([]byte(line[i:]+"\n")) {
			return rec, faultf(cut + " in its header: another record begins there")
		}
		if n := len(rec.Fields); (line[0] == ' ' || line[0] == '\t') && n > 0 { // the line before goes on
			rec.Fields[n-1].Value += " " + strings.TrimSpace(line)
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			return rec, faultf("has a header line without a colon: %.40q", line)
		}
		rec.Fields = append(rec.Fields, Field{strings.TrimSpace(name), strings.TrimSpace(value)})
	}
	rec.Type = strings.ToLower(rec.Field("WARC-Type"))
	rec.Target = strings.Trim(rec.Field("WARC-Target-URI"), "<>") // wget writes it so
	rec.Date, rec.Media = rec.Field("WARC-Date"), rec.Field("Content-Type")
	length, err := strconv.ParseInt(rec.Field("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return rec, faultf("has the length %q", rec.Field("Content-Length"))
	}
	if err := r.block(in, &rec, length); err != nil {
		return rec, err
	}
	if err := r.end(in, length); err != nil {
		return rec, err
	}
	if bytes.Contains(rec.Block, []byte("\n"+mark)) && rec.Mismatch() != "" {
		return rec, faultf("the length is not %d as it says: another record begins inside", length)
	}
	return rec, nil
}

// Field returns the value of a header line by its name in any case, or "".
func (rec *Record) Field(name string) string {
	for _, f := range rec.Fields {
		if strings.EqualFold(f.Name, name) {
			return f.Value
		}
	}
	return ""
}

func (r *reader) block(in *counter, rec *Record, length int64) error {
	if length > r.o.Block {
		n, err := io.Copy(io.Discard, io.LimitReader(in, length))
		if err == nil && n < length {
			return faultf(cut+" after %d of %d bytes", n, length)
		}
		return errors.Join(err, faultf("has %d bytes, over %d", length, r.o.Block))
	}
	var b bytes.Buffer // grows with what is there, not with what is declared
	n, err := io.Copy(&b, io.LimitReader(in, length))
	if err != nil {
		return cutOff(err)
	}
	if n < length {
		return faultf(cut+" after %d of %d bytes", n, length)
	}
	rec.Block = b.Bytes()
	rec.Digest = sayso.DigestOf(rec.Block)
	return nil
}

// end checks that a record ends where its length says: with two line ends; or
// with fewer, and then a record or nothing.
func (r *reader) end(in *counter, length int64) error {
	next, err := in.r.Peek(9)
	if err != nil && !errors.Is(err, io.EOF) {
		return cutOff(err)
	}
	rest := bytes.TrimLeft(next, "\r\n")
	gap := len(next) - len(rest)
	begins := len(rest) == 0 || bytes.HasPrefix([]byte(mark), rest[:min(len(rest), len(mark))]) || bytes.HasPrefix(rest, []byte{0x1f, 0x8b})
	if bytes.HasPrefix(next, []byte("\r\n\r\n")) {
		return nil
	}
	if gap == 0 && len(next) > 0 || !begins {
		return faultf("the length is not %d as it says: no record ends there", length)
	}
	return nil
}

// arcRecord reads a record of an ARC file: a line with address, internet
// address, date, type and length, and the block.
func (r *reader) arcRecord(in *counter, line string) (Record, error) {
	const fields = 5
	n := max(r.arc, fields)
	parts := strings.Split(line, " ")
	if len(parts) < n {
		return Record{}, faultf(noRecord+" of an ARC file: %.60q", line)
	}
	at := len(parts) - n + 1 // addresses may hold spaces
	rest := parts[at:]
	rec := Record{Format: "ARC", Type: "response", Target: strings.Join(parts[:at], " "), Media: rest[2]}
	rec.Fields = []Field{{"IP-address", rest[0]}, {"Archive-date", rest[1]}, {"Content-type", rest[2]}, {"Archive-length", rest[len(rest)-1]}}
	rec.Date = arcDate(rest[1])
	first := strings.HasPrefix(line, "filedesc:")
	if first {
		rec.Type = "warcinfo"
		r.arc = fields
	}
	length, err := strconv.ParseInt(rest[len(rest)-1], 10, 64)
	if err != nil || length < 0 {
		return rec, faultf("has the length %q", rest[len(rest)-1])
	}
	if err := r.block(in, &rec, length); err != nil {
		return rec, err
	}
	if first {
		r.declared(rec.Block)
	}
	next, err := in.r.Peek(1)
	if err == nil && next[0] != '\n' && next[0] != '\r' {
		return rec, faultf("the length is not %d as it says: no record ends there", length)
	}
	return rec, nil
}

// declared reads how many fields the lines of an ARC have, from its head.
func (r *reader) declared(head []byte) {
	for line := range strings.Lines(string(head)) {
		if strings.HasPrefix(line, "URL ") {
			r.arc = max(len(strings.Fields(line)), 5)
		}
	}
}

// arcDate makes 20140216050221 a time; what is none stays as it is.
func arcDate(s string) string {
	if len(s) != 14 || strings.Trim(s, "0123456789") != "" {
		return s
	}
	return s[:4] + "-" + s[4:6] + "-" + s[6:8] + "T" + s[8:10] + ":" + s[10:12] + ":" + s[12:14] + "Z"
}
