package factuality

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sayso"
	"sayso/internal/annotate/depparse"
	"sayso/internal/annotate/tag"
	"sayso/internal/document"
)

// Corpora are the corpora that are read, in this order.
var Corpora = []string{"UDS_IH2", "UW", "MEANTIME", "MV2"}

// Target is a word and how sure people were that what it tells took place.
type Target struct {
	Token int
	Label float64 // -3 to 3
}

// Sentence is a tokenised sentence of a corpus.
type Sentence struct {
	Words   []string
	Targets []Target
}

// Read reads one split of a corpus.
func Read(dir, corpus, split string) ([]Sentence, error) {
	path := filepath.Join(dir, corpus, split+".jsonl")
	if corpus == "MV2" {
		path = filepath.Join(dir, corpus, "mv2", split+".jsonl")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []Sentence
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		s, err := parse(sc.Bytes())
		if err != nil {
			return nil, fmt.Errorf("%s: sentence %d: %w", path, len(out)+1, err)
		}
		out = append(out, s)
	}
	return out, sc.Err()
}

func parse(line []byte) (Sentence, error) {
	var raw struct {
		Text    string
		Targets []struct {
			Span1 [2]int
			Label float64
		}
	}
	if err := json.Unmarshal(line, &raw); err != nil {
		return Sentence{}, err
	}
	s := Sentence{Words: strings.Fields(raw.Text)}
	for i, w := range s.Words {
		s.Words[i] = unescape(w)
	}
	for _, t := range raw.Targets {
		if t.Span1[0] < 0 || t.Span1[0] >= len(s.Words) {
			return s, fmt.Errorf("target %v of %d words", t.Span1, len(s.Words))
		}
		s.Targets = append(s.Targets, Target{t.Span1[0], t.Label})
	}
	return s, nil
}

// unescape undoes the treebank's spelling of brackets and quotes.
func unescape(w string) string {
	switch w {
	case "-LRB-":
		return "("
	case "-RRB-":
		return ")"
	case "``", "''":
		return `"`
	}
	return w
}

// Parser tags and parses sentences whose words are given.
type Parser struct{ tag, tree document.Stage }

// NewParser loads the models of tags and trees.
func NewParser() (*Parser, error) {
	t, err := tag.New()
	if err != nil {
		return nil, err
	}
	p, err := depparse.New()
	if err != nil {
		return nil, err
	}
	return &Parser{t, p}, nil
}

// Parse makes the document of one sentence.
func (p *Parser) Parse(words []string) (*document.Document, error) {
	d := document.New(&sayso.Article{Text: strings.Join(words, " ")})
	at := 0
	for _, w := range words {
		d.Tokens = append(d.Tokens, document.Token{Start: int32(at), End: int32(at + len(w))})
		at += len(w) + 1
	}
	all := document.Range{First: 0, End: len(words)}
	d.Blocks = []document.Block{{Range: all}}
	d.Sentences = []document.Sentence{{Range: all}}
	if err := p.tag.Run(context.Background(), d); err != nil {
		return nil, err
	}
	return d, p.tree.Run(context.Background(), d)
}
