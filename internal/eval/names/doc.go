// Package names scores the names stage on Universal NER's English Web Treebank
// (persons, places, organisations; as written, in capitals, in lower case) and
// on re3d (names, weapons, platforms, times, quantities, nationalities), and
// reads those corpora and WNUT17.
package names
