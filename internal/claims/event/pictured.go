package event

// pictured reports whether a word says what pictures show: "footage of shells
// falling into a pool". They are of what was told before.
func (v *view) pictured(t int) bool {
	record := v.lex.bit("record")
	for h, n := v.head(t), 0; h >= 0 && n < 3; h, n = v.head(h), n+1 {
		if v.classes[h].has(record) {
			return true
		}
	}
	return false
}
