package api

import (
	"context"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/store"
	"sayso/internal/store/memory"
)

// What points tell by themselves is what the store says of the incidents.
func TestPointsAnswerLikeTheStore(t *testing.T) {
	st := memory.New()
	err := st.Update(context.Background(), func(tx store.Writer) error {
		for i := range 60 {
			in := sayso.Incident{ID: string(rune('A'+i%26)) + string(rune('a'+i/26)), Type: []string{"bombing", "protest", "arrest"}[i%3], Articles: []string{"x"}}
			if i%4 > 0 {
				lat, lon := float64(i*7%180)-90, float64(i*13%360)-180
				in.Where = &sayso.Place{Name: "Jolo", Lat: &lat, Lon: &lon}
			}
			if i%5 > 0 {
				in.When = &sayso.When{Earliest: sayso.Day(i), Latest: sayso.Day(i + i%3)}
			}
			if n := i % 7; n > 0 {
				in.Deaths = &sayso.Deaths{Best: &n}
			}
			if err := tx.PutIncident(in); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	m := build(t, st, people.Options{Loopback: true, Local: "ann"})
	rapid.Check(t, func(r *rapid.T) {
		var q store.Query
		day := func(name string) *sayso.Day {
			d := sayso.Day(rapid.IntRange(-2, 64).Draw(r, name))
			return &d
		}
		if rapid.Bool().Draw(r, "by type") {
			q.Types = []string{"bombing", "none"}
		}
		if rapid.Bool().Draw(r, "by day") {
			q.From, q.To = day("from"), day("to")
		}
		if rapid.Bool().Draw(r, "by deaths") {
			n := rapid.IntRange(-1, 7).Draw(r, "least")
			q.MinDeaths = &n
		}
		if rapid.Bool().Draw(r, "by box") {
			q.Box = &store.Box{South: -45, North: 60, West: rapid.Float64Range(-180, 180).Draw(r, "west"), East: 90}
		}
		if rapid.Bool().Draw(r, "by place") {
			q.Place = "jolo"
		}
		if rapid.Bool().Draw(r, "by review") {
			q.Reviews = []sayso.Review{""}
		}
		var got, want []store.Point
		err := st.View(context.Background(), func(tx store.Reader) (err error) {
			if got, err = m.api.pointsOf(context.Background(), tx, q); err == nil {
				want, err = tx.Points(q)
			}
			return err
		})
		if err != nil {
			r.Fatal(err)
		}
		if !slices.Equal(got, want) {
			r.Fatalf("%+v\n got %v\nwant %v", q, got, want)
		}
		total := 0
		for _, s := range spots(got, rapid.IntRange(0, 18).Draw(r, "zoom")).Items {
			total += s.N
			if s.N == 1 != (s.ID != "") {
				r.Fatalf("%+v", s)
			}
		}
		if total != len(got) {
			r.Fatalf("%d of %d on the map", total, len(got))
		}
	})
}
