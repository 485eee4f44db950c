package relational

import (
	"fmt"
	"strings"

	"sayso/internal/store"
)

// unfound looks for each article by its longest word.
func (t *tx) unfound() (out []string, err error) {
	for after := ""; ; {
		articles, err := t.Articles(after, 500)
		if err != nil || len(articles) == 0 {
			return out, err
		}
		for i := range articles {
			after = articles[i].ID
			word := longest(wordsOf(&articles[i]))
			if word == "" {
				continue
			}
			query, value := t.dialect.WithWords(Articles, word, 1)
			found, err := list(t, text, `SELECT id FROM articles WHERE id = $2 AND n IN (`+query+`)`, value, after)
			if err != nil {
				return out, err
			}
			if len(found) == 0 {
				out = append(out, fmt.Sprintf("article %s: it is not found by its words", after))
			}
		}
	}
}

// foundAt looks for an incident by its longest word, and at its place.
func (t *tx) foundAt(n int64, f *store.Facts) (bool, error) {
	if word := longest(f.Words); word != "" {
		query, value := t.dialect.WithWords(Incidents, word, 1)
		found, err := list(t, text, `SELECT id FROM incidents WHERE n = $2 AND n IN (`+query+`)`, value, n)
		if err != nil || len(found) == 0 {
			return false, err
		}
	}
	if f.Brief.Lat == nil || f.Brief.Lon == nil {
		return true, nil
	}
	lat, lon := *f.Brief.Lat, *f.Brief.Lon
	found, err := list(t, text, `SELECT id FROM briefs WHERE n = $1 AND `+t.dialect.InBox(2), n, lat, lat, lon, lon)
	return len(found) == 1, err
}

// longest is the longest of folded words, which few others have.
func longest(words string) (out string) {
	for w := range strings.FieldsSeq(words) {
		if len(w) > len(out) {
			out = w
		}
	}
	return out
}
