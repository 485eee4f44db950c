package coref

import "strings"

// gender of a person, as far as the text tells.
type gender uint8

const (
	unknown gender = iota
	male
	female
)

// pronoun is what a pronoun asks of its antecedent.
type pronoun struct {
	class      pronounClass
	plural     bool
	gender     gender
	possessive bool
	reflexive  bool
}

type pronounClass uint8

const (
	personal pronounClass = iota // he, she
	neuter                       // it
	many                         // they
	relative                     // who, which: by the tree
)

var pronouns = map[string]*pronoun{
	"he": {class: personal, gender: male}, "him": {class: personal, gender: male},
	"his": {class: personal, gender: male, possessive: true}, "himself": {class: personal, gender: male, reflexive: true},
	"she": {class: personal, gender: female}, "her": {class: personal, gender: female, possessive: true},
	"hers": {class: personal, gender: female}, "herself": {class: personal, gender: female, reflexive: true},
	"it": {class: neuter}, "its": {class: neuter, possessive: true}, "itself": {class: neuter, reflexive: true},
	"they": {class: many, plural: true}, "them": {class: many, plural: true}, "theirs": {class: many, plural: true},
	"their":      {class: many, plural: true, possessive: true},
	"themselves": {class: many, plural: true, reflexive: true},
	"who":        {class: relative}, "whom": {class: relative}, "whose": {class: relative}, "which": {class: relative}, "that": {class: relative},
}

// pronounOf returns what a word asks of its antecedent, or nil.
func pronounOf(word string) *pronoun {
	if len(word) > len("themselves") {
		return nil
	}
	return pronouns[lower(word)]
}

// definiteWords make a noun phrase refer back.
var definiteWords = map[string]bool{"the": true, "this": true, "that": true, "these": true, "those": true}

// genderWords are titles and nouns that tell a person's gender.
var genderWords = map[string]gender{
	"mr": male, "mr.": male, "sir": male, "lord": male, "king": male, "prince": male, "sheikh": male, "man": male, "father": male,
	"son": male, "brother": male, "husband": male, "boy": male, "spokesman": male, "chairman": male, "policeman": male,
	"businessman": male, "gunman": male, "uncle": male, "imam": male, "pope": male, "guy": male, "congressman": male,
	"mrs": female, "mrs.": female, "ms": female, "ms.": female, "lady": female, "queen": female, "princess": female, "woman": female,
	"mother": female, "daughter": female, "sister": female, "wife": female, "girl": female, "spokeswoman": female,
	"chairwoman": female, "actress": female, "aunt": female, "widow": female, "congresswoman": female, "businesswoman": female,
}

// General nouns that pick out the entity of their kind that was last spoken of.
var (
	groupWords = map[string]bool{"group": true, "organization": true, "organisation": true, "movement": true, "militia": true,
		"company": true, "party": true, "agency": true, "firm": true, "network": true, "union": true, "faction": true}
	placeWords = map[string]bool{"city": true, "town": true, "village": true, "country": true, "nation": true, "province": true,
		"region": true, "island": true, "capital": true, "district": true}
)

// lower is strings.ToLower that does not allocate for lower-case ASCII words.
func lower(s string) string { return strings.ToLower(s) }
