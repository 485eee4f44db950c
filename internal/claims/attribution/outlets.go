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

// join leaves out spaces and hyphens.
func join(s string) string { return strings.NewReplacer(" ", "", "-", "").Replace(s) }

// isOutlet reports whether a source with this name, headed by token head, is a
// news medium: by the actor table, by the list of media, or by its last noun.
func (w *work) isOutlet(name string, head int) bool {
	if a := w.actor[head]; a >= 0 && w.d.Actors[a].Actor.Kind == sayso.KindOutlet {
		return true
	}
	low := strings.TrimPrefix(strings.ToLower(name), "the ")
	if w.outlets.known(low) && w.v.UPOS(head) != document.NOUN {
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
	r := w.possessor(k)
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

// talks are the nouns for an exchange with a medium.
var talks = set("interview", "statement", "remark", "comment", "reporter", "correspondent", "journalist", "program",
	"programme", "show", "message", "letter")
