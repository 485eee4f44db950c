// Package sentence finds the blocks of an article (title, dateline, headings,
// paragraphs, passages set apart, list items) and the sentences in them.
//
// Method: blocks are lines, or runs of lines where the text is wrapped at a
// fixed width; their kinds follow from layout alone. A sentence ends at closing
// punctuation unless what stands around it says otherwise (Grefenstette and
// Tapanainen 1994): a title before a name, an initial, an abbreviation before
// lower case, a bracket or a quotation that goes on.
//
// In: tokens. Out: Blocks and Sentences; both cover all tokens in order, and a
// sentence never crosses a block.
//
// Limits: without paragraph breaks, headlines and other lines without closing
// punctuation run into the next sentence.
//
//	Gen. Smith left. He    said: "Go!" and went.
//	└─────sentence──┘ └────────sentence───────┘
package sentence
