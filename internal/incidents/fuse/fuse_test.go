package fuse

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sayso"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// member reads "article day | what value | source [denied]".
func member(t testing.TB, line string) Member {
	t.Helper()
	f := strings.Split(line, " | ")
	article, published, _ := strings.Cut(f[0], " ")
	what, value, _ := strings.Cut(f[1], " ")
	source, denied := strings.CutSuffix(f[2], " denied")
	rec := &sayso.ArticleRecord{Article: article, Published: day(t, published)}
	in := &sayso.Incident{ID: article + "i", Type: "bombing", Status: sayso.StatusOccurred, Salience: sayso.SalienceMain}
	c := sayso.Claim{N: 1, About: sayso.AboutIncident, Value: value, Stance: sayso.StanceAsserted, Quote: line,
		Chain: []sayso.Voucher{{Kind: sayso.VoucherSource, Name: source}}}
	if denied {
		c.Stance = sayso.StanceDenied
	}
	field := sayso.Field{Name: what, Value: value, For: []int{1}}
	switch what {
	case "killed":
		n, err := strconv.Atoi(value)
		if err != nil {
			t.Fatal(err)
		}
		c.About, field.Name = sayso.AboutCount+what, sayso.AboutCount+what
		in.Counts = []sayso.Count{{What: what, Min: &n, Max: &n, Words: value, Claim: 1}}
	case "when":
		from, to, ok := strings.Cut(value, "..")
		if !ok {
			to = from
		}
		in.When = &sayso.When{Earliest: day(t, from), Latest: day(t, to), Words: value}
	case "where":
		name, level, _ := strings.Cut(value, " ")
		field.Value = name
		in.Where = &sayso.Place{Name: name, Level: sayso.Level(level), Country: "PH", Admin1: map[string]string{"Jolo": "SLU", "Sulu": "SLU"}[name]}
	}
	in.Claims, in.Fields = []sayso.Claim{c}, []sayso.Field{field}
	return Member{rec, in}
}

func day(t testing.TB, s string) sayso.Day {
	d, err := sayso.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// sources counts the sources of claims, each once.
func sources(p *Pool) Support {
	return func(claims []int) int {
		names := map[string]bool{}
		for _, n := range claims {
			names[p.Claims[n-1].Chain[0].Name] = true
		}
		return len(names)
	}
}

func TestTexts(t *testing.T) {
	const file = "testdata/fields.txt"
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, c := range strings.Split(strings.TrimSpace(string(raw)), "\n\n") {
		head, want, _ := strings.Cut(c, "----")
		lines := strings.Split(strings.TrimSpace(head), "\n")
		var members []Member
		for _, l := range lines[1:] {
			members = append(members, member(t, l))
		}
		p := Gather(members)
		in := p.Incident("x", &Standard, sources(p))
		got := show(&in, p)
		out = append(out, head+"----\n"+got)
		if !*update && got != strings.TrimSpace(want) {
			t.Errorf("%s\ngot:\n%s\nwant:\n%s", lines[0], got, want)
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.Join(out, "\n\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func show(in *sayso.Incident, p *Pool) string {
	var out []string
	who := func(claims []int) string {
		var names []string
		for _, n := range claims {
			names = append(names, p.Claims[n-1].Article)
		}
		slices.Sort(names)
		return strings.Join(names, " ")
	}
	for _, f := range in.Fields {
		out = append(out, fmt.Sprintf("%s %s | for %s | against %s | changed %s | %s", f.Name, f.Value, who(f.For), who(f.Against), who(f.Changed), f.Rule))
	}
	if d := in.Deaths; d != nil {
		out = append(out, fmt.Sprintf("deaths %s / %s / %s", end(d.Low), end(d.Best), end(d.High)))
	}
	return strings.Join(out, "\n")
}

func end(n *int) string {
	if n == nil {
		return "?"
	}
	return strconv.Itoa(*n)
}

// A rule can be replaced.
func TestRulesAreReplaceable(t *testing.T) {
	rules := Standard
	rules.Count = Rule{"the lowest", func(c *Candidate) []int {
		n, _ := strconv.Atoi(c.Value)
		return []int{-n}
	}}
	p := Gather([]Member{member(t, "a 2019-01-27 | killed 27 | police"), member(t, "b 2019-01-27 | killed 20 | army"), member(t, "c 2019-01-27 | killed 27 | mayor")})
	in := p.Incident("x", &rules, sources(p))
	if f := in.Fields[0]; f.Value != "20" || !strings.HasPrefix(f.Rule, "the lowest") {
		t.Errorf("%+v", f)
	}
}

// No claim is lost, and none is both for and against a value.
func TestEveryClaimIsKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var members []Member
		n := rapid.IntRange(1, 6).Draw(t, "members")
		for i := range n {
			members = append(members, memberOf(fmt.Sprint("a", i), rapid.IntRange(1, 4).Draw(t, "killed"), sayso.Day(rapid.IntRange(1, 3).Draw(t, "day"))))
		}
		p := Gather(members)
		in := p.Incident("x", &Standard, sources(p))
		if len(in.Claims) != n || n > 1 && len(in.Articles) != n {
			t.Fatalf("%d claims of %d", len(in.Claims), n)
		}
		f := in.Fields[0]
		if n > 1 && len(f.For)+len(f.Against)+len(f.Changed) != n {
			t.Fatalf("%+v", f)
		}
		if d := in.Deaths; n > 1 && (d == nil || *d.Low > *d.Best || *d.Best > *d.High) {
			t.Fatalf("%+v", d)
		}
	})
}

func memberOf(article string, killed int, published sayso.Day) Member {
	in := &sayso.Incident{ID: article, Claims: []sayso.Claim{{N: 1, About: "count:killed", Value: fmt.Sprint(killed), Chain: []sayso.Voucher{{Name: article}}}},
		Counts: []sayso.Count{{What: "killed", Min: &killed, Max: &killed, Claim: 1}}, Fields: []sayso.Field{{Name: "count:killed", Value: fmt.Sprint(killed), For: []int{1}}}}
	return Member{&sayso.ArticleRecord{Article: article, Published: published}, in}
}
