package format

import (
	"io"
	"strconv"
	"strings"

	"sayso"
)

func acled() Format {
	return Format{
		Name: "acled-csv", Title: "a table shaped like ACLED's",
		Doc: "The columns of ACLED's event exports, in their order, for the scripts and sheets that read them. It is no ACLED data: events were coded " +
			"by sayso from the articles named in `source`, and joined across articles. Types go through `data/crosswalks/acled.tsv`; fatalities are the lowest credible number, as ACLED's rule asks. CSV (RFC 4180), UTF-8.",
		Fields: columns(acledCells),
		Cannot: []string{"the claims with their chains, stances and quoted words: only names of sources are left, in `notes`",
			"values that were claimed and not chosen", "open intervals and days before 0001: `event_date` is the first day it can have been, empty where none is known, `time_precision` 3 for more than a week",
			"status: attempted, threatened and denied incidents are rows too, marked in `tags`", "high and best numbers of deaths, other counts, weapons", "launch places (`from`)", "GeoNames codes of the units, whose names are given", "explanations and ratings"},
		open: func(w io.Writer, o Options) (Writer, error) { return openTable(w, o, acledCells) },
	}
}

var acledCells = []cell{
	col("event_id_cnty", "ISO alpha-3 code of the country (XXX where unknown) and the incident's id", func(it Item, o *Options) string { return iso3(it, o) + it.In.ID }),
	col("event_date", "first day it can have been, YYYY-MM-DD", func(it Item, _ *Options) string { from, _ := days(it.In); return from.String() }),
	col("year", "its year", func(it Item, _ *Options) string { return yearOf(it) }),
	col("time_precision", "1 the day is known, 2 within a week, 3 within a month or less sure", func(it Item, _ *Options) string { return timePrecision(it.In) }),
	col("disorder_type", "Political violence, Demonstrations or Strategic developments, by the event type", func(it Item, o *Options) string { return disorder(it, o) }),
	col("event_type", "ACLED event type by the crosswalk", func(it Item, o *Options) string { c, _ := o.Crosswalk("acled", it.In.Type); return c }),
	col("sub_event_type", "ACLED sub-event type by the crosswalk", func(it Item, o *Options) string { _, n := o.Crosswalk("acled", it.In.Type); return n }),
	col("actor1", "first agent, or first party", func(it Item, _ *Options) string { a, _ := sides(it.In); return first(a) }),
	col("assoc_actor_1", "further agents, parted by \"; \"", func(it Item, _ *Options) string { a, _ := sides(it.In); return rest(a) }),
	col("inter1", "kind of actor1: 1 state forces, 2 rebels, 3 political militias, 4 identity militias, 5 rioters, 6 protesters, 7 civilians, 8 external or other", func(it Item, _ *Options) string { a, _ := sides(it.In); return inter(it.In, a) }),
	col("actor2", "first target, or second party", func(it Item, _ *Options) string { _, b := sides(it.In); return first(b) }),
	col("assoc_actor_2", "further targets or parties", func(it Item, _ *Options) string { _, b := sides(it.In); return rest(b) }),
	col("inter2", "kind of actor2, as inter1", func(it Item, _ *Options) string { _, b := sides(it.In); return inter(it.In, b) }),
	col("interaction", "both kinds, the lower digit first; a 0 behind where there is one actor", func(it Item, _ *Options) string { return interaction(it.In) }),
	col("civilian_targeting", "\"Civilian targeting\" where a target is a civilian", func(it Item, _ *Options) string { return civilianTargeting(it.In) }),
	col("iso", "ISO 3166-1 numeric code", func(it Item, o *Options) string { return nonzero(o.Country(place(it.In).Country).Numeric) }),
	col("region", "ACLED's region of the country (`data/lexicon/regions.tsv`)", func(it Item, o *Options) string { return o.Country(place(it.In).Country).Region }),
	col("country", "name of the country; empty where unknown, spanning or disputed", func(it Item, o *Options) string { return o.Country(place(it.In).Country).Name }),
	col("admin1", "name of the first-level unit, by GeoNames; empty where unknown", func(it Item, o *Options) string { first, _ := units(it, o); return first }),
	col("admin2", "name of the second-level unit", func(it Item, o *Options) string { _, second := units(it, o); return second }),
	empty("admin3", "the gazetteer has none"),
	col("location", "place, as written", func(it Item, _ *Options) string { return place(it.In).Name }),
	col("latitude", "degrees, WGS 84, all digits of the gazetteer", func(it Item, _ *Options) string { return degrees(place(it.In).Lat) }),
	col("longitude", "degrees", func(it Item, _ *Options) string { return degrees(place(it.In).Lon) }),
	col("geo_precision", "1 town or site, 2 region, 3 country or no place", func(it Item, _ *Options) string { return geoPrecision(it.In) }),
	col("source", "outlets of the articles, parted by \"; \"", func(it Item, _ *Options) string { return strings.Join(outlets(it), "; ") }),
	empty("source_scale", "sayso does not rate outlets by scale"),
	col("notes", "the incident in one sentence that names its sources", func(it Item, _ *Options) string { return note(it) }),
	col("fatalities", "lowest credible number of people killed; 0 where none is told, as in ACLED", func(it Item, _ *Options) string {
		if low, _, _ := deaths(it.In); low != nil {
			return strconv.Itoa(*low)
		}
		return "0"
	}),
	col("tags", "status where it did not occur; \"fatalities unknown\" where no number is told; the incident's own type", func(it Item, _ *Options) string { return tags(it.In) }),
	col("timestamp", "always 0: nothing in an export depends on the clock", func(Item, *Options) string { return "0" }),
}

func iso3(it Item, o *Options) string {
	if c := o.Country(place(it.In).Country).ISO3; c != "" {
		return c
	}
	return "XXX"
}

// units are the names of the units that the place is in.
func units(it Item, o *Options) (first, second string) {
	p := place(it.In)
	return o.Units(string(p.Country), p.Admin1, p.Admin2)
}

func yearOf(it Item) string {
	from, _ := days(it.In)
	if !from.Known() {
		return ""
	}
	y, _, _ := from.Date()
	return strconv.Itoa(y)
}

func nonzero(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func timePrecision(in *sayso.Incident) string {
	from, to := days(in)
	switch {
	case !from.Known() || to-from >= 7:
		return "3"
	case from == to:
		return "1"
	}
	return "2"
}

func geoPrecision(in *sayso.Incident) string {
	switch place(in).Level {
	case sayso.LevelSite, sayso.LevelTown:
		return "1"
	case sayso.LevelRegion:
		return "2"
	}
	return "3"
}

func disorder(it Item, o *Options) string {
	c, _ := o.Crosswalk("acled", it.In.Type)
	switch c {
	case "Protests":
		return "Demonstrations"
	case "Riots":
		return "Political violence; Demonstrations"
	case "Strategic developments":
		return c
	case "":
		return ""
	}
	return "Political violence"
}

func first(list []sayso.Actor) string {
	if len(list) == 0 {
		return ""
	}
	return line(list[0].Name)
}

func rest(list []sayso.Actor) string {
	if len(list) < 2 {
		return ""
	}
	return names(list[1:])
}

// inter is ACLED's digit for the kind of the first of some actors.
func inter(in *sayso.Incident, list []sayso.Actor) string {
	if len(list) == 0 {
		return ""
	}
	switch list[0].Kind {
	case sayso.KindState, sayso.KindStateForce, sayso.KindPolice:
		return "1"
	case sayso.KindRebel:
		return "2"
	case sayso.KindMilitia, sayso.KindCriminal, sayso.KindParty:
		return "3"
	case sayso.KindCommunal:
		return "4"
	case sayso.KindProtesters:
		if in.Type == "riot" {
			return "5"
		}
		return "6"
	case sayso.KindCivilians, sayso.KindPerson, sayso.KindOutlet:
		return "7"
	}
	return "8"
}

func interaction(in *sayso.Incident) string {
	a, b := sides(in)
	x, y := inter(in, a), inter(in, b)
	switch {
	case x == "" && y == "":
		return ""
	case x == "":
		return y + "0"
	case y == "":
		return x + "0"
	}
	return min(x, y) + max(x, y)
}

func civilianTargeting(in *sayso.Incident) string {
	for _, a := range actors(in, sayso.RoleTarget) {
		switch a.Kind {
		case sayso.KindCivilians, sayso.KindPerson, sayso.KindProtesters, sayso.KindOutlet:
			return "Civilian targeting"
		}
	}
	return ""
}

func tags(in *sayso.Incident) string {
	out := []string{"sayso type: " + in.Type}
	if in.Status != sayso.StatusOccurred {
		out = append(out, "status: "+string(in.Status))
	}
	if low, _, _ := deaths(in); low == nil {
		out = append(out, "fatalities unknown")
	}
	return strings.Join(out, "; ")
}
