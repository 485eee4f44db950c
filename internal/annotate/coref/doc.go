// Package coref says which expressions of an article refer to the same person,
// group, place or thing.
//
// Method: deterministic sieves from the surest to the least sure, in the manner
// of Lee et al. (Computational Linguistics 2013): the same name; acronyms;
// surnames and shortened names; appositions and relative pronouns by the tree;
// definite descriptions by their head noun, by a title that a name was given,
// or by kind ("the group"); and pronouns, by number, gender and kind, to the
// most salient mention of the last sentences. What a common noun stands for
// (person, organisation, place) comes from a list learnt from GUM.
//
// In: tokens, sentences, tags, trees, names. Out: Entities in the order of
// their first mention; a mention is in one entity; an entity of one mention is
// a name.
//
// Limits: English; no "I", "we" or "you"; no conjoined antecedents ("Ali and
// Omar … they"); gender is known from titles and pronouns only; events ("the
// attack") are left to claims/event.
//
//	Hassan Rouhani met leaders of the Islamic State (IS)    . The president  said    the group         was weak . He
//	└──────e0────┘                └───────e1───┘    └e1┘      └─────e0────┘          └──e1───┘                     └e0┘
package coref
