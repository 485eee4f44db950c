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
func parted(text string, root *html.Node) string {
	first, _, several := strings.Cut(text, "\n\n")
	last := text[strings.LastIndex("\n\n"+text, "\n\n"):]
	if several && !strings.Contains(last, first) {
		return text
	}
	all := squeezed(last)
	for n := range root.Descendants() {
		if n.Data != "article" && n.Data != "body" {
			continue
		}
		if again := blocksBut(n, baseless); squeezed(again) == all {
			return again
		}
	}
	return text
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
