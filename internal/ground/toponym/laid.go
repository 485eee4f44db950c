package toponym

import "sayso/internal/document"

// laidOut reports whether what stands behind a name says where it lies, so that it is
// a place although no gazetteer has it: "Sabboura, an area outside Damascus",
// "Dori, the capital of Seno province", "Rufaila, south of Mosul", "Urem al-Kubra, northern
// Syria".
// What the names layer has for somebody lies nowhere by a direction alone: "the daily,
// west of Bogota".
func (r *reader) laidOut(at document.Range) bool {
	end := at.End
	if end >= len(r.doc.Tokens) || r.word(end) != "," {
		return false
	}
	i := end + 1
	for n := 0; n < 2 && (r.at(i) == "also" || r.at(i) == "just"); n++ {
		i++
	}
	if sides[r.at(i)] {
		if n := r.inName[end-1]; n >= 0 && r.doc.Names[n].Kind != document.NamePlace && !placing[r.at(at.First-1)] || r.doc.InCapitals(at.First) {
			return false
		}
		return r.at(i+1) == "of" && r.opensAt(i+2) || r.known(i+1)
	}
	if w := r.at(i); w != "a" && w != "an" && w != "the" {
		return false
	}
	for k := i + 1; k < i+5 && k < r.sentenceEnd(end); k++ {
		if grounded[r.at(k)] {
			return lying[r.at(k+1)] || sides[r.at(k+1)]
		}
	}
	return false
}

// opensAt reports whether a name may begin at a token of the text.
func (r *reader) opensAt(i int) bool { return i < len(r.doc.Tokens) && r.opens(i) }

// known reports whether the gazetteer has a name at a token of the text.
func (r *reader) known(i int) bool {
	if !r.opensAt(i) {
		return false
	}
	_, ok := r.knownAt(i)
	return ok
}

// grounded are nouns for a place that may stand in apposition to its name.
var grounded = set("area", "village", "town", "city", "suburb", "hamlet", "locality", "settlement", "enclave", "neighborhood", "neighbourhood", "district", "quarter", "commune", "island", "capital", "seat")

// lying are words behind such a noun that say where it lies.
var lying = set("in", "of", "near", "outside", "on", "along", "close", "about", "some", "around", "where", "inside", "at", "between", "just")

// ownerOf returns the group of the name right before a mention that says whose it is:
// "Iraq's autonomous Kurdistan region", "the Turkish province of Hakkari",
// "Ukraine's port city of Odesa"; -1 where there is none. "Iraq's neighbour Iran" is
// not Iraq's.
func (r *reader) ownerOf(m int) int {
	if m == 0 {
		return -1
	}
	a, b := &r.spots[m-1], &r.spots[m]
	if r.sentence[a.First] != r.sentence[b.First] || b.First-a.End > 6 || b.First == a.End || len(r.doc.Tags) != len(r.doc.Tokens) {
		return -1
	}
	i, of := a.End, r.at(b.First-1) == "of" && unitBefore[r.at(b.First-2)] != 0
	if w := r.at(i); w == "'s" || w == "’s" || w == "'" || w == "’" {
		i++
	} else if !of {
		return -1
	}
	for ; i < b.First; i++ {
		switch w := r.at(i); {
		case of && (w == "of" || w == "port" || w == "capital" || unitBefore[w] != 0), w == "-":
		case !capital(r.word(i)) && (r.doc.Tags[i].UPOS == document.ADJ || sides[w]):
		default:
			return -1
		}
	}
	return a.group
}

// keepOwned leaves of each name that is said to be some country's those of its places that
// lie there, where any does: of "Iraq's autonomous Kurdistan region" not Iran's province.
func (r *reader) keepOwned() {
	for g := range r.groups {
		for _, m := range r.groups[g].mentions {
			o := r.ownerOf(m)
			if o < 0 || o == g || len(r.groups[o].list) == 0 {
				continue
			}
			whose := top(r.groups[o].list)
			var in []candidate
			for _, c := range r.groups[g].list {
				if inside(&c.entry, &whose.entry) {
					in = append(in, c)
				}
			}
			if len(in) > 0 {
				r.groups[g].list = in
			}
		}
	}
}

// top is the candidate that scores best.
func top(list []candidate) *candidate {
	best := &list[0]
	for i := range list {
		if list[i].score > best.score {
			best = &list[i]
		}
	}
	return best
}
