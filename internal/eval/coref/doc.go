// Package coref scores coreference on GUM: for every mention that refers back,
// whether the mention it is linked to is of the same entity.
//
// The unit is the link. A system mention that is not the first of its entity
// links back to the mention before it; the link is right if gold has both
// heads in one entity. Recall is over gold mentions of people, organisations
// and places that are not the first of theirs. Pronouns of the first and
// second person are left out on both sides.
package coref
