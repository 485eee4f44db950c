package corpus

import "sayso/internal/document"

// Sentence is a tokenised sentence of a corpus with its gold spans; positions
// are word indices.
type Sentence struct {
	Doc    string // document that it comes from
	Words  []string
	Spans  []document.Name
	Corpus int             // number of its corpus
	Tags   []document.XPOS // parts of speech; nil where unknown
}

// Types of UNER.
var unerKinds = map[string]document.NameKind{
	"PER": document.NamePerson, "LOC": document.NamePlace, "ORG": document.NameOrganisation}

// Types of WNUT17 that agree with UNER's; products and works have none.
var wnutKinds = map[string]document.NameKind{
	"person": document.NamePerson, "location": document.NamePlace,
	"corporation": document.NameOrganisation, "group": document.NameOrganisation}

// Types of re3d; vehicles, money and the rest are left out.
var re3dKinds = map[string]document.NameKind{
	"Person": document.NamePerson, "Location": document.NamePlace, "Organisation": document.NameOrganisation,
	"Weapon": document.NameWeapon, "MilitaryPlatform": document.NamePlatform, "Temporal": document.NameTime,
	"Quantity": document.NameQuantity, "Nationality": document.NameNationality}

// KindName is the name of a kind in reports.
func KindName(k document.NameKind) string {
	names := [...]string{"", "per", "loc", "org", "misc", "weapon", "platform", "time", "quantity", "nationality"}
	if int(k) < len(names) {
		return names[k]
	}
	return ""
}
