package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// Options bound what is read.
type Options struct {
	Block int64 // bytes of a record's block; 0: 32 MiB
}

const maxHeader = 1 << 20 // bytes of a record's header

// Record is a record of an archive.
type Record struct {
	Format string  // "WARC/1.0", "ARC"
	Type   string  // warcinfo, response, resource, request, metadata, revisit, conversion
	Target string  // address
	Date   string  // RFC 3339, as written; of ARC made from its digits
	Media  string  // Content-Type of the block
	Fields []Field // all of the header, in order
	Block  []byte
	Digest string // hex SHA-256 of Block

	// Offset is where the record begins in the file: of a compressed one its
	// gzip member. Inner is where it begins in the member's content.
	Offset, Inner int64
}

// Field is a line of a header.
type Field struct{ Name, Value string }

// Fault is a place of the file that holds no whole record.
type Fault struct {
	Offset int64
	Reason string
}

// Error names offset and reason.
func (f *Fault) Error() string { return fmt.Sprintf("at %d: %s", f.Offset, f.Reason) }

// Records reads an archive from its beginning to its end. The error is a
// [*Fault], after which reading goes on, or the reader's own, with which it
// ends.
func Records(in io.ReadSeeker, o Options) iter.Seq2[Record, error] {
	if o.Block <= 0 {
		o.Block = 32 << 20
	}
	return func(yield func(Record, error) bool) {
		r := &reader{in: in, o: o, yield: yield}
		if err := r.seek(0); err != nil {
			yield(Record{}, err)
			return
		}
		if err := r.all(); err != nil && !errors.Is(err, errStop) {
			yield(Record{}, err)
		}
	}
}

// errStop ends the reading, errNext the reading of a member after which
// resync found a place to go on at.
var errStop, errNext = errors.New("stop"), errors.New("next")

// reader reads one archive.
type reader struct {
	in    io.ReadSeeker
	o     Options
	yield func(Record, error) bool
	file  *counter
	lost  bool // since the last fault no record was found
	arc   int  // fields of the lines of an ARC, as its head declares them
	zip   *gzip.Reader
}

// counter knows how far it has read. It reads no further than asked, so that
// one gzip member ends where the next begins.
type counter struct {
	r *bufio.Reader
	n int64
}

// Read implements [io.Reader].
func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// ReadByte implements [io.ByteReader].
func (c *counter) ReadByte() (byte, error) {
	b, err := c.r.ReadByte()
	if err == nil {
		c.n++
	}
	return b, err
}

func (r *reader) seek(to int64) error {
	_, err := r.in.Seek(to, io.SeekStart)
	if r.file == nil {
		r.file = &counter{r: bufio.NewReaderSize(r.in, 1<<16)}
	}
	r.file.r.Reset(r.in)
	r.file.n = to
	return err
}

// found hands a record out.
func (r *reader) found(rec Record, offset, inner int64) error {
	r.lost = false
	rec.Offset, rec.Inner = offset, inner
	if !r.yield(rec, nil) {
		return errStop
	}
	return nil
}

func (r *reader) all() error {
	for {
		if err := skipBlank(r.file); err != nil {
			return ended(err)
		}
		start := r.file.n
		head, err := r.file.r.Peek(2)
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if bytes.Equal(head, []byte{0x1f, 0x8b}) {
			err = r.member(start)
		} else {
			err = r.plain(start)
		}
		if err != nil && !errors.Is(err, errNext) {
			return err
		}
	}
}

func ended(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// skipBlank reads up to the next byte that is no line end.
func skipBlank(c *counter) error {
	for {
		b, err := c.r.ReadByte()
		if err != nil {
			return err
		}
		if b != '\r' && b != '\n' {
			return c.r.UnreadByte()
		}
		c.n++
	}
}

// plain reads one record that is not compressed.
func (r *reader) plain(start int64) error {
	rec, err := r.record(r.file)
	var bad *Fault
	switch {
	case err == nil:
		return r.found(rec, start, 0)
	case !errors.As(err, &bad):
		return err
	}
	return r.pass(start, bad.Reason)
}

// pass reports a fault and goes to the next place behind it. A place that only
// looked like a record while one was looked for is let by.
func (r *reader) pass(start int64, reason string) error {
	if err := r.report(start, reason); err != nil {
		return err
	}
	if err := r.seek(start + 1); err != nil {
		return err
	}
	if err := r.resync(); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	return errNext
}

func (r *reader) report(start int64, reason string) error {
	if r.lost && strings.HasPrefix(reason, noRecord) {
		return nil
	}
	r.lost = true
	if !r.yield(Record{}, &Fault{start, reason}) {
		return errStop
	}
	return nil
}

// member reads a gzip member with the records in it. Some archivers begin a
// new member inside a record: if the first is cut off at the member's end, it
// is read once more across the members' borders.
func (r *reader) member(start int64) error {
	inner, err := r.unzip(false)
	if err != nil {
		return r.broken(start, err)
	}
	rec, err := r.record(inner)
	var bad *Fault
	switch {
	case err == nil:
		if err := r.found(rec, start, 0); err != nil {
			return err
		}
		return r.members(start, inner)
	case errors.As(err, &bad) && strings.HasPrefix(bad.Reason, cut):
		return r.across(start, bad.Reason)
	}
	if err := r.seek(start); err != nil {
		return err
	}
	if inner, err = r.unzip(false); err != nil {
		return r.broken(start, err)
	}
	return r.members(start, inner)
}

// across reads the members from start on as one, if that makes their first
// record whole.
func (r *reader) across(start int64, reason string) error {
	if err := r.seek(start); err != nil {
		return err
	}
	inner, err := r.unzip(true)
	if err != nil {
		return r.broken(start, err)
	}
	rec, err := r.record(inner)
	if err != nil {
		return r.pass(start, reason)
	}
	if err := r.found(rec, start, 0); err != nil {
		return err
	}
	return r.members(start, inner)
}

// unzip begins a member; with on, those behind it follow.
func (r *reader) unzip(on bool) (*counter, error) {
	var err error
	if r.zip == nil {
		r.zip, err = gzip.NewReader(r.file)
	} else {
		err = r.zip.Reset(r.file)
	}
	if err != nil {
		return nil, err
	}
	r.zip.Multistream(on)
	return &counter{r: bufio.NewReaderSize(r.zip, 1<<15)}, nil
}

// members reads the records of what is unzipped.
func (r *reader) members(start int64, inner *counter) error {
	for {
		if err := skipBlank(inner); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return r.broken(start, err)
		}
		at := inner.n
		rec, err := r.record(inner)
		var bad *Fault
		switch {
		case err == nil:
			if err := r.found(rec, start, at); err != nil {
				return err
			}
			continue
		case !errors.As(err, &bad):
			return r.broken(start, err)
		}
		if err := r.report(start, bad.Reason); err != nil {
			return err
		}
		if err := r.insideMember(start, inner); err != nil {
			return err
		}
	}
}

// insideMember looks for the next record in a member that holds several.
func (r *reader) insideMember(start int64, inner *counter) error {
	for {
		line, err := inner.r.ReadSlice('\n')
		inner.n += int64(len(line))
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return r.broken(start, err)
		}
		if next, _ := inner.r.Peek(len(mark)); bytes.Equal(next, []byte(mark)) {
			return nil
		}
	}
}

// broken reports a member that cannot be decompressed and goes to the next.
func (r *reader) broken(start int64, err error) error {
	if errors.Is(err, errStop) {
		return err
	}
	reason := fmt.Sprintf("cannot be decompressed: %v", err)
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		reason = cut
	}
	return r.pass(start, reason)
}

const mark = "WARC/"

// resync goes to the next place that looks like the beginning of a record: a
// gzip member, the first line of a WARC's record, or that of an ARC's.
func (r *reader) resync() error {
	var last byte
	for {
		head, err := r.file.r.Peek(10)
		if len(head) < 4 {
			_, gone := io.Copy(io.Discard, r.file)
			return errors.Join(err, gone)
		}
		switch {
		case head[0] == 0x1f && head[1] == 0x8b && head[2] == 8 && head[3]&0xe0 == 0,
			bytes.HasPrefix(head, []byte(mark)) && versionLine(head),
			last == '\n' && r.arc > 0 && r.arcLine():
			return nil
		}
		if last, err = r.file.ReadByte(); err != nil {
			return err
		}
	}
}

// versionLine reports whether bytes begin with "WARC/1.0" and a line end.
func versionLine(head []byte) bool {
	v := head[len(mark):]
	digit := func(b byte) bool { return b >= '0' && b <= '9' }
	return len(v) > 3 && digit(v[0]) && v[1] == '.' && digit(v[2]) && (v[3] == '\n' || len(v) > 4 && v[3] == '\r' && v[4] == '\n')
}

// arcLine reports whether the head line of an ARC's record comes next.
func (r *reader) arcLine() bool {
	next, _ := r.file.r.Peek(4096)
	line, _, ok := bytes.Cut(next, []byte("\n"))
	parts := bytes.Fields(line)
	return ok && len(parts) >= 5 && bytes.Contains(parts[0], []byte("://")) && arcDate(string(parts[2])) != string(parts[2])
}
