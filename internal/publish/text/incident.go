package text

import (
	"fmt"
	"strconv"
	"strings"

	"sayso"
)

// maxQuote is the longest quote that is printed whole, in characters.
const maxQuote = 320

func (p *page) incident(n int, in *sayso.Incident) {
	number := strconv.Itoa(n)
	head := p.style(heading, number+" "+strings.ToUpper(in.Type))
	if notes := remarks(in); notes != "" {
		head += " " + p.style(alert, notes)
	}
	p.wrap("", indent, head)
	p.wrap(indent, indent, p.style(bold, in.Summary))
	p.blank()
	p.field("when", p.when(in.When))
	p.field("where", p.where(in))
	for _, role := range []sayso.Role{sayso.RoleAgent, sayso.RoleTarget, sayso.RoleParty} {
		p.field(roleNames[role], p.actors(in, role))
	}
	for i := range in.Counts {
		p.count(&in.Counts[i])
	}
	p.field("deaths", p.deaths(in.Deaths))
	p.field("weapons", p.style("0", strings.Join(in.Weapons, ", ")))
	if p.several {
		p.told(in)
	}
	p.claims(in)
	if p.explain && in.Why != nil {
		p.reasons(in.Why)
	}
	p.blank()
}

// remarks say what a reader must not overlook.
func remarks(in *sayso.Incident) string {
	var out []string
	if in.Status != sayso.StatusOccurred && in.Status != "" {
		out = append(out, string(in.Status))
	}
	if in.Salience == sayso.SalienceBackground {
		out = append(out, "background")
	}
	return strings.Join(out, " · ")
}

var roleNames = map[sayso.Role]string{sayso.RoleAgent: "by", sayso.RoleTarget: "against", sayso.RoleParty: "parties"}

func (p *page) when(w *sayso.When) string {
	if w == nil {
		return ""
	}
	out := ""
	switch {
	case !w.Earliest.Known() && !w.Latest.Known():
		out = "no date can be told from"
	case w.Earliest == w.Latest:
		out = w.Earliest.String()
	case !w.Earliest.Known():
		out = "until " + w.Latest.String()
	case !w.Latest.Known():
		out = "from " + w.Earliest.String()
	default:
		out = w.Earliest.String() + " to " + w.Latest.String()
	}
	if w.Clock != "" && strings.Contains(w.Clock, ":") {
		out += " " + w.Clock
	}
	return out + p.words(w.Words)
}

// words quotes the words a value rests on.
func (p *page) words(s string) string {
	if s == "" {
		return ""
	}
	return " " + p.style(dim, "“"+s+"”")
}

func (p *page) where(in *sayso.Incident) string {
	out := ""
	if in.Where != nil {
		out = place(in.Where)
	}
	if in.From != nil {
		if out != "" {
			out += ", "
		}
		out += "from " + place(in.From)
	}
	return plainLine(out)
}

func place(p *sayso.Place) string {
	out := p.Name
	if p.Level != sayso.LevelCountry && p.Country != "" {
		out += ", " + string(p.Country)
	}
	if p.Level != "" && p.Level != sayso.LevelCountry {
		out += " (" + string(p.Level)
		if len(p.DisputedBy) > 0 {
			out += ", disputed by " + strings.Join(p.DisputedBy, " and ")
		}
		out += ")"
	}
	return out
}

func (p *page) actors(in *sayso.Incident, role sayso.Role) string {
	var names []string
	for _, a := range in.Actors {
		if a.Role == role {
			names = append(names, plainLine(a.Name))
		}
	}
	return strings.Join(names, "; ")
}

func (p *page) count(c *sayso.Count) {
	name := strings.ReplaceAll(c.What, "-", " ")
	if c.What == "weapons-launched" {
		name = "launched"
	}
	value := number(c.Min, c.Max) + p.words(c.Words)
	if c.Claim > 0 {
		value += fmt.Sprintf(" [%d]", c.Claim)
	}
	p.field(name, value)
}

func number(lo, hi *int) string {
	switch {
	case lo == nil && hi == nil:
		return "unknown"
	case lo == nil:
		return fmt.Sprintf("up to %d", *hi)
	case hi == nil:
		return fmt.Sprintf("at least %d", *lo)
	case *lo == *hi:
		return strconv.Itoa(*lo)
	}
	return fmt.Sprintf("%d to %d", *lo, *hi)
}

// deaths are printed where there is disagreement or an open end to show.
func (p *page) deaths(d *sayso.Deaths) string {
	if d == nil || d.Low != nil && d.High != nil && *d.Low == *d.High {
		return ""
	}
	var parts []string
	for _, e := range []struct {
		name   string
		value  *int
		claims []int
	}{{"low", d.Low, d.LowClaims}, {"best", d.Best, d.BestClaims}, {"high", d.High, d.HighClaims}} {
		if e.value != nil {
			parts = append(parts, fmt.Sprintf("%s %d%s", e.name, *e.value, numbers(e.claims)))
		}
	}
	return strings.Join(parts, ", ")
}

// numbers writes claim numbers as " [1,3]".
func numbers(claims []int) string {
	if len(claims) == 0 {
		return ""
	}
	var out []string
	for _, n := range claims {
		out = append(out, strconv.Itoa(n))
	}
	return " [" + strings.Join(out, ",") + "]"
}

func (p *page) told(in *sayso.Incident) {
	var out []string
	for _, id := range in.Articles {
		name := id
		if r := p.titles[id]; r != nil && r.Title != "" {
			name = r.Title
			if r.Outlet != "" {
				name = r.Outlet + ": " + name
			}
		}
		out = append(out, plainLine(name))
	}
	p.field("told by", strings.Join(out, "; "))
	if len(in.Articles) > 1 && len(in.Origins) > 0 {
		p.field("origins", fmt.Sprintf("%s among %s", plural(len(in.Origins), "independent origin"), plural(len(in.Articles), "article")))
	}
}
