package locations

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"sayso"
)

// Row is one verb of the corpus with the places where it happened.
type Row struct {
	ID     string
	Source string
	Text   string
	Verb   sayso.Span
	Places []sayso.Span // none where the annotator found none
}

type jsonSpan struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	First int    `json:"token_start"`
	Last  int    `json:"token_end"`
	Label string `json:"label"`
	Text  string `json:"text"`
}

type jsonRow struct {
	Text   string          `json:"text"`
	Source string          `json:"source"`
	ID     json.RawMessage `json:"_id"`
	Spans  []jsonSpan      `json:"spans"`
	Tokens []struct {
		Text       string `json:"text"`
		Start, End int
	} `json:"tokens"`
}

// read reads the rows of a split ("dev") below data.
func read(data, split string) ([]Row, error) {
	f, err := os.Open(filepath.Join(data, split+".jsonl.gz"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	var out []Row
	for n := 1; lines.Scan(); n++ {
		var j jsonRow
		if err := json.Unmarshal(lines.Bytes(), &j); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", f.Name(), n, err)
		}
		if r, ok := j.row(n); ok {
			out = append(out, r)
		}
	}
	return out, lines.Err()
}

// row turns offsets in runes into bytes; it drops rows without a verb.
func (j *jsonRow) row(n int) (Row, bool) {
	r := Row{ID: strconv.Itoa(n), Source: j.Source, Text: j.Text, Verb: sayso.Span{Start: -1}}
	at := make([]int, 0, len(j.Text)+1)
	for i := range j.Text {
		at = append(at, i)
	}
	at = append(at, len(j.Text))
	for _, s := range j.Spans {
		start, end, ok := j.runes(s)
		if !ok || start < 0 || end >= len(at) || start >= end {
			continue
		}
		span := trimmed(j.Text, sayso.Span{Start: at[start], End: at[end]})
		if s.Label == "VERB" {
			if r.Verb.Start < 0 {
				r.Verb = span
			}
			continue
		}
		r.Places = append(r.Places, span)
	}
	return r, r.Verb.Start >= 0
}

// runes returns the ends of a span. A tenth of the corpus's places give the
// numbers of their tokens as offsets; the words that stand beside them tell.
func (j *jsonRow) runes(s jsonSpan) (start, end int, ok bool) {
	if s.First < 0 || s.Last < s.First || s.Last >= len(j.Tokens) {
		return s.Start, s.End, s.Text == ""
	}
	first, last := j.Tokens[s.First], j.Tokens[s.Last]
	if s.Text == "" || s.Start == first.Start && s.End == last.End {
		return s.Start, s.End, true
	}
	return first.Start, last.End, true
}

// trimmed cuts blanks off the ends of a span.
func trimmed(text string, s sayso.Span) sayso.Span {
	words := s.In(text)
	s.Start += len(words) - len(strings.TrimLeft(words, " \t\n"))
	s.End -= len(words) - len(strings.TrimRight(words, " \t\n"))
	return s
}
