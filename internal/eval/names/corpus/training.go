package corpus

import (
	"path/filepath"

	"sayso/internal/document"
)

// NamedKinds are the kinds of the names taggers, ExtentKinds of the other.
var (
	NamedKinds  = []document.NameKind{document.NamePerson, document.NamePlace, document.NameOrganisation}
	ExtentKinds = []document.NameKind{document.NameWeapon, document.NamePlatform, document.NameTime, document.NameQuantity, document.NameNationality}
)

// Training is everything that the taggers may be trained on.
type Training struct {
	UNER, WNUT []Sentence
	Re3d       []Article
}

// ReadTraining reads the training corpora below a data folder, articles cut into
// sentences by the stage given.
func ReadTraining(dir string, cut document.Stage) (*Training, error) {
	t := &Training{}
	var err error
	if t.UNER, err = ReadUNER(filepath.Join(dir, "uner-english-ewt", "en_ewt-ud-train.EARLY.iob2")); err != nil {
		return nil, err
	}
	for _, file := range []string{"wnut17train.conll", "emerging.dev.conll", "emerging.test.annotated"} {
		more, err := ReadWNUT(filepath.Join(dir, "wnut17", file))
		if err != nil {
			return nil, err
		}
		t.WNUT = append(t.WNUT, more...)
	}
	if t.Re3d, err = ReadRe3d(filepath.Join(dir, "re3d"), cut); err != nil {
		return nil, err
	}
	return t, nil
}

// Named is the training set of the names taggers without the articles held
// out. Posts of WNUT17 help text without case and hurt the rest.
func (t *Training) Named(held map[string]bool, posts bool) []Sentence {
	out := append([]Sentence(nil), t.UNER...)
	if posts {
		out = append(out, t.WNUT...)
	}
	return append(out, t.articles(held, NamedKinds)...)
}

// Extents is the training set of the extents tagger without the articles held out.
func (t *Training) Extents(held map[string]bool) []Sentence { return t.articles(held, ExtentKinds) }

// articles are the sentences of re3d's articles that may be trained on.
func (t *Training) articles(held map[string]bool, kinds []document.NameKind) []Sentence {
	var out []Sentence
	for i := range t.Re3d {
		if a := &t.Re3d[i]; !a.Local && !held[a.ID] {
			out = append(out, a.Sentences(kinds)...)
		}
	}
	return out
}
