// Package pdf reads the text of PDF files.
//
//	in    a PDF file
//	out   Document{Title, Text}: columns one after the other, paragraphs parted
//	      by an empty line, hyphens at line ends taken out, headers and footers
//	      left out
//
// Where the program pdftotext (poppler) is installed it gives words and places;
// otherwise ledongthuc/pdf gives objects, streams and the operators of a page, and
// the rest is ours: fonts give signs their letters and widths, signs on one
// baseline make a line, a strip that no line crosses parts two
// columns, a wide gap parts paragraphs; what stands at the top or foot of half
// of the pages, numbers aside, is a header or footer.
//
//	left column  | right column      left column
//	goes on.     | goes on.      ─►  goes on. right column goes on.
//
// PDF files are hostile and their readers fragile: [Read] runs [Parse] in a
// process of its own, with limits of time, memory and output.
//
// testdata holds files that Chromium printed: two columns with hyphens, headers
// and footers; a page that is an image; pages locked with a password, and against
// changes alone.
//
// Limits: two columns at most; no tables; text is less sure than that of a
// page, which callers should say.
package pdf
