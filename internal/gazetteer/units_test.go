package gazetteer

import "testing"

// Units have the names that the records of GeoNames give them.
func TestUnits(t *testing.T) {
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	name := g.Units()
	for _, c := range []struct{ country, admin1, admin2, first, second string }{
		{"SY", "09", "", "Aleppo", ""},
		{"US", "NY", "119", "New York", "Westchester County"},
		{"US", "NY", "999x", "New York", ""},
		{"US", "", "119", "", ""},
		{"XX", "01", "01", "", ""},
		{"", "", "", "", ""},
	} {
		if first, second := name(c.country, c.admin1, c.admin2); first != c.first || second != c.second {
			t.Errorf("%s %s %s: %q, %q, want %q, %q", c.country, c.admin1, c.admin2, first, second, c.first, c.second)
		}
	}
	missing, towns := 0, 0
	for i := range g.Len() {
		if e := g.Entry(i); e.Kind.Populated() && e.Admin1 != "" && e.Admin1 != "00" {
			towns++
			if first, _ := name(e.Country, e.Admin1, ""); first == "" {
				missing++
			}
		}
	}
	if missing*100 > towns { // units that GeoNames lists no more
		t.Errorf("%d of %d towns are in a unit without a name", missing, towns)
	}
}
