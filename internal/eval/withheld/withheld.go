// Package withheld measures how many names of private persons are left when
// an article is masked.
//
// Method: eval/gold/private-names.txt holds sentences with the private and the
// public persons that they name, labelled by hand by the rule of
// docs/private.md. Each sentence is masked by what the chain found in its whole
// article, and again by what it finds in the sentence alone, which is harder: a
// surname by itself tells little. A private name leaks if it, or a word of it,
// is still there, unseen if no person has that word; a public name is lost if it
// is not there. Every other word that is
// hidden (a place, a body, a common word) is hidden by mistake, in the sentences
// that name nobody too; the words of a name that the rule leaves open count
// neither way.
//
// In: the list and the Wikinews corpus. Out: leaked names, sentences with one,
// public names lost, other words hidden of all that begin with a capital.
//
// Limits: in a list of sentences that all name somebody the leak rate is higher
// than it is of all sentences.
//
//	"Arnav Gupta, 33-year-old of Bethesda, set himself on fire"
//	private: Arnav Gupta   →   "[a 33-year-old man …] set himself on fire"   no leak
package withheld

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/wikinews"
	"sayso/internal/publish/private"
)

// Task is `sayso eval withheld --data DIR --set FILE`: FILE is the list of labelled
// sentences, DIR the Wikinews corpus, or for ApartList and LastList the folder of all corpora.
var Task = eval.Task{Name: "withheld", Doc: "names of private persons that masking leaves", Run: run}

// DefaultList is the list used where no set is given, from the project's root;
// the others are of sentences drawn by lot, with those that name nobody, ApartList
// and LastList of other corpora. Errors were read of all but LastList.
const (
	DefaultList = "eval/gold/private-names.txt"
	DrawnList   = "eval/gold/private-names-drawn.txt"
	FreshList   = "eval/gold/private-names-fresh.txt"
	ApartList   = "eval/gold/private-names-apart.txt"
	LastList    = "eval/gold/private-names-apart-fresh.txt"
)

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	if o.Set == "" {
		o.Set = DefaultList
	}
	list, err := read(o.Set)
	if err != nil {
		return nil, err
	}
	list = taken(list, o)
	articles, err := articlesOf(o.Data, list)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", o.Set, err)
	}
	names := map[string]found{}
	for _, a := range articles {
		if names[a.URL], err = of(ctx, o.Chain, a); err != nil {
			return nil, err
		}
	}
	var within, alone tally
	for _, s := range list {
		within.score(s, names[s.url], func(name string) { o.Miss("article", name, s.text) })
		n, err := of(ctx, o.Chain, &sayso.Article{ID: "s", Text: s.text})
		if err != nil {
			return nil, err
		}
		alone.score(s, n, func(name string) { o.Miss("alone", name, s.text) })
	}
	r := &eval.Report{Task: "withheld", Set: strings.TrimSuffix(filepath.Base(o.Set), ".txt")}
	r.AddCount("sentences", len(list))
	within.add(r, "")
	alone.add(r, "alone_")
	return r, nil
}

// articlesOf reads the articles of a list, and its sentences where they stand
// only there.
func articlesOf(dir string, list []sentence) ([]*sayso.Article, error) {
	if slices.ContainsFunc(list, func(s sentence) bool { return s.digest != "" }) {
		return apart(dir, list)
	}
	urls := map[string]bool{}
	for _, s := range list {
		urls[s.url] = true
	}
	return wikinews.Articles(dir, urls)
}

func taken(list []sentence, o eval.Options) []sentence {
	var out []sentence
	for _, s := range list {
		if o.Takes(s.url) {
			out = append(out, s)
		}
	}
	return out
}

// found is what is withheld of an article, and the words of all persons in it.
type found struct {
	*private.Names
	seen map[string]bool
}

// of makes ready what is withheld of an article, whether or not it tells of
// conflict.
func of(ctx context.Context, c eval.Chain, a *sayso.Article) (found, error) {
	d, err := c.Run(ctx, a, document.LayerPeople)
	if err != nil {
		return found{}, err
	}
	if d.People == nil {
		return found{}, errors.New("the chain reads no people")
	}
	f := found{private.Of(d.People), map[string]bool{}}
	for _, p := range d.People {
		for w := range words(p.Name) {
			f.seen[w] = true
		}
	}
	return f, nil
}

// tally counts names; unseen are the leaked ones of which a word that is left is
// in no name of a person, as against those that are taken for public.
type tally struct{ private, leaked, unseen, sentences, leaking, public, lost, others, hidden int }

func (t *tally) score(s sentence, n found, leak func(name string)) {
	masked := n.Text(s.text)
	left := words(masked)
	at := t.leaked
	for _, name := range s.private {
		t.private++
		stays, unseen := false, false
		for w := range words(name) {
			if left[w] && !s.elsewhere(w) {
				stays, unseen = true, unseen || !n.seen[w]
			}
		}
		if stays {
			t.leaked++
			leak(name)
		}
		if unseen {
			t.unseen++
		}
	}
	if len(s.private) > 0 {
		t.sentences++
	}
	if t.leaked > at {
		t.leaking++
	}
	for _, name := range s.public {
		t.public++
		if !strings.Contains(masked, name) {
			t.lost++
			leak("lost: " + name)
		}
	}
	t.mistaken(s, n, leak)
}

// mistaken counts the capitalised words that no labelled name holds, and those
// of them that are hidden.
func (t *tally) mistaken(s sentence, n found, leak func(name string)) {
	named := map[string]bool{}
	for _, name := range slices.Concat(s.private, s.public, s.open) {
		for w := range words(name) {
			named[w] = true
		}
	}
	hidden := n.Hide(s.text)
	for _, at := range places(s.text) {
		w := s.text[at[0]:at[1]]
		if named[w] {
			continue
		}
		t.others++
		if hidden[at[0]:at[1]] != w {
			t.hidden++
			leak("hidden: " + w)
		}
	}
}

func (t *tally) add(r *eval.Report, prefix string) {
	r.AddCount(prefix+"private_names", t.private)
	r.AddCount(prefix+"leaked", t.leaked)
	r.Add(prefix+"leak_rate", share(t.leaked, t.private))
	r.AddCount(prefix+"leaked_unseen", t.unseen)
	r.AddCount(prefix+"sentences_with_private", t.sentences)
	r.AddCount(prefix+"sentences_leaking", t.leaking)
	r.AddCount(prefix+"public_names", t.public)
	r.AddCount(prefix+"public_lost", t.lost)
	r.AddCount(prefix+"other_words", t.others)
	r.AddCount(prefix+"other_hidden", t.hidden)
	r.Add(prefix+"other_hidden_rate", share(t.hidden, t.others))
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// words are the words of a text that can name somebody.
func words(s string) map[string]bool {
	out := map[string]bool{}
	for _, at := range places(s) {
		out[s[at[0]:at[1]]] = true
	}
	return out
}

// places are where the words of a text stand that can name somebody: of two
// letters and more, the first a capital.
func places(s string) [][]int {
	var out [][]int
	for _, at := range word.FindAllStringIndex(s, -1) {
		if r, n := utf8.DecodeRuneInString(s[at[0]:]); unicode.IsUpper(r) && at[1]-at[0] > n {
			out = append(out, at)
		}
	}
	return out
}

var word = regexp.MustCompile(`[\pL\pM]+`)
