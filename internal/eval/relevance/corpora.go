package relevance

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"sayso"
	"sayso/internal/eval/gold"
	"sayso/internal/eval/muc/corpus"
	"sayso/internal/eval/muc/score"
)

// Labelled is an article and whether it holds incidents.
type Labelled struct {
	Article  *sayso.Article
	Relevant bool
}

// Messages reads the messages of a split of MUC; those with a template, be it
// optional, are relevant.
func Messages(dir, split string) ([]Labelled, error) {
	messages, err := corpus.Read(dir, split)
	if err != nil {
		return nil, err
	}
	keys, err := score.ReadKeys(dir, split)
	if err != nil {
		return nil, err
	}
	var out []Labelled
	for i := range messages {
		out = append(out, Labelled{messages[i].Article(), len(keys.Templates[messages[i].ID]) > 0})
	}
	return out, nil
}

// Police reads india-police-events; a document with any label is relevant.
func Police(dir string) ([]Labelled, error) {
	labelled := map[int]bool{}
	err := lines(filepath.Join(dir, "sents.jsonl"), func(b []byte) error {
		var s struct {
			Doc    int      `json:"doc_id"`
			Labels []string `json:"sent_labels"`
		}
		err := json.Unmarshal(b, &s)
		if len(s.Labels) > 0 {
			labelled[s.Doc] = true
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	var out []Labelled
	err = lines(filepath.Join(dir, "docs.jsonl"), func(b []byte) error {
		var d struct {
			Doc  int    `json:"doc_id"`
			Text string `json:"doc_text"`
		}
		err := json.Unmarshal(b, &d)
		a := &sayso.Article{ID: fmt.Sprintf("india-%d", d.Doc), Published: sayso.NoDay, Language: "en", Text: d.Text}
		out = append(out, Labelled{a, labelled[d.Doc]})
		return err
	})
	return out, err
}

func lines(path string, f func([]byte) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<22)
	for n := 1; in.Scan(); n++ {
		if err := f(in.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return in.Err()
}

// Coded reads hand-coded articles.
func Coded(dir string) ([]Labelled, error) {
	coded, err := gold.Read(filepath.Join(dir, "articles"), filepath.Join(dir, "coded"), "")
	if err != nil {
		return nil, err
	}
	var out []Labelled
	for i := range coded {
		out = append(out, Labelled{&coded[i].Article, len(coded[i].Gold) > 0})
	}
	return out, nil
}
