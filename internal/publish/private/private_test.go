package private

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sayso"
)

var salem = []sayso.Person{{Name: "Mohammed Salem", Forms: []string{"Mohammed Salem", "Mohammed", "Salem"}, Private: true, Reason: "victim",
	Description: "a 20-year-old man from Rafah"}, {Name: "Ali Nasr", Forms: []string{"Ali Nasr"}, Reason: "mayor", Description: "a mayor"}}

func TestText(t *testing.T) {
	n := Of(salem)
	for in, want := range map[string]string{
		"Mohammed Salem":                            "a 20-year-old man from Rafah",
		"Salem's mother":                            "[a 20-year-old man from Rafah]'s mother",
		"mayor Ali Nasr":                            "mayor Ali Nasr",
		"Mr. Salem, 20,":                            "[a 20-year-old man from Rafah], 20,",
		"MOHAMMED SALEM SHOT DEAD":                  "[a 20-year-old man from Rafah] SHOT DEAD",
		"Mohammed A. Salem died":                    "[a 20-year-old man from Rafah] died",
		"Mohammed\nSalem died":                      "[a 20-year-old man from Rafah] died",
		"Möhammed-Salem died":                       "[a 20-year-old man from Rafah] died",
		"Salemite":                                  "Salemite",
		"@mohammedsalem wrote":                      "@[a 20-year-old man from Rafah] wrote",
		"M. Salem died":                             "[a 20-year-old man from Rafah] died",
		"Plan B. Salem died":                        "Plan B. [a 20-year-old man from Rafah] died",
		"#JusticeForSalem now":                      "#[a 20-year-old man from Rafah] now",
		"see https://x.example/tag/salem for":       "see https://x.example/tag/a-20-year-old-man-from-rafah for",
		"see www.x.example/mohammed%20salem?q=1 ok": "see www.x.example/a-20-year-old-man-from-rafah?q=1 ok",
		"see https://x.example/ali-nasr":            "see https://x.example/ali-nasr",
		"":                                          "",
	} {
		if got := n.Text(in); got != want {
			t.Errorf("Text(%q) = %q, want %q", in, got, want)
		}
	}
}

// The full name of somebody public stays, also where it holds a word of a
// private name.
func TestPublicNamesStay(t *testing.T) {
	n := Of([]sayso.Person{{Name: "Usman Khan", Forms: []string{"Usman Khan", "Usman", "Khan"}, Private: true, Description: "a suspect"},
		{Name: "Sadiq Khan", Forms: []string{"Sadiq Khan"}}})
	for in, want := range map[string]string{"Mayor Sadiq Khan on Khan": "Mayor Sadiq Khan on [a suspect]", "Sadiq A. Khan": "Sadiq A. [a suspect]", "Usman Khan": "a suspect"} {
		if got := n.Text(in); got != want {
			t.Errorf("Text(%q) = %q, want %q", in, got, want)
		}
	}
	if got, want := n.Address("https://x.example/sadiq-khan-on-khan"), "https://x.example/sadiq-khan-on-a-suspect"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAddress(t *testing.T) {
	n := Of(salem)
	for in, want := range map[string]string{
		"https://x.example/2019/mohammed-salem-shot": "https://x.example/2019/a-20-year-old-man-from-rafah-shot",
		"https://x.example/Mohammed%20Salem":         "https://x.example/a-20-year-old-man-from-rafah",
		"https://x.example/tag/salem?id=3":           "https://x.example/tag/a-20-year-old-man-from-rafah?id=3",
		"https://mohammedsalem.example/":             "https://a-20-year-old-man-from-rafah.example/",
		"https://x.example/ali-nasr":                 "https://x.example/ali-nasr",
		"https://x.example/mohammed%2520salem":       "https://x.example/a-20-year-old-man-from-rafah",
		"https://x.example/50%-mohammed%20salem":     "https://x.example/50%-a-20-year-old-man-from-rafah",
		"https://x.example/mohammedsa-lem":           "https://x.example/a-20-year-old-man-from-rafah",
		"https://x.example/MOHAMMED_SALEM_1.html":    "https://x.example/a-20-year-old-man-from-rafah_1.html",
	} {
		if got := n.Address(in); got != want {
			t.Errorf("Address(%q) = %q, want %q", in, got, want)
		}
	}
}

// A word that is a name by itself and also one written together is found twice.
func TestAddressFoundTwice(t *testing.T) {
	n := Of([]sayso.Person{{Name: "Salem Ali", Forms: []string{"Salem Ali", "Salemali", "Salem"}, Private: true, Description: "a man"}})
	for in, want := range map[string]string{"Salemali": "a-man", "x.example/salemali-shot": "x.example/a-man-shot"} {
		if got := n.Address(in); got != want {
			t.Errorf("Address(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestHideKeepsOffsets(t *testing.T) {
	s := "Ms Salem met Ali Nasr. MOHAMMED SALEM"
	got := Of(salem).Hide(s)
	if got != "Ms xxxxx met Ali Nasr. xxxxxxxx xxxxx" {
		t.Errorf("%q", got)
	}
}

func TestUndecidedIsRefused(t *testing.T) {
	if _, err := Incident(&sayso.Incident{ID: "i"}); !errors.Is(err, ErrUndecided) {
		t.Errorf("%v", err)
	}
	if got, err := Record(&sayso.ArticleRecord{Article: "a", Title: "Salem marries", URL: "https://x.example/salem", Terms: []string{"salem"}}); err != nil || got.Title+got.URL != "" || got.Terms != nil {
		t.Errorf("of what was not read for people something is left: %+v, %v", got, err)
	}
	if _, err := Record(&sayso.ArticleRecord{Article: "a", Incidents: []sayso.Incident{{ID: "i"}}}); !errors.Is(err, ErrUndecided) {
		t.Errorf("%v", err)
	}
}

func TestNothingToWithholdIsUnchanged(t *testing.T) {
	in := &sayso.Incident{ID: "i", Mention: "Salem", People: salem[1:]}
	if got, err := Incident(in); err != nil || got != in {
		t.Errorf("%v, %v", got, err)
	}
}

// No form of a private name is left in anything that a masked record holds,
// wherever it stood and however it was written; ids and numbers stay.
func TestNoNameLeaks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people := []sayso.Person{}
		for i := range rapid.IntRange(1, 3).Draw(t, "people") {
			given, family := name(t, "given")+fmt.Sprint(2*i), name(t, "family")+fmt.Sprint(2*i+1)
			people = append(people, sayso.Person{Name: given + " " + family, Forms: []string{given + " " + family, given, family},
				Private: i == 0 || rapid.Bool().Draw(t, "private"), Description: "a person"})
		}
		rec := filled(t, people)
		got, err := Record(rec)
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(got)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range people {
			for _, f := range p.Forms {
				if p.Private && strings.Contains(fold(string(b)), fold(f)) {
					t.Fatalf("%s is left in %s", f, b)
				}
			}
		}
		if got.Incidents[0].Claims[0].N != 1 || got.Incidents[0].ID != "i1" {
			t.Fatalf("%s", b)
		}
	})
}

// name draws a name that occurs in no other word of the records.
func name(t *rapid.T, label string) string {
	return rapid.SampledFrom([]string{"Zx", "Qé", "Őz", "Wk", "Жу"}).Draw(t, label) + rapid.StringMatching(`[a-zéüж]{4,8}`).Draw(t, label)
}

// filled is a record that names people in all its texts.
func filled(t *rapid.T, people []sayso.Person) *sayso.ArticleRecord {
	say := func(label string) string {
		p := rapid.SampledFrom(people).Draw(t, label)
		f := rapid.SampledFrom(p.Forms).Draw(t, label)
		switch rapid.IntRange(0, 7).Draw(t, label) {
		case 0:
			f = strings.ToUpper(f)
		case 1:
			f = strings.ReplaceAll(f, " ", "\n")
		case 2:
			f = "#JusticeFor" + strings.ReplaceAll(f, " ", "") + "Now"
		case 3:
			f = "https://y.example/" + strings.ToLower(strings.ReplaceAll(f, " ", "%20"))
		case 4:
			f = "(www.y.example/tag/" + strings.ToLower(strings.ReplaceAll(f, " ", "-")) + ")"
		}
		return rapid.SampledFrom([]string{"", "said Mr ", "“"}).Draw(t, label) + f + rapid.SampledFrom([]string{"", "'s son", " died", "-led", "” he"}).Draw(t, label)
	}
	slug := func() string {
		p := rapid.SampledFrom(people).Draw(t, "slug")
		return "https://x.example/" + rapid.SampledFrom([]string{"-", "_", "%20", "+"}).Draw(t, "gap") + strings.ToLower(strings.ReplaceAll(p.Name, " ", "-")) + "/1"
	}
	in := sayso.Incident{ID: "i1", People: people, Actors: []sayso.Actor{{}}, Counts: []sayso.Count{{}}, Weapons: []string{""},
		Claims: []sayso.Claim{{N: 1, Chain: []sayso.Voucher{{}}, Why: sayso.Because("", "", sayso.Because("", ""))}}, Fields: []sayso.Field{{}}, Origins: []sayso.Origin{{}},
		When: &sayso.When{}, Why: &sayso.Reasons{Event: sayso.Because("", "")}}
	in.People = nil
	sayso.Texts(&in, func(s *string) { *s = say("text") })
	in.ID, in.People, in.Former = "i1", people, nil
	in.Where = &sayso.Place{Name: people[0].Name}
	in.Articles = []string{slug()}
	return &sayso.ArticleRecord{Article: slug(), URL: slug(), Title: say("title"), Outlet: say("outlet"), People: people,
		Terms: []string{strings.ToLower(people[0].Forms[1]), "other"}, Incidents: []sayso.Incident{in}}
}
