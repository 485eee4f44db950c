package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"sayso"
)

// Column is a column of the CSV with what stands in it.
type Column struct {
	Name, Doc string
	value     func(*sayso.Incident) string
}

// Columns are the columns of the CSV, in their order. Lists inside a cell are
// parted by "; ". A cell that a spreadsheet would take for a formula starts
// with an apostrophe.
var Columns = []Column{
	{"id", "id of the incident, content-derived", func(in *sayso.Incident) string { return in.ID }},
	{"type", "incident type", func(in *sayso.Incident) string { return in.Type }},
	{"status", "occurred, attempted, threatened or denied", func(in *sayso.Incident) string { return string(in.Status) }},
	{"salience", "main or background", func(in *sayso.Incident) string { return string(in.Salience) }},
	{"summary", "the incident in one sentence", func(in *sayso.Incident) string { return in.Summary }},
	{"earliest", "first day it can have been, YYYY-MM-DD; empty where unknown", func(in *sayso.Incident) string { return when(in).Earliest.String() }},
	{"latest", "last day it can have been", func(in *sayso.Incident) string { return when(in).Latest.String() }},
	{"when_words", "the date as written", func(in *sayso.Incident) string { return when(in).Words }},
	{"place", "most specific place, as written", func(in *sayso.Incident) string { return place(in.Where).Name }},
	{"country", "ISO 3166-1 alpha-2; empty where unknown or disputed", func(in *sayso.Incident) string { return string(place(in.Where).Country) }},
	{"level", "site, town, region or country", func(in *sayso.Incident) string { return string(place(in.Where).Level) }},
	{"place_id", "gazetteer id", func(in *sayso.Incident) string { return place(in.Where).ID }},
	{"lat", "latitude of the gazetteer entry, degrees", func(in *sayso.Incident) string { return degrees(place(in.Where).Lat) }},
	{"lon", "longitude", func(in *sayso.Incident) string { return degrees(place(in.Where).Lon) }},
	{"place_confidence", "share of such choices that are right, 0 to 1; a place on a map is a guess", func(in *sayso.Incident) string { return share(place(in.Where).Confidence) }},
	{"from", "launch or origin place, as written", func(in *sayso.Incident) string { return place(in.From).Name }},
	{"from_country", "its country", func(in *sayso.Incident) string { return string(place(in.From).Country) }},
	{"agents", "who did it, as reported, claimed or suspected", func(in *sayso.Incident) string { return actors(in, sayso.RoleAgent) }},
	{"targets", "whom or what it was aimed at, or who suffered it", func(in *sayso.Incident) string { return actors(in, sayso.RoleTarget) }},
	{"parties", "equal sides", func(in *sayso.Incident) string { return actors(in, sayso.RoleParty) }},
	{"deaths_low", "lowest credible number of people killed", func(in *sayso.Incident) string { return deaths(in).low }},
	{"deaths_best", "best number", func(in *sayso.Incident) string { return deaths(in).best }},
	{"deaths_high", "highest number", func(in *sayso.Incident) string { return deaths(in).high }},
	{"counts", "all counts as what=min..max, an open end left out", counts},
	{"weapons", "as written", func(in *sayso.Incident) string { return strings.Join(in.Weapons, "; ") }},
	{"on_word_of", "who vouches for the incident, each chain outermost first with > between; empty is the article itself", vouchers},
	{"stances", "the stances of the claims that it happened", stances},
	{"agent_stances", "the stances of the claims of who did it", agentStances},
	{"origins", "how many independent origins the claims go back to", func(in *sayso.Incident) string { return strconv.Itoa(len(in.Origins)) }},
	{"articles", "ids of the articles that tell it", func(in *sayso.Incident) string { return strings.Join(in.Articles, "; ") }},
	{"mention", "the clause that best reports it", func(in *sayso.Incident) string { return line(in.Mention) }},
	{"joined", "with one record an article: the incident across articles", func(in *sayso.Incident) string { return in.Joined }},
}

// Of is what stands in the column for an incident.
func (c *Column) Of(in *sayso.Incident) string { return c.value(in) }

// CSV writes a heading and a row an incident (RFC 4180).
func CSV(w io.Writer, incidents []sayso.Incident) error {
	c := csv.NewWriter(w)
	row := make([]string, len(Columns))
	for i, col := range Columns {
		row[i] = col.Name
	}
	if err := c.Write(row); err != nil {
		return err
	}
	for k := range incidents {
		for i, col := range Columns {
			row[i] = harmless(col.value(&incidents[k]))
		}
		if err := c.Write(row); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// harmless keeps a spreadsheet from running a cell as a formula. Numbers stay.
func harmless(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return cell
	}
	if _, err := strconv.ParseFloat(cell, 64); err == nil {
		return cell
	}
	return "'" + cell
}

func when(in *sayso.Incident) sayso.When {
	if in.When == nil {
		return sayso.When{Earliest: sayso.NoDay, Latest: sayso.NoDay}
	}
	return *in.When
}

func place(p *sayso.Place) sayso.Place {
	if p == nil {
		return sayso.Place{}
	}
	return *p
}

func degrees(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

func share(v float64) string {
	if v == 0 {
		return ""
	}
	return strconv.FormatFloat(v, 'f', 2, 64)
}

func actors(in *sayso.Incident, role sayso.Role) string {
	var names []string
	for _, a := range in.Actors {
		if a.Role == role {
			names = append(names, line(a.Name))
		}
	}
	return strings.Join(names, "; ")
}

type toll struct{ low, best, high string }

func deaths(in *sayso.Incident) toll {
	if in.Deaths == nil {
		return toll{}
	}
	return toll{whole(in.Deaths.Low), whole(in.Deaths.Best), whole(in.Deaths.High)}
}

func whole(v *int) string {
	if v == nil {
		return ""
	}
	return strconv.Itoa(*v)
}

func counts(in *sayso.Incident) string {
	var all []string
	for _, c := range in.Counts {
		all = append(all, c.What+"="+whole(c.Min)+".."+whole(c.Max))
	}
	return strings.Join(all, "; ")
}

func vouchers(in *sayso.Incident) string {
	return each(in, sayso.AboutIncident, func(c *sayso.Claim) string {
		var names []string
		for _, v := range c.Chain {
			names = append(names, line(v.Name))
		}
		return strings.Join(names, " > ")
	})
}

func stances(in *sayso.Incident) string {
	return each(in, sayso.AboutIncident, func(c *sayso.Claim) string { return string(c.Stance) })
}

func agentStances(in *sayso.Incident) string {
	return each(in, sayso.AboutAgent, func(c *sayso.Claim) string { return string(c.Stance) })
}

// each lists what of gives for the claims about a field, each value once.
func each(in *sayso.Incident, about string, of func(*sayso.Claim) string) string {
	var all []string
	seen := map[string]bool{}
	for i := range in.Claims {
		if v := of(&in.Claims[i]); in.Claims[i].About == about && v != "" && !seen[v] {
			seen[v] = true
			all = append(all, v)
		}
	}
	return strings.Join(all, "; ")
}

func line(s string) string { return strings.Join(strings.Fields(s), " ") }
