package depparse

import "sayso/internal/document"

// ownObjects gives a verb that is joined to another the object behind it, where that was
// given to the other, which has one before it: in "beat men and burned rice stores" nobody
// beat stores.
func ownObjects(d *document.Document, s document.Range) {
	for i := s.First; i < s.End; i++ {
		if d.Arcs[i].Rel != document.Obj {
			continue
		}
		if w := joinedBefore(d, s, i); w >= 0 {
			d.Arcs[i].Head = int32(w)
			if int(d.Arcs[w-1].Head) == i && d.Arcs[w-1].Rel == document.Cc {
				d.Arcs[w-1].Head = int32(w)
			}
		}
	}
}

// joinedBefore is the verb right before object i, but for words of the object's own, that is
// joined to the verb of which it is the second object; -1 for none.
func joinedBefore(d *document.Document, s document.Range, i int) int {
	v, w := int(d.Arcs[i].Head), i-1
	for w > s.First && int(d.Arcs[w].Head) == i {
		w--
	}
	if v < s.First || w <= v || d.Tags[w].UPOS != document.VERB || int(d.Arcs[w].Head) != v || d.Arcs[w].Rel != document.Conj {
		return -1
	}
	first := false
	for k := v + 1; k < s.End; k++ {
		switch {
		case d.Arcs[k].Rel != document.Obj:
		case int(d.Arcs[k].Head) == w:
			return -1
		case int(d.Arcs[k].Head) == v && k < w:
			first = true
		}
	}
	if !first {
		return -1
	}
	return w
}
