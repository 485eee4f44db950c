package attribution

import (
	"bufio"
	"io"
	"strings"

	"sayso"
	"sayso/internal/claims/attribution/frame"
	"sayso/internal/document"
)

// outlets knows news media by name, and the nouns that make a medium of a name
// or a description ("state television").
type outlets struct {
	names  map[string]bool // lower case, without article
	joined map[string]bool // the names of more than one word, without spaces
	nouns  map[string]bool
}

// readOutlets reads lines of "name" or "noun", a tab and the words.
func readOutlets(r io.Reader) (*outlets, error) {
	o := &outlets{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		kind, words, ok := strings.Cut(sc.Text(), "\t")
		switch {
		case !ok || strings.HasPrefix(kind, "#"):
		case kind == "name":
			low := strings.ToLower(words)
			o.names[low] = true
			if strings.ContainsAny(low, " -") {
				o.joined[join(low)] = true
			}
		case kind == "noun":
			o.nouns[strings.ToLower(words)] = true
		}
	}
	return o, sc.Err()
}

// known reports whether a name, in lower case, is in the list, however it is
// joined or spaced: "RussiaToday", "SKY-TV".
func (o *outlets) known(low string) bool {
	if o.names[low] || o.joined[join(low)] {
		return true
	}
	base, ok := strings.CutSuffix(join(low), "tv")
	return ok && base != "" && (o.names[base] || o.joined[base+"news"])
}

// channel reports whether a name in lower case begins with that of a
// broadcaster in capitals: "nbc new york".
func (o *outlets) channel(name string) bool {
	first, _, more := strings.Cut(name, " ")
	return more && len(first) >= 3 && len(first) <= 4 && first == strings.ToUpper(first) && o.names[strings.ToLower(first)]
}

// join leaves out spaces and hyphens.
func join(s string) string { return strings.NewReplacer(" ", "", "-", "").Replace(s) }

// isOutlet reports whether a source with this name, headed by token head, is a
// news medium: by the actor table, by the list of media, or by its last noun.
func (w *work) isOutlet(name string, head int) bool {
	if a := w.actor[head]; a >= 0 && w.d.Actors[a].Actor.Kind == sayso.KindOutlet {
		return true
	}
	if w.reported(head) {
		return true
	}
	low := strings.TrimPrefix(strings.ToLower(name), "the ")
	if w.outlets.known(low) && (w.v.UPOS(head) != document.NOUN || len(low) < 5 && w.small(head)) {
		return true
	}
	if first, _, more := strings.Cut(low, " "); more && (first == "radio" || first == "tv") && w.v.UPOS(head) == document.PROPN {
		return true
	}
	last := low
	if i := strings.LastIndexByte(low, ' '); i >= 0 {
		last = low[i+1:]
		if j := strings.LastIndexByte(low[:i], ' '); w.outlets.nouns[low[j+1:]] {
			return true
		}
	}
	return w.outlets.nouns[last] || w.outlets.nouns[low]
}

// station is a name with the word for a medium before it that belongs to it:
// "Radio America", "TV Globo".
func (w *work) station(name document.Range) document.Range {
	i := name.First - 1
	if i < 0 || w.v.SentenceRange(name.First).First > i || w.v.UPOS(i) != document.PROPN && !w.d.InCapitals(i) {
		return name
	}
	switch strings.ToLower(w.d.Word(i)) {
	case "radio", "tv", "television", "agencia", "diario":
		if w.v.Head(i) == w.v.Head(name.First) || name.Has(w.v.Head(i)) || w.v.Head(name.First) == i {
			return document.Range{First: i, End: name.End}
		}
	}
	return name
}

// reported reports "press reports" and "media accounts": what media say, whichever.
func (w *work) reported(head int) bool {
	switch strings.ToLower(w.d.Tags[head].Lemma) {
	case "report", "account":
	default:
		return false
	}
	if head == 0 || w.v.Head(head-1) != head {
		return false
	}
	switch strings.ToLower(w.d.Tags[head-1].Lemma) {
	case "press", "media", "medium", "news", "newspaper", "radio", "television", "tv", "wire":
		return true
	}
	return false
}

// paper is the medium whose name the words of a source are, all of them: "the
// New York Post", "NBC New York"; "the Post" is the one that the text names in
// full, else a paper of that name.
func (w *work) paper(head int, name document.Range) (who, bool) {
	if w.v.UPOS(head) != document.PROPN || !name.Has(head) || w.d.InCapitals(head) {
		return who{}, false
	}
	text := w.d.Words(name)
	if name.Len() > 1 && (w.outlets.known(strings.ToLower(text)) || w.outlets.channel(text) && w.only(name)) {
		return w.outletNamed(head, name), true
	}
	if name.Len() == 1 && papers[strings.ToLower(text)] {
		return w.outletNamed(head, w.titled(name)), true
	}
	return who{}, false
}

func (w *work) outletNamed(head int, name document.Range) who {
	text := w.d.Words(name)
	return who{name: text, named: true, kind: sayso.VoucherOutlet, id: w.actorAt(head, name), why: sayso.Because(text, "a news medium by name")}
}

// only reports whether all words are proper nouns or what joins to them.
func (w *work) only(r document.Range) bool {
	for i := r.First; i < r.End; i++ {
		if p := w.v.UPOS(i); p != document.PROPN && p != document.ADJ {
			return false
		}
	}
	return true
}

// titled is the full name of the medium of which a text gives the last word.
func (w *work) titled(name document.Range) document.Range {
	last := w.d.Word(name.First)
	for i := range w.d.Tokens {
		if w.d.Word(i) != last {
			continue
		}
		for n := 3; n > 1; n-- {
			if r := (document.Range{First: i + 1 - n, End: i + 1}); r.First >= 0 && w.outlets.known(strings.ToLower(w.d.Words(r))) {
				return r
			}
		}
	}
	return name
}

// papers are last words of names of newspapers that stand for the whole name.
var papers = set("post", "times", "tribune", "gazette", "herald", "chronicle", "telegraph", "guardian", "daily")

// agencies are nouns for a medium that stand for the one cited before.
var agencies = set("agency", "broadcaster", "network")

// furnished reports whether a noun has more about it than an article: "the
// intelligence agency", "the agency's newspaper" are not just the one before.
func (w *work) furnished(head int) bool {
	for _, k := range w.v.Kids(head) {
		switch w.v.Rel(int(k)) {
		case document.Compound, document.Amod, document.Nmod, document.NmodPoss, document.Appos, document.Flat:
			if !w.outletNoun(int(k)) {
				return true
			}
		}
	}
	return false
}

// outletNoun reports "news" and the like before "agency".
func (w *work) outletNoun(i int) bool {
	switch strings.ToLower(w.d.Tags[i].Lemma) {
	case "news", "press", "state", "television", "tv", "radio", "official", "semi-official":
		return true
	}
	return false
}

// small reports a sentence without any capital, of whose names the tagger makes
// nouns.
func (w *work) small(i int) bool {
	r := w.v.SentenceRange(i)
	return strings.ToLower(w.d.Words(r)) == w.d.Words(r)
}

// toldOutlet finds the outlet to which the source of f spoke: "told Reuters",
// "said in an interview with CNN", "was quoted by AFP as saying".
func (w *work) toldOutlet(f frame.Frame) (who, bool) {
	for _, k := range w.v.Kids(f.Head) {
		k := int(k)
		switch w.v.Rel(k) {
		case document.Obj, document.Iobj, document.Obl, document.OblAgent, document.Xcomp:
		default:
			continue
		}
		if within(f.Source, k) || within(f.Content, k) || w.heldBy[k] {
			continue
		}
		if x, ok := w.outletIn(k); ok {
			return x, true
		}
		if strings.EqualFold(w.d.Word(f.Head), "told") && (w.v.Rel(k) == document.Iobj || w.v.Rel(k) == document.Obj) {
			if x, ok := w.toldBody(k); ok {
				return x, true
			}
		}
	}
	return who{}, false
}

// outletIn is the outlet named at noun k, or in a phrase right below it ("an
// interview with CNN", "the Reuters news agency").
func (w *work) outletIn(k int) (who, bool) {
	if w.ours(k) {
		return who{}, false
	}
	r := w.possessor(k)
	if n, ok := w.mediumBy(k); ok {
		x := w.outletNamed(n.First, n)
		x.words = document.Range{First: min(r.First, n.First), End: max(r.End, n.End)}
		return x, true
	}
	if x := w.resolve(k, w.nounPhrase(k)); x.outlet() {
		x.words = r
		return x, true
	}
	if !talks[strings.ToLower(w.d.Tags[k].Lemma)] {
		return who{}, false
	}
	for _, c := range w.v.Kids(k) {
		if c := int(c); w.v.Rel(c) == document.Nmod || w.v.Rel(c) == document.Compound || w.v.Rel(c) == document.NmodPoss {
			if x := w.resolve(c, w.possessor(c)); x.outlet() {
				x.words = w.possessor(c)
				return x, true
			}
		}
	}
	return who{}, false
}

// ours reports "this newspaper" and "our correspondent": the article itself.
func (w *work) ours(k int) bool {
	for _, c := range w.v.Kids(k) {
		switch strings.ToLower(w.d.Word(int(c))) {
		case "this", "our":
			return true
		}
	}
	return false
}

// mediumBy is the name right behind a noun for a medium, which says what it is the name
// of, where k is the noun or the name: "told local radio station Onda Azul", "told the
// newspaper Reforma".
func (w *work) mediumBy(k int) (document.Range, bool) {
	noun := k
	if w.capital(k) {
		for noun = k - 1; noun > 0 && k-noun < 4 && w.capital(noun); noun-- {
		}
	}
	if noun < 0 || w.v.UPOS(noun) != document.NOUN && w.v.UPOS(noun) != document.ADJ || !w.outlets.nouns[strings.ToLower(w.d.Word(noun))] && !w.namesMedium(document.Range{First: max(0, noun-1), End: noun + 1}) {
		return document.Range{}, false
	}
	n := document.Range{First: noun + 1, End: noun + 1}
	for s := w.v.SentenceRange(k); n.End < s.End && w.capital(n.End); n.End++ {
	}
	return n, !n.Empty() && (k == noun || n.Has(k))
}

// talks are the nouns for an exchange with a medium.
var talks = set("interview", "statement", "remark", "comment", "reporter", "correspondent", "journalist", "program",
	"programme", "show", "message", "letter")
