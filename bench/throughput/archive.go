package main

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"html"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// load reads the pages of article-extraction, and makes one of each article of
// Wikinews.
func load(data string) (pages []string, err error) {
	files, err := filepath.Glob(filepath.Join(data, "article-extraction", "html", "*.html.gz"))
	if err != nil || len(files) == 0 {
		return nil, errors.Join(err, errors.New("there is no article-extraction in "+data))
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		z, err := gzip.NewReader(bytes.NewReader(b))
		if err != nil {
			return nil, err
		}
		page, err := io.ReadAll(z)
		if err != nil {
			return nil, err
		}
		pages = append(pages, string(page))
	}
	files, err = filepath.Glob(filepath.Join(data, "wikinews-vanatteveldt", "data", "*.csv"))
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		more, err := wikinews(f)
		if err != nil {
			return nil, err
		}
		pages = append(pages, more...)
	}
	return pages, nil
}

func wikinews(path string) (pages []string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	for _, r := range rows[1:] {
		page := "<!doctype html><html lang=en><head><title>" + html.EscapeString(r[2]) + `</title><meta property="article:published_time" content="` + r[1] +
			`"><meta property="og:site_name" content="Wikinews"></head><body><article><h1>` + html.EscapeString(r[2]) + "</h1>"
		for p := range strings.SplitSeq(r[3], "\n") {
			if p = strings.TrimSpace(p); p != "" {
				page += "<p>" + html.EscapeString(p) + "</p>\n"
			}
		}
		pages = append(pages, page+"</article></body></html>")
	}
	return pages, nil
}

// write makes an archive of n pages, a gzip member each: the sources in turn,
// after the first round with changed words. Of an archive that was not finished
// nothing stays.
func write(path string, sources []string, n int) (err error) {
	f, err := os.Create(path + ".part")
	if err != nil {
		return err
	}
	defer func() {
		if err = errors.Join(err, f.Close()); err == nil {
			err = os.Rename(path+".part", path)
		}
	}()
	random := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		page := sources[i%len(sources)]
		if i >= len(sources) {
			page = changed(page, random)
		}
		answer := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
		z := gzip.NewWriter(f)
		_, err := fmt.Fprintf(z, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://outlet%d.example/%d\r\nWARC-Date: 2020-01-02T03:04:05Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
			i%50, i, len(answer), answer)
		if err := errors.Join(err, z.Close()); err != nil {
			return err
		}
	}
	return nil
}

// changed puts other words of the page in the place of one in ten of its long
// words, outside tags.
func changed(page string, random *rand.Rand) string {
	var words []string
	visit(page, func(w string) string { words = append(words, w); return w })
	if len(words) == 0 {
		return page
	}
	return visit(page, func(w string) string {
		if random.IntN(10) == 0 {
			return words[random.IntN(len(words))]
		}
		return w
	})
}

// visit rewrites the words of five letters and more that stand outside tags.
func visit(page string, do func(string) string) string {
	var out strings.Builder
	tag := false
	for i := 0; i < len(page); {
		r, n := utf8.DecodeRuneInString(page[i:])
		if !unicode.IsLetter(r) || tag {
			if r == '<' {
				tag = true
			} else if r == '>' {
				tag = false
			}
			out.WriteString(page[i : i+n])
			i += n
			continue
		}
		end := i
		for end < len(page) {
			r, n := utf8.DecodeRuneInString(page[end:])
			if !unicode.IsLetter(r) {
				break
			}
			end += n
		}
		if w := page[i:end]; end-i >= 5 {
			out.WriteString(do(w))
		} else {
			out.WriteString(w)
		}
		i = end
	}
	return out.String()
}
