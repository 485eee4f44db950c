package learn

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sayso"
	"sayso/internal/eval/unrelated"
)

// Lists are files that name articles without an incident: addresses of Wikinews
// and files of PolNeAR's train side.
type Lists struct{ Wikinews, Polnear string }

// WithoutIncident are the lists that the models are fitted with, from the
// project's root.
var WithoutIncident = Lists{"train/claims/unrelated.txt", "train/claims/politics.txt"}

// withoutIncident reads the articles that lists name from the corpora in data.
func withoutIncident(data string, lists Lists) ([]*sayso.Article, error) {
	out, err := unrelated.Articles(lists.Wikinews, filepath.Join(data, "wikinews-vanatteveldt"))
	if err != nil {
		return nil, err
	}
	f, err := os.Open(lists.Polnear)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		name := strings.TrimSpace(lines.Text())
		if name == "" || strings.HasPrefix(name, "#") {
			continue
		}
		a, err := polnear(filepath.Join(data, "polnear", "data", "train", "text", name+".txt"))
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

// fromPolnear begins the ids of PolNeAR's articles.
const fromPolnear = "polnear-"

// polnear reads an article: its first line is the headline, its day stands in
// the file's name ("nyt_2016-03-16_…").
func polnear(path string) (*sayso.Article, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	name := strings.TrimSuffix(filepath.Base(path), ".txt")
	outlet, rest, _ := strings.Cut(name, "_")
	date, _, _ := strings.Cut(rest, "_")
	day, err := sayso.ParseDay(date)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	title, text, _ := strings.Cut(strings.TrimSpace(string(b)), "\n")
	return &sayso.Article{ID: fromPolnear + name, Outlet: outlet, Title: title, Published: day, Text: strings.TrimSpace(text)}, nil
}
