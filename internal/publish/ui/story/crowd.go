package story

import (
	"fmt"

	"sayso"
	"sayso/internal/store"
)

var towns = []struct {
	name     string
	lat, lon float64
}{{"Oundé", 13.2, 2.1}, {"Karesh", 41.4, 74.3}, {"Tal Benar", 42.6, 71.2}, {"Sarvik", 48.3, 37.9}, {"Mbeko", -1.4, 29.1}, {"Port Lisker", 44.5, 50.2}, {"Ayun Hadra", 33.6, 43.8},
	{"Kottar", 11.2, 77.1}, {"San Telmo del Río", 7.8, -72.4}, {"Wadi Sirr", 15.6, 44.3}, {"Dolmen", 36.1, 37.2}, {"Lun Phay", 20.4, 96.7}}

var happenings = []struct{ kind, form string }{
	{"armed-clash", "Fighters and troops clashed in %s"}, {"shelling", "Shells fell on %s"}, {"air-strike", "Aircraft struck %s"}, {"protest", "A crowd marched in %s"},
	{"attack", "Gunmen attacked a checkpoint near %s"}, {"arrest", "Police held suspects in %s"}, {"abduction", "Aid workers were seized near %s"}, {"bombing", "A roadside bomb hit a convoy outside %s"}}

// dice rolls the same numbers every time.
type dice uint32

func (d *dice) roll(sides int) int {
	*d = *d*1664525 + 1013904223
	return int(uint32(*d)>>8) % sides
}

// crowd adds made-up incidents that one short article each tells.
func crowd(tx store.Writer, many int) error {
	d := dice(7)
	for i := range many {
		town, what := towns[d.roll(len(towns))], happenings[d.roll(len(happenings))]
		when := day("2026-03-18") - sayso.Day(d.roll(20)*d.roll(20)*d.roll(2)+d.roll(90))
		summary := fmt.Sprintf(what.form, town.name) + "."
		outlet := []string{"Radio Benar", "Agence Meridian", "Lisker Courier", "The Daily Post"}[d.roll(4)]
		a := sayso.Article{ID: fmt.Sprintf("brief-%03d", i), Outlet: outlet, Title: summary[:len(summary)-1], Text: summary + " No more is known.", Published: when + 1, Language: "en",
			URL: fmt.Sprintf("https://news.example/%d", i)}
		a.Digest = sayso.DigestOf([]byte(a.Title + a.Text))
		one := sayso.Incident{ID: fmt.Sprintf("told-%03d", i), Type: what.kind, Salience: sayso.SalienceMain, Status: sayso.StatusOccurred, Summary: summary,
			When: on(when.String(), ""), Where: in(town.name, sayso.LevelTown, town.lat+float64(d.roll(100)-50)/60, town.lon+float64(d.roll(100)-50)/60),
			Actors: []sayso.Actor{}, Counts: []sayso.Count{}, Weapons: []string{}, Articles: []string{a.ID}}
		s := said{"", sayso.AboutIncident, "", []sayso.Stance{sayso.StanceAsserted, sayso.StanceAsserted, sayso.StanceAlleged, sayso.StanceClaimed, sayso.StanceDenied}[d.roll(5)], nil, summary}
		c, err := s.claim(&a, 1)
		if err != nil {
			return err
		}
		one.Claims = []sayso.Claim{c}
		one.Mention, one.MentionSpan = c.Quote, c.Evidence[0]
		if k := d.roll(9); k > 4 && what.kind != "protest" && what.kind != "arrest" {
			one.Counts = append(one.Counts, sayso.Count{What: "killed", Min: n(k - 4), Max: n(k), Words: summary, Claim: 1, Span: c.Evidence[0]})
		}
		one.People, one.Fields = []sayso.Person{}, fields(&one)
		rec := sayso.ArticleRecord{People: []sayso.Person{}, Article: a.ID, Title: a.Title, URL: a.URL, Outlet: outlet, Published: a.Published, Digest: a.Digest, Incidents: []sayso.Incident{one}}
		if _, err := store.Add(tx, store.Addition{Act: store.Act{By: By, At: At}, Article: a, Record: &rec}); err != nil {
			return err
		}
	}
	return nil
}

// rest adds feeds and failures.
func rest(tx store.Writer) error {
	for _, f := range []store.Feed{
		{Address: "https://agence-meridian.example/feed.xml", Title: "Agence Meridian: World", Checked: "2026-03-20T08:45:00Z", Items: 24},
		{Address: "https://lisker-courier.example/rss", Title: "Lisker Courier", Checked: "2026-03-20T08:40:00Z", Items: 12},
		{Address: "https://old-site.example/rss", Title: "", Checked: "2026-03-19T22:10:00Z", Problem: "the site answers 404"},
	} {
		if err := tx.PutFeed(f); err != nil {
			return err
		}
	}
	for _, f := range []store.Failure{
		{Failure: sayso.Failure{Stage: "fetch", Kind: "unreachable", Item: "https://lisker-courier.example/a-very-long-address/2026/03/17/story-of-the-harbour.html", Reason: "no answer within 30 s"}, Name: "https://lisker-courier.example/a-very-long-address/2026/03/17/story-of-the-harbour.html", First: At, Last: At, Attempts: 2},
		{Failure: sayso.Failure{Stage: "extract", Kind: "no-text", Item: "scan.pdf", Reason: "the file holds pictures of text"}, Name: "scan.pdf", First: At, Last: At, Attempts: 1},
	} {
		if err := tx.PutFailure(f); err != nil {
			return err
		}
	}
	return nil
}
