// Package score is the official scoring of MUC-4: response templates against
// keys, slot by slot.
//
// Method: muc34/TEST/SCORER-docs/scoring-guidelines.v7 and, for the measures,
// Chinchor, "MUC-4 evaluation metrics", Proceedings of MUC-4 (1992). What the
// guidelines leave to a person at a keyboard is decided by rule: a string is
// correct when the head and the proper words of one alternative match, partial
// when the head does; a date inside the key's range and a wrong place in the
// right country are partial. One partial score is never distributed over
// several keys (section 3.1.1.3 allows it, and asks for judgement).
//
//	RESPONSE  GUN: "AK-47"           3 DEATH            "THE 3 PEASANTS"
//	KEY       MACHINE GUN: "AK-47"   NO DEATH           "PEASANTS" / "FARMERS"
//	          partial                incorrect          correct
//
// Templates of a message are mapped one to one, where the incident type
// matches at least in part, so that the total is highest. Slots not mapped are
// missing or spurious; an optional fill or template is never missing.
//
// In: templates in the official format. Out: counts per slot, the official
// table, F. Limits: the scores of 1992 rest on people's judgement of strings.
package score
