package people

import (
	"slices"
	"strings"
	"unicode"

	"sayso/internal/document"
)

// sure is the score below which the names stage saw a person only when favoured
// twice.
const sure = 0.5

// doubted are the persons that the names stage nearly saw, but for what is known
// to be something else. Of what it saw only when favoured twice, names of one
// word and those behind an article are left out: "the Boston Tea Party".
func (r *reader) doubted(have []document.Range) []document.Range {
	var out []document.Range
	for _, n := range r.d.Doubts {
		if n.Score < sure && (n.Len() < 2 || n.First > 0 && r.d.Tags[n.First-1].UPOS == document.DET || r.anyDemonym(n.Range)) {
			continue
		}
		if m := r.bare(n.Range); !m.Empty() && !slices.ContainsFunc(have, m.Touches) && !r.nobody(m) && !r.known(m) {
			out = append(out, m)
		}
	}
	return out
}

func (r *reader) anyDemonym(m document.Range) bool {
	for i := m.First; i < m.End; i++ {
		if r.demonym(i) {
			return true
		}
	}
	return false
}

// known reports whether a name is known to be no person's: it holds a short form
// in capitals; it is a place of the gazetteer, an actor of the table or the
// outlet; or the text writes its only word without a capital too.
func (r *reader) known(m document.Range) bool {
	places, short := 0, false
	for i := m.First; i < m.End; i++ {
		short = short || r.short(i)
		if r.gazetted(i) {
			places++
		}
	}
	return places == m.Len() || r.d.Word(m.First) == "The" || short && !r.d.InCapitals(m.First) || strings.EqualFold(r.d.Words(m), r.d.Article.Outlet) ||
		m.Len() == 1 && (r.title(m.First) || r.crowd(r.d.Word(m.First))) || m.Len() == 1 && r.uses(strings.ToLower(r.d.Word(m.First))) ||
		slices.ContainsFunc(r.d.Actors, func(a document.ActorMention) bool { return a.Actor.ID != "" && a.Touches(m) })
}

// crowd reports whether the text counts what a word names, or says that they
// have or are something: "1.7 million Hongkongers", "Hongkongers have".
func (r *reader) crowd(word string) bool {
	for i := range r.d.Tokens {
		if r.d.Word(i) != word {
			continue
		}
		plural := r.d.Tags[i].XPOS == document.NNS || r.d.Tags[i].XPOS == document.NNPS
		if i > 0 && r.d.Tags[i-1].UPOS == document.NUM && plural {
			return true
		}
		if i+1 < len(r.d.Tokens) && plural {
			switch r.d.Word(i + 1) {
			case "have", "are", "were":
				return true
			}
		}
	}
	return false
}

// short reports whether a token is a short form in capitals, "BADA"; an initial
// is none.
func (r *reader) short(i int) bool {
	w := r.d.Word(i)
	return len(w) > 1 && !strings.Contains(w, ".") && w == strings.ToUpper(w) && strings.ContainsFunc(w, unicode.IsLetter)
}
