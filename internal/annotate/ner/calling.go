package ner

import (
	"strings"

	"sayso/internal/document"
)

// calling makes bodies of the names that a group is said to give itself, whatever the
// words look like: "a group calling itself Ahrar Sinjar", "the militia known as Black Axe".
func calling(d *document.Document, names []document.Name) {
	for k := range names {
		n := &names[k]
		if n.Kind == document.NameOrganisation || n.First < 3 {
			continue
		}
		i := n.First - 1
		if strings.EqualFold(d.Word(i), "the") && i > 2 {
			i--
		}
		switch low := strings.ToLower(d.Word(i)); {
		case (low == "itself" || low == "themselves") && strings.EqualFold(d.Word(i-1), "calling"):
			i -= 2
		case low == "as" && strings.EqualFold(d.Word(i-1), "known"), low == "itself" && strings.EqualFold(d.Word(i-1), "calls"):
			i -= 2
		case low == "called":
			i--
		default:
			continue
		}
		for i > 0 && d.Tags[i].UPOS == document.PUNCT {
			i--
		}
		switch strings.ToLower(d.Tags[i].Lemma) {
		case "group", "militia", "faction", "movement", "organisation", "organization", "cell", "gang", "outfit", "coalition", "brigade", "front", "which", "that":
			n.Kind = document.NameOrganisation
		}
	}
}
