package attribution

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"sayso"
)

// Gold is an attribution of the corpus: byte spans of the text.
type Gold struct {
	Cue, Source, Content []sayso.Span
}

// Coded is an article as one annotator marked it.
type Coded struct {
	Name      string // of the text file, without its ending
	Text      string
	Annotator string
	Of        int // annotators of this article
	Golds     []Gold
	Editorial []sayso.Span // Discuss and Discard
}

// ReadPolnear reads one split of the corpus, annotators in the order of their
// names. Spans in pieces are kept as pieces; pieces with only white space
// between them are joined.
func ReadPolnear(dir, split string) ([]Coded, error) {
	base := filepath.Join(dir, "data", split)
	files, err := filepath.Glob(filepath.Join(base, "attributions", "*.ann"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("polnear: no annotations below %s (%v)", base, err)
	}
	slices.Sort(files)
	var out []Coded
	count := map[string]int{}
	for _, f := range files {
		c, err := readCoded(base, f)
		if err != nil {
			return nil, err
		}
		count[c.Name]++
		out = append(out, c)
	}
	for i := range out {
		out[i].Of = count[out[i].Name]
	}
	return out, nil
}

func readCoded(base, file string) (Coded, error) {
	name := strings.TrimSuffix(filepath.Base(file), ".ann")
	cut := strings.LastIndexByte(name, '_')
	if cut < 0 {
		return Coded{}, fmt.Errorf("polnear: %s names no annotator", file)
	}
	text, err := os.ReadFile(filepath.Join(base, "text", name[:cut]+".txt"))
	if err != nil {
		return Coded{}, err
	}
	ann, err := os.ReadFile(file)
	if err != nil {
		return Coded{}, err
	}
	c := Coded{Name: name[:cut], Text: string(text), Annotator: name[cut+1:]}
	return c, c.parse(string(ann))
}

// parse reads the stand-off lines. Text of a span that itself has line breaks
// makes lines that are neither T nor E lines; they are passed over.
func (c *Coded) parse(ann string) error {
	at := byteOffsets(c.Text)
	spans := map[string][]sayso.Span{}
	lines := strings.Split(ann, "\n")
	for _, l := range lines {
		f := strings.SplitN(l, "\t", 3)
		if len(f) < 3 || !numbered(f[0], 'T') {
			continue
		}
		kind, places, _ := strings.Cut(f[1], " ")
		s, err := spansOf(places, at, c.Text)
		if err != nil {
			return fmt.Errorf("polnear: %s: %q: %w", c.Name, l, err)
		}
		spans[f[0]] = s
		if kind == "Discuss" || kind == "Discard" {
			c.Editorial = append(c.Editorial, s...)
		}
	}
	for _, l := range lines {
		f := strings.SplitN(l, "\t", 2)
		if len(f) == 2 && numbered(f[0], 'E') {
			c.Golds = append(c.Golds, goldOf(f[1], spans, c.Text))
		}
	}
	return nil
}

func numbered(s string, letter byte) bool {
	if len(s) < 2 || s[0] != letter {
		return false
	}
	_, err := strconv.Atoi(s[1:])
	return err == nil
}

func goldOf(line string, spans map[string][]sayso.Span, text string) Gold {
	var g Gold
	for _, part := range strings.Fields(line) {
		role, id, _ := strings.Cut(part, ":")
		switch strings.TrimRight(role, "0123456789") {
		case "Cue":
			g.Cue = append(g.Cue, spans[id]...)
		case "Source":
			g.Source = append(g.Source, spans[id]...)
		case "Content":
			g.Content = append(g.Content, spans[id]...)
		}
	}
	g.Cue, g.Source, g.Content = Normal(g.Cue, text), Normal(g.Source, text), Normal(g.Content, text)
	return g
}

// byteOffsets maps character offsets, which the corpus counts in, to bytes.
func byteOffsets(text string) []int {
	at := make([]int, 0, len(text)+1)
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

func spansOf(places string, at []int, text string) ([]sayso.Span, error) {
	var out []sayso.Span
	for _, p := range strings.Split(places, ";") {
		a, b, ok := strings.Cut(p, " ")
		from, err1 := strconv.Atoi(a)
		to, err2 := strconv.Atoi(b)
		if !ok || err1 != nil || err2 != nil || from < 0 || to < from || to >= len(at) {
			return nil, fmt.Errorf("span %q", p)
		}
		out = append(out, sayso.Span{Start: at[from], End: at[to]})
	}
	return out, nil
}

// Normal sorts spans, trims white space, drops empty ones and joins those that
// have only white space between them.
func Normal(spans []sayso.Span, text string) []sayso.Span {
	var out []sayso.Span
	for _, s := range spans {
		w := text[s.Start:s.End]
		s.Start += len(w) - len(strings.TrimLeft(w, " \t\r\n\u00a0"))
		s.End -= len(w) - len(strings.TrimRight(w, " \t\r\n\u00a0"))
		if s.Start < s.End {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b sayso.Span) int { return a.Start - b.Start })
	joined := out[:0]
	for _, s := range out {
		if n := len(joined); n > 0 && (s.Start <= joined[n-1].End || strings.TrimSpace(text[joined[n-1].End:s.Start]) == "") {
			joined[n-1].End = max(joined[n-1].End, s.End)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}
