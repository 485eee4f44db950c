package withheld

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"sayso"
)

// A list of sentences that may not be shipped holds where they stand instead of
// what they say. The address is a file under the folder of corpora; a sentence is
// its bytes there and the begin of the SHA-256 of its words, names are bytes of
// the words, one space between two:
//
//	== polnear/data/dev/text/x.txt
//	sentence 120-340 5f3a9c1d
//	private: 3-15; 40-48

// place is where a sentence or a name stands, in bytes.
type place struct{ start, end int }

func placeOf(s string) (place, error) {
	var p place
	if _, err := fmt.Sscanf(s, "%d-%d", &p.start, &p.end); err != nil || p.start < 0 || p.end <= p.start {
		return p, fmt.Errorf("%q is no place", s)
	}
	return p, nil
}

// in is what stands at a place of a text.
func (p place) in(text string) (string, error) {
	if p.end > len(text) {
		return "", fmt.Errorf("%d-%d ends behind a text of %d bytes", p.start, p.end, len(text))
	}
	return text[p.start:p.end], nil
}

// fill reads the words of a sentence that is named by its place, and its names.
func (s *sentence) fill(article string) error {
	words, err := s.at.in(article)
	if err != nil {
		return err
	}
	s.text = strings.Join(strings.Fields(words), " ")
	if digestOf(s.text) != s.digest {
		return fmt.Errorf("bytes %d-%d are of another text", s.at.start, s.at.end)
	}
	for _, list := range []*[]string{&s.private, &s.public, &s.open} {
		for i, name := range *list {
			p, err := placeOf(name)
			if err != nil {
				return err
			}
			if (*list)[i], err = p.in(s.text); err != nil {
				return err
			}
		}
	}
	return nil
}

// digestOf is the begin of the SHA-256 of a sentence's words.
func digestOf(words string) string {
	sum := sha256.Sum256([]byte(words))
	return hex.EncodeToString(sum[:4])
}

// apart reads the articles of a list that holds places, and fills its sentences.
func apart(dir string, list []sentence) ([]*sayso.Article, error) {
	var out []*sayso.Article
	texts := map[string]string{}
	for i := range list {
		s := &list[i]
		if _, ok := texts[s.url]; !ok {
			text, err := textOf(filepath.Join(dir, filepath.FromSlash(s.url)))
			if err != nil {
				return nil, err
			}
			texts[s.url] = text
			out = append(out, &sayso.Article{ID: sayso.ContentID("a", s.url), URL: s.url, Text: text, Published: sayso.NoDay})
		}
		if err := s.fill(texts[s.url]); err != nil {
			return nil, fmt.Errorf("%s: %w", s.url, err)
		}
	}
	return out, nil
}

// textOf is a text file, or what stands in the TEXT of a TimeML file.
func textOf(path string) (string, error) {
	b, err := os.ReadFile(path)
	if err != nil || filepath.Ext(path) != ".tml" {
		return string(b), err
	}
	_, text, _ := strings.Cut(string(b), "<TEXT>")
	text, _, ok := strings.Cut(text, "</TEXT>")
	if !ok {
		return "", fmt.Errorf("%s: no TEXT", path)
	}
	return html.UnescapeString(tag.ReplaceAllString(text, "")), nil
}

var tag = regexp.MustCompile(`<[^>]*>`)
