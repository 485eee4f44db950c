package document

import "sayso"

// Time is a time expression with the interval it stands for (times).
type Time struct {
	Range
	When  sayso.When
	Kind  string // TIMEX3 type: DATE, TIME, DURATION, SET
	Value string // TIMEX3 value: "2017-02-08", "P2M", "PAST_REF"
}

// Quantity is a number expression: how many, of what (quantities).
type Quantity struct {
	Range
	Count sayso.Count // What is empty where no event decides it
	Of    int         // token that heads what is counted; -1 where the number stands alone
	Cue   int         // token that decided Count.What ("killed"); -1 where none did
	Part  bool        // a part of a number mentioned before ("two of whom")
	Total bool        // a running total or a correction ("raising the toll to")
	Risen bool        // what a running total has come to ("climbed to 23")
	Mixed bool        // bounds neither of two things: 60 killed and injured
}

// Toponym is a place name grounded in the gazetteer (toponyms).
type Toponym struct {
	Range
	Place   sayso.Place
	Metonym bool // stands for a government or a team, not for the place
	Demonym bool // an adjective or people: "Syrian"
	Section bool // a part of a town: "East Flatbush"
}

// ActorMention is an expression for somebody who can act, grounded in the
// actor table where it knows them (actors).
type ActorMention struct {
	Range        // the name or noun phrase without relative clauses
	Head     int // head token
	Actor    sayso.Actor
	Entity   int  // index into Document.Entities, or -1
	Plural   bool // more than one
	Official bool // holds an office or speaks for a body
}
