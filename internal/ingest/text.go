package ingest

import (
	"strings"

	"sayso"
)

// maxTitle is the longest first line, in bytes, that can be a title.
const maxTitle = 300

// paragraph reports whether a first line is one of the body and no title: it has more
// than a dozen words and ends as a sentence does.
func paragraph(line string) bool {
	end := strings.TrimRight(line, "\"”’')")
	return len(strings.Fields(line)) > 12 && (strings.HasSuffix(end, ".") || strings.HasSuffix(end, ",")) && !strings.HasSuffix(end, "...")
}

// plain reads a text file: title, empty line, body; or a body alone.
func plain(text string) sayso.Article {
	text = tidy(text)
	body := strings.TrimLeft(text, " \t\n")
	first, rest, found := strings.Cut(body, "\n")
	first = strings.TrimSpace(first)
	next, _, _ := strings.Cut(rest, "\n")
	if found && len(first) <= maxTitle && !paragraph(first) && strings.TrimSpace(next) == "" && strings.TrimSpace(rest) != "" {
		return sayso.Article{Title: first, Published: sayso.NoDay, Text: strings.Trim(rest, "\n")}
	}
	return sayso.Article{Published: sayso.NoDay, Text: strings.TrimRight(body, " \t\n")}
}
