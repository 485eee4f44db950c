// Package places scores which place names are found and where they are put, on
// the LGL and TR-News corpora or another of the same form.
//
// Detection is scored by exact spans. A found name is right when its point lies
// within 161 km of the corpus's, or when both mean the same country or
// first-level unit, whatever point stands for it; the plain distance figure is
// printed beside it. Population alone, over the same found names, is printed
// beside both.
//
// The weights that ship are trained on LGL and TR-News. So on these two the task
// trains afresh: five folds by the digest of the document id, each read with
// weights that saw the other four and the other corpus. Any other set is read
// with the weights that ship.
package places
