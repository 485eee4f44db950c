package coref

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"sayso/data"
	"sayso/internal/document"
)

// nounKinds says what a common noun, by its lemma, mostly stands for.
type nounKinds map[string]document.NameKind

// nounFile is the list that ships.
const nounFile = "models/coref/en-2026-11-24/nouns.tsv"

var shippedNouns = sync.OnceValues(func() (nounKinds, error) { return readNouns(data.FS, nounFile) })

var kindNames = map[string]document.NameKind{
	"person": document.NamePerson, "organization": document.NameOrganisation, "place": document.NamePlace}

// readNouns reads lines of lemma, tab, kind; # begins a comment line.
func readNouns(fsys fs.FS, name string) (nounKinds, error) {
	b, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	out := nounKinds{}
	lines := bufio.NewScanner(bytes.NewReader(b))
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		lemma, kind, ok := strings.Cut(line, "\t")
		if k := kindNames[kind]; ok && k != 0 {
			out[lemma] = k
			continue
		}
		return nil, fmt.Errorf("%s:%d: want lemma, tab, kind: %q", name, n, line)
	}
	return out, lines.Err()
}
