package feed

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the expected texts")

var expectLine = regexp.MustCompile(`(?s)Expect:\s*(.*?)\s*(?:\n|-->)`)

var headerLine = regexp.MustCompile(`(?m)^\s*Header:\s+([\w-]+):\s*(.*?)\s*$`)

// environment are the names that the samples' expectations may ask for.
func environment(f *Feed) map[string]any {
	text := func(s string) any { return s }
	person := func(p Person) any { return map[string]any{"name": text(p.Name), "email": text(p.Email)} }
	detail := func(t Text) any { return map[string]any{"value": t.Value, "language": lang(t.Language)} }
	name := func(p Person) string {
		if p.Email != "" && p.Name != "" {
			return p.Name + " (" + p.Email + ")"
		}
		return p.Name + p.Email
	}
	top := map[string]any{"title": f.Title.Value, "title_detail": detail(f.Title), "link": f.Link, "id": f.ID, "guid": f.ID, "description": f.Description.Value, "subtitle": f.Description.Value,
		"tagline": f.Description.Value, "tagline_detail": detail(f.Description), "author": name(f.Author), "author_detail": person(f.Author), "language": lang(f.Language),
		"updated": f.Updated.Words, "updated_parsed": stamp(f.Updated), "published": f.Published.Words, "published_parsed": stamp(f.Published)}
	var items []any
	for _, i := range f.Items {
		items = append(items, map[string]any{"title": i.Title.Value, "title_detail": detail(i.Title), "link": i.Link, "id": i.ID, "guid": i.ID,
			"summary": i.Summary.Value, "description": i.Summary.Value, "summary_detail": detail(i.Summary), "content": []any{detail(i.Content)},
			"author": name(i.Author), "author_detail": person(i.Author),
			"updated": i.Updated.Words, "updated_parsed": stamp(i.Updated), "published": i.Published.Words, "published_parsed": stamp(i.Published)})
	}
	return map[string]any{"feed": top, "entries": items, "bozo": false}
}

func lang(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// stamp is a time as Python's time.struct_time.
func stamp(d Date) any {
	if d.Time.IsZero() {
		return nil
	}
	t := d.Time.UTC()
	var out []any
	for _, n := range []int{t.Year(), int(t.Month()), t.Day(), t.Hour(), t.Minute(), t.Second(), int(t.Weekday()+6) % 7, t.YearDay(), 0} {
		out = append(out, float64(n))
	}
	return out
}

// source is what a sample says of the answer that it came with.
func source(path, text string) Source {
	s := Source{Address: "http://127.0.0.1:8097/" + path}
	for _, h := range headerLine.FindAllStringSubmatch(text[:min(len(text), 600)], -1) {
		switch strings.ToLower(h[1]) {
		case "content-type":
			s.Media = h[2]
		case "content-location":
			s.Location = h[2]
		case "content-language":
			s.Language = h[2]
		}
	}
	return s
}

// least is the share of expectations that must be met.
const least = 0.97

// TestSamples reads feedparser's samples. The golden file lists the
// expectations that are not met; what the samples ask of things that are not
// read (rights, categories, places) is not counted.
func TestSamples(t *testing.T) {
	root := filepath.Join("..", "..", "..", "..", "shared", "data", "feed-samples")
	if _, err := os.Stat(root); err != nil {
		t.Skip("needs ../shared/data/feed-samples")
	}
	files, asked, met := 0, 0, 0
	var missed strings.Builder
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(p) != ".xml" {
			return err
		}
		raw, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		files++
		name := strings.TrimPrefix(filepath.ToSlash(p), filepath.ToSlash(root)+"/")
		f, err := Parse(raw, source(name, string(raw)))
		m := expectLine.FindStringSubmatch(text(raw, ""))
		if strings.HasPrefix(name, "illformed") || m == nil {
			return nil // it is enough that it did not panic
		}
		if err != nil {
			f = &Feed{}
		}
		v, bad := evaluate(m[1], environment(f))
		if errors.Is(bad, errScope) {
			return nil
		}
		asked++
		if bad == nil && truth(v) {
			met++
		} else {
			fmt.Fprintf(&missed, "%s: %s\n", name, m[1])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if float64(met) < least*float64(asked) {
		t.Errorf("%d of %d expectations are met", met, asked)
	}
	golden(t, "samples.golden", fmt.Sprintf("%d samples, %d expectations asked, %d met (%.1f %%). Not met:\n%s", files, asked, met, 100*float64(met)/float64(asked), missed.String()))
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || got != string(want) {
		t.Errorf("%v; got\n%s", err, got)
	}
}
