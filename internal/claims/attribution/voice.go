package attribution

import (
	"strings"

	"sayso/internal/claims/attribution/frame"
	"sayso/internal/document"
)

// accused reports a participle whose noun is the one spoken of and not the one
// who speaks: "the officer accused of shooting him", "pirates, said to be in a
// dhow".
func (w *work) accused(f frame.Frame) bool {
	h := f.Head
	if len(f.Source) == 0 || w.v.UPOS(h) != document.VERB || w.d.Tags[h].XPOS != document.VBN && !w.passive(h) {
		return false
	}
	switch w.v.Rel(h) {
	case document.Acl, document.AclRelcl, document.Advcl, document.Amod:
	default:
		if !w.passive(h) {
			return false
		}
	}
	switch strings.ToLower(w.d.Tags[h].Lemma) {
	case "say", "accuse", "believe", "allege", "report", "suspect", "think", "claim", "charge", "blame", "know", "rumour", "rumor":
	default:
		return false
	}
	if k := w.v.Kid(h, document.OblAgent); k >= 0 && within(f.Source, k) {
		return false
	}
	s := w.headOf(f.Source[0])
	return w.v.Head(h) == s || w.v.Head(h) >= 0 && within(f.Source, w.v.Head(h)) || w.v.Kid(h, document.NsubjPass) == s || strings.EqualFold(w.d.Word(s), "it") && w.v.Head(s) == h
}

// reachable is the content without what lies in other paragraphs than the cue:
// only quotations and what a colon introduces go on there.
func (w *work) reachable(f frame.Frame) []document.Range {
	b := w.blockOf(f.Head)
	if b < 0 {
		return f.Content
	}
	block := w.d.Blocks[b]
	var out []document.Range
	for _, r := range f.Content {
		inside := r.First < block.End && r.End > block.First
		if inside || w.v.Quote[r.First] >= 0 || w.d.Word(block.End-1) == ":" || r.First > block.End && w.d.Word(r.First-1) == ":" {
			out = append(out, r)
		}
	}
	return out
}

// clausal reports whether a clause is the content: a cue that the lexicon does
// not know is believed only then, and with quotations.
func (w *work) clausal(f frame.Frame) bool {
	if len(f.Content) > 0 && strings.EqualFold(w.d.Word(f.Content[0].First), "that") && f.Content[0].First > f.Head {
		return true
	}
	for _, k := range w.v.Kids(f.Head) {
		switch w.v.Rel(int(k)) {
		case document.Ccomp, document.Parataxis:
			if within(f.Content, int(k)) {
				return true
			}
		}
	}
	return false
}

// issues reports whether a cue tells that something was issued, the words of
// which follow after a colon: "the command issued this communiqué: …".
func (w *work) issues(f frame.Frame) bool {
	o := w.v.Kid(f.Head, document.Obj)
	first := f.Content[0].First
	return o >= 0 && issuers[strings.ToLower(w.d.Tags[o].Lemma)] && first > o && w.d.Word(first-1) == ":"
}

// canSay reports whether the source is somebody or something that can vouch:
// "these attacks show …" is a way of speaking, "the report shows …" is not.
func (w *work) canSay(f frame.Frame, class frame.Class, src who) bool {
	if class != frame.Show || src.named || len(f.Source) == 0 {
		return true
	}
	h := w.headOf(f.Source[0])
	if w.v.UPOS(h) == document.PRON || w.actor[h] >= 0 || w.entity[h] >= 0 && !w.d.Entities[w.entity[h]].Name.Empty() {
		return true
	}
	return findings[strings.ToLower(w.d.Tags[h].Lemma)] || issuers[strings.ToLower(w.d.Tags[h].Lemma)]
}

// findings are nouns for what has something to say though nobody is named.
var findings = set("evidence", "study", "survey", "poll", "datum", "data", "figure", "statistic", "record", "investigation",
	"inquiry", "enquiry", "probe", "analysis", "research", "result", "test", "footage", "image", "photo", "photograph",
	"picture", "witness", "investigator", "researcher", "official", "review", "assessment", "census", "finding", "autopsy",
	"document", "leak", "cable", "intelligence", "map", "chart", "log", "number", "source", "expert", "police", "authority")

// byNoun names an unnamed report after itself: "reports that", "rumours of".
func (w *work) byNoun(f frame.Frame) who {
	h := f.Head
	if w.v.UPOS(h) != document.NOUN || !telling[strings.ToLower(w.d.Tags[h].Lemma)] {
		return who{kind: "source"}
	}
	r := w.core(h, document.Range{First: int(w.v.L[h]), End: h + 1})
	x, ok := w.owner(h, r)
	if !ok || !x.named {
		x = w.described(h, r)
	}
	x.words = r
	return x
}

// telling are nouns for a report of nobody in particular.
var telling = set("report", "rumour", "rumor", "account", "testimony", "intelligence", "leak")
