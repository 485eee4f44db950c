// Package sayso holds the nouns of the program and nothing else: what an
// article is, what a claim is, what an incident is. It imports the standard
// library alone, and every other package speaks in its terms.
//
// The tour, in the order in which a text travels:
//
//   - [Article]: a published text, immutable. [Span] points into it.
//   - [Claim]: something said to have happened, or one field of it, with the
//     [Voucher] chain on whose word it stands and the words it rests on.
//   - [Incident]: the happening in the world, told by claims. A [Field] says
//     which value was chosen, by which rule, and which claims are for and
//     against it.
//   - [When], [Place], [Count], [Actor]: the values of fields.
//   - [Explanation]: why a value, a link or a merge is what it is.
//
// Where the coding guide of the hand-coded articles has a name or a shape
// (incidents, when, where, actors, counts, claims, chain, quote), the JSON of
// these types is the same, with spans, ids and explanations added.
package sayso
