// Package private withholds the names of private persons from what leaves the
// house: exports, and pages shown without an account. Who is private was
// decided when the article was coded ([sayso.Person], docs/private.md); here
// names are only replaced, by the person's description, in every field, quoted
// word, title and address.
//
//	"Mohammed Salem was shot", said Salem's mother   →   "[a 20-year-old man from Rafah] was shot", said [a 20-year-old man from Rafah]'s mother
//	actor "Mohammed Salem"                           →   "a 20-year-old man from Rafah"
//	https://x.example/mohammed-salem-shot            →   https://x.example/a-20-year-old-man-from-rafah-shot
//
// Words put in place of a name inside other words stand in square brackets.
// Names are compared without case and accents, over hyphens, spaces and line
// ends; a single word of a name counts where it is capitalised, and in
// addresses always. Spans are left as they are: they point into the article,
// which is not shown. A record whose people were never read is refused
// ([ErrUndecided]), not passed on.
package private
