package ingest

import (
	"strings"

	"sayso"
)

// maxTitle is the longest first line, in bytes, that can be a title.
const maxTitle = 300

// plain reads a text file: title, empty line, body; or a body alone.
func plain(text string) sayso.Article {
	text = tidy(text)
	body := strings.TrimLeft(text, " \t\n")
	first, rest, found := strings.Cut(body, "\n")
	first = strings.TrimSpace(first)
	next, _, _ := strings.Cut(rest, "\n")
	if found && len(first) <= maxTitle && strings.TrimSpace(next) == "" && strings.TrimSpace(rest) != "" {
		return sayso.Article{Title: first, Published: sayso.NoDay, Text: strings.Trim(rest, "\n")}
	}
	return sayso.Article{Published: sayso.NoDay, Text: strings.TrimRight(body, " \t\n")}
}
