package sayso

import "strings"

// FoldName makes spellings of a name comparable: lower case, single spaces, no
// leading article.
func FoldName(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	return strings.TrimPrefix(s, "the ")
}

// Same reports whether two places are one: by gazetteer id, or because one name
// is or holds the other.
func (p *Place) Same(o *Place) bool {
	if p.ID != "" && p.ID == o.ID {
		return true
	}
	a, b := FoldName(p.Name), FoldName(o.Name)
	return a == b || len(a) > 3 && len(b) > 3 && (strings.Contains(a, b) || strings.Contains(b, a))
}
