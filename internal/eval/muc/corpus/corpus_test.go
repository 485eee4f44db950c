package corpus

import (
	"strings"
	"testing"

	"sayso/internal/eval/reporttest"
)

const two = `DEV-MUC3-0001 (NOSC)

   SAN SALVADOR, 3 JAN 90 (CANAL DOCE) -- [REPORT] [COPREFA]
[TEXT] THE ARCE BATTALION
HAS REPORTED.

   [OFFICER] NO.


TST1-MUC3-0002

   CLANDESTINE, NO DATE -- [INTERVIEW WITH X] THE END.
`

func TestParse(t *testing.T) {
	got, err := Parse(two)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 {
		t.Fatalf("%d messages", len(got))
	}
	m := got[0]
	if m.ID != "DEV-MUC3-0001" || m.Place != "SAN SALVADOR" || m.Date.String() != "1990-01-03" || m.Source != "CANAL DOCE" ||
		m.Body != "THE ARCE BATTALION HAS REPORTED.\n\n[OFFICER] NO." {
		t.Errorf("%+v", m)
	}
	if m := got[1]; m.ID != "TST1-MUC3-0002" || m.Place != "CLANDESTINE" || m.Date.Known() || m.Body != "[INTERVIEW WITH X] THE END." {
		t.Errorf("%+v", m)
	}
	if a := m.Article(); a.Outlet != "CANAL DOCE" || !strings.HasPrefix(a.Text, "SAN SALVADOR, 03 JAN 90 (CANAL DOCE) -- THE ARCE") {
		t.Errorf("%+v", a)
	}
	if _, err := Parse("no message"); err == nil {
		t.Error("a text without messages is taken")
	}
}

func TestDay(t *testing.T) {
	for in, want := range map[string]string{"30 DEC 89": "1989-12-30", "5 APRIL 90": "1990-04-05", "NO DATE": "", "31 FEB 90": "", "": ""} {
		if got := Day(in).String(); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := Dated(Day("5 APRIL 90")); got != "05 APR 90" {
		t.Error(got)
	}
}

func TestWholeCorpus(t *testing.T) {
	dir := reporttest.Shared(t, "data/muc34")
	for splits, want := range map[string]int{"dev": 1300, "tst1+tst2": 200} {
		got, err := Read(dir, splits)
		if err != nil {
			t.Fatal(err)
		}
		if len(got) != want {
			t.Errorf("%s: %d messages, want %d", splits, len(got), want)
		}
	}
	if _, err := Read(dir, "tst9"); err == nil {
		t.Error("a split that is not there is read")
	}
}
