package ui

import (
	"net/http"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/store"
)

// recordPage is what the page of one incident shows.
type recordPage struct {
	*sayso.Incident
	Say      string // the incident in a sentence
	Happened []voice
	Fields   []fieldView
	Told     []store.Article
	Graph    graph
	Changed  []change
	Course   []teller
	Why      []*sayso.Explanation
	Place    *sayso.Place
	Open     []int // numbers of claims that no field cites
}

// fieldView is a field with those who vouch for its value and those who dissent.
type fieldView struct {
	Name, Value, Words, Rule, Rating, Note string
	Origins                                int
	Scale                                  *scale
	Why                                    *sayso.Explanation
	For, Against, Earlier                  []voice
}

// voice is what claims share that say the same in the same words.
type voice struct {
	Numbers []int
	Claim   *sayso.Claim
	Article *store.Article
	Link    string // the words in the article
	Again   bool   // the same words stand above
	About   []string
}

func (d *Desk) incident(w http.ResponseWriter, r *http.Request) error {
	var p *recordPage
	id := r.PathValue("id")
	err := d.view(r, func(tx store.Reader) error {
		in, err := tx.Incident(id)
		if err != nil {
			return err
		}
		if p, err = d.recordPage(tx, &in); err != nil {
			return err
		}
		p.Changed, err = changes(tx, &in)
		return err
	})
	if err != nil {
		return err
	}
	if p.ID != id {
		http.Redirect(w, r, "/incidents/"+p.ID, http.StatusSeeOther)
		return nil
	}
	d.show(w, r, "incident", p.Say, p)
	return nil
}

func (d *Desk) recordPage(tx store.Reader, in *sayso.Incident) (*recordPage, error) {
	p := &recordPage{Incident: in, Say: in.Summary, Place: in.Where}
	byID := map[string]*store.Article{}
	for _, id := range in.Articles {
		a, err := tx.Article(id)
		if err != nil {
			return nil, err
		}
		p.Told = append(p.Told, a)
		byID[id] = &a
	}
	slices.SortStableFunc(p.Told, func(a, b store.Article) int { return int(a.Published) - int(b.Published) })
	cited := map[int]bool{}
	voices := func(numbers []int) []voice {
		for _, n := range numbers {
			cited[n] = true
		}
		return voicesOf(in, byID, numbers)
	}
	for _, f := range readable(in.Fields) {
		v := fieldView{Name: f.Name, Value: f.Value, Rule: f.Rule, Rating: f.Rating, Origins: f.Origins, Why: f.Why, Words: wordsOf(in, f),
			For: voices(f.For), Against: voices(f.Against), Earlier: voices(f.Changed), Note: noteOn(in, f.Name)}
		v.Value, v.Scale = d.fieldValue(in, f), scaleOf(in, f)
		p.Fields = append(p.Fields, v)
	}
	again(p.Fields)
	var rest []int
	for i := range in.Claims {
		if n := in.Claims[i].N; !cited[n] {
			rest = append(rest, n)
		}
	}
	p.Happened = voicesOf(in, byID, rest)
	p.Graph, p.Course = graphOf(in, byID), courseOf(in, p.Told)
	if in.Why != nil {
		for _, e := range []*sayso.Explanation{in.Why.Event, in.Why.Join} {
			if e != nil {
				p.Why = append(p.Why, plainly(e, byID))
			}
		}
	}
	if e := valuesWhy(p.Fields); e != nil {
		p.Why = append(p.Why, plainly(e, byID))
	}
	return p, nil
}

// valuesWhy are the reasons for the values of fields, in the order in which they
// are read; nil where no value has any.
func valuesWhy(fields []fieldView) *sayso.Explanation {
	top := sayso.Because("", "Why each value was taken")
	for i := range fields {
		if f := &fields[i]; f.Why != nil {
			top.Children = append(top.Children, sayso.Because(f.Value, sayField(f.Name), f.Why))
		}
	}
	if len(top.Children) == 0 {
		return nil
	}
	return top
}

// fieldOrder is the order in which fields are read; numbers of people stand
// before what the text makes of it.
var fieldOrder = []string{"type", "status", "when", "where", "from", "agent", "target", "party", "count:killed", "count:injured"}

// readable are fields in the order in which they are read.
func readable(list []sayso.Field) []*sayso.Field {
	place := func(f *sayso.Field) int {
		if i := slices.Index(fieldOrder, f.Name); i >= 0 {
			return i
		}
		return len(fieldOrder) + map[bool]int{true: 0, false: 1}[strings.HasPrefix(f.Name, sayso.AboutCount)]
	}
	var out []*sayso.Field
	for i := range list {
		out = append(out, &list[i])
	}
	slices.SortStableFunc(out, func(a, b *sayso.Field) int { return place(a) - place(b) })
	return out
}

// again marks voices whose words stand with a field above: they are shown in one
// line.
func again(fields []fieldView) {
	seen := map[string]bool{}
	for i := range fields {
		for _, list := range [][]voice{fields[i].For, fields[i].Against, fields[i].Earlier} {
			for k := range list {
				key := list[k].Claim.Article + "\x00" + list[k].Claim.Quote
				list[k].Again = seen[key]
				seen[key] = true
			}
		}
	}
}

func voicesOf(in *sayso.Incident, articles map[string]*store.Article, numbers []int) []voice {
	var out []voice
	at := map[string]int{}
	for i := range in.Claims {
		c := &in.Claims[i]
		if !slices.Contains(numbers, c.N) {
			continue
		}
		key := strings.Join([]string{c.Article, string(c.Stance), c.Quote, names(c.Chain)}, "\x00")
		k, ok := at[key]
		if !ok {
			k = len(out)
			at[key] = k
			out = append(out, voice{Claim: c, Article: articles[c.Article], Link: linkTo(c)})
		}
		out[k].Numbers = append(out[k].Numbers, c.N)
		out[k].About = append(out[k].About, sayAbout(c.About))
	}
	return out
}

func names(chain []sayso.Voucher) string {
	var out []string
	for _, v := range chain {
		out = append(out, v.Name)
	}
	return strings.Join(out, " › ")
}

// linkTo is the address of a claim's words in its article.
func linkTo(c *sayso.Claim) string {
	return "/articles/" + c.Article + "?claim=" + claimKey(c) + "#c-" + claimKey(c)
}

// claimKey names a claim in an address: its id, or its number.
func claimKey(c *sayso.Claim) string {
	if c.ID != "" {
		return c.ID
	}
	return sprintf("n%d", c.N)
}

// wordsOf are the words that a field's value was read from: of a number those of
// a claim for it, not of one against it.
func wordsOf(in *sayso.Incident, f *sayso.Field) string {
	if f.Name == "when" && in.When != nil {
		return in.When.Words
	}
	if what, ok := strings.CutPrefix(f.Name, sayso.AboutCount); ok {
		for i := range in.Counts {
			if in.Counts[i].What == what && slices.Contains(f.For, in.Counts[i].Claim) {
				return in.Counts[i].Words
			}
		}
	}
	return ""
}

// noteOn says how sure a value is, where that is known.
func noteOn(in *sayso.Incident, field string) string {
	if field != "where" || in.Where == nil {
		return ""
	}
	p := in.Where
	var parts []string
	if p.Level != "" && p.Level != sayso.LevelCountry {
		parts = append(parts, string(p.Level))
	}
	if p.Country != "" {
		parts = append(parts, countryName(string(p.Country)))
	}
	if len(p.DisputedBy) > 0 {
		var by []string
		for _, c := range p.DisputedBy {
			by = append(by, countryName(c))
		}
		parts = append(parts, "claimed by "+strings.Join(by, " and "))
	}
	switch {
	case p.Lat == nil:
		parts = append(parts, "no point on the map is known")
	case p.Confidence > 0:
		parts = append(parts, sprintf("the point is right in about %d of 100 such cases", min(99, int(p.Confidence*100+.5))))
	}
	return strings.Join(parts, ", ")
}

// fieldValue is a field's value as a reader reads it.
func (d *Desk) fieldValue(in *sayso.Incident, f *sayso.Field) string {
	switch {
	case f.Name == "type":
		return d.label(f.Value)
	case f.Name == "when" && in.When != nil && (in.When.Earliest.Known() || in.When.Latest.Known()):
		return sayDays(in.When.Earliest, in.When.Latest)
	case f.Name == "when" && in.When != nil:
		return "no day can be told"
	}
	if least, most := numberOf(f.Value); strings.HasPrefix(f.Name, sayso.AboutCount) && (least != nil || most != nil) {
		return sayNumber(least, most)
	}
	return strings.ReplaceAll(f.Value, "; ", ", ")
}

// change is how a field came to its value over time.
type change struct{ At, By, Said, Reason, Undoes, ID string }

// changes are the decisions about an incident, last first.
func changes(tx store.Reader, in *sayso.Incident) ([]change, error) {
	list, err := store.History(tx, in)
	if err != nil {
		return nil, err
	}
	resting, err := store.Resting(tx, store.Standing(list))
	var out []change
	undone := map[string]bool{}
	for i := len(list) - 1; i >= 0; i-- {
		d := &list[i]
		c := change{At: d.At, By: d.By, Said: sayDecision(d), Reason: d.Reason, ID: d.ID}
		if d.Action == store.ActUndo {
			undone[d.Undoes] = !undone[d.ID]
			c.ID = ""
		}
		if undone[d.ID] {
			c.Undoes, c.ID = "undone", ""
		}
		if slices.ContainsFunc(resting, func(r store.Decision) bool { return r.ID == d.ID }) {
			c.Said += "; it rests, since the article has these words no more: correct it on other words, or undo it"
		}
		out = append(out, c)
	}
	return out, err
}

// sayDecision is a decision in words.
func sayDecision(d *store.Decision) string {
	if d.Taken {
		return "what was decided was taken down"
	}
	switch d.Action {
	case store.ActAccept:
		return "accepted as it stands"
	case store.ActReject:
		return "rejected: no incident"
	case store.ActCorrect:
		s := strings.ToLower(sayField(d.Field)) + " set to “" + d.Value + "”"
		if d.Quote != "" {
			s += ", on the words “" + d.Quote + "”"
		}
		return s
	case store.ActMerge:
		return "merged with " + strings.Join(d.With, ", ")
	case store.ActSplit:
		return "split: " + plural(len(d.With), "report") + " left"
	case store.ActUndo:
		return "an earlier decision undone"
	}
	return "comment"
}
