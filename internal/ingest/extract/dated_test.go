package extract

import (
	"strings"
	"testing"

	"sayso"
)

// The day of publication rests on the surest sign of the page that gives it.
func TestDated(t *testing.T) {
	body := "<article><h1>Bomb in Jolo</h1><p>At least 20 people were killed when two bombs went off at a cathedral, police said, in the worst attack in years.</p><p>The army blamed a group that has fought the government for decades in the southern islands of the country.</p>SEEN</article>"
	meta, json, tag := `<meta property="article:published_time" content="2019-01-27T10:00:00Z">`, `<script type="application/ld+json">{"@type":"NewsArticle","datePublished": "2019-01-27T10:00:00Z"}</script>`, `<time datetime="2019-01-27">Sunday</time>`
	for _, x := range []struct{ head, seen, address, want string }{
		{meta + json, tag, "https://x.example/2019/01/27/jolo", `<meta article:published_time "2019-01-27T10:00:00Z">`},
		{json, tag, "", `datePublished: "2019-01-27T10:00:00Z"`},
		{"", tag, "", `<time "2019-01-27">`},
		{"", "", "https://x.example/2019/01/27/jolo", `address "2019/01/27"`},
		{"", `<p class="date">Published January 27, 2019</p>`, "", `words "January 27, 2019"`},
		{"", "", "", ""},
	} {
		page := `<!doctype html><html lang="en"><head><title>Bomb in Jolo</title>` + x.head + "</head><body>" + strings.Replace(body, "SEEN", x.seen, 1) + "</body></html>"
		a, err := Standard{}.Extract(page, x.address)
		if err != nil {
			t.Fatal(err)
		}
		if a.Dated != x.want || (x.want != "") != (a.Published.String() == "2019-01-27") {
			t.Errorf("%s: %s, dated by %q, want %q", x.head+x.seen+x.address, a.Published, a.Dated, x.want)
		}
	}
}

// Of a sign with words beside the day, which may name somebody, the day alone is
// kept; a number that goes on is no day.
func TestDatedIsADay(t *testing.T) {
	day := sayso.DayOf(2019, 1, 27)
	for value, want := range map[string]string{"Sunday 27 January 2019, Ann Author": `<meta date "27 January 2019">`, "id 201901271": "", "2019-01-27 10:00": `<meta date "2019-01-27 10:00">`} {
		if got := dated(day, []sign{{"<meta date %q>", value, 0}}, "", ""); got != want {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
}
