package dedup_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/ingest/dedup"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// TestTexts reads cases of a title line, articles ("id day outlet | headline",
// then the body), "----" and the copies expected.
func TestTexts(t *testing.T) {
	const file = "testdata/copies.txt"
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(string(raw), "====\n")
	for i, c := range cases {
		in, want, ok := strings.Cut(c, "----\n")
		if !ok {
			t.Fatalf("case %d has no ----", i)
		}
		got := show(dedup.Find(articlesIn(t, in)))
		cases[i] = in + "----\n" + got
		if !*update && got != want {
			t.Errorf("%s(-want +got):\n%s", in, cmp.Diff(want, got))
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.Join(cases, "====\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func articlesIn(t *testing.T, in string) []sayso.Article {
	lines := strings.Split(strings.TrimSpace(in), "\n")
	var out []sayso.Article
	for i := 1; i+1 < len(lines); i += 2 {
		head, title, _ := strings.Cut(lines[i], " | ")
		f := strings.SplitN(head, " ", 3)
		day, err := sayso.ParseDay(f[1])
		if err != nil {
			t.Fatal(err)
		}
		a := sayso.Article{ID: f[0], Published: day, Title: title, Text: lines[i+1]}
		if len(f) > 2 {
			a.Outlet = f[2]
		}
		out = append(out, a)
	}
	return out
}

func show(copies []sayso.Copy) string {
	var b strings.Builder
	for _, c := range copies {
		fmt.Fprintf(&b, "%s of %s: %s; %s\n", c.Article, c.Of, c.Why.Value, c.Why.Message)
		for _, w := range c.Why.Children {
			fmt.Fprintf(&b, "  %s %s\n", w.Value, w.Message)
		}
	}
	return b.String() + "\n"
}

// article is a random text of a few words, so that some are alike.
func article(t *rapid.T, id string) sayso.Article {
	n := rapid.IntRange(0, 60).Draw(t, "words")
	var b strings.Builder
	for range n {
		b.WriteString(rapid.SampledFrom([]string{"bomb ", "Mosul ", "killed ", "five ", "3 ", "police. ", "said ", "on ", "Friday, "}).Draw(t, "word"))
	}
	return sayso.Article{ID: id, Text: b.String(), Published: sayso.Day(rapid.IntRange(0, 3).Draw(t, "day"))}
}

func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var articles []sayso.Article
		for i := range rapid.IntRange(2, 6).Draw(t, "articles") {
			articles = append(articles, article(t, fmt.Sprint(i)))
		}
		want := dedup.Find(articles)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		r.Shuffle(len(articles), func(i, j int) { articles[i], articles[j] = articles[j], articles[i] })
		if d := cmp.Diff(want, dedup.Find(articles)); d != "" {
			t.Fatalf("another order, other copies:\n%s", d)
		}
	})
}

func TestAnEqualTextIsACopy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := article(t, "a")
		b := a
		b.ID, b.Outlet = "b", "another"
		copies := dedup.Find([]sayso.Article{a, b})
		if strings.TrimSpace(a.Text) == "" {
			if len(copies) > 0 {
				t.Fatal("nothing copies nothing")
			}
			return
		}
		if len(copies) != 1 || copies[0].Kind != sayso.CopyExact || copies[0].Share != 1 {
			t.Fatalf("%v", copies)
		}
	})
}

func FuzzFind(f *testing.F) {
	f.Add("A bomb. Went off.", "A bomb. Went off!", "x")
	f.Fuzz(func(t *testing.T, a, b, title string) {
		for _, c := range dedup.Find([]sayso.Article{{ID: "a", Text: a}, {ID: "b", Text: b, Title: title}, {ID: "c", Text: a + b}}) {
			if c.Share < 0 || c.Share > 1 || c.Why == nil || c.Article == c.Of {
				t.Fatalf("%+v", c)
			}
		}
	})
}

func BenchmarkAdd(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	texts := make([]string, 500)
	for i := range texts {
		var s strings.Builder
		for range 400 {
			fmt.Fprintf(&s, "w%d ", int(r.ExpFloat64()*400))
		}
		texts[i] = s.String()
	}
	x := dedup.New()
	for i := 0; b.Loop(); i++ {
		x.Add(&sayso.Article{ID: fmt.Sprint(i), Text: fmt.Sprintf("story %d %s", i, texts[i%len(texts)])})
	}
}
