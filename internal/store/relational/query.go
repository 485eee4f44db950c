package relational

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/store"
)

func (t *tx) Incident(id string) (in sayso.Incident, err error) {
	at := id
	for range store.AliasSteps {
		found, err := list(t, packed[sayso.Incident]("incident"), `SELECT id, packed FROM incidents WHERE id = $1`, at)
		if err != nil {
			return in, err
		}
		if len(found) > 0 {
			return found[0], nil
		}
		if at, err = t.Alias(at); err != nil {
			return in, err
		}
		if at == "" {
			break
		}
	}
	return in, fmt.Errorf("incident %s: %w", id, store.ErrNotFound)
}

func (t *tx) Found(id string) (in sayso.Incident, err error) {
	var b []byte
	if err := t.one("as found, incident", id, `SELECT packed FROM found WHERE id = $1`, []any{id}, &b); err != nil {
		return in, err
	}
	return unpackJSON[sayso.Incident](b)
}

func (t *tx) Incidents(q store.Query) ([]sayso.Incident, error) {
	c, end, err := t.page(q)
	if err != nil {
		return nil, err
	}
	return list(t, packed[sayso.Incident]("incident"), `SELECT incidents.id, incidents.packed FROM briefs JOIN incidents ON incidents.n = briefs.n `+c.where()+end, c.args...)
}

func (t *tx) Briefs(q store.Query) ([]store.Brief, error) {
	c, end, err := t.page(q)
	if err != nil {
		return nil, err
	}
	return list(t, func(scan func(...any) error) (b store.Brief, err error) {
		var text string
		if err := scan(&text); err != nil {
			return b, err
		}
		return b, json.Unmarshal([]byte(text), &b)
	}, `SELECT briefs.brief FROM briefs `+c.where()+end, c.args...)
}

func (t *tx) Count(q store.Query) (n int, err error) {
	c := t.asked(q)
	return n, t.QueryRowContext(t.Ctx, `SELECT count(*) FROM briefs `+c.where(), c.args...).Scan(&n)
}

func (t *tx) Points(q store.Query) ([]store.Point, error) {
	c := t.asked(q)
	c.and("briefs.lat IS NOT NULL")
	return list(t, func(scan func(...any) error) (p store.Point, err error) {
		var first, last int64
		err = scan(&p.ID, &p.Type, &p.Review, &first, &last, &p.Deaths, &p.Lat, &p.Lon)
		p.Earliest, p.Latest = day(first), day(last)
		return p, err
	}, `SELECT id, type, review, earliest, latest, deaths, lat, lon FROM briefs `+c.where()+` ORDER BY id`, c.args...)
}

// day reads a column of days.
func day(n int64) sayso.Day {
	if n == store.UnknownDay || n == -store.UnknownDay {
		return sayso.NoDay
	}
	return sayso.Day(n)
}

func (t *tx) Tallies(q store.Query, ground string) ([]store.Tally, error) {
	c := t.asked(q)
	tally := func(scan func(...any) error) (y store.Tally, err error) { return y, scan(&y.Value, &y.N) }
	switch ground {
	case "type", "country", "status", "salience", "review":
		return list(t, tally, `SELECT `+ground+`, count(*) FROM briefs `+c.where()+` GROUP BY `+ground+` ORDER BY `+ground, c.args...)
	case "stance", "dissent":
		c.args = append(c.args, ground)
		return list(t, tally, fmt.Sprintf(`SELECT word, count(*) FROM terms WHERE kind = $%d AND incident IN (SELECT briefs.n FROM briefs %s) GROUP BY word ORDER BY word`,
			len(c.args), c.where()), c.args...)
	case store.TermActor, store.TermPlace:
		c.args = append(c.args, ground)
		return list(t, tally, fmt.Sprintf(`SELECT substr(word, 2), count(*) FROM terms WHERE kind = $%d AND word >= '=' AND word < '>' AND incident IN (SELECT briefs.n FROM briefs %s) GROUP BY word ORDER BY word`,
			len(c.args), c.where()), c.args...)
	case "day", "month":
		return t.days(c, ground)
	}
	return nil, fmt.Errorf("incidents are not counted by %q", ground)
}

func (t *tx) Named(q store.Query, kind string) ([]store.Named, error) {
	named, ok := store.TermNamed(kind)
	if !ok {
		return nil, fmt.Errorf("incidents name no %q", kind)
	}
	c := t.asked(q)
	c.and("terms.kind = "+c.places(1), named)
	parts, err := list(t, func(scan func(...any) error) (p store.NamedPart, err error) {
		return p, scan(&p.Word, &p.N, &p.Killed, &p.Earliest, &p.Latest)
	}, `SELECT terms.word, count(*), CAST(sum(CASE WHEN briefs.deaths > 0 THEN briefs.deaths ELSE 0 END) AS BIGINT), min(briefs.earliest), max(briefs.latest)
		FROM briefs JOIN terms ON terms.incident = briefs.n `+c.where()+` GROUP BY terms.word`, c.args...)
	return store.GatherNamed(parts), err
}

// days counts by the earliest day.
func (t *tx) days(c *conditions, ground string) ([]store.Tally, error) {
	type daily struct {
		day int64
		n   int
	}
	days, err := list(t, func(scan func(...any) error) (d daily, err error) { return d, scan(&d.day, &d.n) },
		`SELECT earliest, count(*) FROM briefs `+c.where()+` GROUP BY earliest ORDER BY earliest`, c.args...)
	var out []store.Tally
	for _, d := range days {
		value := store.DayBy(ground, day(d.day))
		if n := len(out); n > 0 && out[n-1].Value == value {
			out[n-1].N += d.n
			continue
		}
		out = append(out, store.Tally{Value: value, N: d.n})
	}
	slices.SortFunc(out, func(a, b store.Tally) int { return strings.Compare(a.Value, b.Value) })
	return out, err
}

// page is the condition and the end of a statement that lists what a query
// asks for.
func (t *tx) page(q store.Query) (c *conditions, end string, err error) {
	start, behind, err := q.Start()
	if err != nil {
		return nil, "", err
	}
	c = t.asked(q)
	column := map[store.Order]string{store.ByDay: "earliest", store.ByNewest: "latest", store.ByDeaths: "deaths", store.ByWorth: "worth"}[q.Order]
	down, sign := " DESC", "<"
	if q.Order == store.ByDay {
		down, sign = "", ">"
	}
	if behind {
		n := len(c.args) + 1
		c.and(fmt.Sprintf("briefs.%[1]s %[2]s= $%[3]d AND (briefs.%[1]s %[2]s $%[3]d OR briefs.id > $%[4]d)", column, sign, n, n+1), start.Value, start.ID)
	}
	c.args = append(c.args, all(q.Limit))
	return c, fmt.Sprintf(" ORDER BY briefs.%s%s, briefs.id LIMIT $%d", column, down, len(c.args)), nil
}

// asked is the condition of what a query asks for, order and page aside.
func (t *tx) asked(q store.Query) *conditions {
	c := &conditions{}
	if words := store.Fold(q.Words); words != "" {
		found, value := t.dialect.WithWords(Incidents, words, len(c.args)+1)
		c.and("briefs.n IN ("+found+")", value)
	}
	oneOf(c, "type", q.Types)
	oneOf(c, "status", q.Statuses)
	oneOf(c, "review", q.Reviews)
	oneOf(c, "country", q.Countries)
	if q.Salience != "" {
		oneOf(c, "salience", []sayso.Salience{q.Salience})
	}
	if len(q.Stances) > 0 {
		c.and(`briefs.n IN (SELECT incident FROM terms WHERE kind = 'stance' AND word IN (`+c.places(len(q.Stances))+`))`, anys(q.Stances)...)
	}
	c.named(store.TermActor, q.Actor)
	c.named(store.TermPlace, q.Place)
	c.numbers(&q)
	if q.Article != "" {
		c.and(`briefs.n IN (SELECT incident FROM tellings WHERE article = `+c.places(1)+`)`, q.Article)
	}
	switch q.Dissent {
	case "":
	case store.AnyDissent:
		c.and("briefs.dissent > 0")
	default:
		c.and(`briefs.n IN (SELECT incident FROM terms WHERE kind = 'dissent' AND word = `+c.places(1)+`)`, q.Dissent)
	}
	if q.Box != nil {
		t.inBox(c, *q.Box)
	}
	return c
}

// inBox asks for one box, or for two where it crosses the antimeridian.
func (t *tx) inBox(c *conditions, b store.Box) {
	if b.West <= b.East {
		c.and("briefs."+t.dialect.InBox(len(c.args)+1), b.South, b.North, b.West, b.East)
		return
	}
	n := len(c.args) + 1
	c.and("(briefs."+t.dialect.InBox(n)+" OR briefs."+t.dialect.InBox(n+4)+")", b.South, b.North, b.West, 180.0, b.South, b.North, -180.0, b.East)
}

// conditions gathers what a query asks for.
type conditions struct {
	parts []string
	args  []any
}

func (c *conditions) and(condition string, args ...any) {
	c.parts, c.args = append(c.parts, condition), append(c.args, args...)
}

func (c *conditions) where() string {
	if len(c.parts) == 0 {
		return ""
	}
	return "WHERE " + strings.Join(c.parts, " AND ")
}

// places are the places of the next n arguments.
func (c *conditions) places(n int) string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("$%d", len(c.args)+i+1))
	}
	return strings.Join(out, ", ")
}

func anys[T ~string](list []T) (out []any) {
	for _, v := range list {
		out = append(out, string(v))
	}
	return out
}

func oneOf[T ~string](c *conditions, column string, list []T) {
	if len(list) > 0 {
		c.and("briefs."+column+" IN ("+c.places(len(list))+")", anys(list)...)
	}
}

// named asks for the id of an actor or place, or for all words of a name.
func (c *conditions) named(kind, name string) {
	if name == "" {
		return
	}
	has := func(word string) string {
		c.args = append(c.args, word)
		return fmt.Sprintf("briefs.n IN (SELECT incident FROM terms WHERE kind = '%s' AND word = $%d)", kind, len(c.args))
	}
	either := has("=" + name)
	var words []string
	for w := range strings.FieldsSeq(store.Fold(name)) {
		words = append(words, has(w))
	}
	if len(words) > 0 {
		either = "(" + either + " OR " + strings.Join(words, " AND ") + ")"
	}
	c.parts = append(c.parts, either)
}

// numbers asks for days, deaths and origins.
func (c *conditions) numbers(q *store.Query) {
	compare := func(column, sign string, value int64) { c.and("briefs."+column+" "+sign+" "+c.places(1), value) }
	if q.From != nil {
		compare("latest", ">=", int64(*q.From))
	}
	if q.To != nil {
		compare("earliest", "<=", int64(*q.To))
	}
	if q.MinDeaths != nil {
		compare("deaths", ">=", int64(max(0, *q.MinDeaths)))
	}
	if q.MaxDeaths != nil {
		c.and("briefs.deaths >= 0")
		compare("deaths", "<=", int64(*q.MaxDeaths))
	}
	if q.Origins > 0 {
		compare("origins", ">=", int64(q.Origins))
	}
}
