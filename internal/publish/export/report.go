package export

import (
	"encoding/json"
	"io"

	"sayso"
)

// SchemaName names the version of the JSON that is written. It changes
// whenever a reader of the old one could stumble.
const SchemaName = "sayso/1"

// Coded is what a run found, as the formats need it.
type Coded struct {
	Version   string                // of the program
	Incidents []sayso.Incident      // across articles
	Records   []sayso.ArticleRecord // one an article, in the order of the input
	Failures  []sayso.Failure       // what is no article at all
}

// Report is the JSON of a run: incidents across articles.
type Report struct {
	Schema    string           `json:"schema"`    // "sayso/1"
	Version   string           `json:"version"`   // of the program that coded
	Incidents []sayso.Incident `json:"incidents"` // across articles, in the order in which they are first told
	Articles  []Article        `json:"articles"`  // that were coded, in the order of the input
	Failures  []sayso.Failure  `json:"failures"`  // what could not be coded, and why
}

// ArticleReport is the JSON of a run with one record an article.
type ArticleReport struct {
	Schema   string                `json:"schema"`   // "sayso/1"
	Version  string                `json:"version"`  // of the program that coded
	Articles []sayso.ArticleRecord `json:"articles"` // in the order of the input
	Failures []sayso.Failure       `json:"failures"` // what is no article at all, and why
}

// Article is an article without its text.
type Article struct {
	ID        string    `json:"id"`               // as in an incident's articles
	Title     string    `json:"title,omitempty"`  //
	URL       string    `json:"url,omitempty"`    //
	Outlet    string    `json:"outlet,omitempty"` //
	Published sayso.Day `json:"published"`        // null where unknown
	Digest    string    `json:"digest,omitempty"` // hex SHA-256 of the raw bytes it came from
	Incidents int       `json:"incidents"`        // how many it tells
}

// JSON writes a run as one indented object.
func JSON(w io.Writer, c Coded, perArticle bool) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if perArticle {
		return e.Encode(ArticleReport{SchemaName, c.Version, list(c.Records), list(c.Failures)})
	}
	r := Report{Schema: SchemaName, Version: c.Version, Incidents: list(c.Incidents), Articles: []Article{}, Failures: list(c.Failures)}
	for i := range c.Records {
		a := &c.Records[i]
		if a.Failure != nil {
			r.Failures = append(r.Failures, *a.Failure)
			continue
		}
		r.Articles = append(r.Articles, Article{a.Article, a.Title, a.URL, a.Outlet, a.Published, a.Digest, len(a.Incidents)})
	}
	return e.Encode(r)
}

// Lines writes an incident a line; with one record an article, an article a
// line, and a record with a failure for each item that is no article.
func Lines(w io.Writer, c Coded, perArticle bool) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if !perArticle {
		for i := range c.Incidents {
			if err := e.Encode(&c.Incidents[i]); err != nil {
				return err
			}
		}
		return nil
	}
	for i := range c.Records {
		if err := e.Encode(&c.Records[i]); err != nil {
			return err
		}
	}
	for i := range c.Failures {
		f := &c.Failures[i]
		if err := e.Encode(sayso.ArticleRecord{Article: f.Item, Published: sayso.NoDay, Incidents: []sayso.Incident{}, Failure: f}); err != nil {
			return err
		}
	}
	return nil
}

// list makes nil an empty list, which JSON writes as [].
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
