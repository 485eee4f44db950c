package score

// The slots, by their official numbers.
const (
	MessageID = iota
	TemplateNumber
	Date
	Location
	Type
	Stage
	InstrumentID
	InstrumentType
	Category
	IndividualID
	OrganizationID
	Confidence
	PhysicalID
	PhysicalType
	PhysicalNumber
	PhysicalNation
	PhysicalEffect
	PhysicalTotal
	HumanName
	HumanDescription
	HumanType
	HumanNumber
	HumanNation
	HumanEffect
	HumanTotal
	SlotCount
)

type kind uint8

const (
	kindSet kind = iota
	kindString
	kindDate
	kindPlace
	kindNumber
)

// slot is how a slot is filled.
type slot struct {
	label string // in a template
	row   string // in the table
	kind  kind
	refs  []int // slots that its cross-references point to
	typed int   // slot that gives the type of its strings, or 0
	size  int   // items of the set list, for fallout
	group string
}

var slots = [SlotCount]slot{
	MessageID:        {label: "MESSAGE: ID"},
	TemplateNumber:   {label: "MESSAGE: TEMPLATE", row: "template-id"},
	Date:             {"INCIDENT: DATE", "inc-date", kindDate, nil, 0, 0, "inc"},
	Location:         {"INCIDENT: LOCATION", "inc-loc", kindPlace, nil, 0, 0, "inc"},
	Type:             {"INCIDENT: TYPE", "inc-type", kindSet, nil, 0, 7, "inc"},
	Stage:            {"INCIDENT: STAGE OF EXECUTION", "inc-stage", kindSet, nil, 0, 3, "inc"},
	InstrumentID:     {"INCIDENT: INSTRUMENT ID", "inc-instr-id", kindString, nil, InstrumentType, 0, "inc"},
	InstrumentType:   {"INCIDENT: INSTRUMENT TYPE", "inc-instr-type", kindSet, []int{InstrumentID}, 0, 20, "inc"},
	Category:         {"PERP: INCIDENT CATEGORY", "perp-inc-cat", kindSet, nil, 0, 2, "perp"},
	IndividualID:     {"PERP: INDIVIDUAL ID", "perp-ind-id", kindString, nil, 0, 0, "perp"},
	OrganizationID:   {"PERP: ORGANIZATION ID", "perp-org-id", kindString, nil, 0, 0, "perp"},
	Confidence:       {"PERP: ORGANIZATION CONFIDENCE", "perp-org-conf", kindSet, []int{OrganizationID}, 0, 6, "perp"},
	PhysicalID:       {"PHYS TGT: ID", "phys-tgt-id", kindString, nil, PhysicalType, 0, "phys-tgt"},
	PhysicalType:     {"PHYS TGT: TYPE", "phys-tgt-type", kindSet, []int{PhysicalID}, 0, 15, "phys-tgt"},
	PhysicalNumber:   {"PHYS TGT: NUMBER", "phys-tgt-num", kindNumber, []int{PhysicalID}, 0, 0, "phys-tgt"},
	PhysicalNation:   {"PHYS TGT: FOREIGN NATION", "phys-tgt-nation", kindSet, []int{PhysicalID}, 0, 74, "phys-tgt"},
	PhysicalEffect:   {"PHYS TGT: EFFECT OF INCIDENT", "phys-tgt-effect", kindSet, []int{PhysicalID}, 0, 6, "phys-tgt"},
	PhysicalTotal:    {"PHYS TGT: TOTAL NUMBER", "phys-tgt-total-num", kindNumber, nil, 0, 0, "phys-tgt"},
	HumanName:        {"HUM TGT: NAME", "hum-tgt-name", kindString, nil, HumanType, 0, "hum-tgt"},
	HumanDescription: {"HUM TGT: DESCRIPTION", "hum-tgt-desc", kindString, []int{HumanName}, HumanType, 0, "hum-tgt"},
	HumanType:        {"HUM TGT: TYPE", "hum-tgt-type", kindSet, []int{HumanName, HumanDescription}, 0, 10, "hum-tgt"},
	HumanNumber:      {"HUM TGT: NUMBER", "hum-tgt-num", kindNumber, []int{HumanName, HumanDescription}, 0, 0, "hum-tgt"},
	HumanNation:      {"HUM TGT: FOREIGN NATION", "hum-tgt-nation", kindSet, []int{HumanName, HumanDescription}, 0, 74, "hum-tgt"},
	HumanEffect:      {"HUM TGT: EFFECT OF INCIDENT", "hum-tgt-effect", kindSet, []int{HumanName, HumanDescription}, 0, 11, "hum-tgt"},
	HumanTotal:       {"HUM TGT: TOTAL NUMBER", "hum-tgt-total-num", kindNumber, nil, 0, 0, "hum-tgt"},
}

// Grade is how good a fill is.
type Grade int

// The grades.
const (
	Incorrect Grade = iota
	Partial
	Correct
)
