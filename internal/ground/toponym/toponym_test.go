package toponym_test

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/gazetteer"
	"sayso/internal/ground/toponym"
)

// vocabulary is what random texts are made of.
var vocabulary = []string{"Kabul", "Paris", "[L Tripoli]", "Jackson", ",", ".", "in", "the", "northern", "US", "[P Jordan Smith]", "said",
	"Mississippi", "Camp", "Base", "Syrian", "waters", "al", "-", "Bab", "of", "counties", "and", "Harvey", "(", ")", "Zürich", "’s", "W.Va.", "County"}

func randomText(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 60).Draw(t, "words"), " ")
}

func TestPlacesResolve(t *testing.T) {
	s := stage(t)
	rapid.Check(t, func(rt *rapid.T) {
		d := marked(t, randomText(rt))
		if err := s.Run(context.Background(), d); err != nil {
			rt.Fatal(err)
		}
		last := 0
		for i := range d.Toponyms {
			x := &d.Toponyms[i]
			p := &x.Place
			if x.First < last || x.Empty() {
				rt.Fatalf("toponym %d %v overlaps or is empty", i, x.Range)
			}
			last = x.End
			if p.Name == "" || p.Span.In(d.Text) != p.Name {
				rt.Fatalf("name %q, span %v", p.Name, p.Span)
			}
			checkPlace(rt, p)
		}
	})
}

func checkPlace(t *rapid.T, p *sayso.Place) {
	switch p.Level {
	case sayso.LevelSite, sayso.LevelTown, sayso.LevelRegion, sayso.LevelCountry:
	default:
		t.Fatalf("%s has level %q", p.Name, p.Level)
	}
	if p.Confidence < 0 || p.Confidence > 1 {
		t.Fatalf("%s has confidence %v", p.Name, p.Confidence)
	}
	if len(p.DisputedBy) > 0 && p.Country != "" {
		t.Fatalf("%s is disputed and has country %s", p.Name, p.Country)
	}
	if (p.Lat == nil) != (p.Lon == nil) || p.Lat != nil && (*p.Lat < -90 || *p.Lat > 90 || *p.Lon < -180 || *p.Lon > 180) {
		t.Fatalf("%s has a point that is none", p.Name)
	}
	if p.Chosen == "" || p.ID != "" && p.Why == nil {
		t.Fatalf("%s does not say how it was chosen", p.Name)
	}
}

func TestSameTextSamePlaces(t *testing.T) {
	s := stage(t)
	rapid.Check(t, func(rt *rapid.T) {
		text := randomText(rt)
		a, b := marked(t, text), marked(t, text)
		if s.Run(context.Background(), a) != nil || s.Run(context.Background(), b) != nil {
			rt.Fatal("failed")
		}
		if !reflect.DeepEqual(a.Toponyms, b.Toponyms) {
			rt.Fatalf("%q gives two answers", text)
		}
	})
}

func TestOneNameOnePlace(t *testing.T) {
	s := stage(t)
	d := marked(t, "Two were hurt in [L Tripoli], [L Lebanon]. In [L Tripoli], [L Libya], all was calm. [L Tripoli] is old.")
	if err := s.Run(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for i := range d.Toponyms {
		if d.Words(d.Toponyms[i].Range) == "Tripoli" {
			seen[d.Toponyms[i].Place.ID] = true
		}
	}
	if len(seen) != 1 {
		t.Errorf("Tripoli is %v", seen)
	}
}

func TestStopsWhenTold(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := stage(t).Run(ctx, marked(t, "[L Kabul]")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestOutletsCountry(t *testing.T) {
	s := stage(t)
	at := func(url string) string {
		d := marked(t, "Police in [L Newcastle] said a man was hurt.")
		d.Article.URL = url
		if err := s.Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		return string(d.Toponyms[0].Place.Country)
	}
	if uk, au := at("https://www.example.co.uk/news/1"), at("https://example.com.au/"); uk != "GB" || au != "AU" {
		t.Errorf("Newcastle is in %s for a British outlet, in %s for an Australian one", uk, au)
	}
}

func TestOwnAdditionsAndDisputes(t *testing.T) {
	g, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	own, err := g.With(strings.NewReader("\tQarabulli Farms\tKarabulli Farms\t32.7\t13.7\tsite\tLY\t\tours\ta test\n"))
	if err != nil {
		t.Fatal(err)
	}
	if own, err = own.WithDisputes(strings.NewReader("sayso:qarabulli-farms\tQarabulli Farms\tLY|TN\ta test\n")); err != nil {
		t.Fatal(err)
	}
	s, err := toponym.New(own)
	if err != nil {
		t.Fatal(err)
	}
	d := marked(t, "Shots were heard near [L Karabulli Farms].")
	if err := s.Run(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	p := d.Toponyms[0].Place
	if p.ID != "sayso:qarabulli-farms" || len(p.DisputedBy) != 2 || p.Country != "" || p.Level != sayso.LevelSite {
		t.Errorf("got %+v", p)
	}
}

func FuzzRun(f *testing.F) {
	s := stage(f)
	f.Add("Fighting in [L Kabul] and al-Bab, W.Va.")
	f.Add("Camp Camp Base - of , ( US")
	f.Fuzz(func(t *testing.T, text string) {
		d := marked(t, strings.ToValidUTF8(text, "?"))
		if err := s.Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		for i := range d.Toponyms {
			if !d.Toponyms[i].Place.Span.Resolves(d.Text) {
				t.Fatal("a span resolves to nothing")
			}
		}
	})
}

func BenchmarkRun(b *testing.B) {
	s := stage(b)
	const text = `Thousands marched in [L Jackson], [L Mississippi], on Monday, and police in [L Greenville] said two people were hurt.
The army said that it had left [L Tripoli] and [L Benghazi]; officials in [L Cairo] and Washington denied it. Nothing more was known at night. `
	d := marked(b, strings.Repeat(text, 20))
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		d.Toponyms = nil
		if err := s.Run(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
}

func TestModelReadsWhatItWrites(t *testing.T) {
	m := toponym.NewModel()
	m.SetDetect("p1:in", 1200)
	m.SetDetect("bias:", -3)
	m.Rank[1][0], m.Threshold, m.Sure[1] = 77, -400, 5
	var a, b strings.Builder
	if err := m.Write(&a); err != nil {
		t.Fatal(err)
	}
	n, err := toponym.ReadModel(strings.NewReader(a.String()))
	if err != nil {
		t.Fatal(err)
	}
	if err := n.Write(&b); err != nil || a.String() != b.String() {
		t.Errorf("wrote\n%s\nthen\n%s %v", a.String(), b.String(), err)
	}
	for _, bad := range []string{"detect\tx", "rank9\tpeople\t1", "rank1\tnothing\t1", "detect\tx\tone", "rankx\tpeople\t1"} {
		if _, err := toponym.ReadModel(strings.NewReader(bad)); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}

func TestLearning(t *testing.T) {
	g, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	d := marked(t, "Police in [L Jackson], [L Mississippi], met outside Kabul University.")
	cases := toponym.Cases(d, g)
	var words []string
	for _, c := range cases {
		words = append(words, d.Words(c.Range))
	}
	if got := strings.Join(words, "|"); got != "Jackson|Mississippi|Kabul University|Kabul" {
		t.Errorf("candidates %s", got)
	}
	m := toponym.NewModel()
	for _, c := range toponym.Choices(d, g, m, 0) {
		if len(c.Entries) != len(c.Features) || len(c.Mentions) == 0 {
			t.Errorf("%d entries, %d vectors, %d mentions", len(c.Entries), len(c.Features), len(c.Mentions))
		}
	}
}
