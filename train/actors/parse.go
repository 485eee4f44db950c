package main

import (
	"slices"
	"strings"
	"unicode"

	"sayso/internal/lexicon"
)

// entry is one actor of a dictionary: its names as they stand there, and what
// stands between brackets behind them.
type entry struct{ names, codes []string }

// parse reads a dictionary: a name at the beginning of a line, further names
// behind "+", codes in brackets on the same or on lines of their own.
func parse(text string) []entry {
	var out []entry
	for _, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		codes := bracketed(line)
		name, _, _ := strings.Cut(line, "[")
		name = strings.TrimSpace(name)
		switch {
		case name == "" && len(codes) == 0:
			continue
		case name != "" && name[0] != '+':
			out = append(out, entry{})
		}
		if len(out) == 0 {
			continue
		}
		e := &out[len(out)-1]
		if name != "" {
			e.names = append(e.names, strings.Split(strings.TrimPrefix(name, "+"), "+")...)
		}
		e.codes = append(e.codes, codes...)
	}
	return out
}

func bracketed(line string) []string {
	var out []string
	for {
		_, rest, ok := strings.Cut(line, "[")
		if !ok {
			return out
		}
		code, after, _ := strings.Cut(rest, "]")
		out = append(out, strings.TrimSpace(code))
		line = after
	}
}

// small are the words that stay in lower case inside a name.
var small = map[string]bool{"of": true, "the": true, "for": true, "and": true, "in": true, "on": true, "to": true, "against": true,
	"de": true, "la": true, "del": true, "des": true, "du": true, "le": true, "les": true, "y": true, "e": true, "al": true, "el": true, "ul": true, "i": true}

// nameOf writes "ADEN_ABYAN_ISLAMIC_ARMY_(AAIA)_" as "Aden Abyan Islamic Army".
func nameOf(raw string) string {
	for {
		before, rest, ok := strings.Cut(raw, "(")
		if !ok {
			break
		}
		_, after, _ := strings.Cut(rest, ")")
		raw = before + " " + after
	}
	words := strings.Fields(strings.ReplaceAll(raw, "_", " "))
	for i, w := range words {
		w = strings.ToLower(w)
		if i == 0 || !small[w] {
			w = title(w)
		}
		words[i] = w
	}
	return strings.Join(words, " ")
}

// title sets a capital at the beginning of a word and behind each hyphen, but
// for the Arabic article.
func title(w string) string {
	parts := strings.Split(w, "-")
	for i, p := range parts {
		if i < len(parts)-1 && small[p] {
			continue
		}
		r := []rune(p)
		if len(r) > 0 {
			r[0] = unicode.ToUpper(r[0])
		}
		parts[i] = string(r)
	}
	return strings.Join(parts, "-")
}

// offices are words of persons and offices, which are no actors of the table.
var offices = []string{"secretary", "chief", "president", "director", "commissioner", "spokesman", "spokeswoman", "chairman", "envoy",
	"official", "officials", "head", "delegate", "delegation", "ambassador", "troops", "soldiers", "minister", "leader", "leaders"}

// usable reports whether a name says enough: two words or more with a letter,
// none of them an office.
func usable(name string) bool {
	words := strings.Fields(lexicon.Fold(name))
	if len(words) < 2 || strings.ContainsAny(name, "|\t*&/") {
		return false
	}
	long := 0
	for _, w := range words {
		for _, o := range offices {
			if w == o {
				return false
			}
		}
		if len(w) > 3 {
			long++
		}
	}
	return long >= 2
}

// bodies are words of which the name of a group or a body has one, in one
// language or another; the name of a person has none.
var bodies = strings.Fields("army front movement group groups brigade brigades organization organisation party liberation people peoples " +
	"revolutionary militia militants force forces guerrilla guerrillas commando commandos command cell cells battalion battalions union league " +
	"council committee bank agency commission fund association community conference court programme program forum center centre institute " +
	"office federation alliance coalition nations islamic mujahideen mujahedin jihad fighters resistance unit units faction nuclei " +
	"frente fuerzas ejercito movimiento comando liberacion partido jaish jaysh lashkar harakat jamaat hizb liwa ansar society corps " +
	"defense defence vanguard soldiers collective cooperation treaty development world international")

func body(name string) bool {
	for _, w := range strings.Fields(lexicon.Fold(name)) {
		if slices.Contains(bodies, w) {
			return true
		}
	}
	return false
}

func slug(name string) string { return strings.ReplaceAll(lexicon.Fold(name), " ", "-") }
