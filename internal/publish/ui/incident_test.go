package ui_test

import (
	"strings"
	"testing"
)

// The page of an incident tells the record: each field with its value and its
// range, who vouches for it and who dissents, the words one click away; the
// origins as a drawing and as a table that has the same; how it changed; why these
// reports are one.
func TestIncidentTellsTheRecord(t *testing.T) {
	b := openTab(t, storyDesk(t), 1280, "light")
	b.open("/incidents/karesh")
	b.eval("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
	text := func(css string) string {
		return strings.Join(strings.Fields(b.eval("[...document.querySelectorAll(`"+css+"`)].map((e) => e.innerText ?? e.textContent).join(' ')")), " ")
	}
	for css, want := range map[string][]string{
		"h1":                                    {"Falcons of the Hill bombed people in Karesh; 7 to 19 killed"},
		"#f-agent .value":                       {"Falcons of the Hill"},
		"#f-agent .voice:not(.against)":         {"Radio Benar citing A faction calling itself the Falcons of the Hill", "claimed"},
		"#f-agent .voice.against":               {"The interior ministry", "alleged", "blamed the Northern Front"},
		"[id='f-count:killed'] .scale text":     {"7", "14", "19", "low", "best, high"},
		"[id='f-count:killed'] .voice.against":  {"A doctor", "seven of the dead were children"},
		".graph text":                           {"Daren Holm", "the provincial hospital", "Lisker Courier", "The Daily Post"},
		".course":                               {"at least 14 police", "11 The governor's office", "Northern Front denied The Front", "19 the provincial hospital"},
		".why":                                  {"tell the same", "Lisker Courier", "Agence Meridian"},
		"#f-when, #f-where, #f-type":            {"10 March 2026", "“Tuesday”", "Karesh", "bombing", "independent origins"},
		"[id='f-count:injured'] .voice a[href]": {"injuring dozens, police said"},
	} {
		got := text(css)
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s does not say %q: %s", css, w, got)
			}
		}
	}
	// whoever is drawn stands in the table, and the other way round
	twin := text("table:has(caption, th) tbody")
	for _, name := range strings.Split(b.eval("[...document.querySelectorAll('.graph .origin text, .graph g text')].map((e) => e.textContent).join('|')"), "|") {
		if name = strings.TrimSpace(name); name != "" && !strings.Contains(strings.ToLower(twin), strings.ToLower(strings.TrimSuffix(name, "…"))) {
			t.Errorf("%q is drawn and stands in no table: %s", name, twin)
		}
	}
	if n := b.eval("String([...document.querySelectorAll('.voice')].filter((v) => !v.querySelector('a[href^=\"/articles/\"]')).length)"); n != "0" {
		t.Errorf("%s who vouch or dissent lead to no words", n)
	}
}
