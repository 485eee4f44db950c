package ui_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

var screens = flag.String("screens", "", "folder to write a picture of every page to, at two widths, light and dark")
var only = flag.String("only", "", "the one page of which to write pictures")

// shown are the pages and states that pictures are taken of and axe looks at.
var shown = []struct{ name, path string }{
	{"incidents", "/"}, {"none", "/?q=nowhere&type=bombing"}, {"incident", "/incidents/karesh"}, {"lisker", "/incidents/lisker"},
	{"article", "/articles/karesh-1"}, {"articles", "/articles"}, {"review", "/review?at=karesh"}, {"codings", "/coding"}, {"coding", "/coding/benar-1"},
	{"agreement", "/agreement"}, {"add", "/add"}, {"sources", "/sources"}, {"actors", "/actors"}, {"actor", "/actors/northern-front"},
	{"places", "/places"}, {"place", "/places/story:Karesh"}, {"export", "/export?type=bombing"}, {"audit", "/audit?prove"}, {"settings", "/settings"},
	{"login", "/login"}, {"first", "/storybook/first"}, {"storybook", "/storybook"}, {"problem", "/incidents/nothing"},
}

// TestScreens writes pictures:
//
//	go test ./internal/publish/ui -run TestScreens -screens /tmp/screens
func TestScreens(t *testing.T) {
	if *screens == "" {
		*screens = t.TempDir()
		*only = "incident"
	}
	if err := os.MkdirAll(*screens, 0o755); err != nil {
		t.Fatal(err)
	}
	d := storyDesk(t)
	for _, width := range []int64{1440, 390} {
		for _, scheme := range []string{"light", "dark"} {
			b := openTab(t, d, width, scheme)
			for _, p := range shown {
				if *only != "" && *only != p.name {
					continue
				}
				b.open(p.path)
				b.settle()
				img, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
				if err != nil {
					t.Fatal(err)
				}
				img = top(t, img, 1700)
				name := fmt.Sprintf("%s-%d-%s.png", p.name, width, scheme)
				if err := os.WriteFile(filepath.Join(*screens, name), img, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// top is the upper part of a picture: long lists go on as they begin.
func top(t *testing.T, b []byte, most int) []byte {
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	r := img.Bounds()
	part, ok := img.(interface {
		SubImage(image.Rectangle) image.Image
	})
	if !ok || r.Dy() <= most {
		return b
	}
	var out bytes.Buffer
	if err := png.Encode(&out, part.SubImage(image.Rect(0, 0, r.Dx(), most))); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// settle waits for fonts and, where there is one, for the map.
func (b *tab) settle() {
	b.eval("document.fonts.ready.then(() => '')")
	b.until("!document.querySelector('[data-map]') || document.querySelector('[data-map]').dataset.ready !== undefined")
	if b.eval("String(!!document.querySelector('[data-map]'))") == "true" {
		time.Sleep(700 * time.Millisecond)
	}
}
