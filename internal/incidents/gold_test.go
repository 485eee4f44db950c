package incidents

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"sayso"
	"sayso/internal/lexicon"
)

// shared is the folder of the joined articles coded by hand.
var shared = filepath.Join("..", "..", "..", "shared", "gold", "joined")

// keyed is a coded incident with the name of the happening.
type keyed struct {
	sayso.Incident
	Key string `json:"key"`
}

func goldRecords(t testing.TB) ([]sayso.ArticleRecord, map[string]string) {
	files, err := filepath.Glob(filepath.Join(shared, "coded", "*.json"))
	if err != nil || len(files) == 0 {
		t.Skip("the joined articles coded by hand are not here")
	}
	var records []sayso.ArticleRecord
	keys := map[string]string{}
	for _, f := range files {
		var rec sayso.ArticleRecord
		read(t, filepath.Join(shared, "articles", filepath.Base(f)), &rec)
		var coded struct {
			Article   string  `json:"article"`
			Incidents []keyed `json:"incidents"`
		}
		read(t, f, &coded)
		rec.Article = coded.Article
		for _, k := range coded.Incidents {
			k.ID = coded.Article + "/" + k.ID
			keys[k.ID] = k.Key
			rec.Incidents = append(rec.Incidents, k.Incident)
		}
		records = append(records, rec)
	}
	return records, keys
}

func read(t testing.TB, name string, into any) {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// bCubed is the mean share of each incident's joined incident that is of its
// happening, and the other way round.
func bCubed(records []sayso.ArticleRecord, keys map[string]string) (p, r float64) {
	type item struct{ joined, key string }
	var all []item
	for _, rec := range records {
		for _, in := range rec.Incidents {
			all = append(all, item{in.Joined, keys[in.ID]})
		}
	}
	for _, x := range all {
		both, joined, key := 0, 0, 0
		for _, y := range all {
			if x.joined == y.joined {
				joined++
			}
			if x.key == y.key {
				key++
			}
			if x == y {
				both++
			}
		}
		p += float64(both) / float64(joined)
		r += float64(both) / float64(key)
	}
	n := float64(len(all))
	return p / n, r / n
}

func standardJoiner(t testing.TB) *Joiner {
	t.Helper()
	l, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	return New(l)
}

// The joiner on incidents as people coded them: what it loses by itself.
func TestJoinsHandCodedIncidents(t *testing.T) {
	records, keys := goldRecords(t)
	j := standardJoiner(t)
	joined := j.Join(records)
	p, r := bCubed(records, keys)
	f := 2 * p * r / (p + r)
	t.Logf("%d incidents, B³ precision %.3f, recall %.3f, F1 %.3f", len(joined), p, r, f)
	if testing.Verbose() && os.Getenv("SAYSO_SHOW") != "" {
		show(joined, keys)
	}
	if f < 0.7 {
		t.Errorf("B³ F1 is %.3f", f)
	}
}

func show(joined []sayso.Incident, keys map[string]string) {
	for _, in := range joined {
		counts := map[string]int{}
		ids := in.Former
		if len(ids) == 0 {
			ids = []string{in.ID}
		}
		for _, id := range ids {
			counts[keys[id]]++
		}
		var names []string
		for k, n := range counts {
			names = append(names, fmt.Sprintf("%s×%d", k, n))
		}
		slices.Sort(names)
		fmt.Println(in.Type, len(ids), names)
	}
}
