package learn

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/eval/gold"
	"sayso/internal/eval/reporttest"
	"sayso/internal/lexicon"
)

// Every file of the codings names an article as it is, and codes it by the guide.
func TestCodings(t *testing.T) {
	t.Chdir(reporttest.Root(t))
	data := reporttest.Shared(t, "data")
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{Standard.Coded, Blind} {
		coded, err := codings(dir, &corpora{data: data})
		if err != nil {
			t.Fatal(err)
		}
		for i := range coded {
			for k := range coded[i].Gold {
				if why := wrong(&coded[i].Gold[k], lex); why != "" {
					t.Errorf("%s %s: %s", coded[i].Article.ID, coded[i].Gold[k].ID, why)
				}
			}
		}
	}
}

// wrong says where a coded incident breaks the guide.
func wrong(g *gold.Incident, lex *lexicon.Lexicon) string {
	if _, ok := lex.Type(g.Type); !ok {
		return "type " + g.Type
	}
	switch {
	case g.Salience != "main" && g.Salience != "background":
		return "salience " + g.Salience
	case !slices.Contains([]string{"occurred", "attempted", "threatened", "denied"}, g.Status):
		return "status " + g.Status
	case strings.TrimSpace(g.Mention) == "":
		return "no mention"
	case !slices.ContainsFunc(g.Claims, func(c gold.Claim) bool { return c.About == sayso.AboutIncident }):
		return "no claim that it happened"
	}
	if w := g.When; w != nil {
		for _, s := range []*string{w.Earliest, w.Latest} {
			if s == nil {
				continue
			}
			if _, err := sayso.ParseDay(*s); err != nil {
				return err.Error()
			}
		}
	}
	for _, c := range g.Counts {
		if c.Min != nil && c.Max != nil && *c.Min > *c.Max {
			return "count " + c.String()
		}
	}
	for _, a := range g.Actors {
		if !slices.Contains([]string{"agent", "target", "party"}, a.Role) {
			return "role " + a.Role
		}
	}
	return ""
}

func TestInWords(t *testing.T) {
	read := func(s string) (v any) {
		if err := json.Unmarshal([]byte(s), &v); err != nil {
			t.Fatal(err)
		}
		return v
	}
	got, err := inWords(read(`[{"mention":[0,4],"min":2,"weapons":[[5,8],[0,1]],"from":null,"counts":[]}]`), "Bomb war")
	if want := read(`[{"mention":"Bomb","min":2,"weapons":["war","B"],"from":null,"counts":[]}]`); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v %v", got, err)
	}
	for _, s := range []string{`{"a":[-1,2]}`, `{"a":[3,3]}`, `[[0,9]]`} {
		if got, err := inWords(read(s), "Bomb war"); err == nil {
			t.Errorf("%s: %v", s, got)
		}
	}
}

// What cannot be read is said, with its reason.
func TestCodingsRefused(t *testing.T) {
	from := &corpora{data: t.TempDir(), read: map[string]map[string]sayso.Article{"muc": {"muc-1": {ID: "muc-1", Text: "A bomb."}}}}
	const sum = "b4ea21d0ae69e0fa2d7ed0a8ed2aa7c6a6a3e3d6c6c4a0a5d0a2d1d0f3b7a7aa"
	for coded, why := range map[string]string{
		`{`:                         "unexpected end",
		`{"article":"muc-2"}`:       "not in its corpus",
		`{"article":"novel-1"}`:     "of no corpus that is known",
		`{"article":"polnear-nyt"}`: "no such file",
		`{"article":"muc-1","sha256":"` + sum + `"}`: "not the text that was coded",
	} {
		if _, err := readCoding([]byte(coded), from); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%s: %v", coded, err)
		}
	}
	if _, err := codings(t.TempDir(), from); err == nil {
		t.Error("an empty folder is no error")
	}
}
