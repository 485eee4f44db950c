package event

import "sayso/internal/document"

// receives reports whether a dependent is the first of two objects: "sent the
// police a plan" sends no police. The parser calls both obj more often than not.
func (v *view) receives(t, c int) bool {
	for _, k := range v.children(t) {
		if int(k) > c && v.rel(int(k)) == document.Obj {
			return v.rel(c) == document.Obj || v.rel(c) == document.Iobj
		}
	}
	return false
}
