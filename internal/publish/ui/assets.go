package ui

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"

	"sayso"
	"sayso/web"
)

// files serves what pages load, compressed, by a name that changes with the
// content.
type files struct {
	byName map[string]*file
	mu     sync.Mutex
}

type file struct {
	bytes, zipped []byte // one may be nil
	media, tag    string
}

// folders of web.FS that are served, and the name that each has in addresses.
var folders = map[string]string{"dist": "", "fonts": "fonts/", "map": "map/", "vendor/maplibre-gl": "maplibre/"}

var medias = map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
	".json": "application/json", ".woff2": "font/woff2"}

func loadFiles() (*files, error) {
	f := &files{byName: map[string]*file{}}
	for dir, as := range folders {
		list, err := fs.ReadDir(web.FS, dir)
		if err != nil {
			return nil, err
		}
		for _, e := range list {
			name, packed := strings.CutSuffix(e.Name(), ".gz")
			media := medias[path.Ext(name)]
			if media == "" {
				continue
			}
			b, err := fs.ReadFile(web.FS, path.Join(dir, e.Name()))
			if err != nil {
				return nil, err
			}
			one := &file{bytes: b, media: media, tag: sayso.DigestOf(b)[:12]}
			if packed {
				one.bytes, one.zipped = nil, b
			}
			f.byName[as+name] = one
		}
	}
	return f, nil
}

// address is the address of a file, with its content's tag.
func (f *files) address(name string) string {
	if one := f.byName[name]; one != nil {
		return "/assets/" + name + "?" + one.tag
	}
	return "/assets/" + name
}

// ServeHTTP implements [http.Handler].
func (f *files) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	one := f.byName[r.PathValue("name")]
	if one == nil {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", one.media)
	h.Set("ETag", `"`+one.tag+`"`)
	h.Set("Vary", "Accept-Encoding")
	if h.Set("Cache-Control", "no-cache"); r.URL.RawQuery == one.tag {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if r.Header.Get("If-None-Match") == `"`+one.tag+`"` {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if one.media != "font/woff2" && takesGzip(r) {
		h.Set("Content-Encoding", "gzip")
		_, _ = w.Write(f.zip(one))
		return
	}
	body, err := f.plain(one)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	_, _ = w.Write(body)
}

func (f *files) zip(one *file) []byte {
	f.mu.Lock()
	defer f.mu.Unlock()
	if one.zipped == nil {
		one.zipped = zip(one.bytes, gzip.BestCompression)
	}
	return one.zipped
}

// plain is a file unpacked; few ask for it.
func (f *files) plain(one *file) ([]byte, error) {
	if one.bytes != nil {
		return one.bytes, nil
	}
	return unzip(one.zipped)
}

func zip(b []byte, level int) []byte {
	var out bytes.Buffer
	z, _ := gzip.NewWriterLevel(&out, level) // the level is one of gzip's
	_, _ = z.Write(b)                        // a buffer takes all
	_ = z.Close()
	return out.Bytes()
}

func unzip(b []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

func takesGzip(r *http.Request) bool {
	return strings.Contains(r.Header.Get("Accept-Encoding"), "gzip")
}
