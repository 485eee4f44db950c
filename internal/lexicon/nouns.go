package lexicon

import (
	"io/fs"
	"slices"
	"strings"

	"sayso"
)

// Noun is a common noun for somebody who can act or suffer, or for a thing
// that suffers: "gunman", "crowd", "bank".
type Noun struct {
	Word     string          // lemma, words separated by a space
	Kind     sayso.ActorKind // "" for things
	Plural   bool            // means several though it is singular: "crowd"
	Official bool            // holds an office or speaks for a body
	Thing    bool            // can suffer but not act
}

// Noun returns the noun with that lemma; multi-word nouns are separated by a
// space. Case does not count.
func (l *Lexicon) Noun(lemma string) (Noun, bool) {
	i, ok := l.nounWords[strings.ToLower(lemma)]
	if !ok {
		return Noun{}, false
	}
	return l.Nouns[i], true
}

func (l *Lexicon) readNouns(fsys fs.FS, path string) error {
	rows, err := open(fsys, path, []string{"word", "kind"}, []string{"flags"})
	if err != nil {
		return err
	}
	if l.nounWords == nil {
		l.nounWords = make(map[string]int, len(rows))
	}
	for _, r := range rows {
		n := Noun{Word: strings.ToLower(r.get("word")), Kind: sayso.ActorKind(r.get("kind"))}
		if err := n.flag(r); err != nil {
			return err
		}
		l.Nouns = append(l.Nouns, n)
		l.nounWords[n.Word] = len(l.Nouns) - 1
	}
	return nil
}

func (n *Noun) flag(r row) error {
	for _, f := range r.list("flags") {
		switch f {
		case "plural":
			n.Plural = true
		case "official":
			n.Official = true
		case "thing":
			n.Thing = true
		default:
			return r.errorf("unknown flag %q", f)
		}
	}
	if n.Thing {
		n.Kind = ""
	} else if !slices.Contains(actorKinds, n.Kind) {
		return r.errorf("noun %q has the unknown kind %q", n.Word, n.Kind)
	}
	if n.Word == "" {
		return r.errorf("a noun without a word")
	}
	return nil
}

// OrgKind is the kind of organisation that the head word of a name tells:
// "Brigade", "Party"; unknown where it tells none. Case does not count.
func (l *Lexicon) OrgKind(word string) sayso.ActorKind {
	if k, ok := l.orgWords[strings.ToLower(word)]; ok {
		return k
	}
	return sayso.KindUnknown
}

func (l *Lexicon) readOrgWords(fsys fs.FS, path string) error {
	rows, err := open(fsys, path, []string{"word", "kind"}, nil)
	if err != nil {
		return err
	}
	if l.orgWords == nil {
		l.orgWords = make(map[string]sayso.ActorKind, len(rows))
	}
	for _, r := range rows {
		kind := sayso.ActorKind(r.get("kind"))
		if !slices.Contains(actorKinds, kind) {
			return r.errorf("word %q has the unknown kind %q", r.get("word"), kind)
		}
		l.orgWords[strings.ToLower(r.get("word"))] = kind
	}
	return nil
}
