package origin

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sayso"
)

// input reads lines "article outlet | chain | quote" and "copy b a". A chain
// goes from the article outward-in; [Name] is an outlet, a star marks a name, -
// is the article's own voice; the outlet ? is unknown.
func input(t testing.TB, lines []string) Input {
	t.Helper()
	var in Input
	for _, l := range lines {
		if b, a, ok := strings.Cut(strings.TrimPrefix(l, "copy "), " "); ok && strings.HasPrefix(l, "copy ") {
			in.Copies = append(in.Copies, sayso.Copy{Article: b, Of: a, Kind: sayso.CopyReprint})
			continue
		}
		f := strings.SplitN(l, " | ", 3)
		if len(f) != 3 {
			t.Fatalf("%q", l)
		}
		article, outlet, _ := strings.Cut(f[0], " ")
		c := sayso.Claim{N: len(in.Claims) + 1, Article: article, Quote: f[2], Stance: sayso.StanceAsserted}
		for _, v := range strings.Split(f[1], " > ") {
			switch {
			case v == "-":
			case strings.HasPrefix(v, "["):
				c.Chain = append(c.Chain, sayso.Voucher{Kind: sayso.VoucherOutlet, Name: strings.Trim(v, "[]"), Named: true})
			default:
				c.Chain = append(c.Chain, sayso.Voucher{Kind: sayso.VoucherSource, Name: strings.TrimSuffix(v, "*"), Named: strings.HasSuffix(v, "*")})
			}
		}
		in.Claims = append(in.Claims, c)
		in.Articles = append(in.Articles, sayso.ArticleRecord{Article: article, Outlet: strings.TrimPrefix(outlet, "?")})
	}
	return in
}

func TestConstellations(t *testing.T) {
	raw, err := os.ReadFile("testdata/constellations.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(strings.TrimSpace(string(raw)), "\n\n")
	if len(cases) < 30 {
		t.Fatalf("only %d constellations", len(cases))
	}
	for _, c := range cases {
		lines := strings.Split(c, "\n")
		want := lines[len(lines)-1]
		g := Trace(input(t, lines[1:len(lines)-2]))
		var names []string
		for _, o := range g.Origins {
			names = append(names, o.Name)
			if len(o.Claims) == 0 || o.Why == nil || len(o.Why.Children) == 0 {
				t.Errorf("%s: %s has no way down to it", lines[0], o.Name)
			}
		}
		if got := fmt.Sprintf("%d %s", len(names), strings.Join(names, "; ")); got != want {
			t.Errorf("%s: %s, not %s", lines[0], got, want)
		}
	}
}

// drawn makes claims of a few articles.
func drawn(t *rapid.T) Input {
	var in Input
	for i := range rapid.IntRange(1, 8).Draw(t, "claims") {
		article := rapid.SampledFrom([]string{"a", "b", "c", "d"}).Draw(t, "article")
		c := sayso.Claim{N: i + 1, Article: article, Quote: rapid.SampledFrom([]string{
			"A bomb killed five people in a Mosul market on Friday", "Five died", `"We counted five bodies at the gate" he said`}).Draw(t, "quote")}
		for range rapid.IntRange(0, 2).Draw(t, "chain") {
			c.Chain = append(c.Chain, sayso.Voucher{
				Kind:  rapid.SampledFrom([]sayso.VoucherKind{sayso.VoucherOutlet, sayso.VoucherSource}).Draw(t, "kind"),
				Name:  rapid.SampledFrom([]string{"Reuters", "AP", "police", "police spokesman", "Ali Hassan", "Hassan", "a Reuters reporter"}).Draw(t, "name"),
				Named: rapid.Bool().Draw(t, "named")})
		}
		in.Claims = append(in.Claims, c)
	}
	outlets := map[string]string{"a": "AP", "b": "Reuters", "c": "", "d": "Gazette"}
	for a, o := range outlets {
		in.Articles = append(in.Articles, sayso.ArticleRecord{Article: a, Outlet: o})
	}
	return in
}

// Adding a copy of an article never raises the number of origins.
func TestACopyNeverRaisesTheCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawn(t)
		before := len(Trace(in).Origins)
		of := in.Claims[0].Article
		in.Articles = append(in.Articles, sayso.ArticleRecord{Article: "copy", Outlet: rapid.SampledFrom([]string{"", "AP", "Daily News"}).Draw(t, "outlet")})
		in.Copies = append(in.Copies, sayso.Copy{Article: "copy", Of: of, Kind: sayso.CopyExact})
		for _, c := range in.Claims {
			if c.Article == of {
				c.Article, c.N = "copy", len(in.Claims)+1
				in.Claims = append(in.Claims, c)
			}
		}
		if after := len(Trace(in).Origins); after > before {
			t.Fatalf("%d origins became %d", before, after)
		}
	})
}

// Every claim goes back to exactly one origin, and there are no more origins
// than claims.
func TestPartition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawn(t)
		g := Trace(in)
		seen := map[int]int{}
		for _, o := range g.Origins {
			for _, n := range o.Claims {
				seen[n]++
			}
		}
		for _, c := range in.Claims {
			if seen[c.N] != 1 || g.Count([]int{c.N}) != 1 {
				t.Fatalf("claim %d has %d origins", c.N, seen[c.N])
			}
		}
	})
}

func TestRating(t *testing.T) {
	for _, c := range []struct{ confirm, against, want int }{
		{0, 0, 6}, {1, 0, 3}, {2, 0, 2}, {3, 0, 1}, {9, 0, 1}, {3, 1, 2}, {2, 1, 3}, {1, 1, 4}, {1, 2, 5}, {0, 1, 5},
	} {
		if got := Credibility(c.confirm, c.against); got != c.want {
			t.Errorf("%d for, %d against: %d, not %d", c.confirm, c.against, got, c.want)
		}
	}
	in := input(t, []string{"a A1 | police | Police said five died", "b A2 | hospital | The hospital received five bodies"})
	in.Reliability = func(name string) string { return map[string]string{"hospital": "B"}[name] }
	g := Trace(in)
	if got := g.Rating([]int{1, 2}, nil); got != "B2" {
		t.Error(got)
	}
	if got := g.Rating([]int{1}, []int{2}); got != "F4" {
		t.Error(got)
	}
}

// The graph says who relies on whom.
func TestEdges(t *testing.T) {
	g := Trace(input(t, []string{"a Daily News | [Reuters] > army spokesman | Five died, an army spokesman told Reuters"}))
	if got := fmt.Sprint(g.Edges); got != "[{Daily News Reuters} {Reuters army spokesman}]" {
		t.Error(got)
	}
	if got := g.Origins[0].Why.Children[0].Message; got != "Daily News cites Reuters, which cites army spokesman" {
		t.Error(got)
	}
}

func FuzzReporterOf(f *testing.F) {
	f.Add("a Reuters reporter")
	f.Fuzz(func(t *testing.T, name string) {
		if of, is := reporterOf(name); !is && of != "" {
			t.Error(of)
		}
		essential(name)
		inMarks(name)
	})
}

func BenchmarkTrace(b *testing.B) {
	in := input(b, []string{"a Daily News | [Reuters] > army spokesman | Five died, an army spokesman told Reuters", "b AP | - | A bomb killed five people in a Mosul market on Friday", "c Gazette | army | The army said so"})
	for b.Loop() {
		Trace(in)
	}
}
