package assemble

import (
	"slices"
	"strings"

	"sayso/internal/document"
)

// ofOtherManner reports whether mention i points by a noun to what was done in one way, and
// happening c of those told so far was done in another while one of them was done so: "the
// blast" is the explosion at the mosque and not the ambush told right behind it.
func (r *reader) ofOtherManner(i int, clusters [][]int, c int) bool {
	e := &r.d.Events[i]
	m := r.manner(i)
	if m == "" || r.d.Tags[e.Trigger].UPOS != document.NOUN || !e.Traits.Has(document.TraitDefinite) {
		return false
	}
	so := func(cluster []int) bool {
		return slices.ContainsFunc(cluster, func(k int) bool { return r.manner(k) == m })
	}
	other := slices.ContainsFunc(clusters[c], func(k int) bool { return r.manner(k) != "" && r.manner(k) != m })
	return other && !so(clusters[c]) && slices.ContainsFunc(clusters, so)
}

// manner is the way in which the word of a mention has something done, "" for none.
func (r *reader) manner(i int) string {
	return manners[strings.ToLower(r.d.Tags[r.d.Events[i].Trigger].Lemma)]
}

// manners are words for how force is used, by what they have in common.
var manners = map[string]string{"blast": "explosion", "explosion": "explosion", "bombing": "explosion", "explode": "explosion", "detonate": "explosion",
	"bomb": "explosion", "ambush": "ambush", "shooting": "shots", "shoot": "shots", "gunfire": "shots", "stabbing": "blade", "stab": "blade"}
