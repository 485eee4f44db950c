package story

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/store"
)

// By is who did what is told in the story, and At when.
const (
	By = "storyteller"
	At = "2026-03-20T09:00:00Z"
)

// Types are the incident types that the story uses, by id and label.
var Types = [][2]string{{"armed-clash", "armed clash"}, {"shelling", "shelling"}, {"air-strike", "air strike"}, {"bombing", "bombing"}, {"attack", "attack"}, {"abduction", "abduction"},
	{"protest", "protest"}, {"riot", "riot"}, {"crackdown", "crackdown"}, {"arrest", "arrest"}, {"takeover", "change of control"}, {"agreement", "agreement"}, {"threat", "threat"}}

// Fill puts the story into an empty store.
func Fill(ctx context.Context, st store.Store) error {
	return st.Update(ctx, func(tx store.Writer) error {
		main, err := incidents(tx)
		if err != nil {
			return err
		}
		for i := range main {
			if err := tx.PutIncident(main[i]); err != nil {
				return err
			}
		}
		if err := crowd(tx, 240); err != nil {
			return err
		}
		return rest(tx)
	})
}

// incidents adds the articles and makes what they tell.
func incidents(tx store.Writer) ([]sayso.Incident, error) {
	list := frames()
	at := map[string]*sayso.Incident{}
	for i := range list {
		at[list[i].ID] = &list[i]
	}
	for k := range world {
		t := &world[k]
		a := t.article()
		rec := sayso.ArticleRecord{Article: a.ID, Title: a.Title, URL: a.URL, Outlet: a.Outlet, Published: a.Published, Digest: a.Digest}
		for i := range t.claims {
			in := at[t.claims[i].incident]
			c, err := t.claims[i].claim(&a, len(in.Claims)+1)
			if err != nil {
				return nil, fmt.Errorf("%s: %q: %w", t.id, t.claims[i].words, err)
			}
			in.Claims = append(in.Claims, c)
			if n := len(in.Articles); n == 0 || in.Articles[n-1] != a.ID {
				in.Articles = append(in.Articles, a.ID)
			}
		}
		for i := range list {
			if in := list[i]; len(in.Articles) > 0 && in.Articles[len(in.Articles)-1] == a.ID {
				rec.Incidents = append(rec.Incidents, alone(in, a.ID))
			}
		}
		raw := store.Raw{Digest: a.Digest, Address: a.URL, Bytes: []byte(a.Title + a.Text)}
		if _, err := store.Add(tx, store.Addition{Act: store.Act{By: By, At: At}, Raw: raw, Article: a, Record: &rec}); err != nil {
			return nil, err
		}
	}
	for i := range list {
		finish(&list[i])
	}
	return list, nil
}

// alone is what one article tells of an incident.
func alone(in sayso.Incident, article string) sayso.Incident {
	out := in
	out.ID, out.Joined, out.Articles = in.ID+"-"+article, in.ID, []string{article}
	out.Claims = nil
	for _, c := range in.Claims {
		if c.Article == article {
			c.N = len(out.Claims) + 1
			out.Claims = append(out.Claims, c)
		}
	}
	out.Mention = out.Claims[0].Quote
	out.MentionSpan = out.Claims[0].Evidence[0]
	spot := func(words string) sayso.Span {
		for _, c := range out.Claims {
			if i := strings.Index(c.Quote, words); i >= 0 && words != "" {
				return sayso.Span{Start: c.Evidence[0].Start + i, End: c.Evidence[0].Start + i + len(words)}
			}
		}
		return sayso.Span{}
	}
	when, where := *in.When, *in.Where
	when.Span, where.Span = spot(when.Words), spot(where.Name)
	out.When, out.Where = &when, &where
	out.Actors, out.Counts = slices.Clone(in.Actors), slices.Clone(in.Counts)
	for i := range out.Actors {
		out.Actors[i].Span = spot(out.Actors[i].Name)
	}
	for i := range out.Counts {
		out.Counts[i].Span = spot(out.Counts[i].Words)
	}
	out.Fields, out.Origins, out.Deaths = []sayso.Field{}, []sayso.Origin{}, nil
	return out
}

func day(s string) sayso.Day {
	d, err := sayso.ParseDay(s)
	if err != nil {
		panic(err) // days of the story stand in its source
	}
	return d
}

func on(s, words string) *sayso.When {
	return &sayso.When{Earliest: day(s), Latest: day(s), Precision: sayso.PrecisionDay, Words: words}
}

func in(name string, level sayso.Level, lat, lon float64) *sayso.Place {
	return &sayso.Place{Name: name, Level: level, Country: "XA", Lat: &lat, Lon: &lon, Confidence: .82, ID: "story:" + name}
}

func n(i int) *int { return &i }

// frames are the incidents before the articles tell them.
func frames() []sayso.Incident {
	base := func(id, kind, summary string, when *sayso.When, where *sayso.Place) sayso.Incident {
		return sayso.Incident{ID: id, Type: kind, Salience: sayso.SalienceMain, Status: sayso.StatusOccurred, Summary: summary, When: when, Where: where,
			Actors: []sayso.Actor{}, Counts: []sayso.Count{}, Weapons: []string{}, Claims: []sayso.Claim{}, Fields: []sayso.Field{}, Origins: []sayso.Origin{}}
	}
	karesh := base("karesh", "bombing", "A bomb went off at the market of Karesh, killing between 11 and 19 people.", on("2026-03-10", "Tuesday"), in("Karesh", sayso.LevelTown, 41.4, 74.3))
	karesh.Weapons = []string{"A bomb"}
	karesh.Actors = []sayso.Actor{{Role: sayso.RoleAgent, Name: "Falcons of the Hill", Kind: sayso.KindRebel, ID: "falcons-of-the-hill"}, {Role: sayso.RoleTarget, Name: "people", Kind: sayso.KindCivilians, Generic: true}}
	karesh.Counts = []sayso.Count{{What: "killed", Min: n(19), Max: n(19), Words: "Nineteen people", Claim: 9}, {What: "killed", Min: n(11), Max: n(11), Words: "11 dead", Claim: 4}, {What: "injured", Min: n(24), Max: n(99), Words: "dozens", Claim: 5}}
	karesh.Deaths = &sayso.Deaths{Low: n(11), Best: n(19), High: n(19)}
	benar := base("benar", "crackdown", "Police used tear gas to break up a march in Tal Benar; about 40 people were held.", on("2026-03-13", "Friday"), in("Tal Benar", sayso.LevelTown, 42.6, 71.2))
	benar.Actors = []sayso.Actor{{Role: sayso.RoleAgent, Name: "Police", Kind: sayso.KindPolice, ID: "police-of-karsia"}}
	benar.Counts = []sayso.Count{{What: "arrested", Min: n(40), Max: n(40), Words: "about 40 people", Claim: 3}, {What: "participants", Min: n(3000), Max: n(3000), Words: "Some 3,000 people", Claim: 4}}
	benar.Weapons = []string{"tear gas"}
	lisker := base("lisker", "shelling", "Seven to ten rockets were fired at the harbour of Port Lisker; at least three were brought down.", on("2026-03-16", "Monday"), in("Port Lisker", sayso.LevelSite, 44.5, 50.2))
	lisker.Actors = []sayso.Actor{{Role: sayso.RoleAgent, Name: "Northern Front", Kind: sayso.KindRebel, ID: "northern-front"}}
	lisker.Where.DisputedBy, lisker.Where.Country = []string{"XA", "XB"}, ""
	lisker.Counts = []sayso.Count{{What: "weapons-launched", Min: n(7), Max: n(10), Words: "Between seven and ten rockets", Claim: 2}, {What: "intercepted", Min: n(3), Words: "At least three", Claim: 3}}
	lisker.Weapons = []string{"rockets"}
	return []sayso.Incident{karesh, benar, lisker}
}

// finish adds what joining adds: fields with those for and against, origins.
func finish(in *sayso.Incident) {
	about := func(what string, hit func(*sayso.Claim) bool) (yes, no []int) {
		yes, no = []int{}, []int{}
		for i := range in.Claims {
			if c := &in.Claims[i]; c.About == what {
				if hit(c) {
					yes = append(yes, c.N)
				} else {
					no = append(no, c.N)
				}
			}
		}
		return yes, no
	}
	field := func(name, value, rule, what string, hit func(*sayso.Claim) bool) {
		yes, no := about(what, hit)
		in.Fields = append(in.Fields, sayso.Field{Name: name, Value: value, Rule: rule, For: yes, Against: no, Origins: min(len(yes), 3), Rating: "F3"})
	}
	all := func(*sayso.Claim) bool { return true }
	field("type", in.Type, "what most origins say", sayso.AboutIncident, all)
	field("when", in.When.Earliest.String(), "the finest day that most origins can agree with", sayso.AboutTime, all)
	field("where", in.Where.Name, "the finest place that most origins can agree with", sayso.AboutPlace, all)
	for _, a := range in.Actors {
		if a.Role == sayso.RoleAgent {
			field("agent", a.Name, "whom most origins name; a claim of responsibility goes before an accusation", sayso.AboutAgent,
				func(c *sayso.Claim) bool { return c.Value == a.Name && c.Stance != sayso.StanceDenied })
		}
	}
	done := map[string]bool{}
	for _, c := range in.Counts {
		if done[c.What] {
			continue
		}
		done[c.What] = true
		value := number(c.Min, c.Max)
		field(sayso.AboutCount+c.What, value, "what the latest article says; smaller figures came before it", sayso.AboutCount+c.What, func(s *sayso.Claim) bool { return s.Value == value || s.Value == value+"-" })
	}
	seen := map[string]int{}
	for i := range in.Claims {
		c := &in.Claims[i]
		name, kind := "the article itself", "outlet"
		if k := len(c.Chain); k > 0 {
			name, kind = c.Chain[k-1].Name, string(c.Chain[k-1].Kind)
		}
		if k, ok := seen[name]; ok {
			in.Origins[k].Claims = append(in.Origins[k].Claims, c.N)
			continue
		}
		seen[name] = len(in.Origins)
		in.Origins = append(in.Origins, sayso.Origin{Name: name, Kind: kind, Claims: []int{c.N}, Reliability: "F"})
	}
	in.Mention, in.MentionSpan = in.Claims[0].Quote, in.Claims[0].Evidence[0]
	why := sayso.Because(fmt.Sprintf("%d reports", len(in.Articles)), "the same day, the same town, the same kind of happening", sayso.Because("0.97", "probability that two of them are one, the least of all pairs"))
	in.Why = &sayso.Reasons{Event: sayso.Because(in.Type, "a word for such a happening, told as having taken place"), Join: why}
}

func number(lo, hi *int) string {
	switch {
	case hi == nil:
		return fmt.Sprintf("%d-", *lo)
	case *lo == *hi:
		return fmt.Sprint(*lo)
	}
	return fmt.Sprintf("%d-%d", *lo, *hi)
}
