package ingest

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// Decode turns foreign bytes into text. Media is the Content-Type where one
// was declared. Note is a line for the user where the encoding had to be
// guessed or the text looks as if it had been decoded wrongly before ("â€™").
// It fails on what is empty or no text.
func Decode(raw []byte, media string) (text, note string, err error) {
	if len(bytes.TrimSpace(raw)) == 0 {
		return "", "", faultf(KindEmpty, "is empty")
	}
	if kind := magic(raw); kind != "" {
		return "", "", faultf(KindBinary, "is %s, not a text", kind)
	}
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	if utf8.Valid(raw) {
		text = string(raw)
	} else if text, note, err = decodeDeclared(raw, media); err != nil {
		return "", "", err
	}
	if controls(text) {
		return "", "", faultf(KindBinary, "holds control characters, not a text")
	}
	if n := mojibake(text); n > 0 && note == "" {
		note = fmt.Sprintf("%d sequences like %q: the text was decoded wrongly before it was stored", n, "â€™")
	}
	return text, note, nil
}

func decodeDeclared(raw []byte, media string) (text, note string, err error) {
	enc, name, certain := charset.DetermineEncoding(raw, media)
	if utf16Mark(raw) == "" && bytes.IndexByte(raw[:min(len(raw), 4096)], 0) >= 0 {
		return "", "", faultf(KindBinary, "holds zero bytes, not a text")
	}
	if name == "utf-8" { // declared so, and is not: only some bytes are broken
		return strings.ToValidUTF8(string(raw), "\uFFFD"), "bytes that are no UTF-8 were replaced", nil
	}
	out, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		return "", "", faultf(KindFormat, "cannot be decoded as %s: %v", name, err)
	}
	text = strings.TrimPrefix(string(out), "\ufeff")
	if !certain {
		note = "is not UTF-8; read as " + name
	}
	return text, note, nil
}

// magic names the kind of a file that is certainly no text.
func magic(raw []byte) string {
	for _, m := range []struct{ mark, kind string }{
		{"%PDF-", "a PDF file"}, {"\x7fELF", "a program"}, {"MZ\x90", "a program"}, {"PK\x03\x04", "an archive or office file"},
		{"\x1f\x8b", "a compressed file"}, {"\x28\xb5\x2f\xfd", "a compressed file"}, {"\x89PNG", "an image"}, {"\xff\xd8\xff", "an image"},
		{"GIF8", "an image"}, {"RIFF", "an image or sound"}, {"SQLite format 3", "a database"}, {"\xd0\xcf\x11\xe0", "an office file"},
	} {
		if bytes.HasPrefix(raw, []byte(m.mark)) {
			return m.kind
		}
	}
	return ""
}

func utf16Mark(raw []byte) string {
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return "utf-16le"
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return "utf-16be"
	}
	return ""
}

// controls reports whether over 1 in 100 of the first characters are control
// characters that no text holds.
func controls(text string) bool {
	n, bad := 0, 0
	for _, r := range text[:min(len(text), 8192)] {
		n++
		if r == 0 || r < ' ' && !strings.ContainsRune("\t\n\r\f\v\x1b", r) {
			bad++
		}
	}
	return bad*100 > n
}

// mojibake counts sequences that UTF-8 read as windows-1252 leaves behind.
func mojibake(text string) int {
	n := 0
	for _, s := range []string{"â€™", "â€œ", "â€“", "â€”", "Ã©", "Ã¨", "Ã¶", "Ã¼", "Ã¤", "Ã±", "Ã³", "Ã¡"} {
		n += strings.Count(text, s)
	}
	return n
}

// tidy makes line ends \n and takes out what breaks lines or nothing at all:
// byte order marks, zero-width characters, soft hyphens and controls.
func tidy(text string) string {
	if strings.ContainsRune(text, '\r') {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\f' || r == '\v' || r == '\u2028' || r == '\u2029':
			return '\n'
		case r == '\u00ad' || r == '\u200b' || r == '\ufeff' || unicode.IsControl(r):
			return -1
		}
		return r
	}, text)
}
