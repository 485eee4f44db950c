// Package assemble makes incidents of event mentions: each field with the value
// chosen, the rule that chose it, and the claims for and against it, each claim
// with the chain of those who vouch for it.
//
// Method: mentions that likely tell of one happening are grouped, by weights in
// which the event stage's own grouping is one sign (model "retold"); what is opinion, habit or too thin to be a particular happening is
// dropped; places, times, numbers and actors are chosen by weights of named
// signs, actors among everybody who is named near, the likeliest of each side
// first. A number of the text goes to the happening that it likeliest belongs to. The text is then parted into sayings, the words that stand on one
// chain of vouchers (the nest of attributions that holds them, outermost first)
// and one stance; a sign-weighted decision (model "claim") says which saying
// puts which point forward: that it happened, who did it, how many. A number and a
// claim of responsibility always stand on the saying that holds their words.
//
//	"A bomb killed 12 in Kabul, police told Reuters. The Taliban said they did it."
//	incident bombing, Kabul
//	  claim 1 incident      asserted  Reuters > police
//	  claim 2 count:killed  asserted  Reuters > police    12
//	  claim 3 agent         claimed   Taliban             Taliban
//
// In: events, attributions, factuality and what they rest on. Out: incidents,
// in the shape of the coding guide. Limits: one article at a time; a value said
// of a group of happenings at once is given to the one it stands nearest to.
package assemble
