package render

import (
	"sayso/internal/document"
	"sayso/internal/eval/muc/score"
)

// role is a part that an expression may play and the slot it fills.
type role struct {
	name string
	slot int
	// linear is whether the mean of a linear group and the network is taken,
	// rather than the network alone.
	linear bool
}

var roles = []role{
	{"doer", score.IndividualID, false}, {"body", score.OrganizationID, false}, {"thing", score.PhysicalID, false},
	{"name", score.HumanName, true}, {"victim", score.HumanDescription, false}, {"means", score.InstrumentID, true},
}

// fits reports whether an expression of a kind may play the role at all: names
// of people fill the slot for names, all else that for descriptions.
func (r *role) fits(kind document.NameKind) bool {
	switch r.slot {
	case score.HumanName:
		return kind == document.NamePerson
	case score.HumanDescription:
		return kind != document.NamePerson
	}
	return true
}

// choice is a set fill decided by weights: the values and the slot.
type choice struct {
	name   string
	slot   int
	of     int // slot of the expressions that it is about
	values []string
	deep   bool // by a network, rather than a linear group
}

var choices = []choice{
	{"means-type", score.InstrumentType, score.InstrumentID, []string{"GUN", "MACHINE GUN", "MORTAR", "HANDGUN", "RIFLE", "EXPLOSIVE", "BOMB", "VEHICLE BOMB",
		"DYNAMITE", "MINE", "AERIAL BOMB", "GRENADE", "MOLOTOV COCKTAIL", "PROJECTILE", "MISSILE", "ROCKET", "CUTTING DEVICE", "FIRE", "STONE", "TORTURE"}, true},
	{"thing-type", score.PhysicalType, score.PhysicalID, []string{"CIVILIAN RESIDENCE", "COMMERCIAL", "COMMUNICATIONS", "DIPLOMAT OFFICE OR RESIDENCE", "ENERGY",
		"FINANCIAL", "GOVERNMENT OFFICE OR RESIDENCE", "LAW ENFORCEMENT FACILITY", "POLITICAL FIGURE OFFICE OR RESIDENCE", "ORGANIZATION OFFICE",
		"TRANSPORT VEHICLE", "TRANSPORTATION FACILITY", "TRANSPORTATION ROUTE", "WATER", "OTHER"}, true},
	{"thing-effect", score.PhysicalEffect, score.PhysicalID, []string{"-", "DESTROYED", "SOME DAMAGE", "NO DAMAGE", "MONEY TAKEN FROM TARGET",
		"PROPERTY TAKEN FROM TARGET", "TARGET TAKEN"}, true},
	{"thing-number", score.PhysicalNumber, score.PhysicalID, []string{"1", "PLURAL", "#"}, false},
	{"person-type", score.HumanType, score.HumanName, []string{"CIVILIAN", "DIPLOMAT", "GOVERNMENT OFFICIAL", "FORMER GOVERNMENT OFFICIAL",
		"FORMER ACTIVE MILITARY", "LEGAL OR JUDICIAL", "ACTIVE MILITARY", "POLITICAL FIGURE", "LAW ENFORCEMENT", "SECURITY GUARD"}, true},
	{"person-effect", score.HumanEffect, score.HumanName, []string{"-", "INJURY", "DEATH", "NO INJURY", "NO DEATH", "NO INJURY OR DEATH", "REGAINED FREEDOM",
		"ESCAPED", "RESIGNATION", "NO RESIGNATION"}, true},
	{"person-number", score.HumanNumber, score.HumanName, []string{"1", "PLURAL", "#"}, false},
	{"confidence", score.Confidence, score.OrganizationID, []string{"REPORTED AS FACT", "ACQUITTED", "CLAIMED OR ADMITTED", "SUSPECTED OR ACCUSED",
		"SUSPECTED OR ACCUSED BY AUTHORITIES", "POSSIBLE"}, false},
}

// kinds are the incident types, with none first.
var kinds = []string{"-", "ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "HIJACKING", "FORCED WORK STOPPAGE"}
