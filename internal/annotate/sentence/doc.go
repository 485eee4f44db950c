// Package sentence finds the blocks of an article (title, dateline, headings,
// paragraphs, passages set apart, list items) and the sentences in them.
//
// Method: blocks are lines, or runs of lines where the text is wrapped at a
// fixed width; their kinds follow from layout alone. Whether a sentence ends
// after a token is decided from left to right by an averaged perceptron over
// the words around, their shapes and classes, the marks left open, and what a
// rule of punctuation and abbreviations says (Grefenstette and Tapanainen 1994);
// weights are integers.
//
// In: tokens. Out: Blocks and Sentences; both cover all tokens in order, and a
// sentence never crosses a block.
//
// Limits: without paragraph breaks, headlines and other lines without closing
// punctuation may run into the next sentence. Blocks of more than 4096 tokens
// and sentences of more than 400 are cut.
//
//	Gen. Smith left. He    said: "Go!" and went.
//	└─────sentence──┘ └────────sentence───────┘
package sentence
