package ui

import (
	"fmt"
	"slices"
	"strings"

	"sayso/data"
	"sayso/internal/store"
)

func sprintf(form string, args ...any) string { return fmt.Sprintf(form, args...) }

// tally counts incidents by value, as choices.
func tally(tx store.Reader, q store.Query, ground string, on []string) ([]choice, error) {
	list, err := tx.Tallies(q, ground)
	var out []choice
	for _, t := range list {
		out = append(out, choice{t.Value, t.Value, t.N, slices.Contains(on, t.Value)})
	}
	return out, err
}

// named names choices and sorts them by name; what has no value is left out.
func named(list []choice, name func(string) string) []choice {
	out := slices.DeleteFunc(list, func(c choice) bool { return c.Value == "" })
	for i := range out {
		out[i].Name = name(out[i].Value)
	}
	slices.SortFunc(out, func(a, b choice) int { return strings.Compare(a.Name, b.Name) })
	return out
}

var countryNames = loadCountries()

// countryName is the name of a country by its code.
func countryName(code string) string {
	if n := countryNames[code]; n != "" {
		return n
	}
	return code
}

// loadCountries reads the names of countries.
func loadCountries() map[string]string {
	out := map[string]string{}
	b, err := data.FS.ReadFile("lexicon/countries.tsv")
	if err != nil {
		return out
	}
	for line := range strings.Lines(string(b)) {
		parts := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(parts) > 2 && len(parts[0]) == 2 {
			out[parts[0]] = parts[2]
		}
	}
	return out
}
