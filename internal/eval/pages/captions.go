package pages

import (
	"strings"

	"sayso/internal/eval"
)

// captioned counts captions, and those that the body has by hand: these were taken
// out of the text wrongly.
type captioned struct{ pages, captions, text int }

func (c *captioned) add(body, captions string) {
	if captions == "" {
		return
	}
	c.pages++
	words := " " + strings.Join(wordRun.FindAllString(body, -1), " ") + " "
	for one := range strings.SplitSeq(captions, "\n\n") {
		c.captions++
		if strings.Contains(words, " "+strings.Join(wordRun.FindAllString(one, -1), " ")+" ") {
			c.text++
		}
	}
}

func (c *captioned) report(r *eval.Report) {
	r.AddCount("pages with captions", c.pages)
	r.AddCount("captions", c.captions)
	r.Add("captions that are text by hand", float64(c.text)/float64(max(1, c.captions)))
}
