package compare

import (
	"strings"
	"testing"

	"sayso"
)

func incident(id, kind string, edit func(*sayso.Incident)) *sayso.Incident {
	in := &sayso.Incident{ID: id, Type: kind, Status: sayso.StatusOccurred, Summary: id + ".", MentionSpan: sayso.Span{Start: 10, End: 30}, Articles: []string{"a-" + id},
		Fields: []sayso.Field{{Name: "status", Rule: "most certain"}}, Claims: []sayso.Claim{{N: 1, About: sayso.AboutIncident, Stance: sayso.StanceAsserted, Quote: "a bomb  went off"}}}
	if edit != nil {
		edit(in)
	}
	return in
}

func side(list ...*sayso.Incident) *Set {
	s := NewSet()
	for _, in := range list {
		s.Add(in)
	}
	return s
}

func TestSets(t *testing.T) {
	two := 2
	before := side(incident("i1", "bombing", nil), incident("i2", "bombing", nil), incident("i3", "arrest", nil), incident("i4", "attack", nil), incident("i5", "riot", nil))
	after := side(incident("i1", "bombing", nil),
		incident("i2", "bombing", func(in *sayso.Incident) {
			in.Status, in.Fields[0].Rule = sayso.StatusDenied, "by hand"
			in.Claims = append(in.Claims, sayso.Claim{N: 2, About: sayso.AboutIncident, Stance: sayso.StanceDenied, Quote: "no bomb", Chain: []sayso.Voucher{{Name: "the army"}}})
			in.Deaths = &sayso.Deaths{Low: &two}
		}),
		incident("i9", "arrest", func(in *sayso.Incident) { in.Former = []string{"i3"}; in.Articles = []string{"a-i3"} }),
		incident("i8", "shelling", func(in *sayso.Incident) { in.Articles = []string{"a-i4"}; in.MentionSpan.Start = 25 }),
		incident("i7", "protest", nil))
	got := Sets(before, after).String()
	want := `- i5 i5.
    none of its articles is there: a-i5
+ i7 i7.
    none of its articles was there: a-i7
~ i2 i2.
    deaths: "" → "low 2, best , high "
        the same words by the same rule, read otherwise
    status: "occurred" → "denied"
        rule: "most certain" → "by hand"
        claim that came: denied “no bomb” (the army)
~ i8 i8.
    was i4; the same by words of the same article
    type: "attack" → "shelling"
        the same words by the same rule, read otherwise
1 appeared, 1 went, 2 changed, 2 are the same
`
	if got != want {
		t.Errorf("%s", got)
	}
}

// What a value was read from is said, and the versions where they differ; an id
// that was masked on one side is the other's.
func TestVersions(t *testing.T) {
	before := side(incident("i1", "riot", func(in *sayso.Incident) {
		in.Articles, in.When, in.Where = []string{"john-doe"}, &sayso.When{Earliest: 17000, Latest: 17000, Words: "on Monday"}, &sayso.Place{Name: "Tripoli", ID: "geonames:1", Chosen: "the largest"}
	}))
	after := side(incident("i1", "riot", func(in *sayso.Incident) {
		in.Articles, in.When, in.Where = []string{sayso.ContentID("a", "john-doe")}, &sayso.When{Earliest: 17001, Latest: 17001, Words: "the next day"}, &sayso.Place{Name: "Tripoli", ID: "geonames:2", Chosen: "near Beirut"}
	}))
	before.Version, after.Version = "sayso 1", "sayso 2"
	got := Sets(before, after).String()
	want := `before  sayso 1
after   sayso 2
~ i1 i1.
    when: "2016-07-18" → "2016-07-19"
        read from: “on Monday” → “the next day”
    where: "Tripoli (geonames:1)" → "Tripoli (geonames:2)"
        read from: “Tripoli” the largest → “Tripoli” near Beirut
0 appeared, 0 went, 1 changed, 0 are the same
`
	if got != want {
		t.Errorf("%s", got)
	}
}

func TestNothingDiffers(t *testing.T) {
	if got := Sets(side(incident("i1", "riot", nil)), side(incident("i1", "riot", nil))).String(); !strings.HasPrefix(got, "0 appeared, 0 went, 0 changed, 1 ") {
		t.Error(got)
	}
}

func TestLine(t *testing.T) {
	s := NewSet()
	if err := s.Line(&Line{}); err == nil {
		t.Error("an empty line was taken")
	}
	if err := s.Line(&Line{Article: "a", Incidents: []sayso.Incident{*incident("i1", "riot", nil)}}); err != nil || len(s.all) != 1 || !s.Articles["a"] {
		t.Errorf("%v %v", err, s)
	}
}
