package extract

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// parted gives a text its paragraphs back: of a short article the extractor takes
// all at once, runs the headline and the paragraphs together ("Two killed in
// JoloGunmen shot"), and may say the paragraphs before. They are those of the
// element that says just the same.
func parted(w written, root *html.Node) written {
	text := w.text
	first, _, several := strings.Cut(text, "\n\n")
	last := text[strings.LastIndex("\n\n"+text, "\n\n"):]
	if several && !strings.Contains(last, first) {
		return w
	}
	all := squeezed(last)
	for n := range root.Descendants() {
		if n.Data != "article" && n.Data != "body" {
			continue
		}
		if again := blocks(n, baseless); squeezed(again.text) == all {
			return again
		}
	}
	return w
}

// baseless are the elements that the extractor leaves out when it takes all.
func baseless(n *html.Node) bool {
	switch n.Data {
	case "aside", "footer", "script", "style":
		return true
	}
	return n.Data == "div" && strings.Contains(attribute(n, "class")+" "+attribute(n, "id"), "footer")
}

// squeezed is a text without any space.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
