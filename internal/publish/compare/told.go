package compare

import (
	"errors"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"sayso"
)

// Set is one side.
type Set struct {
	Articles map[string]bool // ids of the articles on this side
	Version  string          // of the program that wrote it, where it says so
	all      map[string]*told
}

// told is an incident in the terms that are compared.
type told struct {
	id, kind, summary string
	span              sayso.Span
	former, articles  []string
	values, rules     map[string]string
	read              map[string]string   // the words a value was read from, and how, by field
	claims            map[string][]string // by what they are about
}

// NewSet makes an empty side.
func NewSet() *Set { return &Set{Articles: map[string]bool{}, all: map[string]*told{}} }

// Line is a line of `sayso code --format jsonl`: an incident, or an article
// with its incidents.
type Line struct {
	sayso.Incident
	Article   string           `json:"article"`
	Incidents []sayso.Incident `json:"incidents"`
}

// Line adds what a line holds.
func (s *Set) Line(l *Line) error {
	switch {
	case l.Article != "":
		s.Articles[l.Article] = true
		for i := range l.Incidents {
			s.Add(&l.Incidents[i])
		}
	case l.ID != "":
		s.Add(&l.Incident)
	default:
		return errors.New("neither an incident nor an article")
	}
	return nil
}

// aboutOf is what the claims behind a compared field are about.
var aboutOf = map[string]string{"type": sayso.AboutIncident, "status": sayso.AboutIncident, "salience": sayso.AboutIncident, "when": sayso.AboutTime,
	"where": sayso.AboutPlace, "from": sayso.AboutPlace, "agents": sayso.AboutAgent, "parties": sayso.AboutAgent, "targets": sayso.AboutIncident, "deaths": sayso.AboutCount + "killed"}

// ruleOf is the field of the record whose rule chose a compared field.
var ruleOf = map[string]string{"agents": "agent", "targets": "target", "parties": "party", "deaths": "count:killed"}

// Add adds an incident.
func (s *Set) Add(in *sayso.Incident) {
	t := &told{id: in.ID, kind: in.Type, summary: in.Summary, span: in.MentionSpan, former: in.Former, articles: slices.Clone(in.Articles),
		values: map[string]string{"type": in.Type, "status": string(in.Status), "salience": string(in.Salience), "when": when(in.When), "where": place(in.Where), "from": place(in.From),
			"agents": actors(in, sayso.RoleAgent), "targets": actors(in, sayso.RoleTarget), "parties": actors(in, sayso.RoleParty), "deaths": deaths(in.Deaths),
			"weapons": strings.Join(in.Weapons, "; ")}, rules: map[string]string{}, read: read(in), claims: map[string][]string{}}
	sort.Strings(t.articles)
	t.values["articles"] = strings.Join(t.articles, "; ")
	for _, c := range in.Counts {
		name := sayso.AboutCount + c.What
		if v := number(c.Min) + "–" + number(c.Max); t.values[name] == "" {
			t.values[name] = v
		} else {
			t.values[name] += "; " + v
		}
	}
	for _, f := range in.Fields {
		t.rules[f.Name] = f.Rule
	}
	for i := range in.Claims {
		c := &in.Claims[i]
		t.claims[c.About] = append(t.claims[c.About], claim(c))
	}
	for _, id := range in.Articles {
		s.Articles[id] = true
	}
	s.all[t.id] = t
}

// read is what each value was read from: the words, and how the gazetteer entry
// or the actor was chosen.
func read(in *sayso.Incident) map[string]string {
	out := map[string]string{"type": quoted(in.Mention), "status": quoted(in.Mention)}
	if in.When != nil {
		out["when"] = quoted(in.When.Words)
	}
	for name, p := range map[string]*sayso.Place{"where": in.Where, "from": in.From} {
		if p != nil {
			out[name] = strings.TrimSuffix(quoted(p.Name)+" "+p.Chosen, " ")
		}
	}
	for _, c := range in.Counts {
		name := sayso.AboutCount + c.What
		out[name] = strings.TrimPrefix(out[name]+"; "+quoted(c.Words), "; ")
	}
	out["deaths"] = out[sayso.AboutCount+"killed"]
	for _, a := range in.Actors {
		if name := map[sayso.Role]string{sayso.RoleAgent: "agents", sayso.RoleTarget: "targets", sayso.RoleParty: "parties"}[a.Role]; name != "" {
			out[name] = strings.TrimPrefix(out[name]+"; "+quoted(a.Name)+" "+string(a.Kind), "; ")
		}
	}
	return out
}

func quoted(words string) string {
	if words == "" {
		return ""
	}
	return "“" + strings.Join(strings.Fields(words), " ") + "”"
}

func claim(c *sayso.Claim) string {
	var by []string
	for _, v := range c.Chain {
		by = append(by, v.Name)
	}
	out := string(c.Stance) + " “" + strings.Join(strings.Fields(c.Quote), " ") + "”"
	if len(by) > 0 {
		out += " (" + strings.Join(by, " > ") + ")"
	}
	return out
}

func when(w *sayso.When) string {
	switch {
	case w == nil:
		return ""
	case w.Earliest == w.Latest:
		return w.Earliest.String()
	}
	return w.Earliest.String() + "/" + w.Latest.String()
}

func place(p *sayso.Place) string {
	if p == nil {
		return ""
	}
	if p.ID == "" {
		return p.Name
	}
	return p.Name + " (" + p.ID + ")"
}

func actors(in *sayso.Incident, role sayso.Role) string {
	var out []string
	for _, a := range in.Actors {
		if a.Role == role {
			out = append(out, a.Name)
		}
	}
	sort.Strings(out)
	return strings.Join(out, "; ")
}

func number(v *int) string {
	if v == nil {
		return ""
	}
	return strconv.Itoa(*v)
}

func deaths(d *sayso.Deaths) string {
	if d == nil {
		return ""
	}
	return fmt.Sprintf("low %s, best %s, high %s", number(d.Low), number(d.Best), number(d.High))
}
