package depparse

import (
	"strings"
	"unicode"

	"sayso/internal/document"
)

// markedVerb is the verb of a clause with "after" or "before" between whose mark and
// verb a noun without a preposition stands, which hangs from the verb above: in "came
// hours after the government freed three men" the government freed them. It is -1 where
// there is none.
func markedVerb(d *document.Document, s document.Range, i int) int {
	if u := d.Tags[i].UPOS; u != document.NOUN && u != document.PROPN {
		return -1
	}
	v := i + 1
	for v < s.End && (d.Tags[v].UPOS == document.ADV || d.Tags[v].UPOS == document.AUX) {
		v++
	}
	if v >= s.End || d.Tags[v].UPOS != document.VERB || d.Arcs[v].Rel != document.Advcl || d.Arcs[v].Head != d.Arcs[i].Head || subjectOf(d, s, v) >= 0 {
		return -1
	}
	mark := -1
	for k := s.First; k < v; k++ {
		switch {
		case int(d.Arcs[k].Head) == v && d.Arcs[k].Rel == document.Mark:
			mark = k
		case int(d.Arcs[k].Head) == i && d.Arcs[k].Rel == document.Case:
			return -1
		}
	}
	if mark < 0 || mark > i {
		return -1
	}
	for k := mark + 1; k < i; k++ { // nothing but the noun's own words
		if int(d.Arcs[k].Head) != i && !(d.Arcs[k].Head > int32(mark) && d.Arcs[k].Head <= int32(i)) {
			return -1
		}
	}
	return v
}

// accusedDeed is what somebody is accused of, where the clause that says by what it was
// done hangs from the verb of accusing: in "accused the army of spreading terror by
// shelling villages" nobody accuses by shelling. It is -1 where there is none.
func accusedDeed(d *document.Document, s document.Range, i int) int {
	h := int(d.Arcs[i].Head)
	if h < 0 || h > i || !markedBy(d, s, i, "by") {
		return -1
	}
	switch strings.ToLower(d.Tags[h].Lemma) {
	case "accuse", "suspect", "convict", "charge", "blame", "condemn":
	default:
		return -1
	}
	for k := i - 1; k > h; k-- {
		if int(d.Arcs[k].Head) == h && d.Arcs[k].Rel == document.Advcl && (markedBy(d, s, k, "of") || markedBy(d, s, k, "for")) {
			return k
		}
	}
	return -1
}

// markedBy reports whether a clause begins with a word.
func markedBy(d *document.Document, s document.Range, v int, word string) bool {
	for k := s.First; k < v; k++ {
		if int(d.Arcs[k].Head) == v && (d.Arcs[k].Rel == document.Mark || d.Arcs[k].Rel == document.Case) && strings.EqualFold(d.Word(k), word) {
			return true
		}
	}
	return false
}

// listedOrigin makes a state's short name in capitals that a headline lists before an
// adjective of origin part of the noun: of "freed US, Australian hostages" the hostages
// were freed, and not the US.
func listedOrigin(d *document.Document, s document.Range, i int) {
	h := int(d.Arcs[i].Head)
	if h < s.First || h+3 != i || d.Tags[i].UPOS != document.NOUN || d.Word(h+1) != "," || d.Tags[h].UPOS != document.PROPN || !initials(d.Word(h)) {
		return
	}
	if t := d.Tags[h+2]; t.UPOS != document.ADJ && t.UPOS != document.PROPN || int(d.Arcs[h+2].Head) != i || !unicode.IsUpper(rune(d.Word(h + 2)[0])) {
		return
	}
	for k := s.First; k < s.End; k++ {
		if int(d.Arcs[k].Head) == h && k != h+1 && k != i {
			if k < h { // "the US", "in the UK"
				d.Arcs[k].Head = int32(i)
				continue
			}
			return
		}
	}
	d.Arcs[i], d.Arcs[h] = d.Arcs[h], document.Arc{Head: int32(i), Rel: document.Compound}
}

// initials reports a short form of two to four letters, all capitals: "US", "U.K.", "UAE".
func initials(word string) bool {
	n := 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			n++
		case r != '.':
			return false
		}
	}
	return n >= 2 && n <= 4
}

// dayBefore is the verb of a subject that is taken to be called after the day before it, as
// no comma parts them: "On Wednesday guerrillas had kidnapped a surgeon". It is -1 where
// there is none.
func dayBefore(d *document.Document, s document.Range, i int) int {
	h := int(d.Arcs[i].Head)
	if h != i+1 || i == s.First || d.Arcs[h].Rel != document.Nsubj && d.Arcs[h].Rel != document.NsubjPass || !weekday[strings.ToLower(d.Word(i))] {
		return -1
	}
	if !strings.EqualFold(d.Word(i-1), "on") || int(d.Arcs[i-1].Head) != h || d.Arcs[h].Head < 0 {
		return -1
	}
	return int(d.Arcs[h].Head)
}

var weekday = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true}

// deadBehind is the verb with whose object "dead" is said behind it: "shot a teacher dead".
// It is -1 where there is none.
func deadBehind(d *document.Document, s document.Range, i int) int {
	h := int(d.Arcs[i].Head)
	if h != i-1 || h < s.First || d.Arcs[h].Rel != document.Obj || !strings.EqualFold(d.Word(i), "dead") {
		return -1
	}
	v := int(d.Arcs[h].Head)
	switch strings.ToLower(d.Tags[v].Lemma) {
	case "shoot", "shot", "find", "leave", "gun", "strike", "knock": // "shot" is often taken for a noun
		return v
	}
	return -1
}

// deedOver is the verb above a participle that was hung from another: what somebody is
// accused of, or that over an attempt; -1 for none.
func deedOver(d *document.Document, s document.Range, i int) int {
	if v := accusedDeed(d, s, i); v >= 0 {
		return v
	}
	return overAttempt(d, s, i)
}

// overAttempt is the verb over the noun for an attempt behind which a participle tells what
// came of it, where that hangs from what was attempted: in "foiled a plot to blow up a bridge,
// killing two" nobody blows it up. It is -1 where there is none.
func overAttempt(d *document.Document, s document.Range, i int) int {
	if i < s.First+4 || d.Tags[i].XPOS != document.VBG || d.Word(i-1) != "," {
		return -1
	}
	deed := int(d.Arcs[i].Head)
	if deed < s.First || deed > i || d.Arcs[deed].Rel != document.Acl || d.Tags[deed].XPOS != document.VB {
		return -1
	}
	noun := int(d.Arcs[deed].Head)
	switch strings.ToLower(d.Tags[noun].Lemma) {
	case "attempt", "plot", "bid", "plan", "effort", "conspiracy":
	default:
		return -1
	}
	if v := int(d.Arcs[noun].Head); v >= s.First && v < noun && d.Tags[v].UPOS == document.VERB && d.Arcs[noun].Rel == document.Obj {
		return v
	}
	return -1
}
