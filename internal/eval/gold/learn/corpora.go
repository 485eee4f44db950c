package learn

import (
	"bufio"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sayso"
	"sayso/internal/eval/dates/timeml"
	"sayso/internal/eval/gold"
	"sayso/internal/eval/muc/corpus"
)

// corpora reads the articles of the corpora in a folder, by ids that begin with
// the corpus.
type corpora struct {
	data string
	read map[string]map[string]sayso.Article // by corpus, then by id; filled when first asked for
}

// readers are the corpora whose articles are read all at once.
var readers = map[string]func(data string) ([]sayso.Article, error){
	"timebank": timebank,
	"muc":      messages,
	"police":   police,
	"trnews":   func(data string) ([]sayso.Article, error) { return feeds(data, "TR-News.xml") },
	"lgl":      func(data string) ([]sayso.Article, error) { return feeds(data, "lgl.xml") },
}

// article reads one, such as polnear-nyt_2016-03-16_…, timebank-APW19980213.1310,
// muc-DEV-MUC3-0001, police-11, trnews-1040001, lgl-40450848, or
// more-rd-74e7dcd5 of the shared hand-coded sets.
func (c *corpora) article(id string) (*sayso.Article, error) {
	name, file, _ := strings.Cut(id, "-")
	switch name {
	case "polnear":
		return polnear(filepath.Join(c.data, "polnear", "data", "train", "text", file+".txt"))
	case "more", "joined":
		coded, err := gold.ReadOne(filepath.Join(c.data, "..", "gold", name), file)
		coded.Article.ID = id
		return &coded.Article, err
	}
	read, ok := readers[name]
	if !ok {
		return nil, fmt.Errorf("%s: of no corpus that is known", id)
	}
	if c.read[name] == nil {
		all, err := read(c.data)
		if err != nil {
			return nil, err
		}
		byID := map[string]sayso.Article{}
		for _, a := range all {
			a.ID = name + "-" + a.ID
			byID[a.ID] = a
		}
		if c.read == nil {
			c.read = map[string]map[string]sayso.Article{}
		}
		c.read[name] = byID
	}
	a, ok := c.read[name][id]
	if !ok {
		return nil, fmt.Errorf("%s: not in its corpus", id)
	}
	return &a, nil
}

func timebank(data string) ([]sayso.Article, error) {
	docs, err := timeml.Read(filepath.Join(data, "tempeval3", "TBAQ-cleaned", "TimeBank"))
	if err != nil {
		return nil, err
	}
	out := make([]sayso.Article, len(docs))
	for i := range docs {
		out[i] = docs[i].Article
		out[i].Text = strings.TrimSpace(out[i].Text)
	}
	return out, nil
}

func messages(data string) ([]sayso.Article, error) {
	read, err := corpus.Read(filepath.Join(data, "muc34"), "dev")
	if err != nil {
		return nil, err
	}
	out := make([]sayso.Article, len(read))
	for i := range read {
		out[i] = *read[i].Article()
	}
	return out, nil
}

// police reads the Times of India articles of India Police Events, without the
// line before many that says the day.
func police(data string) ([]sayso.Article, error) {
	path := filepath.Join(data, "india-police-events", "dev", "metadata.jsonl")
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []sayso.Article
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		var doc struct {
			ID   int       `json:"doc_id"`
			Date sayso.Day `json:"date"`
			Text string    `json:"full_text"`
		}
		if err := json.Unmarshal(lines.Bytes(), &doc); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		text := doc.Text
		if strings.HasPrefix(text, "This story is from ") {
			_, text, _ = strings.Cut(text, "\n")
		}
		out = append(out, sayso.Article{ID: fmt.Sprint(doc.ID), Outlet: "Times of India", Published: doc.Date, Text: strings.TrimSpace(text)})
	}
	return out, lines.Err()
}

// feeds reads the articles of LGL or TR-News.
func feeds(data, file string) ([]sayso.Article, error) {
	path := filepath.Join(data, "geoparsing", "Corpora", file)
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var in struct {
		Articles []struct {
			ID    string `xml:"docid,attr"`
			Title string `xml:"title"`
			Site  string `xml:"domain"`
			Time  string `xml:"dltime"`
			Text  string `xml:"text"`
		} `xml:"article"`
	}
	if err := xml.Unmarshal(b, &in); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	out := make([]sayso.Article, len(in.Articles))
	for i, a := range in.Articles {
		day, err := sayso.ParseDay(a.Time)
		if err != nil { // some give a time as a page shows it, "7:58 AM ET, …"
			day = sayso.NoDay
		}
		out[i] = sayso.Article{ID: a.ID, Outlet: a.Site, Title: strings.TrimSpace(a.Title), Published: day, Text: strings.TrimSpace(a.Text)}
	}
	return out, nil
}
