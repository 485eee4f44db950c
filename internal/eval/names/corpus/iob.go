package corpus

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sayso/internal/document"
)

// layout says where in a tab-separated line the word and its label stand, and
// whether a blank line ends a document.
type layout struct {
	word, label int
	documents   bool
}

// ReadUNER reads a file of Universal NER.
func ReadUNER(path string) ([]Sentence, error) {
	return readIOB(path, layout{word: 1, label: 2}, unerKinds)
}

// ReadWNUT reads a file of WNUT17; every post is a document.
func ReadWNUT(path string) ([]Sentence, error) {
	return readIOB(path, layout{word: 0, label: 1, documents: true}, wnutKinds)
}

func readIOB(path string, form layout, kinds map[string]document.NameKind) ([]Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := iobReader{form: form, kinds: kinds, file: filepath.Base(path)}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		r.line(strings.TrimRight(lines.Text(), "\r"))
	}
	r.flush()
	return r.out, lines.Err()
}

// iobReader collects sentences line by line.
type iobReader struct {
	form   layout
	kinds  map[string]document.NameKind
	file   string
	doc    string
	words  []string
	labels []string
	out    []Sentence
}

func (r *iobReader) line(line string) {
	if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
		r.doc = id
	}
	parts := strings.Split(line, "\t")
	switch {
	case strings.TrimSpace(line) == "":
		r.flush()
	case len(parts) > max(r.form.word, r.form.label) && !strings.HasPrefix(line, "# "):
		r.words = append(r.words, parts[r.form.word])
		r.labels = append(r.labels, parts[r.form.label])
	}
}

func (r *iobReader) flush() {
	if len(r.words) > 0 {
		if r.form.documents {
			r.doc = fmt.Sprintf("%s-%d", r.file, len(r.out))
		}
		r.out = append(r.out, Sentence{Doc: r.doc, Words: r.words, Spans: spansOf(r.labels, r.kinds)})
	}
	r.words, r.labels = nil, nil
}

// spansOf reads IOB labels; of several labels of a word the first counts.
func spansOf(labels []string, kinds map[string]document.NameKind) []document.Name {
	var out []document.Name
	first, open := -1, ""
	for i := 0; i <= len(labels); i++ {
		tag, kind := "O", ""
		if i < len(labels) {
			l, _, _ := strings.Cut(labels[i], ",")
			tag, kind, _ = strings.Cut(l, "-")
		}
		if first >= 0 && (tag != "I" || kind != open) {
			if k, ok := kinds[open]; ok {
				out = append(out, document.Name{Range: document.Range{First: first, End: i}, Kind: k})
			}
			first = -1
		}
		if first < 0 && (tag == "B" || tag == "I") {
			first, open = i, kind
		}
	}
	return out
}
