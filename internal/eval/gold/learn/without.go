package learn

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sayso"
	"sayso/internal/eval/gold"
	"sayso/internal/eval/unrelated"
)

// Lists are files that name articles without an incident: addresses of Wikinews
// and files of PolNeAR's train side; and the folder of the project's codings.
type Lists struct{ Wikinews, Polnear, Coded string }

// Standard is what the models are fitted with, from the project's root.
var Standard = Lists{"train/claims/unrelated.txt", "train/claims/politics.txt", "train/claims/coded"}

// withoutIncident reads the articles that lists name from the corpora in data.
func withoutIncident(data string, lists Lists) ([]Item, error) {
	none, err := unrelated.Articles(lists.Wikinews, filepath.Join(data, "wikinews-vanatteveldt"))
	if err != nil {
		return nil, err
	}
	var out []Item
	take := func(a *sayso.Article, set Set) {
		out = append(out, Item{Coded: gold.Coded{Article: *a, Whole: a.Reading()}, Set: set, Learnt: true})
	}
	for _, a := range none {
		take(a, None)
	}
	f, err := os.Open(lists.Polnear)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	from := corpora{data: data}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		name := strings.TrimSpace(lines.Text())
		if name == "" || strings.HasPrefix(name, "#") {
			continue
		}
		a, err := from.article(fromPolnear + name)
		if err != nil {
			return nil, err
		}
		take(a, Politics)
	}
	return out, lines.Err()
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
