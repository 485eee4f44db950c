package reprints

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"sayso"
	"sayso/internal/eval/ecbplus"
)

// least is the length in words from which an article is reprinted.
const least = 60

// readStories reads the articles of ecbplus and wikinews under a folder of
// corpora. Articles of a topic of ecbplus make a group; those of wikinews
// make one a month.
func readStories(dir string) ([]story, error) {
	docs, err := ecbplus.Read(filepath.Join(dir, "ecbplus"))
	if err != nil {
		return nil, err
	}
	var out []story
	for i := range docs {
		out = add(out, docs[i].Article, strconv.Itoa(docs[i].Topic))
	}
	for _, year := range []string{"2019", "2020"} {
		more, err := wikinews(filepath.Join(dir, "wikinews-vanatteveldt", "data", "wikinews_"+year+".csv"))
		if err != nil {
			return nil, err
		}
		for _, a := range more {
			out = add(out, a, a.Published.String()[:7])
		}
	}
	return out, nil
}

func wikinews(file string) ([]sayso.Article, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	var out []sayso.Article
	for _, r := range rows[1:] {
		day, err := sayso.ParseDay(r[1])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		_, text, dated := strings.Cut(r[3], "\n")
		if !dated {
			text = r[3]
		}
		out = append(out, sayso.Article{ID: r[0][strings.LastIndexByte(r[0], '/')+1:], URL: r[0], Outlet: "Wikinews", Title: r[2], Published: day, Text: text})
	}
	return out, nil
}

func add(out []story, a sayso.Article, group string) []story {
	s := story{article: a, group: group}
	for n, p := range strings.Split(a.Text, "\n") {
		for _, sentence := range strings.SplitAfter(p, ". ") {
			if sentence = strings.TrimSpace(sentence); sentence != "" {
				s.sentences, s.paragraphs = append(s.sentences, sentence), append(s.paragraphs, n)
			}
		}
	}
	if words(s.sentences) < least {
		return out
	}
	return append(out, s)
}
