package tokenize

// lower writes the lower-case form of an ASCII word of at most 16 bytes into b
// and returns its length, 0 if it is longer.
func lower(b *[16]byte, w string) int {
	if len(w) > len(b) {
		return 0
	}
	for i := range len(w) {
		c := w[i]
		if isUpper(c) {
			c |= 0x20
		}
		b[i] = c
	}
	return len(w)
}

func listed(list map[string]int, w string) int {
	var b [16]byte
	return list[string(b[:lower(&b, w)])]
}

func set(words ...string) map[string]int {
	m := make(map[string]int, len(words))
	for _, w := range words {
		m[w] = 1
	}
	return m
}

// abbreviations keep a full stop that follows them.
var abbreviations = set("mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "sgt", "capt", "maj", "cmdr", "adm",
	"brig", "cpl", "pvt", "cpt", "sen", "rep", "gov", "rev", "hon", "pres", "supt", "insp", "det", "jr", "sr", "inc",
	"corp", "co", "ltd", "bros", "dept", "assn", "univ", "vs", "etc", "al", "approx", "est", "ca", "cf", "jan",
	"feb", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thurs",
	"fri", "ft", "mt", "ave", "blvd", "rd", "no", "nos", "vol", "fig", "pp", "dist", "messrs", "mme", "mlle", "sra",
	"eng", "atty", "asst", "comm", "msgr", "fr", "ph", "ph.d", "u.s.c", "spc", "pfc", "sfc", "ret", "calif", "fla",
	"mass", "mich", "minn", "miss", "penn", "tenn", "tex", "wash", "wis", "conn", "ariz", "colo")

// words are those of the abbreviations that are words as well: they keep the
// full stop only when capitalised or before a digit.
var wordsToo = set("no", "fig", "co", "al", "mass", "miss", "wash", "fri", "sat", "sun", "mon", "wed", "dec", "det", "penn",
	"colo", "ave", "eng", "ms", "ca", "comm", "fr", "jan", "tex")

func isAbbreviation(w string, beforeNumber bool) bool {
	if listed(abbreviations, w) == 0 {
		return false
	}
	if listed(wordsToo, w) == 0 {
		return true
	}
	return isUpper(w[0]) || w == "al" || beforeNumber
}

func isDegree(w string) bool { return w == "Ph" }

// domains are the endings that make a word with a full stop inside one token.
var domains = set("com", "org", "net", "gov", "edu", "mil", "info", "uk", "ru", "il", "cn", "tv", "co", "io", "de",
	"doc", "xls", "pdf", "txt", "html", "htm", "php", "jpg", "url", "zip", "exe", "ppt", "docx")

// isDomain reports whether the parts of t[k:end] that are separated by full
// stops end in a domain or the extension of a file.
func isDomain(t string, k, end int) bool {
	if end-k > 255 {
		return false
	}
	for {
		e := runOfWord(t, k, end)
		if e < end && e > k && t[e] == '.' && e+1 < end && isAlpha(t[e+1]) {
			k = e + 1
			continue
		}
		return listed(domains, t[k:e]) > 0 && isLower(t[k])
	}
}

// prefixes are bound: the hyphen after them stays in the word.
var prefixes = set("e", "re", "co", "pro", "pre", "post", "non", "anti", "semi", "multi", "mid", "ex", "sub", "bi",
	"counter", "de", "inter", "intra", "micro", "mini", "neo", "pan", "para", "psycho", "quasi", "trans", "tri", "ultra",
	"un", "vice", "socio", "proto", "pseudo", "super", "hyper", "mega", "extra", "infra", "eco", "geo", "bio", "electro")

func isPrefix(w string) bool { return listed(prefixes, w) > 0 }

// contractions are words written together, with the length of the first part.
var contractions = map[string]int{"cannot": 3, "dont": 2, "cant": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3,
	"werent": 4, "couldnt": 5, "wouldnt": 5, "shouldnt": 6, "havent": 4, "hasnt": 3, "hadnt": 3, "arent": 3, "aint": 2,
	"im": 1, "ive": 1, "youre": 3, "theyre": 4, "youve": 3, "theyve": 4, "thats": 4, "theres": 5, "gonna": 3,
	"gotta": 3, "wanna": 3, "whats": 4}

// contraction returns where the word t[i:k] is cut, or 0.
func contraction(t string, i, k int) int {
	n := k - i
	if n >= 4 && t[k-1]|0x20 == 't' { // n't with an apostrophe of one to three bytes
		r, w := runeBefore(t, k-1)
		if isApostrophe(r) && k-1-w-1 > i && t[k-1-w-1]|0x20 == 'n' {
			return k - 1 - w - 1 - i
		}
	}
	if n > 8 || n < 2 {
		return 0
	}
	if n == 2 && t[i:k] == "IM" || n == 4 && t[i:k] == "CANT" {
		return 0
	}
	return listed(contractions, t[i:k])
}

// units are split off the number they are written onto.
var units = set("am", "pm", "km", "kg", "mm", "cm", "lb", "lbs", "mph", "kmh", "kph", "sqft", "gb", "mb", "mw", "bn",
	"hrs", "hr", "min", "mins", "yrs", "yr", "a.m.", "p.m.", "a.m", "p.m")

// unit returns where the digits of w end if a unit is all that follows, or 0.
func unit(w string) int {
	k := 0
	for k < len(w) && (isDigit(w[k]) || (w[k] == '.' || w[k] == ',' || w[k] == ':') && k+1 < len(w) && isDigit(w[k+1])) {
		k++
	}
	if k == 0 || k == len(w) || listed(units, w[k:]) == 0 {
		return 0
	}
	return k
}
