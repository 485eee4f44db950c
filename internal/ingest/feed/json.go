package feed

import (
	"cmp"
	"encoding/json"
	"strings"
)

// jsonFeed is JSON Feed 1 and 1.1.
type jsonFeed struct {
	Version  string       `json:"version"`
	Title    string       `json:"title"`
	Home     string       `json:"home_page_url"`
	Feed     string       `json:"feed_url"`
	About    string       `json:"description"`
	Language string       `json:"language"`
	Author   jsonAuthor   `json:"author"`
	Authors  []jsonAuthor `json:"authors"`
	Items    []struct {
		ID        any          `json:"id"`
		URL       string       `json:"url"`
		External  string       `json:"external_url"`
		Title     string       `json:"title"`
		HTML      string       `json:"content_html"`
		Text      string       `json:"content_text"`
		Summary   string       `json:"summary"`
		Published string       `json:"date_published"`
		Modified  string       `json:"date_modified"`
		Language  string       `json:"language"`
		Author    jsonAuthor   `json:"author"`
		Authors   []jsonAuthor `json:"authors"`
	} `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

func firstOf(one jsonAuthor, more []jsonAuthor) Person {
	if len(more) > 0 {
		return Person{Name: more[0].Name}
	}
	return Person{Name: one.Name}
}

func parseJSON(raw []byte, s Source) (*Feed, error) {
	var j jsonFeed
	if err := json.Unmarshal(raw, &j); err != nil || !strings.Contains(j.Version, "jsonfeed.org") && j.Items == nil {
		return nil, ErrNoFeed
	}
	r := &reader{base: baseOf(s)}
	f := &Feed{Format: "json", ID: j.Feed, Title: Text{j.Title, j.Language}, Link: r.resolve(nil, j.Home), Description: Text{j.About, j.Language}, Language: cmp.Or(j.Language, s.Language), Author: firstOf(j.Author, j.Authors)}
	for _, i := range j.Items {
		language := cmp.Or(i.Language, f.Language)
		item := Item{Title: Text{i.Title, language}, Link: r.resolve(nil, cmp.Or(i.URL, i.External)), Summary: Text{i.Summary, language},
			Content: Text{cmp.Or(i.HTML, escape.Replace(i.Text)), language}, Published: moment(i.Published), Updated: moment(i.Modified), Author: firstOf(i.Author, i.Authors)}
		switch id := i.ID.(type) {
		case string:
			item.ID = id
		case float64:
			b, _ := json.Marshal(id)
			item.ID = string(b)
		}
		item.ID = cmp.Or(item.ID, item.Link)
		f.Items = append(f.Items, item)
	}
	return f, nil
}
