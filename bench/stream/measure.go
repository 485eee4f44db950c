package stream

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"sayso"
	"sayso/internal/eval/ecbplus"
	"sayso/internal/ingest/dedup"
)

// Measure measures the shape on a folder that holds gold and data.
func Measure(dir string) (Shape, error) {
	s := Shape{Types: map[string]int{}, PlacesDay: 1.1}
	tally := &tally{Shape: &s, told: map[string]int{}}
	for _, set := range []string{"joined", "dev", "more"} {
		files, err := filepath.Glob(filepath.Join(dir, "gold", set, "coded", "*.json"))
		if err != nil {
			return s, err
		}
		for _, f := range files {
			if err := tally.read(f); err != nil {
				return s, err
			}
		}
	}
	tally.shares()
	docs, err := ecbplus.Read(filepath.Join(dir, "data", "ecbplus"))
	if err != nil {
		return s, err
	}
	var articles []sayso.Article
	for i := range docs {
		articles = append(articles, docs[i].Article)
	}
	copying := map[string]bool{}
	for _, c := range dedup.Find(articles) {
		copying[c.Article] = true
	}
	s.Copies = share(len(copying), len(articles))
	return s, nil
}

// tally counts what codings hold.
type tally struct {
	*Shape
	told                                                     map[string]int // articles by key of the happening
	reports, dated, placed, main, counted, claims, sourcedOf int
}

func (t *tally) read(file string) error {
	raw, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var coded struct {
		Incidents []struct {
			sayso.Incident
			Key string `json:"key"`
		} `json:"incidents"`
	}
	if err := json.Unmarshal(raw, &coded); err != nil {
		return err
	}
	for i := range coded.Incidents {
		in := &coded.Incidents[i]
		if in.Key != "" {
			t.told[in.Key]++
		}
		t.Types[in.Type]++
		t.reports++
		t.Claims = bump(t.Claims, len(in.Claims))
		t.dated += one(in.When != nil && in.When.Earliest.Known())
		t.placed += one(in.Where != nil)
		t.main += one(in.Salience == sayso.SalienceMain)
		for k := range in.Claims {
			t.claims++
			t.sourcedOf += one(len(in.Claims[k].Chain) > 0)
		}
		for _, c := range in.Counts {
			if strings.HasPrefix(c.What, "killed") {
				t.counted++
				break
			}
		}
	}
	return nil
}

func (t *tally) shares() {
	for _, n := range t.told {
		t.Articles = bump(t.Articles, n)
	}
	t.Dated, t.Placed, t.Main = share(t.dated, t.reports), share(t.placed, t.reports), share(t.main, t.reports)
	t.Counted, t.Sourced = share(t.counted, t.reports), share(t.sourcedOf, t.claims)
}

// bump counts an n in a histogram of 1, 2, ….
func bump(histogram []int, n int) []int {
	if n == 0 {
		return histogram
	}
	for len(histogram) < n {
		histogram = append(histogram, 0)
	}
	histogram[n-1]++
	return histogram
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// share is a/b to three decimals.
func share(a, b int) float64 { return float64(a*1000/max(b, 1)) / 1000 }
