package learn

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"sayso"
	"sayso/internal/eval/ecbplus"
	"sayso/internal/eval/gold"
	"sayso/internal/eval/unrelated"
)

// The lists of what holds no incident, from the project's root.
const (
	Unrelated = "train/claims/unrelated.txt" // addresses of Wikinews articles
	Topics    = "train/claims/topics.txt"    // topics of ECB+, a number first on each line
)

// negatives reads the articles without an incident from the corpora in data.
func negatives(data string) ([]Item, error) {
	var out []Item
	add := func(a *sayso.Article, topic bool) {
		out = append(out, Item{Coded: gold.Coded{Article: *a, Whole: a.Reading()}, Learnt: true, Topic: topic})
	}
	articles, err := unrelated.Articles(Unrelated, filepath.Join(data, "wikinews-vanatteveldt"))
	if err != nil {
		return nil, err
	}
	for _, a := range articles {
		add(a, false)
	}
	topics, err := readTopics(Topics)
	if err != nil {
		return nil, err
	}
	docs, err := ecbplus.Read(filepath.Join(data, "ecbplus"))
	if err != nil {
		return nil, err
	}
	found := map[int]bool{}
	for i := range docs {
		if topics[docs[i].Topic] {
			found[docs[i].Topic] = true
			add(&docs[i].Article, true)
		}
	}
	if len(found) != len(topics) {
		return nil, fmt.Errorf("%s: ECB+ has %d of its %d topics", Topics, len(found), len(topics))
	}
	return out, nil
}

// readTopics reads the numbers that lines begin with.
func readTopics(path string) (map[int]bool, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	topics := map[int]bool{}
	for line := range strings.Lines(string(b)) {
		number, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		if number == "" || number == "#" {
			continue
		}
		n, err := strconv.Atoi(number)
		if err != nil {
			return nil, fmt.Errorf("%s: %q: a line begins with a topic's number", path, line)
		}
		topics[n] = true
	}
	return topics, nil
}
