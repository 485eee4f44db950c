package ui_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"sayso/internal/publish/ui"
)

var screens = flag.String("screens", "", "folder to write a picture of every page to, at two widths, light and dark")
var tall = flag.Int("tall", 1700, "pixels that a picture is cut at")
var only = flag.String("only", "", "the pages to look at, by the names of their pictures, with commas between; all otherwise")

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
			for _, p := range ui.Shown() {
				if *only != "" && !slices.Contains(strings.Split(*only, ","), p.File) {
					continue
				}
				b.open(p.Path)
				b.settle()
				img, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
				if err != nil {
					t.Fatal(err)
				}
				img = top(t, img, *tall)
				name := fmt.Sprintf("%s-%d-%s.png", p.File, width, scheme)
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
	b.until("!document.querySelector('[data-map]') || document.querySelector('[data-map]').dataset.drawn !== undefined")
}
