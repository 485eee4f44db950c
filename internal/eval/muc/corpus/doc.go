// Package corpus reads the messages of MUC-3 and MUC-4: the text of each, and
// what its header says.
//
//	DEV-MUC3-0001 (NOSC)
//
//	   SAN SALVADOR, 3 JAN 90 (CANAL DOCE) -- [REPORT] [TEXT] THE COMMAND …
//	   place         date      source         background     body
//
// In: a folder of the corpus (TASK/CORPORA/dev, tst1, …). Out: messages in the
// order of the files. The texts are upper case with lines broken at a width;
// the lines of a paragraph are joined, nothing else is changed.
package corpus
