package assemble_test
import ("testing";"os";"fmt";"strings";"sayso";"sayso/data";"sayso/internal/document";"sayso/internal/claims/assemble";"sayso/internal/lexicon";"sayso/internal/model/signs";"sort")
func TestZC(t *testing.T) {
	b, _ := os.ReadFile(os.Getenv("ZF"))
	p, err := chain(); if err != nil { t.Fatal(err) }
	title, body, _ := strings.Cut(string(b), "\n")
	day, _ := sayso.ParseDay("2025-10-14")
	d, err := p.Run(t.Context(), &sayso.Article{ID: "x", Title: title, Text: strings.TrimSpace(body), Language: "en", Published: day}, document.LayerIncidents)
	if err != nil { t.Fatal(err) }
	lex, _ := lexicon.Load()
	set, err := signs.Load(data.FS, "happening"); if err != nil { t.Fatal(err) }
	cs, err := assemble.Candidates(d, lex, set); if err != nil { t.Fatal(err) }
	for _, c := range cs {
		fmt.Printf("== %s %q happening %.2f\n", c.Incident.Type, c.Incident.Mention, set["happening"].Score(c.Signs))
		as := c.Actors
		sort.SliceStable(as, func(i, j int) bool { return set["actor"].Score(as[i].Signs) > set["actor"].Score(as[j].Signs) })
		for i, o := range as { if i > 9 { break }
			fmt.Printf("   %5.2f %s %s", set["actor"].Score(o.Signs), o.Actor.Role, o.Actor.Name)
			if os.Getenv("ZW") != "" { for _, w := range set["actor"].Why(o.Signs, 8) { fmt.Printf(" | %s %s", w.Message, w.Value) } }
			fmt.Println()
		}
		for _, o := range c.Counts { fmt.Printf("   count %5.2f %s %q\n", set["count"].Score(o.Signs), o.Count.What, o.Count.Words) }
	}
}
