package ui

import (
	"net/http"
	"strconv"

	"sayso"
)

// readSpan reads offsets of a form.
func readSpan(start, end string) (sayso.Span, error) {
	a, err := strconv.Atoi(start)
	b, err2 := strconv.Atoi(end)
	if err != nil || err2 != nil || a < 0 || b <= a {
		return sayso.Span{}, &problem{http.StatusBadRequest, "These words cannot be found", "Select them in the article again."}
	}
	return sayso.Span{Start: a, End: b}, nil
}
