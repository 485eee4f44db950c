package document

import "sayso"

// Relevance is the cheap gate's answer: whether claims are worth looking for.
type Relevance struct {
	Relevant bool
	Score    float64
	Why      *sayso.Explanation
}

// Argument is what fills a part in an event.
type Argument struct {
	Role string // agent, target, party, place, located, from, time, count:…, weapon
	Range
	Index int     // index into the layer it comes from (Actors, Toponyms, Times, Quantities); -1 for weapons
	Score float64 // 0 to 1
}

// Event is one mention of a happening (events). Several events may be the same
// happening: Same is the index of the first of them.
type Event struct {
	Trigger int   // token
	Extent  Range // the clause that reports it
	Type    string
	Told    string // the type by its own words, where the happening's is another
	Args    []Argument
	Same    int
	Apart   []int   // indices of events that the words themselves set apart from it
	Score   float64 // 0 to 1
	Odds    float64 // log-odds that the word tells of a happening that conflict news is about
	Traits  Trait
	Answer  bool // fire is exchanged, to which an attack may have led
	Why     *sayso.Explanation
}

// Trait is what an event mention is like, as a set of bits.
type Trait uint8

// The traits of event mentions.
const (
	TraitOutcome  Trait = 1 << iota // tells what came of a happening: killed, wounded
	TraitGeneral                    // may stand for something more precise: "attack"
	TraitWeak                       // counts only with a part of its own filled
	TraitInner                      // stands inside another noun's phrase: "attack victims"
	TraitDefinite                   // points back: "the attack", "their arrest"
	TraitOther                      // is set apart: "another attack"
	TraitPlan                       // the words are about the future
	TraitOccasion                   // is what a protest is about, or what something is done in return for
)

// Has reports whether all bits of o are set.
func (t Trait) Has(o Trait) bool { return t&o == o }

// Attribution says that a source vouches for the words of content (attributions).
type Attribution struct {
	Cue     []Range // "said", "according to"
	Source  []Range // may be empty: "reportedly"
	Content []Range
	Kind    sayso.VoucherKind // of the source
	Name    string            // of the source as written, fullest form in the text, title left out
	Named   bool
	ActorID string
	Parent  int          // index of the attribution whose content holds this one; -1 at the top
	Stance  sayso.Stance // what the cue makes of the content: asserted, alleged, claimed, denied
	Direct  bool         // the content is quoted
	Vouches bool         // the source puts the content forward as so; false for wishes, plans, calls, questions
	Score   float64
	Why     *sayso.Explanation
}

// Factuality says how sure the text is that an event took place.
type Factuality struct {
	Event     int     // index into Document.Events
	Certainty float64 // -3 certainly not … +3 certainly
	Status    sayso.Status
	Opinion   bool // evaluation, call or figure of speech: makes no incident
	Generic   bool // habitual or standing, no particular happening
	Barred    bool // a condition, a guess, a trend or what was called off: makes no incident whatever else speaks for one
	Why       *sayso.Explanation
}

// OpinionKind is what a passage does beside reporting.
type OpinionKind string

// The kinds of opinions.
const (
	OpinionJudgement OpinionKind = "judgement" // gives a verdict
	OpinionCall      OpinionKind = "call"      // says that something ought to be
	OpinionQuestion  OpinionKind = "question"  // asks
	OpinionHedge     OpinionKind = "hedge"     // the words that keep something from being put forward as sure
)

// Opinion is a passage that does more than report, or less, whether or not a
// happening stands in it (opinions).
type Opinion struct {
	Range
	Kind OpinionKind
	Why  *sayso.Explanation
}
