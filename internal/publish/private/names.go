package private

import (
	"cmp"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sayso"
)

// Names are the names to be withheld, ready to be found.
type Names struct {
	forms   map[string][]form // by their first folded word
	letters map[int]string    // that the words of somebody's names begin with
}

// form is one way of naming somebody.
type form struct {
	words  []string // folded
	person int
	as     string
	keep   bool // of a public person: stays, and so does what is in it
}

// Of makes ready the private ones of people. The full names of the public ones
// are kept, also where a word of them is somebody private's: "Sadiq Khan".
func Of(people []sayso.Person) *Names {
	n := &Names{forms: map[string][]form{}, letters: map[int]string{}}
	shared := map[string]bool{}
	for i, p := range people {
		if !p.Private {
			continue
		}
		for _, f := range append([]string{p.Name}, p.Forms...) {
			if words := foldedWords(f); len(words) > 0 {
				n.forms[words[0]] = append(n.forms[words[0]], form{words: words, person: i, as: p.Description})
				for _, w := range words {
					shared[w] = true
					r, _ := utf8.DecodeRuneInString(w)
					n.letters[i] += string(r)
				}
			}
		}
	}
	for i, p := range people {
		for _, f := range p.Forms {
			if words := foldedWords(f); !p.Private && len(words) > 1 && slices.ContainsFunc(words, func(w string) bool { return shared[w] }) {
				n.forms[words[0]] = append(n.forms[words[0]], form{words: words, person: i, keep: true})
			}
		}
	}
	for _, list := range n.forms {
		slices.SortStableFunc(list, func(a, b form) int { return len(b.words) - len(a.words) })
	}
	as := map[string]string{}
	for i := range people {
		as[people[i].Description] = n.described(people[i].Description)
	}
	for _, list := range n.forms {
		for i := range list {
			list[i].as = as[list[i].as]
		}
	}
	return n
}

// described is a description that names nobody.
func (n *Names) described(words string) string {
	if n.Names(words) {
		return "a person"
	}
	return words
}

// Empty reports whether there is nothing to withhold.
func (n *Names) Empty() bool { return len(n.forms) == 0 }

// run is a word in a text: letters and digits without a gap.
type run struct {
	start, end int
	folded     string
	capital    bool
}

func runs(s string) []run {
	var out []run
	start := -1
	for i, r := range s {
		in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
		if in && start < 0 {
			start = i
		}
		if !in && start >= 0 {
			out = append(out, runOf(s, start, i))
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, runOf(s, start, len(s)))
	}
	return out
}

func runOf(s string, start, end int) run {
	r, _ := utf8.DecodeRuneInString(s[start:])
	return run{start, end, fold(s[start:end]), unicode.IsUpper(r) || unicode.IsTitle(r) || !unicode.IsLower(r) && unicode.IsLetter(r)}
}

// fold takes case and accents off a word.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if !unicode.Is(unicode.M, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

func foldedWords(s string) []string {
	var out []string
	for _, r := range runs(s) {
		if r.folded != "" {
			out = append(out, r.folded)
		}
	}
	return out
}

// hit is a place where somebody is named.
type hit struct {
	start, end int // bytes
	first, n   int // runs
	person     int
	as         string
	plain      bool // as stands without brackets: an address
}

// find lists the places of names in s, the longest form at each. With any, also
// single words in lower case are names.
func (n *Names) find(s string, list []run, any bool) []hit {
	var out []hit
	for i := 0; i < len(list); i++ {
		for _, f := range n.forms[list[i].folded] {
			if len(f.words) == 1 && !list[i].capital && !any || !matches(s, list[i:], f.words) {
				continue
			}
			last := list[i+len(f.words)-1]
			if !f.keep {
				out = append(out, hit{start: list[i].start, end: last.end, first: i, n: len(f.words), person: f.person, as: f.as})
			}
			i += len(f.words) - 1
			break
		}
	}
	return out
}

// matches reports whether the runs begin with the words, with little between.
func matches(s string, list []run, words []string) bool {
	if len(list) < len(words) {
		return false
	}
	for k, w := range words {
		if list[k].folded != w || k > 0 && !near(s[list[k-1].end:list[k].start]) {
			return false
		}
	}
	return true
}

// near reports whether what stands between two words keeps a name together.
func near(between string) bool {
	return len(between) <= 6 && !strings.ContainsAny(between, ",;:!?\"“”()[]")
}

var honorifics = map[string]bool{"mr": true, "mrs": true, "ms": true, "miss": true, "dr": true, "sir": true}

// Text is s with names replaced.
func (n *Names) Text(s string) string {
	if n.Empty() || s == "" {
		return s
	}
	list := runs(s)
	hits := joined(s, list, n.said(s, list))
	if len(hits) == 0 {
		return s
	}
	var b strings.Builder
	at := 0
	for _, h := range hits {
		if k := h.first - 1; k >= 0 && honorifics[list[k].folded] && list[k].start >= at && near(s[list[k].end:h.start]) {
			h.start = list[k].start
		}
		b.WriteString(s[at:h.start])
		if h.plain || strings.TrimSpace(s[:h.start]) == "" && strings.TrimSpace(s[h.end:]) == "" {
			b.WriteString(h.as)
		} else {
			b.WriteString("[" + h.as + "]")
		}
		at = h.end
	}
	b.WriteString(s[at:])
	return b.String()
}

// said lists the places of names in words: as they are written, full names in one
// word, "@mohammedsalem", tags that hold one, "#justiceforsalem", and addresses.
func (n *Names) said(s string, list []run) []hit {
	hits := n.initials(s, list, n.find(s, list, false))
	hits = append(hits, slices.DeleteFunc(n.together(list), func(h hit) bool { return h.n > 1 })...)
	return apart(slices.Concat(hits, n.tagged(s, list), n.linked(s, list)))
}

// apart sorts hits and makes one of those that overlap.
func apart(hits []hit) []hit {
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Or(a.start-b.start, b.end-a.end) })
	out := hits[:0]
	for _, h := range hits {
		if k := len(out) - 1; k >= 0 && h.start < out[k].end {
			if h.end > out[k].end {
				out[k].end, out[k].n = h.end, h.first+h.n-out[k].first
			}
			continue
		}
		out = append(out, h)
	}
	return out
}

// joined makes one of the parts of a name that has an initial or another word
// of its own between them: "Mohammed A. Salem".
func joined(s string, list []run, hits []hit) []hit {
	out := hits[:0]
	for _, h := range hits {
		if k := len(out) - 1; k >= 0 && out[k].person == h.person {
			o := &out[k]
			if h.start < o.end { // one word, found in two ways
				if h.end > o.end {
					o.end, o.n = h.end, h.first+h.n-o.first
				}
				continue
			}
			skipped := h.first - o.first - o.n
			if near(s[o.end:h.start]) && (skipped == 0 || skipped == 1 && list[h.first-1].end-list[h.first-1].start <= 3) {
				o.end, o.n = h.end, h.first+h.n-o.first
				continue
			}
		}
		out = append(out, h)
	}
	return out
}

// Address is an address, file name or id with names replaced.
func (n *Names) Address(s string) string {
	if n.Empty() || s == "" {
		return s
	}
	plain := unescaped(s)
	list := runs(plain)
	hits := n.find(plain, list, true)
	hits = append(hits, n.together(list)...)
	if len(hits) == 0 {
		return s
	}
	var b strings.Builder
	at := 0
	for _, h := range joined(plain, list, apart(hits)) {
		b.WriteString(plain[at:h.start] + strings.Join(foldedWords(h.as), "-"))
		at = h.end
	}
	b.WriteString(plain[at:])
	if plain != s {
		return strings.ReplaceAll(b.String(), " ", "%20")
	}
	return b.String()
}

// unescaped is an address without its escapes, those that were escaped again too:
// "zq%2520x".
func unescaped(s string) string {
	for range 4 {
		u := escape.ReplaceAllStringFunc(s, func(e string) string {
			b, _ := hex.DecodeString(e[1:])
			return string(b)
		})
		if u == s || !utf8.ValidString(u) {
			break
		}
		s = u
	}
	return s
}

var escape = regexp.MustCompile(`%[0-9a-fA-F]{2}`)

// together finds full names whose words are written together, wherever the
// gaps are: "mohammedsalem", "annaruiz-paz". What else is in the words goes too.
func (n *Names) together(list []run) []hit {
	var all strings.Builder
	begins := make([]int, len(list)) // of the runs in all
	for i, r := range list {
		begins[i] = all.Len()
		all.WriteString(r.folded)
	}
	at := func(i int) int { // the run that holds a byte
		k, found := slices.BinarySearch(begins, i)
		if !found {
			k--
		}
		return k
	}
	var out []hit
	for _, forms := range n.forms {
		for _, f := range forms {
			if len(f.words) < 2 || f.keep {
				continue
			}
			word := strings.Join(f.words, "")
			for from := 0; ; {
				i := strings.Index(all.String()[from:], word)
				if i < 0 {
					break
				}
				first, last := at(from+i), at(from+i+len(word)-1)
				out = append(out, hit{start: list[first].start, end: list[last].end, first: first, n: last - first + 1, person: f.person, as: f.as})
				from += i + len(word)
			}
		}
	}
	slices.SortFunc(out, func(a, b hit) int { return cmp.Or(a.start-b.start, b.end-a.end, a.person-b.person) })
	return out
}

// Names reports whether s names somebody, as a text or an address.
func (n *Names) Names(s string) bool {
	return !n.Empty() && (n.Text(s) != s || n.Address(s) != s)
}

// Hide is s with the letters of names crossed out, so that every offset holds.
func (n *Names) Hide(s string) string {
	if n.Empty() {
		return s
	}
	b := []byte(s)
	for _, h := range n.said(s, runs(s)) {
		for i := h.start; i < h.end; i++ {
			if s[i] != ' ' && s[i] != '\n' && s[i] != '-' {
				b[i] = 'x'
			}
		}
	}
	return string(b)
}
