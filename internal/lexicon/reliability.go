package lexicon

import (
	"io/fs"

	"sayso"
)

// readReliability reads the table of sources: name, and A to F.
func (l *Lexicon) readReliability(fsys fs.FS, path string) error {
	rows, err := open(fsys, path, []string{"source", "reliability"}, []string{"reason"})
	if err != nil {
		return err
	}
	if l.reliability == nil {
		l.reliability = map[string]string{}
	}
	for _, r := range rows {
		letter := r.get("reliability")
		if len(letter) != 1 || letter < "A" || letter > "F" {
			return r.errorf("source %q has the reliability %q, which is none of A to F", r.get("source"), letter)
		}
		l.reliability[sayso.FoldName(r.get("source"))] = letter
	}
	return nil
}

// Reliability is how far a source or outlet is to be relied on, as the user's
// table says: A completely, B usually, C fairly, D not usually, E not, F cannot
// be judged. A source that is not in the table is F.
func (l *Lexicon) Reliability(name string) string {
	if r, ok := l.reliability[sayso.FoldName(name)]; ok {
		return r
	}
	return "F"
}
