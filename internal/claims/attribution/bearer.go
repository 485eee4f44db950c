package attribution

import (
	"strings"

	"sayso"
	"sayso/internal/document"
)

// spelt is the organisation that an abbreviation stands for, where the text
// spells it out: "HRW" for "Human Rights Watch".
func (w *work) spelt(name document.Range) document.Range {
	short := w.d.Words(name)
	if name.Len() != 1 || len(short) < 2 || len(short) > 6 || strings.ToUpper(short) != short {
		return name
	}
	for _, n := range w.d.Names {
		if n.Kind != document.NameOrganisation || n.Len() < 2 {
			continue
		}
		initials := ""
		for i := n.First; i < n.End; i++ {
			if c := w.d.Word(i)[0]; 'A' <= c && c <= 'Z' {
				initials += string(c)
			}
		}
		if initials == short {
			return n.Range
		}
	}
	return name
}

// bearer finds the one person of the text who has the title that a definite
// noun gives: "the press secretary" after "press secretary Peter Cook".
func (w *work) bearer(head int) (document.Range, bool) {
	var found document.Range
	lemma := strings.ToLower(w.d.Tags[head].Lemma)
	if bodies[lemma] {
		return found, false
	}
	if w.v.UPOS(head) != document.NOUN && w.v.UPOS(head) != document.PROPN || w.d.Tags[head].XPOS == document.NNS || w.indefinite(head) {
		return found, false
	}
	for _, n := range w.d.Names {
		if n.Kind != document.NamePerson || !w.entitled(n.Range, lemma) || w.ofAnother(head, n.First) {
			continue
		}
		if !found.Empty() && w.d.Word(found.End-1) != w.d.Word(n.End-1) {
			return found, false
		}
		if n.Len() > found.Len() {
			found = n.Range
		}
	}
	return found, !found.Empty()
}

// misfit reports whether a noun for a firm was taken for the name of an armed group.
func (w *work) misfit(head int, name document.Range) bool {
	switch strings.ToLower(w.d.Tags[head].Lemma) {
	case "company", "firm", "operator", "airline", "bank", "agency":
	default:
		return false
	}
	for i := name.First; i < name.End; i++ {
		if a := w.actor[i]; a >= 0 {
			switch w.d.Actors[a].Actor.Kind {
			case sayso.KindRebel, sayso.KindMilitia, sayso.KindCriminal, sayso.KindStateForce:
				return true
			}
		}
	}
	return false
}

// ofAnother reports whether a title is that of something which the sentence of a
// name does not speak of, or one of another office: "the governor of Belgorod" is not
// the one of Kharkiv, "Bolivia's foreign minister" not the prime minister of Peru.
func (w *work) ofAnother(head, name int) bool {
	s := w.v.SentenceRange(name)
	told := func(i int) bool {
		for k := s.First; k < s.End; k++ {
			if strings.EqualFold(w.d.Tags[k].Lemma, w.d.Tags[i].Lemma) {
				return true
			}
		}
		return false
	}
	for _, k := range w.v.Kids(head) {
		switch k := int(k); w.v.Rel(k) {
		case document.Nmod:
			if c := w.v.Kid(k, document.Case); k > head && c >= 0 && strings.EqualFold(w.d.Word(c), "of") && !told(k) {
				return true
			}
		case document.NmodPoss:
			if w.v.UPOS(k) == document.PROPN && (!told(k) || w.ofPerson(k)) {
				return true // "Keitany's lawyer" is not the lawyer who accuses Keitany
			}
		case document.Amod, document.Compound:
			if portfolios[strings.ToLower(w.d.Word(k))] && !told(k) {
				return true
			}
		}
	}
	return false
}

// ofPerson reports whether a word is part of a person's name.
func (w *work) ofPerson(i int) bool {
	n, ok := w.nameAt(i)
	return ok && n.Kind == document.NamePerson
}

// portfolios are words before a title that tell one office from another.
var portfolios = set("prime", "foreign", "defence", "defense", "interior", "finance", "justice", "deputy", "vice", "press", "health", "education",
	"information", "culture", "security", "agriculture", "transport", "former", "acting")

// sameSpeaker reports whether "the official" is the person who spoke in the
// sentence or the two before it, as nobody else was called so till then.
func (w *work) sameSpeaker(head int) bool {
	lemma := strings.ToLower(w.d.Tags[head].Lemma)
	if w.lastPerson.name == "" || w.lastSpoke >= head || !speakers[lemma] || w.d.Tags[head].XPOS == document.NNS || !w.definite(head) {
		return false
	}
	if w.d.SentenceOf(head)-w.d.SentenceOf(w.lastSpoke) > 2 || w.furnished(head) {
		return false
	}
	for i := range head {
		if strings.ToLower(w.d.Tags[i].Lemma) == lemma && w.v.Head(i) >= 0 && w.v.Rel(i) != document.Compound && w.v.Rel(i) != document.Flat && w.v.Rel(i) != document.Appos {
			return false
		}
	}
	return true
}

// oneSpeaker reports words for one person without a name who may be "he" later:
// "a railway spokesperson".
func (w *work) oneSpeaker(r document.Range) bool {
	if r.Empty() {
		return false
	}
	t := w.d.Tags[w.headOf(r)]
	lemma := strings.ToLower(t.Lemma)
	return t.UPOS == document.NOUN && t.XPOS != document.NNS && (speakers[lemma] || spokes[lemma])
}

var spokes = set("spokesman", "spokeswoman", "spokesperson", "witness", "eyewitness", "resident", "doctor", "survivor", "policeman", "soldier", "driver", "minister")

// speakers are nouns for a person in office who may be named otherwise too.
var speakers = set("official", "officer", "leader", "commander", "politician", "lawmaker", "legislator", "diplomat", "cleric",
	"priest", "bishop", "prelate", "congressman", "senator", "deputy", "lawyer", "attorney", "prosecutor", "activist", "candidate", "dignitary", "functionary")

// persons are nouns for one who speaks, of whatever body.
var persons = set("official", "spokesman", "spokeswoman", "spokesperson", "journalist", "reporter", "correspondent", "editor", "employee", "worker",
	"manager", "director", "source", "executive", "head", "owner", "staff", "staffer")

// indefinite reports "a …" and "another …".
func (w *work) indefinite(head int) bool {
	for _, k := range w.v.Kids(head) {
		switch strings.ToLower(w.d.Word(int(k))) {
		case "a", "an", "another", "one", "some", "any":
			return true
		}
	}
	return false
}

// entitled reports whether a title with the lemma stands before or after a name.
func (w *work) entitled(n document.Range, lemma string) bool {
	h := w.headOf(n)
	for i := max(0, n.First-6); i < min(len(w.d.Tokens), n.End+8); i++ {
		if strings.ToLower(w.d.Tags[i].Lemma) == lemma && (n.Has(i) || w.titleOf(h, i)) {
			return true
		}
	}
	return false
}

// closes reports whether a name ends the words of a source and nothing makes
// it depend on what is before: "the head of the unit, Lt. Gen. Ann Lee".
func (w *work) closes(n, r document.Range) bool {
	for i := n.End; i < r.End; i++ {
		if !w.v.Punct(i) {
			return false
		}
	}
	i := n.First - 1
	for i >= r.First && (w.d.Word(i) == "." || titles[strings.TrimSuffix(strings.ToLower(w.d.Word(i)), ".")]) {
		i--
	}
	if i < r.First {
		return false
	}
	switch w.v.UPOS(i) {
	case document.ADP, document.PART, document.CCONJ, document.VERB, document.DET:
		return false
	}
	if x, ok := w.nameAt(i); ok && x.Kind == document.NamePlace {
		return true // "Minister for the Middle East Ann Lee"
	}
	return i < n.First-1 || w.v.Punct(i)
}

// titleOf reports whether name head h and noun head stand for the same person
// ("navy spokesman | Nirad Sinha").
func (w *work) titleOf(h, head int) bool {
	for _, pair := range [][2]int{{h, head}, {head, h}} {
		if w.v.Head(pair[0]) != pair[1] {
			continue
		}
		switch w.v.Rel(pair[0]) {
		case document.Appos, document.Flat, document.Compound, document.NmodDesc, document.NmodUnmarked:
			return true
		}
	}
	return false
}
