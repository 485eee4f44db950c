package dedup

import (
	"fmt"
	"slices"
	"strings"

	"sayso"
)

// What makes two articles copies, in hundredths of the shorter one's wording
// that lies in the other: over half of it, or over a third and a passage that
// nobody writes twice.
const (
	enough = 55 // of all its shingles
	part   = 35 // of all its shingles, where a run of runs words is common
	runs   = 40
	short  = 20 // words under which only equal texts are copies
)

// measure is what was found in comparing two wordings.
type measure struct {
	share int // hundredths of the smaller set that lie in the other
	whole int // hundredths of both sets together that are in both
	run   int // longest run of words in both
}

// verify compares the full texts and says whether one copies the other.
func (r *runner) verify(a, b *wording) (sayso.Copy, bool) {
	if a.id == b.id {
		return sayso.Copy{}, false
	}
	if later(a, b) {
		a, b = b, a
	}
	same := slices.Equal(a.words, b.words)
	m := measure{100, 100, len(a.words)}
	if !same {
		if min(len(a.words), len(b.words)) < short {
			return sayso.Copy{}, false
		}
		n := common(a.grams, b.grams)
		m.share = n * 100 / min(len(a.grams), len(b.grams))
		m.whole = n * 100 / (len(a.grams) + len(b.grams) - n)
		if m.share < part {
			return sayso.Copy{}, false
		}
		// They share three words on end: of those, few stand at many places.
		if m.run = r.longest(a.threes, b.threes) + gram - 1; m.share < enough && m.run < runs {
			return sayso.Copy{}, false
		}
	} else if len(a.words) == 0 {
		return sayso.Copy{}, false
	}
	c := sayso.Copy{Article: b.id, Of: a.id, Kind: kind(a, b, m, same), Share: float64(m.share) / 100}
	c.Why = why(a, b, m, c.Kind)
	return c, true
}

// later reports whether a is the later telling: published later, or the
// second by id.
func later(a, b *wording) bool {
	if a.published.Known() && b.published.Known() && a.published != b.published {
		return a.published > b.published
	}
	return a.id > b.id
}

func kind(a, b *wording, m measure, same bool) sayso.CopyKind {
	switch {
	case same && a.title == b.title:
		return sayso.CopyExact
	case same:
		return sayso.CopyHeadline
	case a.url != "" && a.url == b.url, a.outlet != "" && a.outlet == b.outlet && a.published.Known() && b.published.Known():
		return sayso.CopyRevision
	case m.whole < enough && m.share >= 2*m.whole-5:
		return sayso.CopyPart
	}
	return sayso.CopyReprint
}

// why says what was measured and what was changed.
func why(a, b *wording, m measure, k sayso.CopyKind) *sayso.Explanation {
	top := sayso.Because(string(k), fmt.Sprintf("%d %% of the shorter text's wording is in the other", m.share),
		sayso.Because(fmt.Sprintf("%d words", m.run), "is the longest run of words that both have"))
	if a.title != b.title {
		top.Children = append(top.Children, sayso.Because("headline", "is another"))
	}
	gone, added := differing(a.sentences, b.sentences), differing(b.sentences, a.sentences)
	if gone > 0 {
		top.Children = append(top.Children, sayso.Because(fmt.Sprintf("%d of %d", gone, len(a.sentences)), "sentences of the earlier are left out or changed"))
	}
	if added > 0 {
		top.Children = append(top.Children, sayso.Because(fmt.Sprintf("%d of %d", added, len(b.sentences)), "sentences of the later are new or changed"))
	}
	if x, y := numbersOnly(a, b), numbersOnly(b, a); len(x)+len(y) > 0 {
		top.Children = append(top.Children, sayso.Because("numbers", fmt.Sprintf("only the earlier has: %s; only the later: %s", listed(x), listed(y))))
	}
	return top
}

// differing is the number of sentences of a that b has not.
func differing(a, b []uint64) int {
	n := 0
	for _, s := range a {
		if !slices.Contains(b, s) {
			n++
		}
	}
	return n
}

// numbersOnly are the numbers of a that b has not.
func numbersOnly(a, b *wording) []string {
	var out []string
	for _, n := range a.numbers {
		if !slices.Contains(b.numbers, n) && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

func listed(words []string) string {
	if len(words) == 0 {
		return "none"
	}
	return strings.Join(words[:min(len(words), 6)], ", ")
}
