package opinion

import (
	"io/fs"
	"strings"

	"sayso/internal/document"
	"sayso/internal/lexicon/table"
)

// class is what a cue word makes of its passage.
type class string

// The classes of data/lexicon/opinion/cues.tsv.
const (
	call   class = "call"
	judge  class = "judge"
	loaded class = "loaded"
	mind   class = "mind"
	hedge  class = "hedge"
	held   class = "held"
)

// cue is a word with its part of speech: V, N, A, D or M.
type cue struct {
	lemma string
	pos   byte
}

// cues are the classes of words.
type cues map[cue][]class

func readCues(layers ...fs.FS) (cues, error) {
	rows, err := table.Read("opinion/cues.tsv", 3, layers...)
	if err != nil {
		return nil, err
	}
	all := cues{}
	for _, r := range rows {
		if len(r.Cells[1]) != 1 || !strings.Contains("VNADM", r.Cells[1]) {
			return nil, r.Errorf("part of speech %q is none of V, N, A, D, M", r.Cells[1])
		}
		switch c := class(r.Cells[2]); c {
		case call, judge, loaded, mind, hedge, held:
			key := cue{r.Cells[0], r.Cells[1][0]}
			all[key] = append(all[key], c)
		default:
			return nil, r.Errorf("no class %q", r.Cells[2])
		}
	}
	return all, nil
}

// posOf is the part of speech of a tag, as in the table; 0 for the others.
func posOf(t document.Tag) byte {
	switch {
	case t.XPOS == document.MD:
		return 'M'
	case t.UPOS == document.VERB:
		return 'V'
	case t.UPOS == document.NOUN:
		return 'N'
	case t.UPOS == document.ADJ:
		return 'A'
	case t.UPOS == document.ADV:
		return 'D'
	}
	return 0
}
