package storetest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/store"
	"sayso/internal/store/memory"
)

// likeMemory makes random histories in the store and in memory: the same
// answers to every question, the same errors, and nothing that verification
// finds.
func likeMemory(t *testing.T, open Open) {
	rapid.Check(t, func(r *rapid.T) {
		st, plain := open(t), store.Store(memory.New())
		for range rapid.IntRange(1, 12).Draw(r, "steps") {
			step := randomStep(r)
			got, want := st.Update(context.Background(), step), plain.Update(context.Background(), step)
			if (got == nil) != (want == nil) {
				r.Fatalf("%v, memory says %v", got, want)
			}
			alike(t, r, st, plain)
		}
		if got, want := Dump(t, st), Dump(t, plain); got != want {
			r.Fatalf("dump\n%s\nmemory\n%s", got, want)
		}
		for range 4 {
			alike(t, r, st, plain)
		}
		if _, _, found, err := store.Verify(context.Background(), st); err != nil || len(found) > 0 {
			r.Fatalf("%v, %v", found, err)
		}
		if err := st.Close(); err != nil {
			r.Fatal(err)
		}
	})
}

// alike asks both a question at random.
func alike(t *testing.T, r *rapid.T, st, plain store.Store) {
	q := randomQuery(r)
	if got, want := answers(t, st, q), answers(t, plain, q); !reflect.DeepEqual(got, want) {
		r.Fatalf("%+v\n got %v\nwant %v", q, got, want)
	}
}

var (
	names = rapid.SampledFrom([]string{"a", "b", "c", "d"})
	terms = rapid.SampledFrom([]string{"bomb", "Bombs", "élan", "ELAN", "the", "José", "3", "x-ray", "don't"})
)

func sentence(r *rapid.T) string {
	s := ""
	for i, w := range rapid.SliceOfN(terms, 1, 5).Draw(r, "words") {
		if i > 0 {
			s += " "
		}
		s += w
	}
	return s
}

func randomStep(r *rapid.T) func(store.Writer) error {
	id := names.Draw(r, "id")
	switch rapid.IntRange(0, 7).Draw(r, "kind") {
	case 0:
		return func(tx store.Writer) error {
			_, err := store.TakeDown(tx, store.Takedown{Act: act, Article: id})
			return err
		}
	case 1:
		name := terms.Draw(r, "name")
		return func(tx store.Writer) error {
			_, err := store.TakeDown(tx, store.Takedown{Act: act, Name: name})
			return err
		}
	case 2:
		return randomDecision(r, id)
	case 3:
		size := rapid.IntRange(1, 3).Draw(r, "size")
		return func(tx store.Writer) error { return regroup(tx, size) }
	case 7:
		k := store.Keyed{Kind: rapid.SampledFrom([]string{store.KeyedAccount, store.KeyedCoding, store.KeyedSession}).Draw(r, "kind"), Key: store.CodingKey(id, "ann"), Value: []byte(sentence(r))}
		gone := rapid.Bool().Draw(r, "gone")
		return func(tx store.Writer) error {
			if k.Kind == store.KeyedSession {
				return tx.PutKeyed(k)
			}
			if gone {
				return store.Discard(tx, act, k.Kind, k.Key)
			}
			return store.Keep(tx, act, k)
		}
	case 4:
		c := store.Cursor{Step: "code", Version: rapid.SampledFrom([]string{"1", "2"}).Draw(r, "version"), Article: id}
		return func(tx store.Writer) error { return tx.PutCursor(c) }
	}
	a := Story(id, sentence(r), sentence(r)+".")
	a.Article.Captions = rapid.SampledFrom([]string{"", "José in a bomb. Photo: x-ray"}).Draw(r, "captions")
	a.Article.Published = sayso.Day(rapid.IntRange(-1, 1).Draw(r, "published"))
	return func(tx store.Writer) error { _, err := store.Add(tx, a); return err }
}

// regroup joins the records' incidents, size of them into one.
func regroup(tx store.Writer, size int) error {
	recs, err := tx.Records("", 0)
	if err != nil {
		return err
	}
	var joined []sayso.Incident
	for i := range recs {
		in := recs[i].Incidents[0]
		in.ID = fmt.Sprintf("j%d-%s", size, in.ID)
		day := sayso.Day(i)
		lat, lon := float64(i)*30-45, float64(i)*100-150
		in.When, in.Where = &sayso.When{Earliest: day, Latest: day + 1}, &sayso.Place{Country: "PH", Lat: &lat, Lon: &lon}
		if i%size == 0 {
			joined = append(joined, in)
			continue
		}
		to := &joined[len(joined)-1]
		in.Claims[0].N = len(to.Claims) + 1
		to.Claims, to.Articles = append(to.Claims, in.Claims[0]), append(to.Articles, in.Articles...)
	}
	return store.Replace(tx, joined, nil)
}

func randomQuery(r *rapid.T) store.Query {
	q := store.Query{Order: rapid.SampledFrom(store.Orders).Draw(r, "order"), Limit: rapid.IntRange(0, 3).Draw(r, "limit")}
	if rapid.Bool().Draw(r, "by words") {
		q.Words = sentence(r)
	}
	if rapid.Bool().Draw(r, "by day") {
		from, to := sayso.Day(rapid.IntRange(-2, 5).Draw(r, "from")), sayso.Day(rapid.IntRange(-2, 5).Draw(r, "to"))
		q.From, q.To = &from, &to
	}
	if rapid.Bool().Draw(r, "by box") {
		degree := rapid.Float64Range(-180, 180)
		q.Box = &store.Box{South: degree.Draw(r, "south") / 2, North: degree.Draw(r, "north") / 2, West: degree.Draw(r, "west"), East: degree.Draw(r, "east")}
	}
	if rapid.Bool().Draw(r, "by article") {
		q.Article = names.Draw(r, "article")
	}
	if rapid.Bool().Draw(r, "by hand") {
		q.Reviews = rapid.SliceOfN(rapid.SampledFrom([]sayso.Review{"", sayso.ReviewAccepted, sayso.ReviewRejected, sayso.ReviewCorrected}), 1, 2).Draw(r, "reviews")
	}
	if rapid.Bool().Draw(r, "by values") {
		q.Types = rapid.SliceOfN(rapid.SampledFrom([]string{"bombing", "protest"}), 0, 2).Draw(r, "types")
		q.Actor = rapid.SampledFrom([]string{"", "jose", "ann jose", "lee", "!"}).Draw(r, "actor")
		q.Place = rapid.SampledFrom([]string{"", "elan", "x"}).Draw(r, "place")
		q.Dissent = rapid.SampledFrom([]string{"", store.AnyDissent, "type"}).Draw(r, "dissent")
		q.Stances = rapid.SliceOfN(rapid.SampledFrom([]sayso.Stance{sayso.StanceAsserted, sayso.StanceDenied}), 0, 1).Draw(r, "stances")
		least := rapid.IntRange(-1, 11).Draw(r, "deaths")
		q.MinDeaths = rapid.SampledFrom([]*int{nil, &least}).Draw(r, "at least")
		q.MaxDeaths = rapid.SampledFrom([]*int{nil, nil, &least}).Draw(r, "at most")
	}
	return q
}

// randomDecision decides on an incident that is there or not.
func randomDecision(r *rapid.T, id string) func(store.Writer) error {
	d := store.Decision{At: act.At, By: id, Target: fmt.Sprintf("j%d-i%s", rapid.IntRange(1, 2).Draw(r, "size"), id), Reason: sentence(r)}
	d.Action = rapid.SampledFrom([]string{store.ActComment, store.ActAccept, store.ActReject, store.ActCorrect, store.ActMerge, store.ActSplit, store.ActUndo}).Draw(r, "action")
	switch d.Action {
	case store.ActCorrect:
		field := rapid.SampledFrom([][2]string{{"type", "protest"}, {"count:killed", "7-10"}, {"where", "Élan"}, {"agent", "José; Ann"}, {"when", "2019-01-02"}}).Draw(r, "field")
		d.Field, d.Value, d.Article, d.Span = field[0], field[1], id, sayso.Span{Start: 0, End: 1}
	case store.ActMerge, store.ActSplit:
		d.With = []string{fmt.Sprintf("j1-i%s", names.Draw(r, "with"))}
	}
	last := d.Action == store.ActUndo
	return func(tx store.Writer) error {
		if last {
			all, err := tx.Decisions("")
			if err != nil || len(all) == 0 {
				return err
			}
			d.Target, d.Undoes = "", all[len(all)-1].ID
		}
		_, err := store.Decide(tx, d, known)
		return err
	}
}

// lists are what a store lists in brief, page by page to the end.
func lists(out *[]string, tx store.Reader, q store.Query) error {
	n, err := tx.Count(q)
	points, err2 := tx.Points(q)
	*out = append(*out, fmt.Sprint(n, points))
	for _, g := range store.Grounds {
		t, err := tx.Tallies(q, g)
		if err != nil {
			return err
		}
		*out = append(*out, fmt.Sprint(t))
	}
	for _, kind := range []string{store.TermActor, store.TermPlace} {
		named, err := tx.Named(q, kind)
		if err != nil {
			return err
		}
		*out = append(*out, fmt.Sprintf("%+v", named))
	}
	if err := numbered(out, tx, q); err != nil {
		return err
	}
	page := q
	page.Limit = max(1, q.Limit)
	for seen := 0; ; {
		list, err := tx.Briefs(page)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			if seen != n {
				return fmt.Errorf("%d of %d were listed", seen, n)
			}
			break
		}
		seen += len(list)
		b, err := json.Marshal(list)
		if err != nil {
			return err
		}
		*out = append(*out, string(b))
		page.After = store.CursorOf(q.Order, &list[len(list)-1])
	}
	return errors.Join(err, err2)
}

// numbered are the rows of what a query asks for, by id: the numbers are each
// store's own.
func numbered(out *[]string, tx store.Reader, q store.Query) error {
	numbers, err := tx.Numbers(q)
	if err != nil {
		return err
	}
	asked := map[int64]bool{}
	for _, n := range numbers {
		asked[n] = true
	}
	rows, err := tx.Rows(0, 0)
	var lines []string
	for _, r := range rows {
		if asked[r.N] {
			r.N = 0
			b, err := json.Marshal(r)
			if err != nil {
				return err
			}
			lines = append(lines, string(b))
		}
	}
	slices.Sort(lines)
	*out = append(*out, lines...)
	briefs, err2 := tx.BriefsAt(numbers)
	if len(briefs) != len(lines) {
		return fmt.Errorf("%d rows and %d briefs", len(lines), len(briefs))
	}
	return errors.Join(err, err2)
}

// answers are the ids that a store finds in its ways.
func answers(t testing.TB, st store.Store, q store.Query) (out []string) {
	t.Helper()
	view(t, st, func(tx store.Reader) error {
		out = append(out, incidentIDs(t, tx, q))
		found, err := tx.ArticlesWith(q.Words, store.Page{Offset: 1, Limit: q.Limit})
		out = append(out, fmt.Sprint(ids(found)))
		pending, err2 := tx.Pending("code", "2", q.Article, q.Limit)
		out = append(out, fmt.Sprint(pending))
		cursors, err3 := tx.Cursors(q.Article)
		out = append(out, fmt.Sprint(cursors))
		small, err5 := tx.KeyedOf("", q.Article, q.Limit)
		out = append(out, fmt.Sprintf("%q", small))
		n, err4 := tx.Counts()
		out = append(out, fmt.Sprint(n))
		steps, err7 := tx.Steps()
		out = append(out, fmt.Sprint(steps))
		outlets, err6 := tx.Outlets()
		out = append(out, fmt.Sprint(outlets))
		return errors.Join(err, err2, err3, err4, err5, err6, err7, lists(&out, tx, q))
	})
	return out
}
