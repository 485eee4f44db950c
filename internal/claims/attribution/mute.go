package attribution

import (
	"strings"

	"sayso/internal/claims/attribution/frame"
	"sayso/internal/document"
)

// mute reports a frame in which nobody says that anything is so: what a gang is
// called, what a banner reads, what somebody is charged with or calls for, a bomb
// that somebody finds, a source of which no noun is left.
func (w *work) mute(f frame.Frame) bool {
	if w.rebuffs(f) {
		return false
	}
	lemma := strings.ToLower(w.d.Tags[f.Head].Lemma)
	if naming[lemma] && w.v.Rel(f.Head) == document.Acl && w.d.Tags[f.Head].XPOS != document.VBG || w.charged(f.Head) || w.calling(f.Head) || w.onlyNamed(f) {
		return true
	}
	if w.v.UPOS(f.Head) == document.VERB && (w.doing(f, lemma) || w.asking(f)) {
		return true
	}
	if len(f.Source) == 0 {
		return false
	}
	h := w.headOf(f.Source[0])
	if up := w.antecedent(h); up >= 0 {
		h = up
	} else if w.pointing(f.Source[0]) {
		return true
	}
	noun := strings.ToLower(w.d.Tags[h].Lemma)
	return banners[noun] || rules[noun] || deeds[noun] || !w.substantive(f.Source)
}

// pointing reports words that stand for what was told before and for nobody:
// "all of which", "this".
func (w *work) pointing(r document.Range) bool {
	for i := r.First; i < r.End; i++ {
		switch strings.ToLower(w.d.Word(i)) {
		case "all", "of", "which", "this", "that", "these", "both":
		default:
			return false
		}
	}
	return true
}

// onlyNamed reports a participle that names who made or ordered what its noun
// stands for, and says nothing of it: "a rally called by the opposition".
func (w *work) onlyNamed(f frame.Frame) bool {
	h := f.Head
	return w.v.Rel(h) == document.Acl && w.v.Kid(h, document.OblAgent) >= 0 && !reporting[strings.ToLower(w.d.Tags[h].Lemma)] &&
		!w.clausal(f) && !w.direct(f.Content)
}

// doing reports a verb with an object, and no clause, that tells what somebody
// does, meets or sees and not what he says: "found the bomb", "declared a truce",
// "called a strike", "charged him with murder", "has shown its nature".
func (w *work) doing(f frame.Frame, lemma string) bool {
	obj := w.v.Kid(f.Head, document.Obj) >= 0
	switch {
	case sensing[lemma]:
		return !w.direct(f.Content) && (obj || !w.clausal(f))
	case performing[lemma]:
		return obj && !w.clausal(f)
	case refusing[lemma]:
		return w.pleaded(f)
	case lemma == "describe":
		return obj && w.somebody(w.v.Kid(f.Head, document.Obj))
	case lemma == "show" || lemma == "prove" || lemma == "demonstrate":
		return obj && !w.clausal(f) && len(f.Source) > 0 && w.v.UPOS(w.headOf(f.Source[0])) == document.PRON
	}
	return false
}

// pleaded reports a plea that is refused, by which nothing is denied: "rejected the
// appeal", "his request was denied".
func (w *work) pleaded(f frame.Frame) bool {
	for _, r := range [...]document.Rel{document.Obj, document.NsubjPass} {
		if k := w.v.Kid(f.Head, r); k >= 0 && pleas[strings.ToLower(w.d.Tags[k].Lemma)] {
			return true
		}
	}
	return false
}

// somebody reports a person by name or a pronoun for one.
func (w *work) somebody(i int) bool {
	n, ok := w.nameAt(i)
	return ok && n.Kind == document.NamePerson || w.personal(i) || strings.EqualFold(w.d.Word(i), "him") || strings.EqualFold(w.d.Word(i), "her")
}

// asking reports what is still to be found out: "to determine who did it".
func (w *work) asking(f frame.Frame) bool {
	seeks := false
	for _, c := range f.Cue {
		for t := c.First; t < c.End; t++ {
			seeks = seeks || seeking[strings.ToLower(w.d.Tags[t].Lemma)]
		}
	}
	if !seeks {
		return false
	}
	for _, r := range f.Content {
		switch strings.ToLower(w.d.Word(r.First)) {
		case "who", "whether", "if", "why", "how", "what", "which":
			return true
		}
	}
	return false
}

var (
	seeking    = set("determine", "establish", "find", "learn", "know", "investigate", "clarify", "discover")
	refusing   = set("reject", "dismiss", "refuse", "deny", "decline")
	pleas      = set("appeal", "bail", "request", "petition", "motion", "plea", "application", "bid", "parole", "visa", "permission", "entry", "access")
	performing = set("declare", "call", "proclaim", "charge")
	naming     = set("call", "name", "dub", "nickname", "term", "label", "entitle", "title")
	sensing    = set("see", "find", "discover", "respond", "react", "meet", "face", "experience", "attack", "attend", "witness", "spot", "locate", "uncover", "hear")
	reporting  = set("report", "claim", "confirm", "describe", "document", "allege", "deny", "estimate", "quote", "cite", "tell", "give", "provide",
		"release", "publish", "record", "register", "issue", "say", "blame", "accuse")
	rules   = set("code", "law", "constitution", "plan", "schedule", "rule", "custom", "principle", "tradition", "timetable", "agenda")
	deeds   = set("attack", "bombing", "blast", "explosion", "killing", "shooting", "raid", "massacre", "clash", "coup", "murder", "assassination", "ambush", "shelling")
	banners = set("sign", "banner", "placard", "poster", "slogan", "flag", "t-shirt", "shirt", "graffito", "graffiti", "sticker", "button")
)

// substantive reports whether words name or describe somebody: a noun, a name,
// a number, a pronoun or an adjective in the place of a noun is among them.
func (w *work) substantive(rs []document.Range) bool {
	for _, r := range rs {
		for i := r.First; i < r.End; i++ {
			switch w.v.UPOS(i) {
			case document.NOUN, document.PROPN, document.NUM, document.PRON, document.ADJ, document.X:
				return true
			}
			if w.v.UPOS(i) == document.DET && !strings.EqualFold(w.d.Word(i), "the") && !strings.EqualFold(w.d.Word(i), "a") {
				return true
			}
		}
	}
	return false
}

// impersonal reports "it" that stands for a clause and for nobody: "it emerged
// that", "it was proved that", "it seems".
func (w *work) impersonal(f frame.Frame) bool {
	if len(f.Source) == 0 || f.Source[0].Len() != 1 || !strings.EqualFold(w.d.Word(f.Source[0].First), "it") {
		return false
	}
	switch strings.ToLower(w.d.Tags[f.Head].Lemma) {
	case "emerge", "appear", "seem", "transpire", "happen", "turn", "follow", "prove", "become", "look":
		return true
	}
	return w.passive(f.Head)
}

// hearer reports a passive of telling: its subject is who was told, and who told
// it is not said, "residents were warned that", "the bank had been called and
// told that".
func (w *work) hearer(f frame.Frame) bool {
	h := f.Head
	switch strings.ToLower(w.d.Tags[h].Lemma) {
	case "tell", "warn", "notify", "remind", "assure", "alert":
	default:
		return false
	}
	if w.d.Tags[h].XPOS == document.VBG || w.v.Kid(h, document.OblAgent) >= 0 || w.v.Kid(h, document.Obj, document.Iobj, document.Nsubj) >= 0 {
		return false
	}
	if w.passive(h) {
		return true
	}
	up := w.v.Head(h)
	return w.v.Rel(h) == document.Conj && up >= 0 && w.v.Kid(h, document.Aux) < 0 && w.v.Kid(up, document.AuxPass) >= 0
}

// calling reports "called for": who calls for something does not say that it is so.
func (w *work) calling(h int) bool {
	switch strings.ToLower(w.d.Tags[h].Lemma) {
	case "call", "appeal", "ask", "push", "press":
	default:
		return false
	}
	for _, k := range w.v.Kids(h) {
		if c := w.v.Kid(int(k), document.Case); int(k) > h && w.v.Rel(int(k)) == document.Obl && c >= 0 && strings.EqualFold(w.d.Word(c), "for") {
			return true
		}
	}
	return false
}

// charged reports "charged with" and "charged over" without an object, whatever
// the tagger makes of the verb: who was charged has said nothing.
func (w *work) charged(h int) bool {
	switch strings.ToLower(w.d.Tags[h].Lemma) {
	case "charge", "accuse", "suspect":
	default:
		return false
	}
	if w.v.Kid(h, document.Obj, document.OblAgent) >= 0 || h+1 >= len(w.d.Tokens) || w.v.UPOS(h) != document.VERB {
		return false
	}
	switch strings.ToLower(w.d.Word(h + 1)) {
	case "with", "over":
		return strings.EqualFold(w.d.Tags[h].Lemma, "charge")
	case "of", "in":
		return w.v.Rel(h) == document.Acl && w.v.Kid(h, document.Ccomp) < 0
	}
	return false
}

// spokenOf is the subject in the place of a source that the model took from inside the
// clause that the cue introduces, "police said today that yesterday the rebels burned a
// bank", from inside the subject's own words, "a video verified by the agency shows", or
// from a time before it, "twelve hours into the search police said".
func (w *work) spokenOf(f frame.Frame) []document.Range {
	if len(f.Source) == 0 || w.v.UPOS(f.Head) != document.VERB {
		return f.Source
	}
	s := w.headOf(f.Source[0])
	subject := w.v.Subject(f.Head)
	switch c := w.v.Kid(f.Head, document.Ccomp); {
	case f.Source[0].First < f.Head && subject >= 0 && subject < s && w.insideAcl(s, subject):
		r := w.nounPhrase(subject)
		r.End = max(r.End, f.Source[0].End)
		return []document.Range{r}
	case f.Source[0].First < f.Head && subject < 0 && spans[strings.ToLower(w.d.Tags[s].Lemma)]:
		if i := f.Head - 1; f.Source[0].Has(i) && w.v.UPOS(i) == document.NOUN && w.d.Tags[i].XPOS == document.NNS && i != s {
			return []document.Range{{First: i, End: i + 1}}
		}
	case f.Source[0].First > f.Head && c >= 0 && subject >= 0 && subject < f.Head && w.v.Below(s, c) && w.marked(c, f.Head):
		return []document.Range{w.nounPhrase(subject)}
	}
	return f.Source
}

// sharedSource is the subject of the verb of saying from which a participle hangs that has
// none of its own: "doctors said, blaming an air strike".
func (w *work) sharedSource(f frame.Frame, source []document.Range) []document.Range {
	h := w.v.Head(f.Head)
	if len(source) > 0 || h < 0 || h > f.Head || w.d.Tags[f.Head].XPOS != document.VBG || w.v.UPOS(h) != document.VERB || w.citing(f.Head) {
		return source
	}
	if _, ok := w.finder.Lex.Of(w.v.Lemma[h]); !ok {
		return source
	}
	if s := w.v.Subject(h); s >= 0 && s < f.Head && w.v.Kid(f.Head, document.Nsubj) < 0 {
		return []document.Range{w.nounPhrase(s)}
	}
	return source
}

// spans are nouns for stretches of time, which say nothing.
var spans = set("hour", "day", "week", "month", "year", "minute", "night", "morning", "evening", "afternoon")

// insideAcl reports whether a token stands by "by" in a participle's words behind a noun.
func (w *work) insideAcl(i, noun int) bool {
	if w.v.Rel(i) != document.OblAgent {
		return false
	}
	for h := w.v.Head(i); h >= 0; h = w.v.Head(h) {
		if w.v.Rel(h) == document.Acl && w.v.Head(h) == noun {
			return true
		}
		if w.v.Rel(h) != document.Conj {
			return false
		}
	}
	return false
}

// marked reports whether "that" stands between a cue and the clause c.
func (w *work) marked(c, cue int) bool {
	m := w.v.Kid(c, document.Mark)
	return m > cue && strings.EqualFold(w.d.Word(m), "that")
}
