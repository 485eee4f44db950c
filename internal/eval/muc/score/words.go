package score

import "strings"

// wordsOf splits a string into upper-case words without punctuation.
func wordsOf(s string) []string {
	s = strings.ReplaceAll(strings.ToUpper(s), "'", "")
	return strings.FieldsFunc(s, func(r rune) bool {
		return !(r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r >= 0x80)
	})
}

func listOf(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// nonessential are the modifiers that a response may add or leave out:
// articles, quantifiers, pronouns, adjectives of nationality (guidelines
// 3.1.1.1).
var nonessential = listOf(`A AN THE THIS THAT THESE THOSE SOME SEVERAL MANY VARIOUS FEW OTHER OTHERS ANOTHER ALL BOTH EVERY EACH MORE
	MOST MUCH ANY NO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE TWENTY THIRTY FORTY FIFTY HUNDRED HUNDREDS DOZEN
	DOZENS SCORES THOUSANDS ABOUT APPROXIMATELY AROUND NEARLY ALMOST LEAST OVER SO CALLED ALLEGED PRESUMED SUSPECTED UNIDENTIFIED
	UNKNOWN HIS HER ITS THEIR OUR MY YOUR SALVADORAN SALVADORANS GUATEMALAN HONDURAN ARGENTINE ARGENTINIAN BOLIVIAN CHILEAN COLOMBIAN
	ECUADORAN ECUADOREAN ECUADORIAN PERUVIAN NICARAGUAN PANAMANIAN MEXICAN VENEZUELAN CUBAN BRAZILIAN URUGUAYAN PARAGUAYAN AMERICAN
	US SPANISH BRITISH FRENCH GERMAN ITALIAN ISRAELI SOVIET JAPANESE CANADIAN DUTCH SWISS BELGIAN IRISH CENTRAL LATIN FOREIGN LOCAL`)

// titles may stand before a name without changing it (3.2.18).
var titles = listOf(`MR MRS MISS MS DR DOCTOR PRESIDENT FORMER EX GENERAL COLONEL COL GEN MAJOR MAJ CAPTAIN CAPT LIEUTENANT LT SERGEANT
	SGT CORPORAL PRIVATE COMMANDER ADMIRAL SENATOR DEPUTY MINISTER GOVERNOR MAYOR JUDGE MAGISTRATE ATTORNEY LAWYER PROFESSOR ENGINEER
	FATHER REVEREND BISHOP ARCHBISHOP MONSIGNOR PRIEST SISTER POPE AMBASSADOR CONSUL SECRETARY CHIEF LEADER CANDIDATE DON DONA JOURNALIST
	REPORTER BUSINESSMAN DIRECTOR RETIRED DIVISION BRIGADIER`)

// breaks are words that end the core of a noun phrase.
var breaks = listOf(`WHO WHOM WHOSE WHICH THAT WHERE WHEN OF IN ON AT FROM WITH WITHOUT FOR TO BY NEAR BETWEEN AGAINST AMONG AND OR
	WEARING BELONGING LOCATED INVOLVED KNOWN RIDING TRAVELING DRESSED ARMED AS INCLUDING DURING AFTER BEFORE INTO OUTSIDE INSIDE`)

// essential drops the nonessential modifiers, unless nothing would be left.
func essential(in []string) []string {
	var out []string
	for _, w := range in {
		if !nonessential[w] && !plainNumber(w) {
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return in
	}
	return out
}

// plainNumber keeps "6TH" and "M19" as parts of names.
func plainNumber(w string) bool {
	for i := range len(w) {
		if w[i] < '0' || w[i] > '9' {
			return false
		}
	}
	return true
}

// phrase is a string cut into the words of its core, up to its head, and those
// of what follows.
type phrase struct {
	core, rest []string
	adjunct    bool // a clause set off by a comma follows
}

func phraseOf(s string) phrase {
	var p phrase
	if head, tail, ok := strings.Cut(s, ","); ok {
		if t := wordsOf(tail); len(t) > 1 {
			p.adjunct = true
			s = head
		}
	}
	words := wordsOf(s)
	cut := len(words)
	for i, w := range words {
		if breaks[w] && i > 0 && !(w == "ARMED" && i == 0) {
			cut = i
			break
		}
	}
	p.core, p.rest = essential(words[:cut]), words[cut:]
	if len(p.core) == 0 {
		p.core, p.rest = words, nil
	}
	return p
}

func (p *phrase) head() string {
	if len(p.core) == 0 {
		return ""
	}
	return singular(p.core[len(p.core)-1])
}

// singular takes off a plural ending, so that "GUERRILLAS" has the head of
// "GUERRILLA".
func singular(w string) string {
	switch {
	case strings.HasSuffix(w, "MEN") && len(w) > 4:
		return w[:len(w)-2] + "AN"
	case strings.HasSuffix(w, "IES") && len(w) > 4:
		return w[:len(w)-3] + "Y"
	case strings.HasSuffix(w, "SSES"), strings.HasSuffix(w, "CHES"), strings.HasSuffix(w, "SHES"), strings.HasSuffix(w, "XES"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "S") && !strings.HasSuffix(w, "SS") && len(w) > 3:
		return w[:len(w)-1]
	}
	return w
}

func same(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func holds(in []string, w string) bool {
	for _, x := range in {
		if x == w {
			return true
		}
	}
	return false
}

func covers(all, part []string) bool {
	for _, w := range part {
		if !holds(all, w) {
			return false
		}
	}
	return true
}
