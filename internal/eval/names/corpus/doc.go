// Package corpus reads the corpora of names: Universal NER's English Web
// Treebank, WNUT17 and re3d, and counts right, wrong and missing spans.
package corpus
