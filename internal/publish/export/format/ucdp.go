package format

import (
	"io"
	"strconv"
	"strings"

	"sayso"
)

func ucdp() Format {
	return Format{
		Name: "ucdp-csv", Title: "a table shaped like UCDP GED",
		Doc: "The columns of UCDP's Georeferenced Event Dataset, in their order. It is no UCDP data: coded by sayso from the articles named in the source columns. " +
			"UCDP holds organised violence with at least one death; rows that its scheme leaves out have an empty `type_of_violence`, so that a filter on it gives what UCDP would hold. CSV (RFC 4180), UTF-8.",
		Fields: columns(ucdpCells),
		Cannot: []string{"conflict, dyad and side ids: UCDP assigns them when it codes, and publishes no table by which others could", "claims, chains, stances and quoted words", "values claimed and not chosen",
			"whom the dead belonged to: all are in `deaths_unknown` unless the text says what was counted", "incidents without a known day keep empty dates", "counts other than deaths, weapons, launch places", "status: see `code_status`"},
		open: func(w io.Writer, o Options) (Writer, error) { return openTable(w, o, ucdpCells) },
	}
}

const theirs = "UCDP assigns it"

var ucdpCells = []cell{
	col("id", "the incident's id", func(it Item, _ *Options) string { return it.In.ID }),
	col("relid", "ISO alpha-3 code, year and id", func(it Item, o *Options) string { return iso3(it, o) + "-" + yearOf(it) + "-" + it.In.ID }),
	col("year", "year of date_start", func(it Item, _ *Options) string { return yearOf(it) }),
	empty("active_year", theirs),
	col("code_status", "\"sayso\" and the status where it did not occur", func(it Item, _ *Options) string {
		if it.In.Status == sayso.StatusOccurred {
			return "sayso"
		}
		return "sayso: " + string(it.In.Status)
	}),
	col("type_of_violence", "1 state-based, 2 non-state, 3 one-sided; empty for what UCDP leaves out", func(it Item, o *Options) string { return violence(it, o) }),
	empty("conflict_dset_id", theirs), empty("conflict_new_id", theirs), empty("conflict_name", theirs),
	empty("dyad_dset_id", theirs), empty("dyad_new_id", theirs),
	col("dyad_name", "both sides", func(it Item, _ *Options) string {
		a, b := sides(it.In)
		if len(a) == 0 || len(b) == 0 {
			return ""
		}
		return first(a) + " - " + first(b)
	}),
	empty("side_a_dset_id", theirs), empty("side_a_new_id", theirs),
	col("side_a", "first agent, or first party", func(it Item, _ *Options) string { a, _ := sides(it.In); return first(a) }),
	empty("side_b_dset_id", theirs), empty("side_b_new_id", theirs),
	col("side_b", "first target, or second party; \"Civilians\" in one-sided violence", func(it Item, o *Options) string {
		if violence(it, o) == "3" {
			return "Civilians"
		}
		_, b := sides(it.In)
		return first(b)
	}),
	col("number_of_sources", "articles that tell it", func(it Item, _ *Options) string { return strconv.Itoa(len(it.Articles)) }),
	col("source_article", "each article: outlet, day and headline in quotes, parted by \";\"", func(it Item, _ *Options) string { return articles(it) }),
	col("source_office", "outlet of the first article", func(it Item, _ *Options) string { return head(it).outlet }),
	col("source_date", "its day of publication", func(it Item, _ *Options) string { return head(it).day }),
	col("source_headline", "its headline", func(it Item, _ *Options) string { return head(it).title }),
	col("source_original", "who says so, by name, parted by \"; \"", func(it Item, _ *Options) string { return strings.Join(vouchers(it.In), "; ") }),
	col("where_prec", "1 exact (a site or town), 4 first-level region, 6 country, 7 none", func(it Item, _ *Options) string { return wherePrec(it.In) }),
	col("where_coordinates", "name of the place that the point stands for", func(it Item, _ *Options) string { return place(it.In).Name }),
	col("where_description", "how it was chosen", func(it Item, _ *Options) string { return line(place(it.In).Chosen) }),
	col("adm_1", "name of the first-level unit, by GeoNames; empty where unknown", func(it Item, o *Options) string { first, _ := units(it, o); return first }),
	col("adm_2", "name of the second-level unit", func(it Item, o *Options) string { _, second := units(it, o); return second }),
	col("latitude", "degrees, WGS 84, all digits of the gazetteer", func(it Item, _ *Options) string { return degrees(place(it.In).Lat) }),
	col("longitude", "degrees", func(it Item, _ *Options) string { return degrees(place(it.In).Lon) }),
	col("geom_wkt", "the point as WKT", func(it Item, _ *Options) string {
		if p := place(it.In); p.Lat != nil && p.Lon != nil {
			return "POINT (" + degrees(p.Lon) + " " + degrees(p.Lat) + ")"
		}
		return ""
	}),
	col("priogrid_gid", "PRIO-GRID cell of the point", func(it Item, _ *Options) string { return grid(place(it.In)) }),
	col("country", "name of the country", func(it Item, o *Options) string { return o.Country(place(it.In).Country).Name }),
	col("country_id", "Gleditsch and Ward's number of the country (`data/lexicon/regions.tsv`)", func(it Item, o *Options) string { return nonzero(o.Country(place(it.In).Country).GW) }),
	col("region", "UCDP's region, by that number", func(it Item, o *Options) string { return ucdpRegion(o.Country(place(it.In).Country).GW) }),
	col("event_clarity", "1 the day is known, 2 a span of days", func(it Item, _ *Options) string {
		if timePrecision(it.In) == "1" {
			return "1"
		}
		return "2"
	}),
	col("date_prec", "1 the day, 2 two to six days, 3 a week, 4 a month, 5 longer or unknown", func(it Item, _ *Options) string { return datePrec(it.In) }),
	col("date_start", "first day, YYYY-MM-DD", func(it Item, _ *Options) string { from, _ := days(it.In); return from.String() }),
	col("date_end", "last day", func(it Item, _ *Options) string { _, to := days(it.In); return to.String() }),
	col("deaths_a", "always 0: texts seldom say on which side", func(Item, *Options) string { return "0" }),
	col("deaths_b", "always 0", func(Item, *Options) string { return "0" }),
	col("deaths_civilians", "best number in one-sided violence", func(it Item, o *Options) string { return share(it, violence(it, o) == "3") }),
	col("deaths_unknown", "best number in all other", func(it Item, o *Options) string { return share(it, violence(it, o) != "3") }),
	col("best", "best number of people killed", func(it Item, _ *Options) string { _, best, _ := deaths(it.In); return number(best) }),
	col("high", "highest credible number", func(it Item, _ *Options) string { _, _, high := deaths(it.In); return number(high) }),
	col("low", "lowest credible number", func(it Item, _ *Options) string { low, _, _ := deaths(it.In); return number(low) }),
	col("gwnoa", "Gleditsch and Ward's number of side_a, where that is a state, its forces or police", func(it Item, o *Options) string { a, _ := sides(it.In); return gw(a, o) }),
	col("gwnob", "as gwnoa, of side_b", func(it Item, o *Options) string {
		if violence(it, o) == "3" {
			return ""
		}
		_, b := sides(it.In)
		return gw(b, o)
	}),
}

// violence is UCDP's type: the crosswalk's, or what the kinds of the sides say.
func violence(it Item, o *Options) string {
	code, _ := o.Crosswalk("ucdp", it.In.Type)
	_, best, high := deaths(it.In)
	if code == "" || (best == nil || *best == 0) && (high == nil || *high == 0) || it.In.Status != sayso.StatusOccurred {
		return ""
	}
	if civilianTargeting(it.In) != "" {
		return "3"
	}
	a, b := sides(it.In)
	x, y := inter(it.In, a), inter(it.In, b)
	switch {
	case x == "" || y == "":
		return code
	case x == "1" || y == "1":
		return "1"
	case strings.Contains("234", x) && strings.Contains("234", y):
		return "2"
	}
	return code
}

// gw is the number of the state that the first of some actors is or belongs to.
func gw(list []sayso.Actor, o *Options) string {
	if len(list) == 0 {
		return ""
	}
	switch list[0].Kind {
	case sayso.KindState, sayso.KindStateForce, sayso.KindPolice:
		return nonzero(o.Country(list[0].Country).GW)
	}
	return ""
}

// ucdpRegion is UCDP's region: Gleditsch and Ward number countries by region.
func ucdpRegion(gw int) string {
	switch {
	case gw == 0:
		return ""
	case gw < 200:
		return "Americas"
	case gw < 400:
		return "Europe"
	case gw < 630:
		return "Africa"
	case gw < 700:
		return "Middle East"
	}
	return "Asia"
}

func share(it Item, all bool) string {
	_, best, _ := deaths(it.In)
	if !all || best == nil {
		return "0"
	}
	return number(best)
}

func wherePrec(in *sayso.Incident) string {
	switch place(in).Level {
	case sayso.LevelSite, sayso.LevelTown:
		return "1"
	case sayso.LevelRegion:
		return "4"
	case sayso.LevelCountry:
		return "6"
	}
	return "7"
}

func datePrec(in *sayso.Incident) string {
	from, to := days(in)
	switch {
	case !from.Known() || to-from > 31:
		return "5"
	case from == to:
		return "1"
	case to-from < 6:
		return "2"
	case to-from < 7:
		return "3"
	}
	return "4"
}

func vouchers(in *sayso.Incident) []string { return sources(Item{In: in}) }

func articles(it Item) string {
	var out []string
	for _, a := range it.Articles {
		out = append(out, "\""+strings.Join([]string{line(a.Outlet), a.Published.String(), line(a.Title)}, ",")+"\"")
	}
	return strings.Join(out, ";")
}

type heading struct{ outlet, day, title string }

func head(it Item) heading {
	if len(it.Articles) == 0 {
		return heading{}
	}
	a := it.Articles[0]
	return heading{line(a.Outlet), a.Published.String(), line(a.Title)}
}
