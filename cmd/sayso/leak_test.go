package main

import (
	"archive/zip"
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"html"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/parquet-go/parquet-go"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/publish/export/format"
	"sayso/internal/store"
	"sayso/internal/store/memory"
)

// No form of a private name is in what leaves the store, in any format that
// there is, in its dictionary or in what `sayso diff` says of two exports,
// whatever it stood in: headline, text, byline, outlet, address, file name,
// header, id, quote, caption, field, sentence of an incident, decision; nor the headline
// of an article that nobody read for persons. Text is crossed out, so that spans
// hold.
func TestNoNameLeaksFromTheStore(t *testing.T) {
	dir := t.TempDir()
	key := filepath.Join(dir, "k.pem")
	if code, _, errs := runMain(t, "export", "--new-key", key); code != exitOK {
		t.Fatal(errs)
	}
	o, err := formatOptions("")
	if err != nil {
		t.Fatal(err)
	}
	all := exportFormats()
	for _, f := range format.All() {
		if !slices.Contains(all, f.Name) {
			t.Fatalf("%s is not exported", f.Name)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		p := drawnPerson(rt)
		before, after := storeNaming(rt, p, "before"), storeNaming(rt, p, "after")
		for _, f := range all {
			holdsNone(rt, f, plainOf(rt, f, exportOf(rt, before, f, key, o)), p)
			dictionary, _ := dictionaryOf(f)
			holdsNone(rt, f+" dictionary", dictionary, p)
		}
		for _, f := range []string{"jsonl", "bundle"} {
			x, y := filepath.Join(dir, "x."+f), filepath.Join(dir, "y."+f)
			if err := errors.Join(os.WriteFile(x, exportOf(rt, before, f, key, o), 0o600), os.WriteFile(y, exportOf(rt, after, f, key, o), 0o600)); err != nil {
				rt.Fatal(err)
			}
			for _, args := range [][]string{{"diff", x, y}, {"diff", "--json", x, y}} {
				_, out, errs := runMain(t, args...)
				holdsNone(rt, fmt.Sprint(args), out+errs, p)
			}
		}
	})
}

// drawnPerson draws somebody whose names occur in no other word.
func drawnPerson(t *rapid.T) sayso.Person {
	family := "Zq" + rapid.StringMatching(`[a-z]{5,8}`).Draw(t, "family")
	given := "Éx" + rapid.StringMatching(`[a-z]{5,8}`).Draw(t, "given")
	if rapid.Bool().Draw(t, "hyphen") {
		family += "-Vw" + rapid.StringMatching(`[a-z]{5,8}`).Draw(t, "other half")
	}
	return sayso.Person{Name: given + " " + family, Forms: []string{given + " " + family, family, given}, Private: true, Reason: "victim", Description: "a neighbour of " + family}
}

// holdsNone fails where a word of somebody's name is in what somebody reads: in
// capitals or not, with its accents or without, escaped as JSON, HTML, CSV or an
// address does, or as a part of a word.
func holdsNone(t rapid.TB, what, text string, p sayso.Person) {
	t.Helper()
	for range 2 { // an address within JSON is escaped twice
		text += "\n" + escaped.ReplaceAllStringFunc(text, func(e string) string {
			b, _ := hex.DecodeString(e[1:])
			return string(b)
		})
		text = html.UnescapeString(strings.NewReplacer(`\u00e9`, "é", `\u00c9`, "É").Replace(text))
	}
	got := bare(text)
	for _, w := range strings.FieldsFunc(p.Name, func(r rune) bool { return r == ' ' || r == '-' }) {
		if i := strings.Index(got, bare(w)); i >= 0 {
			t.Fatalf("%s: %s in %s", what, w, got[max(0, i-200):min(len(got), i+100)])
		}
	}
}

var escaped = regexp.MustCompile(`%[0-9a-fA-F]{2}`)

// bare is a text in small letters without accents.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
}

func exportOf(t *rapid.T, st store.Store, f, key string, o format.Options) []byte {
	var b bytes.Buffer
	err := st.View(t.Context(), func(tx store.Reader) error {
		x := &exporter{ctx: t.Context(), tx: tx, s: streams{out: io.Discard, err: io.Discard}}
		if _, ok := format.Find(f); ok {
			return x.inFormat(&b, f, o)
		}
		return x.write(&b, &exportFlags{format: f, key: key})
	})
	if err != nil {
		t.Fatalf("%s: %v", f, err)
	}
	return b.Bytes()
}

// plainOf is what a file holds, unpacked.
func plainOf(t *rapid.T, format string, b []byte) string {
	var out strings.Builder
	switch format {
	case "bundle":
		z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			t.Fatal(err)
		}
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
	case "parquet":
		out.Write(b)
		r := parquet.NewReader(bytes.NewReader(b))
		rows := make([]parquet.Row, 10)
		n, err := r.ReadRows(rows)
		if err != nil && !errors.Is(err, io.EOF) || n == 0 {
			t.Fatalf("%d rows: %v", n, err)
		}
		for _, row := range rows[:n] {
			for _, v := range row {
				out.WriteString(v.String() + "\n")
			}
		}
	default:
		return string(b)
	}
	return out.String()
}

// storeNaming is a store in which an article, an incident and a decision name
// somebody wherever words can stand, and an article of which nobody knows whom
// it names.
func storeNaming(t *rapid.T, p sayso.Person, label string) store.Store {
	st := memory.New()
	if err := st.Update(t.Context(), func(tx store.Writer) error { return naming(t, tx, p, label) }); err != nil {
		t.Fatal(err)
	}
	return st
}

func naming(t *rapid.T, tx store.Writer, p sayso.Person, label string) error {
	say := func() string {
		f := rapid.SampledFrom(p.Forms).Draw(t, label+" form")
		switch rapid.IntRange(0, 7).Draw(t, "written") {
		case 0, 1:
			f = strings.ToUpper(f)
		case 2:
			f = "#JusticeFor" + strings.NewReplacer(" ", "", "-", "").Replace(f)
		case 3:
			f = "https://y.example/" + strings.ToLower(strings.ReplaceAll(f, " ", "%20")) + "?a=1"
		}
		return rapid.SampledFrom([]string{"", "said Mr ", "“", "the "}).Draw(t, "before") + f + rapid.SampledFrom([]string{"", "'s son", " died", "-led"}).Draw(t, "behind")
	}
	slug := strings.ToLower(strings.ReplaceAll(p.Name, " ", rapid.SampledFrom([]string{"-", "_", "%20", ""}).Draw(t, "gap")))
	if rapid.IntRange(0, 3).Draw(t, "escaped") == 0 {
		slug = url.PathEscape(slug)
	}
	id := rapid.SampledFrom([]string{"a1", slug, "wn-" + slug}).Draw(t, "id")
	act := store.Act{By: "ann", At: "2026-01-01T00:00:00Z"}
	raw := []byte("<p>" + p.Name)
	article := sayso.Article{ID: id, URL: "https://x.example/" + slug, Outlet: say(), Title: say(), Byline: say(), Captions: say(), Text: say() + "\n\n" + say(), Digest: sayso.DigestOf(raw), Published: 17000}
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
	other := sayso.Article{ID: "b-" + slug, Title: p.Name + " marries", Captions: say(), Text: say(), Published: sayso.NoDay}
	_, err := store.Add(tx, store.Addition{Act: act, Article: other, Record: &sayso.ArticleRecord{Article: other.ID, Title: other.Title}})
	return err
}
