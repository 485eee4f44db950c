package assemble_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/document"
)

// The piece that started it all: an opinion page that tells of rockets in its own
// voice, of a claim of responsibility, and of a medium's report whose words go on
// over several paragraphs.
func TestSeed(t *testing.T) {
	b, err := os.ReadFile("../../../../shared/seed/article.txt")
	if err != nil {
		t.Skipf("needs ../shared: %v", err)
	}
	p, err := chain()
	if err != nil {
		t.Fatal(err)
	}
	title, body, _ := strings.Cut(string(b), "\n")
	d, err := p.Run(t.Context(), &sayso.Article{ID: "seed", Title: title, Text: strings.TrimSpace(body), Language: "en"}, document.LayerIncidents)
	if err != nil {
		t.Fatal(err)
	}
	in := d.Incidents
	rockets := slices.IndexFunc(in, func(x sayso.Incident) bool { return x.Type == "shelling" && x.Where != nil && x.Where.Name == "Eilat" })
	if rockets < 0 {
		t.Fatal("no shelling of Eilat")
	}
	if x := in[rockets]; x.From == nil || x.From.Name != "Sinai" || field(&x, "count:weapons-launched") != "7-10" || field(&x, "count:intercepted") != "3-" {
		t.Errorf("rockets on Eilat: %s", x.Summary)
	}
	said := func(x *sayso.Incident, about, by string, stance sayso.Stance) bool {
		return slices.ContainsFunc(x.Claims, func(c sayso.Claim) bool {
			return c.About == about && c.Stance == stance && (len(c.Chain) == 0 && by == "" || len(c.Chain) > 0 && c.Chain[len(c.Chain)-1].Name == by)
		})
	}
	if x := &in[rockets]; !said(x, sayso.AboutAgent, "ISIS", sayso.StanceClaimed) || !said(x, sayso.AboutIncident, "", sayso.StanceAsserted) {
		t.Errorf("the article tells of the rockets, ISIS of its part: %+v", x.Claims)
	}
	for i := range in {
		for _, a := range in[i].Actors {
			if a.Role == sayso.RoleAgent && a.Name == "Israel" {
				t.Errorf("who intercepted the rockets is taken for who fired them: %s", in[i].Summary)
			}
		}
		times := slices.ContainsFunc(in[i].Claims, func(c sayso.Claim) bool { return len(c.Chain) > 0 && c.Chain[0].Name == "Times of Israel" })
		switch in[i].Type {
		case "arrest", "release":
			if !times || said(&in[i], sayso.AboutAgent, "", sayso.StanceAsserted) {
				t.Errorf("%s rests on the report of the Times of Israel: %+v", in[i].Summary, in[i].Claims)
			}
		case "threat":
			if times {
				t.Errorf("%s is told by the page itself: %+v", in[i].Summary, in[i].Claims)
			}
		}
	}
}

// field is the value chosen for a field.
func field(x *sayso.Incident, name string) string {
	for _, f := range x.Fields {
		if f.Name == name {
			return f.Value
		}
	}
	return ""
}
