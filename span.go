package sayso

import "unicode/utf8"

// Span is a half-open range of byte offsets into [Article.Reading], on rune
// borders. The zero Span is empty and resolves to nothing.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// In returns the words of the span in text, or "" where it does not resolve.
func (s Span) In(text string) string {
	if !s.Resolves(text) {
		return ""
	}
	return text[s.Start:s.End]
}

// Resolves reports whether the span is not empty, inside text and on rune borders.
func (s Span) Resolves(text string) bool {
	return s.Start >= 0 && s.Start < s.End && s.End <= len(text) &&
		utf8.RuneStart(text[s.Start]) && (s.End == len(text) || utf8.RuneStart(text[s.End]))
}

// Covers reports whether o lies inside s.
func (s Span) Covers(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Touches reports whether s and o share a byte.
func (s Span) Touches(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Join returns the smallest span that covers both; an empty span adds nothing.
func (s Span) Join(o Span) Span {
	if s.Empty() {
		return o
	}
	if o.Empty() {
		return s
	}
	return Span{min(s.Start, o.Start), max(s.End, o.End)}
}
