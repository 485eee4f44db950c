package gazetteer

// Units returns a function that names the first-level and second-level units of
// a country by their GeoNames codes, "SY", "09" and "": "Aleppo", "". A name is
// "" where the gazetteer has no such unit. The function is safe for concurrent
// use.
func (g *Gazetteer) Units() func(country, admin1, admin2 string) (first, second string) {
	type key struct{ country, admin1, admin2 string }
	at := map[key]int{}
	for i, kind := range g.columns.kind {
		if k := Kind(kind); k == KindAdmin1 || k == KindAdmin2 {
			e := g.columns.entry(i)
			at[key{e.Country, e.Admin1, e.Admin2}] = i
		}
	}
	name := func(k key) string {
		if i, ok := at[k]; ok && k.admin1 != "" {
			return g.columns.entry(i).Name
		}
		return ""
	}
	return func(country, admin1, admin2 string) (first, second string) {
		first = name(key{country, admin1, ""})
		if admin2 != "" {
			second = name(key{country, admin1, admin2})
		}
		return first, second
	}
}
