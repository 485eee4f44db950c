package assemble

import (
	"strings"

	"sayso/internal/document"
)

// cued reports whether a word for a kind of place stands beside a name, or a
// preposition of place before it, so that it hardly is somebody's whatever the
// names layer says: "in the village of Safina", "near Urem al-Kubra", "Sabboura, an area outside Damascus".
func (r *reader) cued(at document.Range) bool {
	word := func(i int) string {
		if i < 0 || i >= len(r.d.Tokens) {
			return ""
		}
		return strings.ToLower(r.d.Tags[i].Lemma)
	}
	i := at.First - 1
	if placeNouns[word(at.End)] || placeNouns[word(i)] || word(i) == "of" && placeNouns[word(i-1)] {
		return true
	}
	if article := word(at.End + 1); word(at.End) == "," && (article == "a" || article == "an" || article == "the") {
		for k := at.End + 2; k < at.End+5 && k+1 < len(r.d.Tokens); k++ {
			if (placeNouns[word(k)] || word(k) == "capital") && word(k-1) != "of" && word(k+1) != "'s" && r.d.Tags[k+1].UPOS != document.NOUN {
				return true // Sabboura, an area outside Damascus
			}
		}
	}
	if word(i) == "the" {
		i--
	}
	switch word(i) {
	case "in", "at", "near", "inside", "outside":
		return true
	}
	return false
}

var placeNouns = map[string]bool{"village": true, "town": true, "city": true, "neighborhood": true, "neighbourhood": true, "district": true,
	"area": true, "locality": true, "municipality": true, "canton": true, "hamlet": true, "suburb": true, "township": true,
	"community": true, "farm": true, "hill": true, "province": true, "department": true, "region": true, "county": true, "governorate": true}
