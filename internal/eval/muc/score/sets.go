package score

import "strings"

// above gives, for an item of a set list, the items that are more general
// (7.8 of the task's description, 3.2.7 of the guidelines).
var above = map[string][]string{
	"MACHINE GUN": {"GUN"}, "MORTAR": {"GUN"}, "HANDGUN": {"GUN"}, "RIFLE": {"GUN"},
	"BOMB": {"EXPLOSIVE"}, "GRENADE": {"EXPLOSIVE"}, "MOLOTOV COCKTAIL": {"EXPLOSIVE"},
	"VEHICLE BOMB": {"BOMB", "EXPLOSIVE"}, "DYNAMITE": {"BOMB", "EXPLOSIVE"}, "MINE": {"BOMB", "EXPLOSIVE"},
	"AERIAL BOMB": {"BOMB", "EXPLOSIVE"}, "MISSILE": {"PROJECTILE"}, "ROCKET": {"PROJECTILE"},
}

// half are the pairs, response and key, that are partly right, by slot.
var half = map[int]map[[2]string]bool{
	Confidence:     {{"SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES"}: true},
	PhysicalType:   {{"POLITICAL FIGURE OFFICE OR RESIDENCE", "GOVERNMENT OFFICE OR RESIDENCE"}: true},
	PhysicalEffect: {{"DESTROYED", "SOME DAMAGE"}: true},
	HumanType: {{"GOVERNMENT OFFICIAL", "FORMER GOVERNMENT OFFICIAL"}: true, {"ACTIVE MILITARY", "FORMER ACTIVE MILITARY"}: true,
		{"POLITICAL FIGURE", "GOVERNMENT OFFICIAL"}: true},
	HumanEffect: {{"NO INJURY", "NO INJURY OR DEATH"}: true, {"NO DEATH", "NO INJURY OR DEATH"}: true},
}

func gradeSet(slot int, r, k string) Grade {
	r, k = strings.Join(strings.Fields(strings.ToUpper(r)), " "), strings.Join(strings.Fields(strings.ToUpper(k)), " ")
	switch {
	case r == k:
		return Correct
	case slot == Type && r == "ATTACK":
		return Partial
	case slot == InstrumentType && holds(above[k], r), half[slot][[2]string{r, k}]:
		return Partial
	}
	return Incorrect
}

// gradeNumber compares numbers: a single number is partly right for a range
// that it is an end of, and for the same number with a tilde.
func gradeNumber(r, k string) Grade {
	r, k = strings.ReplaceAll(r, " ", ""), strings.ReplaceAll(k, " ", "")
	if r == k {
		return Correct
	}
	if !plainNumber(r) || r == "" {
		return Incorrect
	}
	if k == "~"+r {
		return Partial
	}
	if low, high, ok := strings.Cut(k, "-"); ok && (r == low || r == high) {
		return Partial
	}
	return Incorrect
}
