// Package ecbplus reads ECB+ (Cybulska and Vossen 2014): news of 33 topics,
// two seminal events a topic, with mentions of events and of what takes part
// in them, linked across articles.
package ecbplus

import (
	"cmp"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"sayso"
)

// Mention is a marked stretch of a text.
type Mention struct {
	Tag      string // ACTION_OCCURRENCE, TIME_DATE, LOC_GEO, HUMAN_PART_PER, …
	Chain    string // what it is a mention of; unique to it where it is linked to nothing
	Sentence int
	Checked  bool         // in a sentence whose links were annotated
	Spans    []sayso.Span // of its words in the text
	Words    []string
}

// Action reports whether a mention is of an event.
func (m *Mention) Action() bool {
	return strings.HasPrefix(m.Tag, "ACTION") || strings.HasPrefix(m.Tag, "NEG_ACTION")
}

// Doc is one article.
type Doc struct {
	ID       string // "12_3ecbplus"
	Topic    int
	Seminal  string // "12ecbplus": the event that the article was collected for
	Article  sayso.Article
	Mentions []Mention
}

type xmlDoc struct {
	Tokens []struct {
		ID       string `xml:"t_id,attr"`
		Sentence int    `xml:"sentence,attr"`
		Word     string `xml:",chardata"`
	} `xml:"token"`
	Markables struct {
		All []struct {
			XMLName  xml.Name
			ID       string `xml:"m_id,attr"`
			Instance string `xml:"instance_id,attr"`
			Anchors  []struct {
				Token string `xml:"t_id,attr"`
			} `xml:"token_anchor"`
		} `xml:",any"`
	} `xml:"Markables"`
	Relations struct {
		All []struct {
			XMLName xml.Name
			ID      string `xml:"r_id,attr"`
			Note    string `xml:"note,attr"`
			Sources []struct {
				ID string `xml:"m_id,attr"`
			} `xml:"source"`
		} `xml:",any"`
	} `xml:"Relations"`
}

// Read reads the corpus in dir, articles in the order of their topics and ids.
func Read(dir string) ([]Doc, error) {
	checked, err := readChecked(filepath.Join(dir, "ECBplus_coreference_sentences.csv"))
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(dir, "ECB+", "*", "*.xml"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%s: no articles of ECB+ under it", dir)
	}
	var out []Doc
	for _, f := range files {
		d, err := readDoc(f, checked)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		out = append(out, d)
	}
	slices.SortFunc(out, func(a, b Doc) int { return cmp.Or(a.Topic-b.Topic, strings.Compare(a.ID, b.ID)) })
	return out, nil
}

// readChecked reads which sentences were annotated with links: "12_3ecbplus/4".
func readChecked(name string) (map[string]bool, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	out := map[string]bool{}
	for _, r := range rows[1:] {
		out[r[0]+"_"+r[1]+"/"+r[2]] = true
	}
	return out, nil
}

func readDoc(file string, checked map[string]bool) (Doc, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return Doc{}, err
	}
	var x xmlDoc
	if err := xml.Unmarshal(raw, &x); err != nil {
		return Doc{}, err
	}
	d := Doc{ID: strings.TrimSuffix(filepath.Base(file), ".xml")}
	topic, rest, _ := strings.Cut(d.ID, "_")
	if d.Topic, err = strconv.Atoi(topic); err != nil {
		return Doc{}, err
	}
	d.Seminal = topic + strings.TrimLeft(rest, "0123456789")
	spans, sentences := d.text(&x)
	d.mentions(&x, spans, sentences, checked)
	return d, nil
}

// text writes the words as a text, a sentence a line, and returns where each
// token lies. The address in the first line of half of the articles is left
// out: it often names the event.
func (d *Doc) text(x *xmlDoc) (spans map[string]sayso.Span, sentences map[string]int) {
	spans, sentences = map[string]sayso.Span{}, map[string]int{}
	skip := strings.HasSuffix(d.Seminal, "plus")
	var b strings.Builder
	last, before := -1, ""
	for _, t := range x.Tokens {
		sentences[t.ID] = t.Sentence
		if skip && t.Sentence == 0 {
			continue
		}
		switch {
		case last < 0:
		case t.Sentence != last:
			b.WriteByte('\n')
		case !glued(before, t.Word):
			b.WriteByte(' ')
		}
		start := b.Len()
		b.WriteString(t.Word)
		spans[t.ID] = sayso.Span{Start: start, End: b.Len()}
		last, before = t.Sentence, t.Word
	}
	d.Article = sayso.Article{ID: d.ID, Language: "en", Published: sayso.NoDay, Text: b.String()}
	return spans, sentences
}

// glued reports whether no space stands between two tokens.
func glued(before, word string) bool {
	if strings.HasPrefix(word, "'") && len(word) > 1 || word == "n't" {
		return true
	}
	switch word {
	case ",", ".", ";", ":", "!", "?", ")", "]", "%", "’":
		return true
	}
	if before == "’" {
		return len(word) == 1 && unicode.IsLetter(rune(word[0]))
	}
	return before == "(" || before == "[" || before == "$" || before == "#"
}

func (d *Doc) mentions(x *xmlDoc, spans map[string]sayso.Span, sentences map[string]int, checked map[string]bool) {
	words := map[string]string{}
	for _, t := range x.Tokens {
		words[t.ID] = t.Word
	}
	chain := map[string]string{}
	for _, r := range x.Relations.All {
		id := r.Note
		if r.XMLName.Local != "CROSS_DOC_COREF" {
			id = d.ID + "/" + r.ID
		}
		for _, s := range r.Sources {
			chain[s.ID] = id
		}
	}
	for _, m := range x.Markables.All {
		if len(m.Anchors) == 0 {
			continue
		}
		out := Mention{Tag: m.XMLName.Local, Chain: cmp.Or(chain[m.ID], d.ID+"#"+m.ID), Sentence: sentences[m.Anchors[0].Token]}
		out.Checked = checked[d.ID+"/"+strconv.Itoa(out.Sentence)]
		for _, a := range m.Anchors {
			if s, ok := spans[a.Token]; ok {
				out.Spans, out.Words = append(out.Spans, s), append(out.Words, words[a.Token])
			}
		}
		if len(out.Spans) > 0 {
			d.Mentions = append(d.Mentions, out)
		}
	}
	slices.SortFunc(d.Mentions, func(a, b Mention) int {
		return cmp.Or(a.Spans[0].Start-b.Spans[0].Start, len(b.Spans)-len(a.Spans), strings.Compare(a.Tag, b.Tag))
	})
}
