package people

import (
	"strings"

	"sayso/internal/document"
)

// titles reports whether a noun phrase is a title and the name of its bearer, the
// next of a list: "NAME, blogger NAME".
func (r *reader) titles(np document.Range) bool {
	for i := np.First + 1; i < np.End; i++ {
		if !r.inName(i) || r.inName(i-1) || r.d.Tags[i-1].UPOS != document.NOUN && r.d.Tags[i-1].UPOS != document.PROPN && r.d.Tags[i-1].UPOS != document.ADJ {
			continue
		}
		for i < np.End && r.inName(i) {
			i++
		}
		return i == np.End || r.d.Word(i) != "'s" && r.d.Word(i) != "’s"
	}
	return false
}

// copula reads "NAME, who is a teacher", "NAME was the deputy commander of".
func (r *reader) copula(s *someone, m, sent document.Range) {
	for i := m.End; i < sent.End && i < m.End+3; i++ {
		w := strings.ToLower(r.d.Word(i))
		if w != "is" && w != "was" && w != "became" {
			continue
		}
		if i+1 < sent.End && r.nominal(i+1) {
			if np := r.until(i+1, sent); !np.Empty() {
				r.phrase(s, np, false)
			}
		}
		return
	}
	for i := m.End; i+2 < sent.End && i < m.End+6; i++ { // "who has immunity as a diplomat's wife"
		if r.d.Word(i) == "as" && r.nominal(i+1) && r.d.Tags[i+1].UPOS == document.DET {
			r.phrase(s, r.until(i+1, sent), false)
		}
	}
}

// predicate reads whom a name is said to be, "her mother is NAME", "the victim
// was NAME".
func (r *reader) predicate(s *someone, m, sent document.Range) {
	head := m.First
	for range 4 { // out of the name, and to the "wrestler" of "wrestler NAME"
		up := int(r.d.Arcs[head].Head)
		if rel := r.d.Arcs[head].Rel; up < 0 || !m.Has(up) && rel != document.Flat && rel != document.Appos {
			break
		}
		head = up
	}
	for k := sent.First; k < m.First; k++ {
		if r.d.Arcs[k].Rel != document.Nsubj || int(r.d.Arcs[k].Head) != head || r.d.Tags[k].UPOS != document.NOUN || !r.copular(head) {
			continue
		}
		if n, c := r.cueAt([]string{r.d.Word(k)}, []int{k}, 0); n > 0 {
			r.cue(s, c, []string{}, []int{k})
		}
	}
}

// copular reports whether a token is what a "be" before it says.
func (r *reader) copular(head int) bool {
	for k := max(0, head-8); k < head; k++ {
		if r.d.Arcs[k].Rel == document.Cop && int(r.d.Arcs[k].Head) == head {
			return true
		}
	}
	return false
}

// reports reports whether a noun phrase behind a name is the subject of a clause
// that says who told it: "NAME was in town, the official said".
func (r *reader) reports(m, np, sent document.Range) bool {
	i := np.End
	for i < sent.End && r.d.Tags[i].UPOS == document.AUX {
		i++
	}
	if i >= sent.End || r.d.Tags[i].UPOS != document.VERB || !tellers[strings.ToLower(r.d.Tags[i].Lemma)] {
		return false
	}
	for k := m.First; k < m.End; k++ {
		if r.d.Arcs[k].Rel == document.Nsubj && int(r.d.Arcs[k].Head) == i {
			return false
		}
	}
	return true
}

var tellers = set("say tell add report announce explain note claim")
