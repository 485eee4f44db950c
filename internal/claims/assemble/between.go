package assemble

import (
	"strings"

	"sayso/internal/document"
)

// between tells what stands between the word of a happening and a phrase of its
// sentence, on which side and in which voice, without the tree: "after a noun:
// of N by" of the second phrase of "the murder of the judge by gunmen". A tree
// that is wrong misleads the ways through it; the order of words stays.
func (r *reader) between(word int, at document.Range, add func(string)) {
	if r.d.SentenceOf(word) != r.d.SentenceOf(at.First) {
		return
	}
	side, from, to := "before", at.End, word
	if at.First > word {
		side, from, to = "after", word+1, at.First
	}
	marks := r.d.Skeleton(from, to)
	pre := side + " " + string(r.d.FormOf(word))
	add(bucket(pre+", nominals between", marks.Count("N"), 0, 1, 2, 3))
	add(bucket(pre+", verbs between", marks.Count("V"), 0, 1, 2))
	if len(marks) > 4 {
		far := marks
		marks = append(append([]string{}, far[:2]...), "..")
		marks = append(marks, far[len(far)-2:]...)
		add(pre + ": .. " + strings.Join(far[len(far)-2:], " "))
	}
	add(pre + ": " + strings.Join(marks, " "))
	add(side + ": " + strings.Join(marks, " "))
}
