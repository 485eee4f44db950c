package attribution

import (
	"strings"

	"sayso"
	"sayso/internal/claims/attribution/frame"
	"sayso/internal/document"
)

// issuers are nouns for what somebody issues: who issued it vouches.
var issuers = set("statement", "report", "release", "communique", "communiqué", "announcement", "tweet", "post", "letter",
	"video", "message", "article", "dispatch", "story", "broadcast", "bulletin", "website", "account", "recording", "memo",
	"document", "filing", "briefing", "press", "it", "this")

// nobodies are words that make of a source that nobody said it.
var nobodies = set("no", "nobody", "none", "neither", "you", "anybody", "anyone")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, s := range words {
		m[s] = true
	}
	return m
}

// issued names the issuer of a document: "a Defence Ministry statement", "the
// group's video", "a report by the UN"; "the report" alone is the one cited
// before.
func (w *work) issued(head int, r document.Range) (who, bool) {
	if x, ok := w.owner(head, r); ok {
		return x, true
	}
	if !w.definite(head) {
		return who{}, false
	}
	if x, ok := w.issuedBefore(head); ok {
		return x, true
	}
	if mediumNouns[strings.ToLower(w.d.Tags[head].Lemma)] && w.medium.name != "" {
		return w.medium, true
	}
	if x, _ := w.issuer(); x.name != "" && strings.ToLower(w.d.Tags[head].Lemma) == "statement" {
		return x, true
	}
	return who{}, false
}

// owner is the issuer that the words for a document name.
func (w *work) owner(head int, r document.Range) (who, bool) {
	if k := w.issuedBy(head); k >= 0 {
		return w.resolve(k, w.nounPhrase(k)), true
	}
	for _, rel := range []document.Rel{document.NmodPoss, document.Compound, document.Nmod} {
		for _, k := range w.v.Kids(head) {
			k := int(k)
			if w.v.Rel(k) != rel || !r.Has(k) || !w.byPhrase(k, rel) {
				continue
			}
			if rel == document.Compound && (w.d.Tags[k].UPOS != document.PROPN || w.leaning(k)) {
				continue
			}
			if w.v.UPOS(k) == document.PRON && w.entity[k] < 0 {
				continue
			}
			return w.resolve(k, w.possessor(k)), true
		}
	}
	return who{}, false
}

// issuedBy is who issued a document by the participle after it: "a report
// released today by the armed forces"; -1 where there is none.
func (w *work) issuedBy(head int) int {
	a := w.v.Kid(head, document.Acl)
	if a < 0 || strings.EqualFold(w.d.Tags[head].Lemma, "account") {
		return -1 // of whose account it is nothing is said
	}
	switch strings.ToLower(w.d.Tags[a].Lemma) {
	case "issue", "release", "publish", "distribute", "post", "air", "broadcast", "sign", "circulate", "prepare", "write":
		return w.v.Kid(a, document.OblAgent)
	}
	return -1
}

// leaning reports "pro-rebel" and "anti-government", which name whom a medium
// sides with.
func (w *work) leaning(i int) bool {
	low := strings.ToLower(w.d.Word(i))
	return strings.HasPrefix(low, "pro-") || strings.HasPrefix(low, "anti-")
}

// issuedBefore is the issuer that an earlier mention of the document names:
// "the report by the UN", then "the report".
func (w *work) issuedBefore(head int) (who, bool) {
	for i := head - 1; i >= 0; i-- {
		if w.v.Lemma[i] != w.v.Lemma[head] || w.v.UPOS(i) != document.NOUN {
			continue
		}
		for _, k := range w.v.Kids(i) {
			k := int(k)
			if r := w.v.Rel(k); (r == document.Nmod && w.byPhrase(k, r) || r == document.NmodPoss) && w.d.Tags[k].UPOS == document.PROPN {
				return w.resolve(k, w.possessor(k)), true
			}
		}
	}
	return who{}, false
}

// claimant is who takes responsibility in the sentence of "according to a statement": the
// statement is theirs.
func (w *work) claimant(f frame.Frame, src who) (who, bool) {
	if src.named || src.words.Empty() || len(w.spoken) == 0 || len(f.Cue) == 0 || !strings.EqualFold(w.d.Word(f.Cue[0].First), "according") ||
		!issuers[strings.ToLower(w.d.Tags[w.headOf(src.words)].Lemma)] {
		return who{}, false
	}
	x := &w.spoken[len(w.spoken)-1]
	for i, h := range w.heads {
		if h == x.cue && w.out[i].Stance == sayso.StanceClaimed && w.d.SentenceOf(h) == w.d.SentenceOf(f.Head) {
			return x.who, true
		}
	}
	return who{}, false
}

// mediumNouns are nouns for what an outlet publishes.
var mediumNouns = set("report", "article", "story", "dispatch", "broadcast", "newspaper", "paper", "agency", "it", "this")

func (w *work) byPhrase(k int, rel document.Rel) bool {
	if rel != document.Nmod {
		return true
	}
	c := w.v.Kid(k, document.Case)
	if c < 0 {
		return false
	}
	x := strings.ToLower(w.d.Word(c))
	return x == "by" || x == "from" || x == "of"
}

// possessor is the noun phrase of k without the case mark.
func (w *work) possessor(k int) document.Range {
	r := w.v.Subtree(k)
	for r.End > k+1 && w.v.Rel(r.End-1) == document.Case {
		r.End--
	}
	for r.First < k && (w.v.Rel(r.First) == document.Case || w.v.Rel(r.First) == document.Det) {
		r.First++
	}
	return w.v.Trim(r)
}

// definite reports whether the noun is "the …" or "this …" and nothing more.
func (w *work) definite(head int) bool {
	for _, k := range w.v.Kids(head) {
		if w.v.Rel(int(k)) == document.Det {
			switch strings.ToLower(w.d.Word(int(k))) {
			case "the", "this", "that":
				return true
			}
		}
	}
	return w.v.UPOS(head) == document.PRON
}

// nobody reports whether the source is "no group" or the like: then nobody
// vouches, and there is no attribution.
func (w *work) nobody(source []document.Range) bool {
	return len(source) > 0 && nobodies[strings.ToLower(w.d.Word(source[0].First))]
}

// untitled drops titles and articles before a name.
func (w *work) untitled(r document.Range) document.Range {
	if p := w.v.UPOS(r.First); (p == document.ADP || p == document.SCONJ) && r.Len() > 1 {
		r = w.flat(r)
	}
	for i := r.End - 2; i >= r.First; i-- {
		if offices[strings.ToLower(w.d.Word(i))] {
			r.First = i + 1
			break
		}
	}
	if p := w.v.UPOS(r.First); (p == document.ADP || p == document.SCONJ) && r.Len() > 1 {
		r = w.shorter(w.flat(r))
	}
	for r.Len() > 1 && titles[strings.TrimSuffix(strings.ToLower(w.d.Word(r.First)), ".")] {
		r.First++
	}
	for r.Len() > 1 && (w.d.Word(r.First) == "." || w.d.Word(r.End-1) == "'s" || w.d.Word(r.End-1) == "’s") {
		if w.d.Word(r.First) == "." {
			r.First++
		} else {
			r.End--
		}
	}
	return r
}

// bodies are nouns that stand in names of persons and mean a body all the same.
var bodies = set("police", "army", "navy", "force", "state", "government", "ministry", "party", "group", "country", "city",
	"court", "office", "military", "guard", "department")

// shorter is the longest other name of a person that ends the name.
func (w *work) shorter(r document.Range) document.Range {
	best := r
	for _, n := range w.d.Names {
		k := n.Len()
		if n.Kind != document.NamePerson || k < 2 || k >= r.Len() || best != r && k <= best.Len() {
			continue
		}
		end := document.Range{First: r.End - k, End: r.End}
		if w.d.Words(end) == w.d.Words(n.Range) {
			best = end
		}
	}
	return best
}

// offices are nouns that end a title before a name.
var offices = set("minister", "secretary", "spokesman", "spokeswoman", "spokesperson", "director", "commissioner", "commander", "chief",
	"president", "chairman", "general", "ambassador", "governor", "mayor", "premier", "chancellor", "envoy", "adviser", "advisor",
	"officer", "capt.", "gen.", "lt.", "col.", "maj.", "sgt.", "adm.", "brig.", "cmdr.", "inspector", "judge", "leader", "superintendent")

// flat is the head of a name with the parts that are joined flat to it: what is
// left of a name that a preposition begins.
func (w *work) flat(r document.Range) document.Range {
	h := w.headOf(r)
	if w.v.UPOS(h) != document.PROPN {
		return r
	}
	out := document.Range{First: h, End: h + 1}
	for _, k := range w.v.Kids(h) {
		if k := int(k); w.v.Rel(k) == document.Flat && r.Has(k) {
			out = document.Range{First: min(out.First, k), End: max(out.End, k+1)}
		}
	}
	return out
}

var titles = set("mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "gen", "lt", "col", "maj", "capt", "sgt", "brig",
	"adm", "cmdr", "rep", "sen", "gov", "president", "minister", "prime", "foreign", "secretary", "general", "colonel",
	"major", "captain", "sergeant", "lieutenant", "admiral", "commander", "commodore", "brigadier", "king", "queen",
	"prince", "princess", "pope", "sheikh", "sheik", "ayatollah", "imam", "rev", "prof", "professor", "judge", "justice",
	"senator", "governor", "mayor", "ambassador", "spokesman", "spokeswoman", "spokesperson", "the", "a", "an", "chief",
	"officer", "inspector", "superintendent", "detective", "deputy", "vice", "press", "defense", "defence")
