package withheld

import (
	"fmt"
	"os"
	"strings"
)

// sentence is a labelled one; of the open ones the rule does not say.
type sentence struct {
	url, text             string
	at                    place  // in its article, where the list doesn't hold it
	digest                string // of its words, then
	private, public, open []string
}

// elsewhere reports whether a word of a private name stands in the sentence
// also outside of private names: in "Alan Kurdi" the person, not the ship.
func (s *sentence) elsewhere(word string) bool {
	rest := s.text
	for _, n := range s.private {
		rest = strings.ReplaceAll(rest, n, "")
	}
	return words(rest)[word]
}

// read reads the list: "== address", then sentences, or where they stand, in
// blocks with a line each for the private, the public and the open names.
func read(path string) ([]sentence, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []sentence
	url, n := "", 0
	for line := range strings.Lines(string(b)) {
		n++
		line = strings.TrimSpace(line)
		kind, names, labels := strings.Cut(line, ": ")
		labels = labels && (kind == "private" || kind == "public" || kind == "open")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "== "):
			url = line[3:]
		case strings.HasPrefix(line, "sentence "):
			at, digest, _ := strings.Cut(line[len("sentence "):], " ")
			p, err := placeOf(at)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", path, n, err)
			}
			out = append(out, sentence{url: url, at: p, digest: digest})
		case !labels:
			out = append(out, sentence{url: url, text: line})
		default:
			if len(out) == 0 {
				return nil, fmt.Errorf("%s:%d: names before any sentence", path, n)
			}
			s := &out[len(out)-1]
			for _, name := range strings.Split(names, "; ") {
				if s.digest == "" && !strings.Contains(s.text, name) {
					return nil, fmt.Errorf("%s:%d: %q is not in its sentence", path, n, name)
				}
				switch kind {
				case "private":
					s.private = append(s.private, name)
				case "public":
					s.public = append(s.public, name)
				default:
					s.open = append(s.open, name)
				}
			}
		}
	}
	return out, nil
}
