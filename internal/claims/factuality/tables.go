package factuality

import (
	"io/fs"
	"strings"

	"sayso/internal/lexicon/table"
)

// class is what a governor makes of what it governs.
type class string

// The classes of data/lexicon/factuality/governors.tsv.
const (
	foil    class = "foil"
	attempt class = "attempt"
	plan    class = "plan"
	warn    class = "warn"
	decide  class = "decide"
	call    class = "call"
	deny    class = "deny"
	fake    class = "fake"
	hypo    class = "hypo"
	proven  class = "proven"
	part    class = "part"
	tale    class = "tale"
)

type governor struct {
	lemma string
	pos   byte // V, N, A
}

// figure is a figure of speech: what stands where.
type figure struct {
	where string // of, mod, by, gov
	words map[string]bool
}

type tables struct {
	governors map[governor]class
	figures   map[string][]figure
	sport     map[string]bool
}

func readTables(layers ...fs.FS) (*tables, error) {
	t := &tables{map[governor]class{}, map[string][]figure{}, map[string]bool{}}
	rows, err := table.Read("factuality/governors.tsv", 3, layers...)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		if err := t.governor(r); err != nil {
			return nil, err
		}
	}
	if rows, err = table.Read("factuality/figures.tsv", 3, layers...); err != nil {
		return nil, err
	}
	for _, r := range rows {
		switch r.Cells[1] {
		case "of", "mod", "by", "gov":
		default:
			return nil, r.Errorf("%q is none of of, mod, by, gov", r.Cells[1])
		}
		f := figure{r.Cells[1], map[string]bool{}}
		for w := range strings.SplitSeq(r.Cells[2], "|") {
			f.words[w] = true
		}
		t.figures[r.Cells[0]] = append(t.figures[r.Cells[0]], f)
	}
	if rows, err = table.Read("factuality/sport.tsv", 1, layers...); err != nil {
		return nil, err
	}
	for _, r := range rows {
		t.sport[r.Cells[0]] = true
	}
	return t, nil
}

func (t *tables) governor(r table.Row) error {
	if len(r.Cells[1]) != 1 || !strings.Contains("VNA", r.Cells[1]) {
		return r.Errorf("part of speech %q is none of V, N, A", r.Cells[1])
	}
	switch c := class(r.Cells[2]); c {
	case foil, attempt, plan, warn, decide, call, deny, fake, hypo, proven, part, tale:
		t.governors[governor{r.Cells[0], r.Cells[1][0]}] = c
		return nil
	}
	return r.Errorf("no class %q", r.Cells[2])
}
