package story

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
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
		if err := reports(tx); err != nil {
			return err
		}
		if err := crowd(tx, 240); err != nil {
			return err
		}
		if err := coded(tx); err != nil {
			return err
		}
		return rest(tx)
	})
}

// reports adds the articles with what each tells.
func reports(tx store.Writer) error {
	list := frames()
	at := map[string]*sayso.Incident{}
	told := map[string]bool{}
	for i := range list {
		at[list[i].ID] = &list[i]
	}
	for k := range world {
		t := &world[k]
		a := t.article()
		rec := sayso.ArticleRecord{Article: a.ID, Title: a.Title, URL: a.URL, Outlet: a.Outlet, Published: a.Published, Digest: a.Digest, People: []sayso.Person{}}
		in := *at[t.claims[0].incident]
		in.Articles, in.Claims = []string{a.ID}, []sayso.Claim{}
		for i := range t.claims {
			c, err := t.claims[i].claim(&a, i+1)
			if err != nil {
				return fmt.Errorf("%s: %q: %w", t.id, t.claims[i].words, err)
			}
			in.Claims = append(in.Claims, c)
		}
		rec.Incidents = []sayso.Incident{alone(in, a.ID, told[in.ID])}
		told[in.ID] = true
		raw := store.Raw{Digest: a.Digest, Address: a.URL, Bytes: []byte(a.Title + a.Text)}
		if _, err := store.Add(tx, store.Addition{Act: store.Act{By: By, At: At}, Raw: raw, Article: a, Record: &rec}); err != nil {
			return err
		}
	}
	return nil
}

// alone is what one article tells of an incident: those numbers that stand in
// it. The first report has the incident's own id, which joining keeps.
func alone(in sayso.Incident, article string, again bool) sayso.Incident {
	out := in
	if again {
		out.ID = in.ID + "-" + article
	}
	out.Mention, out.MentionSpan = out.Claims[0].Quote, out.Claims[0].Evidence[0]
	out.People = []sayso.Person{}
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
	out.Actors, out.Counts = slices.Clone(in.Actors), nil
	for i := range out.Claims {
		if c := &out.Claims[i]; c.About == sayso.AboutAgent && c.Stance != sayso.StanceDenied && !slices.ContainsFunc(out.Actors, func(a sayso.Actor) bool { return a.Role == sayso.RoleAgent }) {
			out.Actors = append(out.Actors, sayso.Actor{Role: sayso.RoleAgent, Name: c.Value, Kind: sayso.KindRebel, ID: strings.ReplaceAll(strings.ToLower(c.Value), " ", "-")})
		}
	}
	for i := range out.Actors {
		out.Actors[i].Span = spot(out.Actors[i].Name)
	}
	for i := range out.Claims {
		if c := &out.Claims[i]; strings.HasPrefix(c.About, sayso.AboutCount) {
			one := countOf(c)
			if at := figure.FindStringIndex(c.Quote); at != nil {
				one.Words, one.Span = c.Quote[at[0]:at[1]], sayso.Span{Start: c.Evidence[0].Start + at[0], End: c.Evidence[0].Start + at[1]}
			}
			out.Counts = append(out.Counts, one)
		}
	}
	out.Fields, out.Origins, out.Deaths = fields(&out), []sayso.Origin{}, nil
	return out
}

// figure finds the words that give a number.
var figure = regexp.MustCompile(`(?i)(at least |between \w+ and |some |about )?\b(\d[\d,]*|nineteen|fourteen|seven|three|ten|dozens|one)\b( people| dead| docker| rockets)?`)

// fields are what one article tells, with the claims for and against each value:
// of what is said in several ways that which most claims give, of equals the
// first.
func fields(in *sayso.Incident) []sayso.Field {
	out := []sayso.Field{
		{Name: "type", Value: in.Type, Rule: "the word for the happening", For: about(in, sayso.AboutIncident), Against: []int{}},
		{Name: "when", Value: in.When.Earliest.String(), Rule: "the day told with the happening", For: []int{}, Against: []int{}},
		{Name: "where", Value: in.Where.Name, Rule: "the place told with the happening", For: []int{}, Against: []int{}}}
	done := map[string]bool{}
	for i := range in.Claims {
		what := in.Claims[i].About
		if done[what] || what != sayso.AboutAgent && !strings.HasPrefix(what, sayso.AboutCount) {
			continue
		}
		done[what] = true
		votes := map[string][]int{}
		best := ""
		for _, c := range in.Claims {
			if c.About == what && c.Stance != sayso.StanceDenied {
				if votes[c.Value] = append(votes[c.Value], c.N); best == "" || len(votes[c.Value]) > len(votes[best]) {
					best = c.Value
				}
			}
		}
		f := sayso.Field{Name: what, Value: best, Rule: "what most claims give", For: votes[best], Against: []int{}}
		for _, n := range about(in, what) {
			if !slices.Contains(f.For, n) {
				f.Against = append(f.Against, n)
			}
		}
		out = append(out, f)
	}
	return out
}

// about are the numbers of the claims about something.
func about(in *sayso.Incident, what string) []int {
	out := []int{}
	for i := range in.Claims {
		if in.Claims[i].About == what {
			out = append(out, in.Claims[i].N)
		}
	}
	return out
}

// countOf reads the value of a claim about a number: "14", "7-10", "3-".
func countOf(c *sayso.Claim) sayso.Count {
	what, _ := strings.CutPrefix(c.About, sayso.AboutCount)
	out := sayso.Count{What: what, Claim: c.N, Words: c.Quote}
	least, most, open := strings.Cut(c.Value, "-")
	out.Min = whole(least)
	if out.Max = out.Min; open {
		out.Max = whole(most)
	}
	return out
}

func whole(s string) *int {
	if v, err := strconv.Atoi(s); err == nil {
		return &v
	}
	return nil
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
	karesh.Actors = []sayso.Actor{{Role: sayso.RoleTarget, Name: "people", Kind: sayso.KindCivilians, Generic: true}}
	benar := base("benar", "crackdown", "Police used tear gas to break up a march in Tal Benar; about 40 people were held.", on("2026-03-13", "Friday"), in("Tal Benar", sayso.LevelTown, 42.6, 71.2))
	benar.Actors = []sayso.Actor{{Role: sayso.RoleAgent, Name: "Police", Kind: sayso.KindPolice, ID: "police-of-karsia"}}
	benar.Weapons = []string{"tear gas"}
	lisker := base("lisker", "shelling", "Seven to ten rockets were fired at the harbour of Port Lisker; at least three were brought down.", on("2026-03-16", "Monday"), in("Port Lisker", sayso.LevelSite, 44.5, 50.2))
	lisker.Actors = []sayso.Actor{{Role: sayso.RoleAgent, Name: "Northern Front", Kind: sayso.KindRebel, ID: "northern-front"}}
	lisker.Where.DisputedBy, lisker.Where.Country = []string{"XA", "XB"}, ""
	lisker.Weapons = []string{"rockets"}
	return []sayso.Incident{karesh, benar, lisker}
}
