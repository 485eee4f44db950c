package where

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/internal/document"
)

// Candidate is an expression that may say where something happened.
type Candidate struct {
	document.Range
	Toponym int // index into Document.Toponyms, -1 where that layer lacks it
	kind    uint32
}

// What a candidate was found as.
const (
	asToponym uint32 = iota + 1
	asDemonym
	asName
	asRun
)

// Candidates lists what in the sentence of a trigger may be a place, in text
// order and without overlaps: toponyms, what the names layer calls places, and
// other runs of capitals that are no person.
func Candidates(d *document.Document, trigger int) []Candidate {
	at := d.SentenceOf(trigger)
	if at < 0 {
		return nil
	}
	s := d.Sentences[at].Range
	taken := make([]bool, s.Len())
	var out []Candidate
	add := func(c Candidate) {
		if c.First < s.First || c.End > s.End || c.Empty() || c.Has(trigger) {
			return
		}
		for i := c.First; i < c.End; i++ {
			if taken[i-s.First] {
				return
			}
		}
		for i := c.First; i < c.End; i++ {
			taken[i-s.First] = true
		}
		out = append(out, c)
	}
	for i := range d.Toponyms {
		kind := asToponym
		if d.Toponyms[i].Demonym {
			kind = asDemonym
		}
		add(Candidate{d.Toponyms[i].Range, i, kind})
	}
	for _, n := range d.Names {
		switch n.Kind {
		case document.NamePlace:
			add(Candidate{n.Range, -1, asName})
		case document.NamePerson, document.NameTime, document.NameWeapon:
			for i := max(n.First, s.First); i < min(n.End, s.End); i++ {
				taken[i-s.First] = true
			}
		}
	}
	for i := s.First; i < s.End; i++ {
		if end := run(d, i, s.End); end > i {
			add(Candidate{document.Range{First: i, End: end}, -1, asRun})
			i = end
		}
	}
	return sorted(out)
}

func sorted(c []Candidate) []Candidate {
	for i := 1; i < len(c); i++ {
		for k := i; k > 0 && c[k].First < c[k-1].First; k-- {
			c[k], c[k-1] = c[k-1], c[k]
		}
	}
	return c
}

// run returns the end of the run of proper nouns that begins at token i, or i.
// It may go over a hyphen, an apostrophe and an Arabic article.
func run(d *document.Document, i, end int) int {
	if !proper(d, i) && !article(d, i, end) {
		return i
	}
	j := i
	for j < end && (proper(d, j) || article(d, j, end) || j > i && link(d.Word(j)) && j+1 < end && proper(d, j+1)) {
		j++
	}
	return j
}

func proper(d *document.Document, i int) bool {
	r, _ := utf8.DecodeRuneInString(d.Word(i))
	return unicode.IsUpper(r) && d.Tags[i].UPOS == document.PROPN
}

// article reports whether "al-" begins at token i.
func article(d *document.Document, i, end int) bool {
	switch strings.ToLower(d.Word(i)) {
	case "al", "el", "as", "ad", "an", "ar", "at", "az":
		return i+2 < end && d.Word(i+1) == "-" && proper(d, i+2)
	}
	return false
}

func link(w string) bool {
	switch w {
	case "-", "–", "'", "’", "‘", "al", "el":
		return true
	}
	return false
}
