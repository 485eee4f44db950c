package toponym

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/internal/document"
	"sayso/internal/gazetteer"
)

// spot is a run of words that may be the name of a place.
type spot struct {
	document.Range
	core     document.Range      // the words that the gazetteer knows; empty where it knows none
	postings []gazetteer.Posting // the places of that name
	inner    *spot               // the place in the name of a site, for when that is none
	site     bool                // ends or begins with a word for a site
	named    document.NameKind   // kind of the name it coincides with
	score    int64               // of detection, in thousandths
	hidden   bool                // says where the name before it lies, but names no place itself: "Ky." in "Glasgow, Ky."
	group    int                 // index into the reader's groups; -1 where the gazetteer knows none
}

func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// opens reports whether a name may begin at token i: with a capital, or with an
// Arabic article before a capital, "al-Qaim".
func (r *reader) opens(i int) bool {
	w := r.word(i)
	if capital(w) {
		return !strings.HasSuffix(w, "$") // US$ is a currency
	}
	return articles[w] && i+2 < len(r.doc.Tokens) && r.word(i+1) == "-" && capital(r.word(i+2)) || strings.HasPrefix(w, "al-") && capital(w[3:])
}

// upper reports whether all letters of w are capitals.
func upper(w string) bool {
	return w == strings.ToUpper(w) && w != strings.ToLower(w)
}

// find fills r.spots, in text order and without overlaps.
func (r *reader) find() {
	d := r.doc
	for i := 0; i < len(d.Tokens); {
		s, ok := r.spotAt(i)
		if !ok {
			i++
			continue
		}
		r.spots = append(r.spots, s)
		i = s.End
	}
}

func (r *reader) spotAt(i int) (spot, bool) {
	if w := r.word(i); shipLetters[w] || zones[w] || r.ships[w] {
		return spot{}, false
	}
	if n := r.nameAt[i]; n >= 0 && r.doc.Names[n].Kind == document.NamePlace {
		if s, ok := r.namedSpot(r.doc.Names[n]); ok {
			return s, true
		}
	}
	if !r.opens(i) {
		return spot{}, false
	}
	if s, ok := r.siteAt(i); ok {
		return s, true
	}
	if s, ok := r.knownAt(i); ok && !r.cuts(s) {
		return s, true
	}
	return r.cuedAt(i)
}

// cuts reports whether a spot ends inside the name of a place that begins inside it: "A
// New" of "A New Bedford man".
func (r *reader) cuts(s spot) bool {
	for i := s.First + 1; i < s.End; i++ {
		if n := r.nameAt[i]; n >= 0 && r.doc.Names[n].Kind == document.NamePlace && r.doc.Names[n].First == i && r.doc.Names[n].End > s.End {
			return true
		}
	}
	return false
}

// cuedAt returns a run of capitals that the gazetteer lacks where the words
// around it say that it is a place: "the village of Safina", "near Rufaila",
// "the al-Khani mosque".
func (r *reader) cuedAt(i int) (spot, bool) {
	sure := unitBefore[r.at(i-2)] != 0 && r.at(i-1) == "of" || i > 0 && r.at(i-1) == "the"
	if n := r.inName[i]; n >= 0 && r.doc.Names[n].First == i {
		sure = sure || r.laidOut(r.doc.Names[n].Range)
	}
	if n := r.inName[i]; n >= 0 && r.doc.Names[n].Kind != document.NameMisc && !sure || never[r.at(i)] || i > 0 && capital(r.word(i-1)) {
		return spot{}, false
	}
	end := i
	for last := r.sentenceEnd(i); end < last && end < i+5; end++ {
		w := r.word(end)
		if !capital(w) && !(articles[w] || w == "-") || r.inName[end] >= 0 && r.inName[end] != r.inName[i] {
			break
		}
	}
	for end > i && !capital(r.word(end-1)) {
		end--
	}
	s := spot{Range: document.Range{First: i, End: end}, group: -1}
	return s, end > i && (placing[r.at(i-1)] || r.unitCue(s.Range) != "" || r.siteBehind(s.Range) > 0 || r.laidOut(s.Range))
}

// siteBehind returns the end of a word for a site behind a name that "the"
// stands before, "the Mezzeh military airport", or 0.
func (r *reader) siteBehind(at document.Range) int {
	if r.at(at.First-1) != "the" {
		return 0
	}
	end, last := at.End, r.sentenceEnd(at.First)
	for end < at.End+2 && end < last && siteKinds[r.word(end)] {
		end++
	}
	if end >= last || !siteWords[r.word(end)] {
		return 0
	}
	if end+1 < last && r.word(end+1) == "complex" {
		end++
	}
	return end + 1
}

// unitCue tells the word for a unit beside a name: "village of" before it,
// "district" behind it; "" for none.
func (r *reader) unitCue(at document.Range) string {
	if unitBefore[r.at(at.First-2)] != 0 && r.at(at.First-1) == "of" {
		return "of"
	}
	if at.End < len(r.doc.Tokens) && unitWords[r.word(at.End)] != 0 {
		return "behind"
	}
	return ""
}

// knownAt returns the longest name that the gazetteer knows at token i.
func (r *reader) knownAt(i int) (spot, bool) {
	if name := r.doc.HalfCountry(i, r.isCountry); name != "" {
		at := document.Range{First: i, End: i + 1}
		return spot{Range: at, core: at, postings: r.gaz.Named(name)}, true
	}
	end := r.sentenceEnd(i)
	r.first = i
	m := r.gaz.Longest(r.wordFrom, end-i)
	for n := m.Words; n > 0; n-- {
		if n < m.Words {
			if m = r.gaz.Longest(r.wordFrom, n); m.Words == 0 {
				break
			}
			n = m.Words
		}
		at := document.Range{First: i, End: i + n}
		if p := r.allowed(at, m.Postings); len(p) > 0 {
			return r.withUnit(spot{Range: at, core: at, postings: p}), true
		}
	}
	return spot{}, false
}

// isCountry reports whether words are the name of a country.
func (r *reader) isCountry(name string) bool {
	return slices.ContainsFunc(r.gaz.Named(name), func(p gazetteer.Posting) bool { return r.gaz.Entry(p.Entry()).Kind == gazetteer.KindCountry })
}

// namedSpot makes a spot of what the names stage calls a place.
func (r *reader) namedSpot(n document.Name) (spot, bool) {
	n.Range = r.trim(n.Range)
	if n.Len() > 1 && titles[r.at(n.First)] {
		return spot{}, false
	}
	for i := n.First; i < n.End; i++ {
		if s, ok := r.knownAt(i); ok && s.core.End <= n.End+2 {
			if s.First == n.First && (s.End >= n.End || r.holds(s.End) || grounds[r.word(s.End)]) {
				s.named = n.Kind
				return s, true
			}
			return r.partSpot(n, s), true
		}
	}
	s := spot{Range: n.Range, named: n.Kind, site: r.isSite(n.Range), group: -1}
	return s, r.opens(n.First)
}

// trim cuts off what is no part of a name: "mountainous" before Vedeno,
// "province" behind Takhar, all from a comma or a bracket on.
func (r *reader) trim(at document.Range) document.Range {
	for i := at.First + 1; i < at.End; i++ {
		if r.word(i) == "," || r.word(i) == "(" {
			at.End = i
		}
	}
	small := func(i int) bool { return !r.opens(i) && !capital(r.word(i)) && !joiners[r.word(i)] }
	for at.Len() > 1 && small(at.First) {
		at.First++
	}
	for at.Len() > 1 && unitWords[r.word(at.End-1)] != 0 {
		at.End--
	}
	return at
}

// holds reports whether a word says that what follows holds what goes before:
// "Lashkar Gah of Helmand".
func (r *reader) holds(i int) bool { return r.at(i) == "of" || r.at(i) == "in" }

// partSpot is a name of which the gazetteer knows a part.
func (r *reader) partSpot(n document.Name, s spot) spot {
	if r.isSite(n.Range) {
		return spot{Range: n.Range, core: s.core, postings: s.postings, site: true, named: n.Kind}
	}
	if s.First > n.First && sides[strings.ToLower(r.word(n.First))] && s.First == n.First+1 {
		s.named = n.Kind
		return s
	}
	return spot{Range: n.Range, named: n.Kind, group: -1}
}

func (r *reader) isSite(at document.Range) bool {
	return siteWords[strings.ToLower(r.word(at.End-1))] || siteFirst[strings.ToLower(r.word(at.First))] && at.Len() > 1
}

// siteAt returns a run of capitals that names a site: "Camp Ashraf",
// "Baghdad International Airport".
func (r *reader) siteAt(i int) (spot, bool) {
	end, last := r.sentenceEnd(i), i
	for j := i + 1; j < end && j < i+7; j++ {
		w := r.word(j)
		if !capital(w) && !(w == "-" || w == "al" || w == "of") {
			break
		}
		if capital(w) && siteWords[strings.ToLower(w)] {
			last = j
		}
	}
	if last == i && siteFirst[strings.ToLower(r.word(i))] && i+1 < end && capital(r.word(i+1)) && !never[strings.ToLower(r.word(i+1))] {
		last = i + 1
	}
	at := document.Range{First: i, End: last + 1}
	if last == i || never[strings.ToLower(r.word(i))] || r.doc.InCapitals(i) && r.commonPhrase(at) {
		return spot{}, false
	}
	s := spot{Range: at, site: true}
	for j := i; j <= last; j++ {
		if siteWords[r.at(j)] || siteFirst[r.at(j)] {
			continue
		}
		if k, ok := r.knownAt(j); ok && k.core.End <= at.End {
			s.core, s.postings = k.core, k.postings
			if k.core == at {
				s.site = false
			} else {
				s.inner = &k
			}
			break
		}
	}
	return s, true
}

// commonPhrase reports whether a run of words all in capitals is a phrase rather
// than a name: it has a word that names have not, or no proper noun at all, as
// ALONG THE ROAD and THE AIRPORT TERMINAL in a text all in capitals.
func (r *reader) commonPhrase(at document.Range) bool {
	proper := false
	for i := at.First; i < at.End; i++ {
		if i >= len(r.doc.Tags) {
			return false
		}
		switch r.doc.Tags[i].UPOS {
		case document.PROPN:
			proper = true
		case document.NOUN, document.ADJ, document.NUM, document.PART:
		default:
			if w := r.at(i); w != "of" && w != "al" && w != "-" {
				return true
			}
		}
	}
	return !proper
}

// withUnit takes a capitalised word for a unit into the name: "Diyala Province".
func (r *reader) withUnit(s spot) spot {
	if s.End < r.sentenceEnd(s.First) {
		w := r.word(s.End)
		if k := unitWords[strings.ToLower(w)]; capital(w) && (k == '1' || k == '2') && !upper(w) {
			s.End++
		}
	}
	return s
}

// allowed drops postings that the way the words are written rules out.
func (r *reader) allowed(at document.Range, all []gazetteer.Posting) []gazetteer.Posting {
	capitals, letters := true, 0
	for i := at.First; i < at.End; i++ {
		w := r.word(i)
		capitals = capitals && (upper(w) || w == "." || w == "-")
		letters += len(w)
	}
	last := r.word(at.End - 1)
	if letters < 2 || !r.opens(at.First) || !capital(strings.TrimPrefix(last, "al-")) {
		return nil
	}
	if at.Len() > 1 && placing[r.at(at.First)] && !slices.ContainsFunc(all, func(p gazetteer.Posting) bool {
		return strings.HasPrefix(strings.ToLower(r.gaz.Entry(p.Entry()).Name), r.at(at.First)+" ")
	}) {
		return nil // "In Dori" is not Indori
	}
	abbrev, other, postal := false, false, r.behindComma(at.First)
	for _, p := range all {
		switch p.Kind() {
		case gazetteer.NameAbbrev:
			abbrev = true
		case gazetteer.NamePostal:
		default:
			other = true
		}
	}
	if at.Len() == 1 && never[strings.ToLower(last)] && !(capitals && abbrev) {
		return nil
	}
	if (r.small || capitals && r.doc.InCapitals(at.First)) && r.commonWords(at) {
		return nil
	}
	if other && !capitals && !postal && !abbrev {
		return all
	}
	return r.kinds(all, capitals, postal)
}

// commonWords reports whether words all in capitals are no name although the
// gazetteer has one: they are tagged as common words, or stand for a unit. A CAR
// BOMB BLEW UP in THE CAPITAL, a crime against THE REPUBLIC.
func (r *reader) commonWords(at document.Range) bool {
	if k := unitWords[r.at(at.End-1)]; k == '1' || k == '2' {
		if at.Len() == 1 || at.Len() == 2 && r.at(at.First) == "the" {
			return true
		}
	}
	if at.End > len(r.doc.Tags) {
		return false
	}
	if at.Len() == 1 && siteWords[r.at(at.First)] {
		return true
	}
	if n := r.inName[at.First]; n >= 0 && r.doc.Names[n].Kind == document.NamePlace && r.doc.Names[n].Range.Covers(at) && (at.Len() > 1 || len(r.word(at.First)) > 3) {
		return false
	}
	for i := at.First; i < at.End; i++ {
		if u := r.doc.Tags[i].UPOS; u == document.PROPN || u == document.ADJ && at.Len() == 1 {
			return false
		}
	}
	return true
}

func (r *reader) kinds(all []gazetteer.Posting, capitals, postal bool) []gazetteer.Posting {
	var kept []gazetteer.Posting
	for _, p := range all {
		switch p.Kind() {
		case gazetteer.NameAbbrev:
			if !capitals {
				continue
			}
		case gazetteer.NamePostal:
			if !postal {
				continue
			}
		default:
			if e := r.gaz.Entry(p.Entry()); capitals && len(e.Name) <= 3 {
				continue
			}
		}
		kept = append(kept, p)
	}
	return kept
}

// behindComma reports whether token i follows a comma that follows a spot.
func (r *reader) behindComma(i int) bool {
	n := len(r.spots)
	return n > 0 && i >= 2 && r.word(i-1) == "," && r.spots[n-1].End == i-1
}
