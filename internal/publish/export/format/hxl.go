package format

import (
	"io"
	"strconv"
	"strings"

	"sayso"
)

func hxl() Format {
	cells := hxlCells()
	return Format{
		Name: "hxl", Title: "CSV with HXL tags",
		Doc:    "A table with the tags of the Humanitarian Exchange Language (1.1) in its second row, for HDX and the tools that read from it. CSV, UTF-8.",
		Fields: columns(cells),
		Cannot: []string{"claims, chains and quoted words", "values claimed and not chosen", "counts without a tag of their own stay in `counts`", "explanations"},
		open: func(w io.Writer, o Options) (Writer, error) {
			return openTable(w, o, cells, func(c cell) string { return hxlTags[c.Name] })
		},
	}
}

var hxlTags = map[string]string{"id": "#event+id", "type": "#event+type", "status": "#status", "date_start": "#date+start", "date_end": "#date+end",
	"country": "#country+name", "country_code": "#country+code+v_iso3", "admin1": "#adm1+name", "admin1_code": "#adm1+code", "place": "#loc+name", "place_level": "#loc+type", "lat": "#geo+lat", "lon": "#geo+lon",
	"killed_low": "#affected+killed+min", "killed_best": "#affected+killed", "killed_high": "#affected+killed+max", "injured": "#affected+injured", "abducted": "#affected+abducted",
	"displaced": "#affected+displaced", "counts": "#indicator+text", "agents": "#org+actor+agent", "targets": "#org+actor+target", "parties": "#org+actor+party",
	"sources": "#meta+source", "links": "#meta+url+list", "reported": "#date+reported", "origins": "#indicator+origins+num", "description": "#description"}

func hxlCells() []cell {
	count := func(what string) func(Item, *Options) string {
		return func(it Item, _ *Options) string {
			for _, c := range it.In.Counts {
				if c.What == what {
					return number(c.Min)
				}
			}
			return ""
		}
	}
	return []cell{
		col("id", "the incident's id", func(it Item, _ *Options) string { return it.In.ID }),
		col("type", "incident type", func(it Item, _ *Options) string { return it.In.Type }),
		col("status", "occurred, attempted, threatened or denied", func(it Item, _ *Options) string { return string(it.In.Status) }),
		col("date_start", "first day it can have been", func(it Item, _ *Options) string { from, _ := days(it.In); return from.String() }),
		col("date_end", "last day", func(it Item, _ *Options) string { _, to := days(it.In); return to.String() }),
		col("country", "name of the country", func(it Item, o *Options) string { return o.Country(place(it.In).Country).Name }),
		col("country_code", "ISO alpha-3", func(it Item, o *Options) string { return o.Country(place(it.In).Country).ISO3 }),
		col("admin1", "name of the first-level unit", func(it Item, o *Options) string { first, _ := units(it, o); return first }),
		col("admin1_code", "its GeoNames code", func(it Item, _ *Options) string { return place(it.In).Admin1 }),
		col("place", "place, as written", func(it Item, _ *Options) string { return place(it.In).Name }),
		col("place_level", "site, town, region or country: what the point stands for", func(it Item, _ *Options) string { return string(place(it.In).Level) }),
		col("lat", "degrees, WGS 84", func(it Item, _ *Options) string { return degrees(place(it.In).Lat) }),
		col("lon", "degrees", func(it Item, _ *Options) string { return degrees(place(it.In).Lon) }),
		col("killed_low", "lowest credible number of people killed", func(it Item, _ *Options) string { low, _, _ := deaths(it.In); return number(low) }),
		col("killed_best", "best number", func(it Item, _ *Options) string { _, best, _ := deaths(it.In); return number(best) }),
		col("killed_high", "highest credible number", func(it Item, _ *Options) string { _, _, high := deaths(it.In); return number(high) }),
		col("injured", "people injured, at least", count("injured")),
		col("abducted", "people abducted, at least", count("abducted")),
		col("displaced", "people displaced, at least", count("displaced")),
		col("counts", "all counts as what=least..most", func(it Item, _ *Options) string { return allCounts(it.In) }),
		col("agents", "who did it, as reported, claimed or suspected", func(it Item, _ *Options) string { return names(actors(it.In, sayso.RoleAgent)) }),
		col("targets", "whom or what it was aimed at", func(it Item, _ *Options) string { return names(actors(it.In, sayso.RoleTarget)) }),
		col("parties", "equal sides", func(it Item, _ *Options) string { return names(actors(it.In, sayso.RoleParty)) }),
		col("sources", "on whose word, and the outlets", func(it Item, _ *Options) string { return strings.Join(sources(it), "; ") }),
		col("links", "addresses of the articles", func(it Item, _ *Options) string { return links(it) }),
		col("reported", "first day of publication", func(it Item, _ *Options) string { return published(it).String() }),
		col("origins", "independent origins", func(it Item, _ *Options) string { return strconv.Itoa(len(it.In.Origins)) }),
		col("description", "the incident in one sentence that names its sources", func(it Item, _ *Options) string { return note(it) }),
	}
}

func allCounts(in *sayso.Incident) string {
	var out []string
	for _, c := range in.Counts {
		out = append(out, c.What+"="+number(c.Min)+".."+number(c.Max))
	}
	return strings.Join(out, "; ")
}

func links(it Item) string {
	var out []string
	for _, a := range it.Articles {
		if a.URL != "" {
			out = append(out, a.URL)
		}
	}
	return strings.Join(out, "; ")
}
