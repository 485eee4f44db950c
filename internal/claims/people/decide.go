package people

import (
	"cmp"
	"slices"
	"strings"

	"sayso/internal/document"
)

// elsewhere reads what the person's entity is called without its name, and its
// pronouns.
func (r *reader) elsewhere(s *someone) {
	if s.entity < 0 {
		return
	}
	male, female := 0, 0
	for _, m := range r.d.Entities[s.entity].Mentions {
		switch w := strings.ToLower(r.d.Words(m.Range)); {
		case m.Pronoun && (w == "he" || w == "him" || w == "his"):
			male++
		case m.Pronoun && (w == "she" || w == "her" || w == "hers"):
			female++
		case !m.Pronoun && !r.touched(s, m.Range) && m.Len() <= 12:
			r.hinted(s, m.Range)
		}
	}
	if s.sex == 0 && male > female {
		s.sex = 'm'
	} else if s.sex == 0 && female > male {
		s.sex = 'f'
	}
}

// hinted reads what an entity is called elsewhere. It makes nobody public, as
// whom a "the senator" means is often read wrongly.
func (r *reader) hinted(s *someone, m document.Range) {
	was := len(s.cues)
	r.phrase(s, m, false)
	for i := len(s.cues) - 1; i >= was; i-- {
		if publicClass[s.cues[i].class] {
			s.cues, s.phrases = slices.Delete(s.cues, i, i+1), slices.Delete(s.phrases, i, i+1)
		}
	}
}

func (r *reader) touched(s *someone, m document.Range) bool {
	return slices.ContainsFunc(s.at, m.Touches)
}

// decide applies the rule of docs/private.md, in its order: minors, victims,
// relatives and witnesses are private whatever else they are.
func (s *someone) decide(t *tables) {
	has := func(c class) string {
		for _, w := range s.cues {
			if w.class == c {
				return w.words
			}
		}
		return ""
	}
	s.why = t.public[strings.ToLower(s.name)]
	if one, two, ok := strings.Cut(strings.ToLower(s.name), "-"); ok && s.why == "" && t.public[one] != "" && t.public[two] != "" { // "the Biden-Trump debate"
		s.why = t.public[one]
	}
	post := cmp.Or(has(high), has(known), has(speaks), has(office))
	s.private = true
	switch {
	case s.minor || has(minor) != "":
		s.reason = "minor"
	case s.hurt || s.harmed && post == "" && s.why == "" || has(victim) != "":
		s.reason = "victim"
	case has(kin) != "":
		s.reason = "relative"
	case has(witness) != "":
		s.reason = "witness"
	case s.why != "":
		s.private, s.reason = false, "known: "+s.why
	case post != "":
		s.private, s.reason = false, post
	default:
		s.reason = "no office in the text"
	}
}

// describe says who somebody is without the name.
func (s *someone) describe() string {
	noun := ""
	for _, c := range []class{private, office, speaks, known, high, witness} {
		for i, w := range s.cues {
			if noun == "" && w.class == c && w.words != "man" && w.words != "woman" && w.words != "person" {
				noun = s.phrases[i]
			}
		}
	}
	if noun == "" {
		noun = s.plain()
	}
	words := noun
	if s.age != "" {
		words = s.age + "-old " + noun
	}
	words = indefinite(words)
	if s.origin != "" && !strings.Contains(words, s.origin) {
		words += " from " + s.origin
	}
	return words
}

// plain is the noun for somebody of whom nothing but sex and age is told.
func (s *someone) plain() string {
	young := s.minor || slices.ContainsFunc(s.cues, func(w word) bool { return w.class == minor })
	switch {
	case young && s.sex == 'm':
		return "boy"
	case young && s.sex == 'f':
		return "girl"
	case young:
		return "child"
	case s.sex == 'm':
		return "man"
	case s.sex == 'f':
		return "woman"
	}
	return "person"
}

func indefinite(words string) string {
	l := strings.ToLower(words)
	for _, v := range []string{"8", "11-", "18-", "a", "e", "i", "o", "un"} {
		if strings.HasPrefix(l, v) && !strings.HasPrefix(l, "uni") && !strings.HasPrefix(l, "one") {
			return "an " + words
		}
	}
	return "a " + words
}
