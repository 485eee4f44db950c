package main

import (
	"archive/zip"
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/store"
	"sayso/internal/store/memory"
)

// No form of a private name is in what leaves the store in any format, whatever
// it stood in: headline, text, byline, outlet, address, file name, header, id,
// quote, field, sentence of an incident, decision; nor the headline of an article
// that nobody read for persons. Text is crossed out, so that spans hold.
func TestNoNameLeaksFromTheStore(t *testing.T) {
	key := filepath.Join(t.TempDir(), "k.pem")
	if code, _, errs := runMain(t, "export", "--new-key", key); code != exitOK {
		t.Fatal(errs)
	}
	rapid.Check(t, func(t *rapid.T) {
		family := "Zq" + rapid.StringMatching(`[a-z]{5,8}`).Draw(t, "family")
		given := "Éx" + rapid.StringMatching(`[a-z]{5,8}`).Draw(t, "given")
		p := sayso.Person{Name: given + " " + family, Forms: []string{given + " " + family, family, given}, Private: true, Reason: "victim", Description: "a neighbour of " + family}
		st := memory.New()
		if err := st.Update(t.Context(), func(tx store.Writer) error { return naming(t, tx, p) }); err != nil {
			t.Fatal(err)
		}
		f := rapid.SampledFrom(exportFormats()).Draw(t, "format")
		var b bytes.Buffer
		err := st.View(t.Context(), func(tx store.Reader) error {
			x := &exporter{ctx: t.Context(), tx: tx, s: streams{out: io.Discard, err: io.Discard}}
			return x.write(&b, &exportFlags{format: f, key: key})
		})
		if err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		got := strings.ToLower(plainOf(t, f, b.Bytes()))
		for _, w := range []string{family, given} {
			if i := strings.Index(got, strings.ToLower(w)); i >= 0 {
				t.Fatalf("%s: %s in %s", f, w, got[max(0, i-200):min(len(got), i+100)])
			}
		}
	})
}

// plainOf is what a file holds, unpacked. Parquet is read by a test of its
// package; its strings are not packed where they are few.
func plainOf(t *rapid.T, format string, b []byte) string {
	if format != "bundle" {
		return string(b)
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&out, r); err != nil {
			t.Fatal(err)
		}
		out.WriteString("\n" + f.Name + "\n")
	}
	return out.String()
}

// naming puts an article, an incident and a decision into a store that name
// somebody wherever words can stand, and an article of which nobody knows whom it names.
func naming(t *rapid.T, tx store.Writer, p sayso.Person) error {
	say := func() string {
		return rapid.SampledFrom([]string{"", "said Mr ", "“", "the "}).Draw(t, "before") + rapid.SampledFrom(p.Forms).Draw(t, "form") + rapid.SampledFrom([]string{"", "'s son", " died", "-led"}).Draw(t, "behind")
	}
	slug := strings.ToLower(strings.ReplaceAll(p.Name, " ", rapid.SampledFrom([]string{"-", "_", "%20", ""}).Draw(t, "gap")))
	id := rapid.SampledFrom([]string{"a1", slug, "wn-" + slug}).Draw(t, "id")
	act := store.Act{By: "ann", At: "2026-01-01T00:00:00Z"}
	raw := []byte("<p>" + p.Name)
	article := sayso.Article{ID: id, URL: "https://x.example/" + slug, Outlet: say(), Title: say(), Byline: say(), Text: say() + "\n\n" + say(), Digest: sayso.DigestOf(raw), Published: 17000}
	span := sayso.Span{Start: 0, End: 2}
	in := sayso.Incident{Actors: []sayso.Actor{{}}, Counts: []sayso.Count{{}}, Weapons: []string{""}, When: &sayso.When{}, Claims: []sayso.Claim{{N: 1, Chain: []sayso.Voucher{{}}, Evidence: []sayso.Span{span}}},
		Fields: []sayso.Field{{}}, Origins: []sayso.Origin{{}}}
	sayso.Texts(&in, func(s *string) { *s = say() })
	in.ID, in.Type, in.Status, in.Salience, in.Articles, in.People = "i1", "shooting", sayso.StatusOccurred, sayso.SalienceMain, []string{id}, []sayso.Person{p}
	in.Where = &sayso.Place{Name: p.Name, Country: "SY", Level: sayso.LevelTown, Chosen: "near " + p.Name} // a single word here is a place's
	in.Former, in.Joined, in.Review, in.When.Clock, in.When.Precision = nil, "", "", "", sayso.PrecisionUnknown
	in.When.Earliest, in.When.Latest = sayso.NoDay, sayso.NoDay
	in.Claims[0].Article = id
	rec := sayso.ArticleRecord{Article: id, URL: article.URL, Title: article.Title, Outlet: article.Outlet, Terms: []string{slug}, People: []sayso.Person{p}, Incidents: []sayso.Incident{in}}
	if _, err := store.Add(tx, store.Addition{Act: act, Article: article, Record: &rec, Cursors: []store.Cursor{{Step: "code", Version: "1"}},
		Raw: store.Raw{Digest: article.Digest, Bytes: raw, Address: article.URL, Origin: slug + ".html", Header: "X: " + p.Name}}); err != nil {
		return err
	}
	if err := tx.PutIncident(in); err != nil {
		return err
	}
	d := store.Decision{Action: store.ActComment, Target: "i1", Reason: "spoke to " + p.Name, By: "ann", At: act.At}
	if _, err := store.Decide(tx, d, store.Known{}); err != nil {
		return err
	}
	other := sayso.Article{ID: "b-" + slug, Title: p.Name + " marries", Text: say(), Published: sayso.NoDay}
	_, err := store.Add(tx, store.Addition{Act: act, Article: other, Record: &sayso.ArticleRecord{Article: other.ID, Title: other.Title}})
	return err
}
