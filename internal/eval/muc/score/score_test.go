package score

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sayso/internal/eval/muc/corpus"
	"sayso/internal/eval/reporttest"
)

// TestWorkedExamples holds the scorer to the examples of the scoring guidelines
// (v7), by their sections.
func TestWorkedExamples(t *testing.T) {
	for _, x := range []struct {
		section       string
		slot          int
		response, key string
		want          Grade
	}{
		{"3.1.1.1", HumanDescription, `"THE 3 PEASANTS"`, `"PEASANTS"`, Correct},
		{"3.1.1.1", HumanDescription, `"OLD PEASANTS WHO WERE WITNESSES"`, `"PEASANTS" / "OLD PEASANTS"`, Correct},
		{"3.1.1.1", PhysicalID, `""FOO""`, `"\"FOO\"" / "FOO"`, Correct},
		{"3.1.1.2", HumanDescription, `"THE 3 PEASANTS, WHICH THE GOVERNMENT ADMITTED WAS A MISTAKE"`, `"PEASANTS"`, Partial},
		{"3.1.1.2", HumanName, `"TORRES"`, `"ALBERTO ROBERTO TORRES"`, Partial},
		{"3.1.1.2", OrganizationID, `"BRIGADE"`, `"6TH INFANTRY BRIGADE"`, Partial},
		{"3.2.2", Date, `26 AUG 89`, `25 AUG 89 - 26 AUG 89`, Partial},
		{"3.2.2", Date, `26 AUG 89`, `- 26 AUG 89`, Partial},
		{"3.2.2", Date, `25 AUG 89`, `- 26 AUG 89`, Partial},
		{"3.2.2", Date, `- 26 AUG 89`, `25 AUG 89 - 26 AUG 89`, Partial},
		{"3.2.2", Date, `- 26 AUG 89`, `26 AUG 89`, Partial},
		{"3.2.2", Date, `- 26 AUG 89`, `16 AUG 89`, Incorrect},
		{"3.2.2", Date, `- 26 AUG 89`, `25 AUG 89`, Incorrect},
		{"3.2.2", Date, `- 26 AUG 89`, `24 AUG 89 - 25 AUG 89`, Incorrect},
		{"3.2.3", Location, `COLOMBIA: MEDELLIN (CITY)`, `COLOMBIA: MEDELLIN (CITY) - CALI (CITY)`, Partial},
		{"3.2.3", Location, `BOLIVIA: ANTIOQUIA (DEPARTMENT): MEDELLIN (CITY)`, `COLOMBIA: ANTIOQUIA (DEPARTMENT): MEDELLIN (CITY)`, Partial},
		{"3.2.3", Location, `COLOMBIA`, `COLOMBIA: MEDELLIN (CITY)`, Partial},
		{"3.2.3", Location, `COLOMBIA: CALI (CITY)`, `COLOMBIA: ANTIOQUIA (DEPARTMENT): MEDELLIN (CITY)`, Partial},
		{"3.2.3", Location, `COLOMBIA: CALI (CITY)`, `COLOMBIA`, Partial},
		{"3.2.4", Type, `ATTACK`, `BOMBING`, Partial},
		{"3.2.4", Type, `BOMBING`, `ATTACK`, Incorrect},
		{"3.2.5", Stage, `ACCOMPLISHED`, `ATTEMPTED`, Incorrect},
		{"3.2.7", InstrumentType, `GUN: "AK-47"`, `MACHINE GUN: "AK-47"`, Partial},
		{"3.2.7", InstrumentType, `GUN: "BULLET"`, `MACHINE GUN: "-"`, Partial},
		{"3.2.7", InstrumentType, `MACHINE GUN: "AK-47"`, `GUN: "AK-47"`, Incorrect},
		{"3.2.10", OrganizationID, `"ARMY OF NATIONAL LIBERATION (ELN)"`, `"ARMY OF NATIONAL LIBERATION" / "ELN"`, Correct},
		{"3.2.11", Confidence, `SUSPECTED OR ACCUSED: "X"`, `SUSPECTED OR ACCUSED BY AUTHORITIES: "Y"`, Partial},
		{"3.1.2", Confidence, `POSSIBLE: "X"`, `POSSIBLE: "Y"`, Partial},
		{"3.1.2", Confidence, `POSSIBLE: "X"`, `ACQUITTED: "X"`, Incorrect},
		{"3.2.13", PhysicalType, `POLITICAL FIGURE OFFICE OR RESIDENCE: "X"`, `GOVERNMENT OFFICE OR RESIDENCE: "X"`, Partial},
		{"3.2.14", PhysicalNumber, `7: "PYLONS"`, `5 - 7: "PYLONS"`, Partial},
		{"3.2.14", PhysicalNumber, `7: "THINGS"`, `5 - 7: "PYLONS"`, Partial},
		{"3.2.14", PhysicalNumber, `7: "PYLONS"`, `~7: "PYLONS"`, Partial},
		{"3.2.16", PhysicalEffect, `DESTROYED: "X"`, `SOME DAMAGE: "X"`, Partial},
		{"3.2.17", PhysicalTotal, `7`, `5 - 7`, Partial},
		{"3.2.17", PhysicalTotal, `7`, `~7`, Partial},
		{"3.2.18", HumanName, `"MR. XYZ"`, `"XYZ"`, Correct},
		{"3.2.19", HumanDescription, `"MAYOR": "TORRES"`, `"MAYOR OF ACHI": "TORRES"`, Correct},
		{"3.2.19", HumanDescription, `"MAYOR": "SANCHEZ"`, `"MAYOR OF ACHI": "TORRES"`, Partial},
		{"3.2.19", HumanDescription, `"PRIEST": "TORRES"`, `"MAYOR OF ACHI": "TORRES"`, Incorrect},
		{"3.2.20", HumanType, `GOVERNMENT OFFICIAL: "X"`, `FORMER GOVERNMENT OFFICIAL: "X"`, Partial},
		{"3.2.20", HumanType, `ACTIVE MILITARY: "X"`, `FORMER ACTIVE MILITARY: "X"`, Partial},
		{"3.2.20", HumanType, `POLITICAL FIGURE: "X"`, `GOVERNMENT OFFICIAL: "X"`, Partial},
		{"3.2.21", HumanNumber, `7: "JUDGES"`, `5 - 7: "JUDGES"`, Partial},
		{"3.2.21", HumanNumber, `7: "PEOPLE"`, `~7: "JUDGES"`, Partial},
		{"3.2.23", HumanEffect, `NO INJURY: "X"`, `NO INJURY OR DEATH: "X"`, Partial},
		{"3.2.23", HumanEffect, `NO DEATH: "X"`, `NO INJURY OR DEATH: "X"`, Partial},
		{"3.2.24", HumanTotal, `7`, `5 - 7`, Partial},
	} {
		r, _ := parseFill(x.slot, x.response)
		k, _ := parseFill(x.slot, x.key)
		if got := grade(x.slot, &r, &k, &Template{}, &Template{}); got != x.want {
			t.Errorf("%s: response %s, key %s: grade %d, want %d", x.section, x.response, x.key, got, x.want)
		}
	}
}

// TestCorroborated is the example of 3.1.1.2 in which a type that is right makes
// a poor string partly right.
func TestCorroborated(t *testing.T) {
	var r, k Template
	r.Add(PhysicalID, "OIL", "")
	r.Add(PhysicalType, "ENERGY", "OIL")
	k.Fills[PhysicalID] = []Fill{{Values: []string{"OIL PIPELINE", "PIPELINE"}}}
	k.Fills[PhysicalType] = []Fill{{Values: []string{"ENERGY"}, Refs: []string{"OIL PIPELINE", "PIPELINE"}}}
	if c := scoreSlot(PhysicalID, &r, &k); c.Par != 1 {
		t.Errorf("%+v, want one partial", c)
	}
	r.Fills[PhysicalType][0].Values[0] = "OTHER"
	if c := scoreSlot(PhysicalID, &r, &k); c.Inc != 1 {
		t.Errorf("%+v, want one incorrect", c)
	}
}

const twoKeys = `
0.  MESSAGE: ID                     DEV-MUC3-0001 (NCCOSC)
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  - 03 JAN 90
3.  INCIDENT: LOCATION              (PERU: LIMA (CITY)) / (PERU: AYACUCHO (DEPARTMENT))
4.  INCIDENT: TYPE                  ATTACK
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED / ATTEMPTED
6.  INCIDENT: INSTRUMENT ID         "MORTAR"
                                    ? "RIFLE"
10. PERP: ORGANIZATION ID           "SHINING PATH" / "\"SENDERO\""
11. PERP: ORGANIZATION CONFIDENCE   POSSIBLE / ACQUITTED: "SHINING PATH" / "\"SENDERO\""
18. HUM TGT: NAME                   -
24. HUM TGT: TOTAL NUMBER           *

;;; a remark
0.  MESSAGE: ID                     DEV-MUC3-0001 (NCCOSC)
1.  MESSAGE: TEMPLATE               2 (OPTIONAL)
4.  INCIDENT: TYPE                  BOMBING

0.  MESSAGE: ID                     DEV-MUC3-0002 (NCCOSC)
1.  MESSAGE: TEMPLATE               *
2.  INCIDENT: DATE                  *
`

func read(t *testing.T, s string) *Set {
	t.Helper()
	set, err := Read(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestRead(t *testing.T) {
	set := read(t, twoKeys)
	got := fmt.Sprint(set.Messages, len(set.Templates["DEV-MUC3-0001"]), len(set.Templates["DEV-MUC3-0002"]))
	if want := "[DEV-MUC3-0001 DEV-MUC3-0002] 2 0"; got != want {
		t.Fatalf("%s, want %s", got, want)
	}
	k := set.Templates["DEV-MUC3-0001"][0]
	for slot, want := range map[int]string{
		Location:       "[{false [PERU: LIMA (CITY) PERU: AYACUCHO (DEPARTMENT)] []}]",
		InstrumentID:   "[{false [MORTAR] []} {true [RIFLE] []}]",
		OrganizationID: `[{false [SHINING PATH "SENDERO"] []}]`,
		Confidence:     `[{false [POSSIBLE ACQUITTED] [SHINING PATH "SENDERO"]}]`,
		HumanName:      "[]", HumanTotal: "[]",
	} {
		if got := fmt.Sprint(k.Fills[slot]); got != want {
			t.Errorf("slot %d: %s, want %s", slot, got, want)
		}
	}
	if !set.Templates["DEV-MUC3-0001"][1].Optional {
		t.Error("template 2 is optional")
	}
}

func TestReadFailures(t *testing.T) {
	for _, s := range []string{"4.  INCIDENT: TYPE   ATTACK\n", "0.  MESSAGE: ID   \n", "0.  MESSAGE: ID   A\n1.  MESSAGE: TEMPLATE   one\n",
		"99.  MESSAGE: ID   A\n"} {
		if _, err := Read(strings.NewReader(s)); err == nil {
			t.Errorf("%q is taken for a template", s)
		}
	}
}

// TestCounts scores one message by hand: a type in part, an optional fill left
// out, an optional template not given, a spurious template.
func TestCounts(t *testing.T) {
	keys := read(t, twoKeys)
	responses := read(t, `
0.  MESSAGE: ID                     DEV-MUC3-0001
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  02 JAN 90
3.  INCIDENT: LOCATION              PERU
4.  INCIDENT: TYPE                  ATTACK
5.  INCIDENT: STAGE OF EXECUTION    ATTEMPTED
6.  INCIDENT: INSTRUMENT ID         "MORTAR"
10. PERP: ORGANIZATION ID           "ARMY"
                                    "SENDERO"

0.  MESSAGE: ID                     DEV-MUC3-0002
1.  MESSAGE: TEMPLATE               1
4.  INCIDENT: TYPE                  BOMBING
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED
`)
	x := Run(responses, keys)
	for name, c := range map[string][2]Counts{
		"matched": {x.MatchedOnly(), Counts{Cor: 4, Par: 2, Spu: 1, Mis: 1}},
		"all":     {x.AllTemplates(), Counts{Cor: 4, Par: 2, Spu: 3, Mis: 1}},
		"ids":     {x.Slot(TemplateNumber), Counts{Cor: 1, Spu: 1}},
		"texts":   {x.Messages, Counts{Cor: 1, Spu: 1}},
	} {
		got := c[0]
		got.Non, got.Room = 0, 0
		if got != c[1] {
			t.Errorf("%s: %+v, want %+v", name, got, c[1])
		}
	}
}

// TestMappingIsBest has two templates of one type that only the fills tell apart.
func TestMappingIsBest(t *testing.T) {
	make := func(names ...string) []*Template {
		var out []*Template
		for _, n := range names {
			k := &Template{Message: "M"}
			k.Add(Type, "ATTACK", "")
			k.Add(HumanName, n, "")
			out = append(out, k)
		}
		return out
	}
	if got := fmt.Sprint(mapTemplates(make("ANA LIMA", "LUIS SOTO"), make("LUIS SOTO", "ANA LIMA", "EVA PAZ"))); got != "[1 0]" {
		t.Error(got)
	}
	bomb := make("ANA LIMA")
	bomb[0].Fills[Type][0].Values[0] = "BOMBING"
	if got := fmt.Sprint(mapTemplates(bomb, make("ANA LIMA"))); got != "[-1]" {
		t.Errorf("%s: a bombing is mapped to an attack", got)
	}
}

// TestKeysAgainstThemselves scores the official keys as responses: nothing may
// be incorrect, missing or spurious but what alternatives and the optional leave.
func TestKeysAgainstThemselves(t *testing.T) {
	dir := reporttest.Shared(t, "data/muc34")
	files, err := corpus.FilesOf(dir, "dev", "key-*")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		keys, err := Read(bytes.NewReader(b))
		if err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		if len(keys.Messages) != 100 {
			t.Errorf("%s: %d messages", f, len(keys.Messages))
		}
		if c := Run(keys, keys).AllTemplates(); c.F(1) < 99.8 {
			t.Errorf("%s: F %.2f of the keys against themselves: %+v", f, c.F(1), c)
		}
	}
}

func TestWriteThenRead(t *testing.T) {
	keys := read(t, twoKeys)
	var b bytes.Buffer
	for _, k := range keys.Templates["DEV-MUC3-0001"] {
		if _, err := k.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
	}
	again := read(t, b.String())
	for i, k := range keys.Templates["DEV-MUC3-0001"] {
		if got := again.Templates["DEV-MUC3-0001"][i]; fmt.Sprint(*got) != fmt.Sprint(*k) {
			t.Errorf("%v, want %v", *got, *k)
		}
	}
}

// TestAssignIsBest holds the assignment to trying every order.
func TestAssignIsBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, m := rapid.IntRange(1, 4).Draw(t, "n"), rapid.IntRange(1, 4).Draw(t, "m")
		worth := make([][]int, n)
		for i := range worth {
			worth[i] = rapid.SliceOfN(rapid.IntRange(0, 9), m, m).Draw(t, "row")
		}
		got := 0
		for i, j := range assign(worth) {
			if j >= 0 {
				got += worth[i][j]
			}
		}
		if want := bestOf(worth, 0, make([]bool, m)); got != want {
			t.Errorf("%v: %d, best is %d", worth, got, want)
		}
	})
}

func bestOf(worth [][]int, i int, used []bool) int {
	if i == len(worth) {
		return 0
	}
	best := bestOf(worth, i+1, used)
	for j, w := range worth[i] {
		if !used[j] {
			used[j] = true
			best = max(best, w+bestOf(worth, i+1, used))
			used[j] = false
		}
	}
	return best
}

func FuzzRead(f *testing.F) {
	f.Add(twoKeys)
	f.Fuzz(func(t *testing.T, s string) {
		set, err := Read(strings.NewReader(s))
		if err != nil {
			return
		}
		Run(set, set).Table()
	})
}

func BenchmarkRun(b *testing.B) {
	set, err := Read(strings.NewReader(twoKeys))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		Run(set, set)
	}
}

// TestTable prints the table of one message.
func TestTable(t *testing.T) {
	keys := read(t, twoKeys)
	got := strings.Join(Run(keys, keys).Table(), "\n")
	for _, want := range []string{
		"SLOT                 POS  ACT|  COR  PAR  INC|  SPU  MIS  NON| REC PRE OVG FAL",
		"template-id            2    2|    2    0    0|    0    0    1| 100 100   0",
		"inc-type               2    2|    2    0    0|    0    0    0| 100 100   0   0",
		"hum-tgt-name           0    0|    0    0    0|    0    0    2|   *   *   *",
		"TEXT FILTERING         1    1|    1    0    0|    0    0    1| 100 100   0",
		"F-MEASURES (ALL TEMPLATES)   P&R 100.00   2P&R 100.00   P&2R 100.00",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no line %q in\n%s", want, got)
		}
	}
}
