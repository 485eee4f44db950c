package ingest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso"
)

const body = "Police said that a bomb was found in the station and that it had been made safe before anyone was hurt."

// write puts files into a new folder.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func take(t *testing.T, o Options, names ...string) []Item {
	t.Helper()
	var out []Item
	for i := range Articles(context.Background(), names, o) {
		foreign := i.Failure != nil && i.Failure.Kind == KindNotEnglish
		if !foreign && (i.Article == nil) == (i.Failure == nil) {
			t.Errorf("%s is neither an article nor a failure", i.Source)
		}
		if i.Article != nil && (i.Raw == nil || i.Raw.Digest != sayso.DigestOf(i.Raw.Bytes) || i.Raw.Digest != i.Article.Digest) {
			t.Errorf("%s: the bytes %+v are not those of the article", i.Source, i.Raw)
		}
		out = append(out, i)
	}
	return out
}

var undated = Options{Published: sayso.NoDay}

func TestFolder(t *testing.T) {
	dir := write(t, map[string]string{
		"a.txt":          "A title\n\n" + body,
		"b.json":         `{"id":"b","title":"B","published":"2019-01-27","text":"` + body + `"}`,
		"c.jsonl":        `{"id":"c1","text":"` + body + ` One."}` + "\n\nnot json\n" + `{"id":"c2","text":"` + body + ` Two."}`,
		"d.md":           "is let by",
		".hidden/e.txt":  body,
		"f/g.txt":        body,
		"h.json":         `[{"id":"h1","text":"` + body + ` H."},{"id":"h2"}]`,
		"z-empty.txt":    " \n",
		"z-noletter.txt": "123 !!! 456",
	})
	var got []string
	for _, i := range take(t, undated, dir) {
		name := strings.TrimPrefix(i.Source, dir+string(filepath.Separator))
		if i.Failure != nil {
			got = append(got, name+" "+i.Failure.Kind)
		} else {
			got = append(got, name+" "+i.Article.Title)
		}
	}
	want := []string{"a.txt A title", "b.json B", "c.jsonl: line 1 ", "c.jsonl: line 3 format", "c.jsonl: line 4 ", "f/g.txt ",
		"h.json: record 1 ", "h.json: record 2 no-text", "z-empty.txt empty", "z-noletter.txt no-sentences"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestBadInput(t *testing.T) {
	dir := write(t, map[string]string{
		"empty.txt": "", "zero.bin": "\x00\x01\x02", "pdf.txt": "%PDF-1.7 x", "controls.txt": strings.Repeat("a\x01\x02", 50),
		"broken.json": "{\"id\":\n\n 3", "date.json": `{"text":"x","published":"last week"}`, "list.json": `{"text":["x"]}`,
		"german.txt":  "Die Polizei teilte am Montag mit, dass bei einem Anschlag in der Hauptstadt mehrere Menschen verletzt worden seien und die Ermittlungen noch andauern.",
		"russian.txt": "Полиция сообщила, что в результате взрыва погибли десять человек, ещё двадцать получили ранения.",
		"deep.html":   "<html><body>" + strings.Repeat("<div>", 100000) + "x",
		"bare.html":   "<html><body></body></html>", "big.txt": strings.Repeat("the army said ", 1000), "none/x.md": "x",
	})
	o := undated
	o.Limits = Limits{File: 1 << 20, Text: 10000}
	for name, want := range map[string]string{"empty.txt": KindEmpty, "zero.bin": KindBinary, "pdf.txt": KindBinary, "controls.txt": KindBinary,
		"broken.json": KindFormat, "date.json": KindFormat, "list.json": KindFormat, "german.txt": KindNotEnglish, "russian.txt": KindNotEnglish,
		"deep.html": KindTooDeep, "bare.html": KindNoText, "big.txt": KindTooLarge, "none": KindNothing, "missing.txt": KindUnreadable} {
		items := take(t, o, filepath.Join(dir, name))
		if len(items) != 1 || items[0].Failure == nil {
			t.Errorf("%s: %d items, the first an article", name, len(items))
			continue
		}
		f := items[0].Failure
		if f.Kind != want || strings.ContainsAny(f.Reason, "\n\r") || f.Item == "" {
			t.Errorf("%s: %+v, want %s", name, f, want)
		}
	}
}

func TestFileOverLimit(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": strings.Repeat("x", 200), "b.jsonl": `{"text":"` + strings.Repeat("x", 200000) + "\"}\n" + `{"id":"b","text":"` + body + `"}`})
	o := undated
	o.Limits = Limits{File: 150, Text: 150}
	items := take(t, o, filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.jsonl"))
	if len(items) != 3 || items[0].Failure.Kind != KindTooLarge || items[1].Failure.Kind != KindTooLarge || items[2].Article == nil {
		t.Errorf("%+v", items)
	}
}

func TestOptionsFillWhatIsMissing(t *testing.T) {
	dir := write(t, map[string]string{"a.json": `{"id":"a","outlet":"Own","published":"2019-01-27","text":"` + body + `"}`, "b.txt": body})
	o := Options{Published: 100, Outlet: "Given"}
	items := take(t, o, dir)
	a, b := items[0].Article, items[1].Article
	if a.Outlet != "Own" || a.Published.String() != "2019-01-27" || b.Outlet != "Given" || b.Published != 100 {
		t.Errorf("%+v\n%+v", a, b)
	}
}

func TestTheSameArticleTwice(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": body, "b.txt": body, "c.json": `{"id":"c","text":"` + body + `"}`, "d.json": `{"id":"c","text":"` + body + ` And more."}`})
	items := take(t, undated, dir)
	if items[0].Article == nil || items[1].Failure.Kind != KindDuplicate || items[2].Article == nil || items[3].Failure.Kind != KindDuplicate {
		t.Errorf("%+v", items)
	}
}

// Who keeps the bytes is not handed what it has, and can read them again.
func TestKnownBytes(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "A title\n\n" + body, "b.jsonl": `{"id":"b1","text":"` + body + ` 1."}` + "\r\n" + `{"id":"b2","text":"` + body + ` 2."}`,
		"c.json": `[{"id":"c1","text":"` + body + ` c."}]`, "d.html": page, "e.txt": "A title\n\n" + body})
	kept, o := map[string]bool{}, undated
	o.Known = func(digest string) bool { return kept[digest] }
	n := 0
	for _, i := range take(t, o, dir) {
		n++
		kept[i.Raw.Digest] = true
		again := Reread(t.Context(), i.Source, *i.Raw, undated)
		if len(again) != 1 || again[0].Article == nil || !again[0].Article.Same(i.Article) {
			t.Errorf("%s: read again it is %+v, not %+v", i.Source, again, i.Article)
		}
	}
	if n != 6 { // nothing was kept yet when e.txt came, the same bytes as a.txt
		t.Errorf("%d articles", n)
	}
	for _, i := range take(t, o, dir) {
		if i.Failure == nil || i.Failure.Kind != KindKnown || i.Raw != nil {
			t.Errorf("%s: %+v", i.Source, i)
		}
	}
}

// A page is found in an archive at its place; what is no page is passed over.
func TestArchive(t *testing.T) {
	record := func(kind, target, block string) string {
		return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2019-01-29T01:02:03Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, target, len(block), block)
	}
	first := record("warcinfo", "", "software: x") + record("request", "https://outlet.example/a", "GET /a")
	raw := first + record("response", "https://outlet.example/a", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nEtag: x\r\n\r\n"+page) +
		record("response", "https://outlet.example/b", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n"+page) +
		record("response", "https://outlet.example/c", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx") + "WARC/1.0\r\nContent-Length: 99\r\n\r\ncut"
	dir := write(t, map[string]string{"x.warc": raw})
	name := filepath.Join(dir, "x.warc")
	var got []string
	for _, i := range take(t, undated, dir) {
		if i.Article == nil {
			got = append(got, strings.TrimPrefix(i.Source, name)+" "+i.Failure.Kind)
			continue
		}
		a := i.Article
		if a.URL != "https://outlet.example/a" || a.Title != "Bombs in Jolo" || a.Retrieved != "2019-01-29T01:02:03Z" || i.Name != name {
			t.Errorf("%+v", a)
		}
		if !strings.Contains(i.Raw.Header, "WARC-Target-URI: https") || !strings.Contains(i.Raw.Header, "Etag: x") || string(i.Raw.Bytes) != page {
			t.Errorf("%+v", i.Raw)
		}
		got = append(got, strings.TrimPrefix(i.Source, name))
	}
	want := []string{fmt.Sprintf(": record at %d", len(first)), " passed-over", " passed-over", " broken-record"}
	if len(got) != len(want) || got[0] != want[0] {
		t.Errorf("%q", got)
	}
	for i := 1; i < len(got); i++ {
		if !strings.HasSuffix(got[i], want[i]) {
			t.Errorf("%q, want %q", got[i], want[i])
		}
	}
}

const page = `<!doctype html><html lang="en"><head><title>Bombs in Jolo</title></head><body><article><h1>Bombs in Jolo</h1>
<p>Two bombs killed at least 20 people at a cathedral in Jolo, in the Philippines, on Sunday, police said to reporters.</p>
<p>The army blamed Abu Sayyaf, a group that has fought the government for decades in the southern islands.</p></article></body></html>`

func TestStandardInput(t *testing.T) {
	for _, c := range []struct{ in, title string }{
		{"Title\n\n" + body, "Title"},
		{`{"id":"x","title":"T","text":"` + body + `"}`, "T"},
		{"{\"id\":\"x\",\"title\":\"L\",\"text\":\"" + body + "\"}\n{\"id\":\"y\",\"text\":\"" + body + "\"}\n", "L"},
		{"<!doctype html><html><head><title>H</title></head><body><article><h1>H</h1><p>" + strings.Repeat(body+" ", 5) + "</p></article></body></html>", "H"},
	} {
		o := undated
		o.Stdin = strings.NewReader(c.in)
		items := take(t, o, "-")
		if len(items) == 0 || items[0].Article == nil || items[0].Article.Title != c.title {
			t.Errorf("%q: %+v", c.in[:20], items)
		}
	}
}

func TestAddressWithoutClient(t *testing.T) {
	items := take(t, undated, "https://outlet.example/a")
	if len(items) != 1 || items[0].Failure.Kind != KindRefused {
		t.Errorf("%+v", items)
	}
}

func TestUnreadableFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Log("run as root, who may read everything; the refusal of the system is tested with a file in place of a folder")
	}
	dir := write(t, map[string]string{"a.txt": body, "closed/b.txt": body})
	closed := filepath.Join(dir, "closed")
	if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(closed, 0o755)
	items := take(t, undated, dir, filepath.Join(dir, "a.txt", "below"))
	last := items[len(items)-1]
	if items[0].Article == nil || last.Failure == nil || last.Failure.Kind != KindUnreadable {
		t.Errorf("%+v", items)
	}
}

func TestStopsWhenAsked(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": body + " A.", "b.txt": body + " B."})
	n := 0
	for range Articles(context.Background(), []string{dir, dir}, undated) {
		if n++; n == 1 {
			break
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for range Articles(ctx, []string{dir}, undated) {
		t.Error("read after the end")
	}
}
