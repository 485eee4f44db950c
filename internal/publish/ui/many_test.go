package ui_test

import (
	"encoding/json"
	"fmt"
	"math"
	"net/url"
	"testing"

	"sayso"
	"sayso/internal/store"
	"sayso/internal/store/indexed"
	"sayso/internal/store/memory"
)

// many are incidents strewn over the world and twenty years.
func many(t *testing.T, n int) store.Store {
	t.Helper()
	st := memory.New()
	err := st.Update(t.Context(), func(tx store.Writer) error {
		err := tx.PutArticle(store.Article{Article: sayso.Article{ID: "a", Title: "A title", Text: "A text.", Language: "en", Published: sayso.NoDay}})
		for i := 0; i < n && err == nil; i++ {
			lat, lon := math.Asin(float64(i*7919%20011)/10006-1)*57, float64(i*104729%36007)/100.02-180
			what := types()[i%len(types())]
			err = tx.PutIncident(sayso.Incident{ID: fmt.Sprintf("i%06d", i), Type: what.ID, Summary: fmt.Sprintf("Happening %d of its kind near a town was told.", i), Articles: []string{"a"}, People: []sayso.Person{},
				When: &sayso.When{Earliest: sayso.Day(12000 + i*13%7300), Latest: sayso.Day(12000 + i*13%7300)}, Where: &sayso.Place{Name: fmt.Sprint("Town ", i%9000), ID: fmt.Sprint("t", i%9000), Lat: &lat, Lon: &lon}})
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	fast := indexed.Over(st)
	t.Cleanup(fast.Stop)
	if err := fast.View(t.Context(), func(tx store.Reader) error { _, err := tx.Count(store.Query{}); return err }); err != nil { // as serve begins
		t.Fatal(err)
	}
	fast.Wait()
	return fast
}

// Whatever the number of incidents, the browser gets little: a page of rows, and
// on the map no more circles than have room. So 100,000 are as smooth as a few;
// how fast they are answered is measured by bench/desk.
func TestManyIncidentsStaySmall(t *testing.T) {
	const n = 100_000
	b := openTab(t, openDesk(t, many(t, n)), 1440, "light")
	b.open("/")
	b.settle()
	if h := b.eval("document.querySelector('h1').innerText"); h != "100,000 incidents" {
		t.Errorf("the head is %q", h)
	}
	small := func(when string) {
		t.Helper()
		if got := b.eval("String(document.querySelectorAll('*').length < 2500 && document.querySelectorAll('[data-rows] tbody tr').length <= 50)"); got != "true" {
			t.Errorf("%s the page has %s elements", when, b.eval("String(document.querySelectorAll('*').length)"))
		}
	}
	small("at first")
	b.eval("const s = document.querySelector('#f-type'); s.value = 'shelling'; s.dispatchEvent(new Event('input', {bubbles: true}))")
	b.until("document.querySelector('[data-results]').dataset.query == 'type=shelling' && document.querySelector('h1').innerText.includes(' of 100,000') && document.querySelector('[data-map]').dataset.drawn")
	small("filtered")
	for zoom := 0; zoom <= 10; zoom++ {
		width, height := 360*1100/(512*math.Pow(2, float64(zoom))), 170*400/(512*math.Pow(2, float64(zoom)))
		view := fmt.Sprintf("%f,%f,%f,%f", max(-180, 10-width/2), max(-85, 20-height/2), min(180, 10+width/2), min(85, 20+height/2))
		body, size := get(t, b.desk.url+"/incidents/points?"+url.Values{"z": {fmt.Sprint(zoom)}, "view": {view}}.Encode())
		var got struct {
			Total int
			Cells []struct{ N int }
		}
		if err := json.Unmarshal([]byte(body), &got); err != nil || got.Total != n || len(got.Cells) > 400 || size > 12_000 {
			t.Errorf("at zoom %d: %d circles in %d bytes, of %d, %v", zoom, len(got.Cells), size, got.Total, err)
		}
	}
}
