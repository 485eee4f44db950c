package assemble

import (
	"strings"

	"sayso"
)

// phrasing is how a type is told in one sentence.
type phrasing struct {
	verb    string // with agent: "X attacked Y"
	passive string // without agent: "Y was attacked"
	noun    string // without both: "an attack took place"
}

var phrasings = map[string]phrasing{
	"armed-clash":     {"fought", "was fought", "fighting took place"},
	"shelling":        {"shelled", "came under rocket or artillery fire", "rockets or shells were fired"},
	"air-strike":      {"struck from the air", "was struck from the air", "an air strike took place"},
	"bombing":         {"bombed", "was bombed", "a bomb went off"},
	"attack":          {"attacked", "was attacked", "an attack took place"},
	"abduction":       {"abducted", "was abducted", "people were abducted"},
	"sexual-violence": {"committed sexual violence against", "suffered sexual violence", "sexual violence took place"},
	"property-attack": {"attacked the property of", "was damaged or looted", "property was attacked"},
	"protest":         {"protested", "was protested against", "a protest took place"},
	"riot":            {"rioted", "was attacked in a riot", "a riot took place"},
	"crackdown":       {"used force against", "met force by security forces", "security forces used force"},
	"arrest":          {"arrested", "was arrested", "arrests were made"},
	"release":         {"released", "was released", "people were released"},
	"defection":       {"defected from", "lost people to the other side", "people changed sides"},
	"takeover":        {"took", "was taken", "control changed hands"},
	"agreement":       {"agreed", "was agreed with", "an agreement was reached"},
	"troop-movement":  {"moved forces", "saw forces moved", "forces moved"},
	"threat":          {"threatened", "was threatened", "a threat was made"},
	"sanction":        {"imposed measures on", "was sanctioned", "measures were imposed"},
}

// summary tells an incident in one plain sentence: who, what, whom, where,
// when, with what outcome. It says no more than the fields do.
func summary(in *sayso.Incident) string {
	agent, target := list(in, sayso.RoleAgent), list(in, sayso.RoleTarget)
	p, ok := phrasings[in.Type]
	if !ok {
		p = phrasing{in.Type + ":", "was the target (" + in.Type + ")", in.Type}
	}
	var b strings.Builder
	switch party := list(in, sayso.RoleParty); {
	case party != "" && agent == "":
		b.WriteString(party + " " + p.verb)
	case agent != "" && target != "":
		b.WriteString(agent + " " + p.verb + " " + target)
	case agent != "":
		b.WriteString(agent + ": " + p.noun)
	case target != "":
		b.WriteString(target + " " + p.passive)
	default:
		b.WriteString(p.noun)
	}
	if in.Where != nil {
		b.WriteString(" (" + in.Where.Name + ")")
	}
	if in.When != nil {
		b.WriteString(", " + dates(in.When))
	}
	for i := range in.Counts {
		b.WriteString(", " + ends(&in.Counts[i]) + " " + in.Counts[i].What)
	}
	if in.Status != sayso.StatusOccurred {
		b.WriteString(" [" + string(in.Status) + "]")
	}
	return upper(strings.Join(strings.Fields(b.String()), " ")) + "."
}

func list(in *sayso.Incident, role sayso.Role) string {
	var names []string
	for i := range in.Actors {
		if in.Actors[i].Role == role && len(names) < 4 {
			names = append(names, in.Actors[i].Name)
		}
	}
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}

func upper(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}
