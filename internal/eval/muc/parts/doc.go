// Package parts finds by learned weights who and what takes part in the
// happenings of a document: those who did it, the bodies behind them, people
// and things that it was done to, and the means.
//
// Method: in the manner of Patwardhan and Riloff (EMNLP 2009) and Huang and
// Riloff (ACL 2011): every expression of a document, with all its mentions, is
// judged by a logistic regression a part, over its words and over the syntax
// around each mention; the happenings that the event stage found are among
// what is looked at. Learned from the answer keys of MUC-3/4 by train/muc.
//
//	Guerrillas attacked the Las Canas bridge . The FMLN …  the guerrillas …
//	└─ doer ─┘              └──── thing ────┘      └body┘  └─ the same ──┘
//
// In: tokens, sentences, tags, trees, names, coref, actors, events. Out: parts
// with scores. Limits: the keys are about Latin America, 1988–91, in capitals;
// letter case is no feature, and no weight is kept for what fewer than three
// documents have.
package parts
