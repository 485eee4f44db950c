package lexicon

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func load(t *testing.T) *Lexicon {
	t.Helper()
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// folder writes files into a user's folder; names may hold a directory.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestTypesAreThoseOfTheGuide(t *testing.T) {
	l := load(t)
	byFamily := map[string]string{
		"force":   "armed-clash shelling air-strike bombing attack sexual-violence property-attack",
		"street":  "protest riot crackdown",
		"custody": "arrest release abduction",
		"sides":   "defection takeover agreement troop-movement",
		"words":   "threat sanction",
	}
	n := 0
	for family, ids := range byFamily {
		for id := range strings.FieldsSeq(ids) {
			n++
			got, ok := l.Type(id)
			if !ok || got.Family != family {
				t.Errorf("type %s: family %q, want %q", id, got.Family, family)
			}
			if got.Label == "" || got.Definition == "" {
				t.Errorf("type %s lacks a label or a definition", id)
			}
		}
	}
	if len(l.Types) != n {
		t.Errorf("%d types, the guide has %d", len(l.Types), n)
	}
}

func TestEveryTypeMapsInEveryCrosswalk(t *testing.T) {
	l := load(t)
	for _, scheme := range []string{"acled", "plover", "cameo", "ucdp", "muc4"} {
		c := l.Crosswalk(scheme)
		if c == nil {
			t.Errorf("no crosswalk %s", scheme)
			continue
		}
		for _, typ := range l.Types {
			if len(c.Of(typ.ID)) == 0 {
				t.Errorf("%s: %s does not map", scheme, typ.ID)
			}
		}
		for _, m := range c.Mappings {
			if (m.Fit == "none") != (m.Code == "-") {
				t.Errorf("%s: %s: fit %s with code %s", scheme, m.Type, m.Fit, m.Code)
			}
		}
	}
}

func TestUserAddsAType(t *testing.T) {
	files := map[string]string{"types.tsv": "id\tfamily\tlabel\ttriggers\ncyber-attack\tforce\tcyber attack\thack|deface\n"}
	if _, err := LoadWith(folder(t, files)); err == nil || !strings.Contains(err.Error(), `type "cyber-attack" has no line in crosswalks/`) {
		t.Errorf("a type without mappings: %v", err)
	}
	for _, s := range []string{"acled", "plover", "cameo", "ucdp", "muc4"} {
		files["crosswalks/"+s+".tsv"] = "type\tcode\tname\tfit\ncyber-attack\t-\toutside the scheme\tnone\n"
	}
	l, err := LoadWith(folder(t, files))
	if err != nil {
		t.Fatal(err)
	}
	got, ok := l.Type("cyber-attack")
	if !ok || got.Label != "cyber attack" || strings.Join(got.Triggers, " ") != "hack deface" {
		t.Errorf("got %+v", got)
	}
	if len(load(t).Types)+1 != len(l.Types) {
		t.Errorf("%d types", len(l.Types))
	}
}

func TestUserRenamesATypeAndItsMappingsMove(t *testing.T) {
	l, err := LoadWith(folder(t, map[string]string{
		"types.tsv":            "id\twas\tlabel\nkidnapping\tabduction\tkidnapping\n",
		"crosswalks/acled.tsv": "type\tcode\tname\tfit\nkidnapping\tStrategic developments\tOther\tclose\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	if got := l.TypeID("abduction"); got != "kidnapping" {
		t.Errorf("abduction is published as %q", got)
	}
	if got := l.TypeID("attack"); got != "attack" {
		t.Errorf("attack is published as %q", got)
	}
	if m := l.Crosswalk("cameo").Of("kidnapping"); len(m) != 1 || m[0].Code != "18" {
		t.Errorf("cameo: %v", m)
	}
	if m := l.Crosswalk("acled").Of("kidnapping"); len(m) != 1 || m[0].Name != "Other" {
		t.Errorf("acled: %v", m)
	}
	if typ, _ := l.Type("kidnapping"); typ.Family != "custody" || typ.Definition == "" {
		t.Errorf("renaming lost family or definition: %+v", typ)
	}
}

func TestWhatIsWrongIsNamedWithFileAndLine(t *testing.T) {
	cases := []struct{ name, file, text, want string }{
		{"family", "types.tsv", "id\tfamily\nx\tfun\n", `types.tsv:2: family "fun" of type "x" is none of`},
		{"id", "types.tsv", "id\tfamily\nX y\tforce\n", `types.tsv:2: "X y" is no id`},
		{"twice", "types.tsv", "id\tfamily\nx\tforce\n\nx\tforce\n", `types.tsv:4: type "x" twice`},
		{"rename", "types.tsv", "id\twas\nx\tnothing\n", `types.tsv:2: no type "nothing" to rename`},
		{"taken", "types.tsv", "id\twas\nattack\triot\n", `types.tsv:2: type "attack" exists`},
		{"column", "types.tsv", "id\tcolour\nx\tred\n", `types.tsv:1: unknown column "colour"`},
		{"no column", "types.tsv", "family\nforce\n", `types.tsv:1: no column "id"`},
		{"double column", "types.tsv", "id\tid\nx\ty\n", `types.tsv:1: column "id" twice`},
		{"cells", "types.tsv", "id\nx\ty\n", "types.tsv:2: 2 cells under 1 columns"},
		{"bytes", "types.tsv", "id\tfamily\nx\xff\tforce\n", "types.tsv:2: not UTF-8"},
		{"empty", "types.tsv", "# nothing\n", "types.tsv: no line of column names"},
		{"mapping", "crosswalks/acled.tsv", "type\tcode\tname\tfit\nwalk\tx\ty\texact\n", `acled.tsv:2: no type "walk"`},
		{"fit", "crosswalks/acled.tsv", "type\tcode\tname\tfit\nriot\tx\ty\tperhaps\n", "acled.tsv:2: needs a code"},
		{"scheme", "crosswalks/mine.tsv", "type\tcode\tname\tfit\nriot\tx\ty\tclose\n", "has no line in crosswalks/mine.tsv"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := LoadWith(folder(t, map[string]string{c.file: c.text}))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestFolderThatIsNone(t *testing.T) {
	if _, err := LoadWith(filepath.Join(t.TempDir(), "absent")); err == nil {
		t.Error("an absent folder was read")
	}
	if _, err := LoadWith(filepath.Join(folder(t, map[string]string{"f": ""}), "f")); err == nil {
		t.Error("a file was read as a folder")
	}
}

func FuzzReadTable(f *testing.F) {
	f.Add("id\tfamily\nx\tforce\n")
	f.Add("\ufeffid\r\n\xff\n")
	f.Fuzz(func(t *testing.T, text string) {
		rows, err := readTable(strings.NewReader(text), "f", []string{"id"}, []string{"family"})
		if err == nil {
			for _, r := range rows {
				_, _ = r.get("id"), r.list("family")
			}
		}
	})
}
