// Package tokenize cuts text into words, numbers, punctuation marks and symbols
// by the conventions of UD English EWT: clitics are tokens (ca|n't, it|'s),
// hyphens are tokens but after a bound prefix (12|-|year|-|old, but pre-war),
// abbreviations keep their full stop (U.S., Gen.), numbers their separators
// (3,000.5, 9/11, 10:30), addresses of the web stay whole.
//
// Method: one hand-written pass over the bytes of each run of non-space
// characters, in the manner of a deterministic automaton with one connector of
// look-ahead; no regular expression, no allocation a token, linear in the text.
//
// In: Document.Text. Out: Document.Tokens; spans are sorted, do not overlap,
// lie on rune borders and leave out nothing but spaces and control characters.
//
// Limits: whether a full stop after an abbreviation also ends the sentence is
// left to the sentence stage: the stop stays with the abbreviation, as in UD.
// Wrong words written together (its for it|s) are split only where no other
// reading exists (dont, cant, im).
//
//	The   U.S. can  n't  re-arm  al  -  Shabaab  's  12  -  year  -  old  T  -  54s  .
//	└───────────────────────────────┬───────────────────────────────────────────────┘
//	               The U.S. can't re-arm al-Shabaab's 12-year-old T-54s.
package tokenize
