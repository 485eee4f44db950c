package assemble

import (
	"slices"
	"strings"

	"sayso/internal/document"
)

// anotherStep reports whether a date is that of a step of custody or of a court,
// which is not when the deed was that the step is for: "the suspect in a shooting
// was released on Friday", "the trial of the bombers opened on Monday". Who
// is arrested at a protest is so on its day.
func (b *builder) anotherStep(at document.Range) bool {
	family := b.m.family(b.g.kind)
	if family != "force" && family != "street" {
		return false
	}
	d := b.r.d
	h := int(d.Arcs[b.r.headOf(at)].Head)
	if h >= 0 && d.Tags[h].UPOS != document.VERB && custodial(d.Tags[h].Lemma) {
		h = int(d.Arcs[h].Head) // "released from a Wisconsin jail Friday"
	}
	if h < 0 || !b.r.step(h) || family == "street" && (strings.EqualFold(d.Tags[h].Lemma, "arrest") || strings.EqualFold(d.Tags[h].Lemma, "detain")) {
		return false
	}
	for _, i := range b.g.events {
		if e := &d.Events[i]; e.Trigger == h {
			return false
		}
	}
	return true
}

// custodial reports whether a noun names where people are held or tried.
func custodial(lemma string) bool {
	switch strings.ToLower(lemma) {
	case "jail", "prison", "custody", "court", "detention", "bail", "bond", "charge", "count":
		return true
	}
	return false
}

// step reports whether a verb tells of a step of custody or of a court.
func (r *reader) step(h int) bool {
	switch strings.ToLower(r.d.Tags[h].Lemma) {
	case "release", "free", "arrest", "detain", "charge", "indict", "arraign", "sentence", "convict", "acquit", "plead", "testify", "extradite",
		"jail", "imprison", "parole", "remand", "prosecute":
		return true
	case "open", "begin", "start", "resume", "end", "adjourn", "conclude", "hear":
		return r.courtIs(h, document.Nsubj, document.NsubjPass)
	case "go", "stand", "put", "face", "appear":
		return r.courtIs(h, document.Obl, document.Obj) // went on trial, appeared in court
	}
	return false
}

// courtIs reports whether a word for a court's business hangs from a verb so.
func (r *reader) courtIs(h int, rels ...document.Rel) bool {
	s := r.d.Sentences[r.d.SentenceOf(h)]
	for i := s.First; i < s.End; i++ {
		if a := r.d.Arcs[i]; int(a.Head) == h && slices.Contains(rels, a.Rel) {
			switch strings.ToLower(r.d.Tags[i].Lemma) {
			case "trial", "hearing", "case", "tribunal", "martial", "court-martial", "inquest", "appeal", "retrial", "court", "dock":
				return true
			}
		}
	}
	return false
}
