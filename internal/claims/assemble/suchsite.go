package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// suchSite is the site that a mention was at by its kind, where the place chosen is the
// town or country around it and the text names one site of the kind: of "a bomb exploded
// at a bank in Woodburn" the West Coast Bank that the text names elsewhere. Nil where the
// text names none or several.
func (b *builder) suchSite(around *sayso.Place) *sayso.Place {
	if around == nil || around.Level == sayso.LevelSite {
		return nil
	}
	var out *sayso.Place
	for i := range b.places {
		p := b.places[i].Place
		if p == nil || p.Level != sayso.LevelSite || p.Country != "" && around.Country != "" && p.Country != around.Country {
			continue
		}
		words := strings.Fields(p.Name)
		if kind := strings.ToLower(words[len(words)-1]); len(words) < 2 || !housed[kind] || !b.wasAt(kind) {
			continue
		}
		if out != nil && !strings.EqualFold(out.Name, p.Name) {
			return nil
		}
		out = p
	}
	if out != nil && out.Country == "" {
		out.Country, out.Admin1, out.Admin2, out.Lat, out.Lon = around.Country, around.Admin1, around.Admin2, around.Lat, around.Lon
	}
	return out
}

// wasAt reports whether the word of a mention has a common noun of a kind of site beside
// it, one that no name of its own goes with: "an attack on a bank", not "Wells Fargo bank"
// or "other banks".
func (b *builder) wasAt(kind string) bool {
	d := b.r.d
	for _, e := range b.g.events {
		t := d.Events[e].Trigger
		if l := strings.ToLower(d.Tags[t].Lemma); kind == "hospital" && (l == "die" || l == "succumb") {
			continue
		}
		sent := d.Sentences[d.SentenceOf(t)]
		for k := sent.First; k < sent.End; k++ {
			if d.Tags[k].UPOS == document.NOUN && d.Tags[k].XPOS != document.NNS && strings.EqualFold(d.Tags[k].Lemma, kind) && b.r.isScene(k, t) && b.r.nameless(k) {
				return true
			}
		}
	}
	return false
}

// isScene reports whether a noun is where or what the word of a mention was done to, or what
// it came about by: "died when an Athens bank went up in flames".
func (r *reader) isScene(noun, trigger int) bool {
	h := int(r.d.Arcs[noun].Head)
	switch r.d.Arcs[noun].Rel {
	case document.Obl, document.Nmod, document.Obj, document.NsubjPass:
		return h == trigger
	case document.Nsubj:
		return h >= 0 && h != trigger && r.d.Arcs[h].Rel == document.Advcl && int(r.d.Arcs[h].Head) == trigger
	}
	return false
}

// nameless reports whether nothing says which one a noun means: no name but that of where
// it is, "an Athens bank", and no "another".
func (r *reader) nameless(noun int) bool {
	d := r.d
	for i := max(0, noun-6); i < noun; i++ {
		if int(d.Arcs[i].Head) != noun {
			continue
		}
		switch strings.ToLower(d.Word(i)) {
		case "another", "other", "second", "every", "each", "no":
			return false
		}
		if d.Tags[i].UPOS == document.PROPN && !slices.ContainsFunc(d.Toponyms, func(t document.Toponym) bool {
			return t.Has(i) && t.Place.Level != sayso.LevelCountry
		}) {
			return false
		}
		if slices.ContainsFunc(d.Toponyms, func(t document.Toponym) bool { return t.Has(i) && t.Demonym }) {
			return false
		}
	}
	return true
}

// housed are nouns for houses of which a text that names one mostly means that one.
var housed = map[string]bool{"bank": true, "mosque": true, "church": true, "synagogue": true, "temple": true, "school": true, "university": true,
	"hospital": true, "prison": true, "jail": true, "airport": true, "restaurant": true, "hotel": true, "nightclub": true, "market": true, "mall": true}
