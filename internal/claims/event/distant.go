package event

import "sayso/internal/document"

// fromDistant sets what a sentence counts days, weeks or years from apart from the
// rest that it tells: "On the eve of the massacre a village was raided", "Three days
// after the attack soldiers found two bombs". Who died days after an attack died of it.
func (v *view) fromDistant(events []document.Event, y int) {
	t := events[y].Trigger
	a := v.countedFrom(t)
	if a < 0 {
		return
	}
	for x := range events {
		o := events[x].Trigger
		if v.sentence[o] != v.sentence[t] || v.above(a, o) || v.lemmas[o] == "die" || v.lemmas[o] == "succumb" {
			continue
		}
		sunder(events, x, y)
	}
}

// countedFrom is the word over a token, or the token itself, from which a sentence
// counts days or more: the "massacre" of "on the eve of the massacre"; -1 for none.
func (v *view) countedFrom(t int) int {
	for n, i := 0, t; n < 8 && i >= 0; n, i = n+1, v.head(i) {
		for _, k := range v.children(i) {
			if k == 0 || int(k) > i {
				continue
			}
			switch v.lemmas[k] {
			case "of":
				if v.lemmas[k-1] == "eve" {
					return i
				}
			case "after", "before":
				switch v.lemmas[k-1] {
				case "day", "week", "month", "year":
					return i
				}
			}
		}
	}
	return -1
}
