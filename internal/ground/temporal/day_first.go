package temporal

import (
	"strings"

	"sayso/internal/document"
)

// dayFirst reads the dates in figures of a text that writes the day first, as one of
// them shows that can be read no other way: beside 14/03/2024, 12/03/2024 is in March.
func dayFirst(d *document.Document, words []word) {
	shown, open := false, []int(nil)
	for i := range words {
		w := &words[i]
		if !w.has(isISO) || !strings.Contains(d.Word(i), "/") {
			continue
		}
		switch n, _ := leading(d.Word(i)); {
		case n > 12 && n <= 31:
			shown = true
		case n == int(w.m) && w.d > 12:
			return // the month stands first
		case n == int(w.m):
			open = append(open, i)
		}
	}
	for _, i := range open {
		if w := &words[i]; shown {
			w.m, w.d = w.d, w.m
		}
	}
}
