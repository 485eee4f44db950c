package gold

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"sayso"
)

// Incident is an incident as the ruler sees it, from either side. It takes the
// coding guide's JSON; other keys are ignored.
type Incident struct {
	ID       string  `json:"id"`
	Key      string  `json:"key"`    // gold: the same happening in several articles
	Joined   string  `json:"joined"` // predicted: the incident across articles
	Type     string  `json:"type"`
	Salience string  `json:"salience"`
	Status   string  `json:"status"`
	Mention  string  `json:"mention"`
	When     *When   `json:"when"`
	Where    *Place  `json:"where"`
	From     *Place  `json:"from"`
	Actors   []Actor `json:"actors"`
	Counts   []Count `json:"counts"`
	Claims   []Claim `json:"claims"`
}

// When is an interval of days; an empty end is unknown.
type When struct {
	Earliest *string `json:"earliest"`
	Latest   *string `json:"latest"`
	Words    string  `json:"words"`
}

// Place is a place by name and country.
type Place struct {
	Name    string  `json:"name"`
	Country *string `json:"country"`
	Level   string  `json:"level"`
}

// Actor is somebody in a role.
type Actor struct {
	Role string `json:"role"`
	Name string `json:"name"`
}

// Count is a number of something; a nil end is open.
type Count struct {
	What  string `json:"what"`
	Min   *int   `json:"min"`
	Max   *int   `json:"max"`
	Words string `json:"words"`
}

// Claim is what is vouched for, by whom and how.
type Claim struct {
	About  string    `json:"about"`
	Stance *string   `json:"stance"`
	Chain  []Voucher `json:"chain"`
	Quote  string    `json:"quote"`
}

// Voucher is a link of a chain.
type Voucher struct {
	Kind string `json:"kind"`
	Name string `json:"name"`
}

// Coded is one article with both sides.
type Coded struct {
	Article    sayso.Article
	Whole      string // what mentions and quotes are looked up in
	Gold, Pred []Incident
	Missing    bool // there was no prediction for it
}

type record struct {
	Incidents []Incident `json:"incidents"`
}

// Read pairs the articles of a folder with their coded files and, where pred
// is not empty, the predictions of another folder. Articles come in the order
// of their file names; an article without a prediction is marked missing.
func Read(articles, gold, pred string) ([]Coded, error) {
	files, err := filepath.Glob(filepath.Join(gold, "*.json"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%s: no coded articles there", gold)
	}
	sort.Strings(files)
	var out []Coded
	for _, f := range files {
		c, err := readOne(filepath.Join(articles, filepath.Base(f)), f)
		if err != nil {
			return nil, err
		}
		if pred != "" {
			if err := c.readPrediction(filepath.Join(pred, filepath.Base(f))); err != nil {
				return nil, err
			}
		}
		out = append(out, c)
	}
	return out, nil
}

// ReadOne reads an article of a set (the folder that holds articles and coded)
// with what is coded in it.
func ReadOne(set, id string) (Coded, error) {
	return readOne(filepath.Join(set, "articles", id+".json"), filepath.Join(set, "coded", id+".json"))
}

func readOne(article, coded string) (Coded, error) {
	var c Coded
	var g record
	if err := readJSON(article, &c.Article); err != nil {
		return c, err
	}
	if err := readJSON(coded, &g); err != nil {
		return c, err
	}
	if c.Article.ID == "" {
		c.Article.ID = strings.TrimSuffix(filepath.Base(coded), ".json")
	}
	if c.Article.Language == "" {
		c.Article.Language = "en"
	}
	c.Whole = c.Article.Title + "\n\n" + c.Article.Text
	c.Gold = g.Incidents
	return c, nil
}

func (c *Coded) readPrediction(path string) error {
	var p record
	err := readJSON(path, &p)
	if os.IsNotExist(err) {
		c.Missing = true
		return nil
	}
	c.Pred = p.Incidents
	return err
}

func readJSON(path string, v any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// FromClaim turns what is claimed and on whose word into the ruler's.
func FromClaim(c *sayso.Claim) Claim {
	stance := string(c.Stance)
	out := Claim{About: c.About, Stance: &stance, Quote: c.Quote}
	for _, v := range c.Chain {
		out.Chain = append(out.Chain, Voucher{string(v.Kind), v.Name})
	}
	return out
}

// FromIncidents turns the program's incidents into the ruler's, through their
// JSON, so that what is scored is what is written out.
func FromIncidents(in []sayso.Incident) ([]Incident, error) {
	b, err := json.Marshal(in)
	if err != nil {
		return nil, err
	}
	var out []Incident
	return out, json.Unmarshal(b, &out)
}
