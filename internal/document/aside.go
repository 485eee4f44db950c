package document

import "strings"

// AsideAt reports whether words that begin at token i behind a comma are an article's own
// remark on what somebody has just been told to have said: "…, police said, a day after
// …", "…, the ministry said, one of the deadliest attacks since …".
func (d *Document) AsideAt(i int) bool {
	if i+2 >= len(d.Tokens) {
		return false
	}
	low := func(k int) string { return strings.ToLower(d.Word(k)) }
	switch low(i) {
	case "but", "while", "although", "though", "as":
		return true
	case "one":
		return low(i+1) == "of"
	case "the":
		return low(i+1) == "latest" || strings.HasSuffix(low(i+1), "iest") || low(i+1) == "worst" || low(i+1) == "first"
	case "in":
		return low(i+1) == "what" || low(i+1) == "the" && low(i+2) == "latest"
	}
	for k := i; k < min(i+4, len(d.Tokens)-1); k++ {
		switch strings.ToLower(d.Tags[k].Lemma) {
		case "day", "hour", "week", "month", "year", "minute":
			return low(k+1) == "after" || low(k+1) == "before"
		}
	}
	return false
}
