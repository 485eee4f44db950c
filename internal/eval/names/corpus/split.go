package corpus

import "sayso/internal/document"

// Sentences cuts an article into its sentences, each with the spans of kinds.
func (a *Article) Sentences(kinds []document.NameKind) []Sentence {
	var out []Sentence
	for _, s := range a.Doc.Sentences {
		one := Sentence{Doc: a.ID}
		for i := s.First; i < s.End; i++ {
			one.Words = append(one.Words, a.Doc.Word(i))
		}
		for _, n := range Only(a.Spans, kinds) {
			if s.Covers(n.Range) {
				n.First, n.End = n.First-s.First, n.End-s.First
				one.Spans = append(one.Spans, n)
			}
		}
		out = append(out, one)
	}
	return out
}

// Only keeps the names of some kinds.
func Only(all []document.Name, kinds []document.NameKind) []document.Name {
	var out []document.Name
	for _, n := range all {
		for _, k := range kinds {
			if n.Kind == k {
				out = append(out, n)
			}
		}
	}
	return out
}
