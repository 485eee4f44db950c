package attribution

import (
	"strings"

	"sayso/internal/claims/attribution/frame"
	"sayso/internal/document"
)

// cited is who was cited, and the cue by which.
type cited struct {
	who
	cue int
}

// goesOnSpeaking reports whether the person who spoke last did so in the
// sentence before or in the same one, so that "he said" is likelier to mean the
// speaker than whom he spoke of.
func (w *work) goesOnSpeaking(head int) bool {
	s, last := w.d.SentenceOf(head), w.d.SentenceOf(w.lastSpoke)
	return w.lastSpoke < head && s-last <= 1 && w.blockOf(head) == w.blockOf(w.lastSpoke)
}

// speaksOn is whom "he" and "she" stand for with a verb that only a speaker can be the
// subject of, "he added", or where what is said names whom they would stand for, "Orozco
// was armed, he said": who spoke last, in the paragraph before too.
func (w *work) speaksOn(f frame.Frame) (who, bool) {
	if len(f.Source) == 0 || f.Source[0].Len() != 1 || w.lastPerson.name == "" || w.v.UPOS(f.Head) != document.VERB {
		return who{}, false
	}
	i := f.Source[0].First
	if !w.personal(i) || w.lastSpoke >= f.Head || w.blockOf(i)-w.blockOf(w.lastSpoke) > 1 || !w.addsTo(f.Head) && !w.namesInside(i, f.Content) {
		return who{}, false
	}
	x := w.lastPerson
	x.words = f.Source[0]
	return x, true
}

// addsTo reports a verb for going on speaking.
func (w *work) addsTo(verb int) bool {
	switch strings.ToLower(w.d.Tags[verb].Lemma) {
	case "add", "continue", "conclude":
		return true
	}
	return false
}

// namesInside reports whether some words name whom a pronoun outside them is taken to
// stand for, and the one who spoke last is somebody else: nobody who says something of
// Orozco is called "he" there and is Orozco.
func (w *work) namesInside(pronoun int, words []document.Range) bool {
	if !w.nameable(pronoun) {
		return false
	}
	e := &w.d.Entities[w.entity[pronoun]]
	if strings.HasSuffix(w.lastPerson.name, w.d.Word(e.Name.End-1)) {
		return false
	}
	for _, m := range e.Mentions {
		if !m.Pronoun && within(words, m.Head) && w.v.UPOS(m.Head) == document.PROPN {
			return true
		}
	}
	return false
}

// issuer is the last who was cited outside the words that are being read: who issued
// "the statement" that says what a report does not show is not the report.
func (w *work) issuer() (who, int) {
	for i := len(w.issuers) - 1; i >= 0; i-- {
		if c := w.issuers[i]; !within(w.saying, c.cue) {
			return c.who, c.cue
		}
	}
	return who{}, -1
}

// itSpoke is the body cited last, where "it" says something and what it stands for by
// its place cannot: after "The cause is unknown, the statement said", "it said" is the
// statement's.
func (w *work) itSpoke(head int) (who, bool) {
	if !strings.EqualFold(w.d.Word(head), "it") || w.entity[head] < 0 {
		return who{}, false
	}
	x, cue := w.issuer()
	if x.name == "" || x.human || w.d.SentenceOf(head)-w.d.SentenceOf(cue) > 2 {
		return who{}, false
	}
	e := &w.d.Entities[w.entity[head]]
	if !e.Name.Empty() {
		return who{}, false
	}
	for _, m := range e.Mentions {
		if !m.Pronoun && m.Head < len(w.d.Tokens) && w.hasVoice(m.Head) {
			return who{}, false
		}
	}
	return x, true
}

// hasVoice reports whether a noun stands for somebody or something that can say or show
// something.
func (w *work) hasVoice(noun int) bool {
	lemma := strings.ToLower(w.d.Tags[noun].Lemma)
	return w.actor[noun] >= 0 || issuers[lemma] || findings[lemma] || bodies[lemma] || agencies[lemma] || mediumNouns[lemma]
}
