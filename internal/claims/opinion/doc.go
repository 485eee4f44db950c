// Package opinion finds passages that judge, call for or ask something, and the
// words that hedge, whether or not a happening stands in them: what an article
// says beside what it reports.
//
// Method: cue words (data/lexicon/opinion/cues.tsv) that stand where they mean
// it in the tree, after the clues of Wilson, Wiebe and Hoffmann (HLT 2005) for
// opinion and of the CoNLL-2010 task (Farkas and others) for hedges. A modal
// verb, a predicate, an adverb of comment, a bare verb at the head or a question
// mark colour their clause, cut to what its speaker says; a hedge and a loaded
// adjective mark themselves alone.
//
//	Traders said  the market should have been closed .
//	              └──────────── call: “should” ────┘
//	The shells  may  have come from the hills .
//	            └ hedge
//
// In: tokens, sentences, tags, trees, attributions. Out: opinions, in the order
// of the text. Limits: irony, and opinion in plain words ("nobody listened"),
// are not read; a hedge says not how far it reaches.
package opinion
