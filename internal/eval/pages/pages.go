// Package pages scores the extraction of articles from web pages: the body on
// scrapinghub's article-extraction-benchmark, by its own measure, and day of
// publication and outlet on pages of it that were checked by hand.
//
//	in    ground-truth.json, html/*.html.gz; metadata.json of this folder
//	out   precision, recall and F1 of the body; share of days and outlets right
//
// The measure is the benchmark's: runs of four words, counted with repeats,
// weighted so that each page counts the same; precision and recall are means
// over the pages, and F1 is of the two means.
package pages

import (
	"compress/gzip"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"sayso"
	"sayso/internal/eval"
	"sayso/internal/ingest"
	"sayso/internal/ingest/extract"
)

// Task is `sayso eval pages`.
var Task = eval.Task{Name: "pages", Doc: "body, day and outlet of web pages (article-extraction)", Run: run}

// truth is a page of the benchmark.
type truth struct {
	Body string `json:"articleBody"`
	URL  string `json:"url"`
}

//go:embed metadata.json
var metadata []byte

// checked is what a person read off a page: the day of publication ("" where
// the page shows none) and the names that its outlet goes by.
type checked struct {
	Published string   `json:"published"`
	Outlet    []string `json:"outlet"`
}

// score is a page's: shares of the words in both, in ours alone, in theirs
// alone.
type score struct{ both, ours, theirs float64 }

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	pages, err := read(o.Data)
	if err != nil {
		return nil, err
	}
	var byHand map[string]checked
	if err := json.Unmarshal(metadata, &byHand); err != nil {
		return nil, fmt.Errorf("metadata.json: %w", err)
	}
	s := &scorer{byHand: byHand}
	for _, id := range sortedKeys(pages) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if !o.Takes(id) {
			continue
		}
		if err := s.page(o, id, pages[id]); err != nil {
			return nil, err
		}
	}
	return s.report(o), nil
}

func sortedKeys(m map[string]truth) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func read(dir string) (map[string]truth, error) {
	b, err := os.ReadFile(filepath.Join(dir, "ground-truth.json"))
	if err != nil {
		return nil, err
	}
	var out map[string]truth
	return out, json.Unmarshal(b, &out)
}

func html(dir, id string) ([]byte, error) {
	f, err := os.Open(filepath.Join(dir, "html", id+".html.gz"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// scorer gathers what pages score.
type scorer struct {
	byHand                map[string]checked
	scores                []score
	exact                 int
	days, daysRight       int
	known, dated          int // days that are known, and those with what they rest on
	outlets, outletsRight int
	below                 captioned
	took                  time.Duration
}

func (s *scorer) page(o eval.Options, id string, want truth) error {
	raw, err := html(o.Data, id)
	if err != nil {
		return err
	}
	start := processor()
	text, _, err := ingest.Decode(raw, "text/html")
	if err != nil {
		return fmt.Errorf("%s: %w", id, err)
	}
	got, err := extract.Standard{}.Extract(text, want.URL)
	s.took += processor() - start
	if err != nil {
		o.Miss("no article", id, err.Error())
	}
	if got.Published.Known() {
		s.known++
		if got.Dated != "" {
			s.dated++
		} else {
			o.Miss("dated", id, got.Published.String(), got.URL)
		}
	}
	s.below.add(want.Body, got.Captions)
	one := compare(want.Body, got.Text)
	s.scores = append(s.scores, one)
	if one.ours == 0 && one.theirs == 0 {
		s.exact++
	}
	if one.both < 0.9 {
		o.Miss("body", id, fmt.Sprintf("%.2f both, %.2f ours alone, %.2f theirs alone", one.both, one.ours, one.theirs), want.URL)
	}
	if hand, ok := s.byHand[id]; ok {
		s.metadata(o, id, &got, hand)
	}
	return nil
}

func (s *scorer) metadata(o eval.Options, id string, got *sayso.Article, hand checked) {
	s.days++
	s.outlets++
	if got.Published.String() == hand.Published {
		s.daysRight++
	} else {
		o.Miss("day", id, got.Published.String(), hand.Published, got.URL)
	}
	if slices.ContainsFunc(hand.Outlet, func(name string) bool { return plain(name) == plain(got.Outlet) }) {
		s.outletsRight++
	} else {
		o.Miss("outlet", id, got.Outlet, strings.Join(hand.Outlet, " | "), got.URL)
	}
}

// plain is a name without case, marks and article.
func plain(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.TrimPrefix(strings.Join(words, ""), "the")
}

var wordRun = regexp.MustCompile(`[\p{L}\p{N}_]+`)

// shingles counts the runs of four words.
func shingles(text string) map[[4]string]int {
	words := wordRun.FindAllString(text, -1)
	out := map[[4]string]int{}
	for i := range max(1, len(words)-3) {
		var run [4]string
		copy(run[:], words[i:min(i+4, len(words))])
		out[run]++
	}
	return out
}

func compare(want, got string) score {
	a, b := shingles(want), shingles(got)
	var s score
	for run, n := range a {
		s.both += float64(min(n, b[run]))
		s.theirs += float64(max(0, n-b[run]))
	}
	for run, n := range b {
		s.ours += float64(max(0, n-a[run]))
	}
	if sum := s.both + s.ours + s.theirs; sum > 0 {
		s.both, s.ours, s.theirs = s.both/sum, s.ours/sum, s.theirs/sum
	}
	return s
}

func share(part, rest float64) float64 {
	if part+rest == 0 {
		return 1
	}
	return part / (part + rest)
}

func (s *scorer) report(o eval.Options) *eval.Report {
	var precision, recall float64
	for _, one := range s.scores {
		precision += share(one.both, one.ours)
		recall += share(one.both, one.theirs)
	}
	n := float64(max(1, len(s.scores)))
	precision, recall = precision/n, recall/n
	r := &eval.Report{Task: "pages", Set: "article-extraction"}
	r.AddCount("pages", len(s.scores))
	r.Add("body precision", precision)
	r.Add("body recall", recall)
	r.Add("body F1", 2*precision*recall/(precision+recall))
	r.Add("body exact", float64(s.exact)/n)
	s.below.report(r)
	r.AddCount("pages checked by hand", s.days)
	r.Add("day right", float64(s.daysRight)/float64(max(1, s.days)))
	r.Add("day with what it rests on", float64(s.dated)/float64(max(1, s.known)))
	r.Add("outlet right", float64(s.outletsRight)/float64(max(1, s.outlets)))
	if o.Sample <= 1 { // a measurement, which no file can hold us to
		r.Notes = append(r.Notes, fmt.Sprintf("%.0f pages a second of one processor", n/s.took.Seconds()))
	}
	return r
}
