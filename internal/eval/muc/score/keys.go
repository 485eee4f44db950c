package score

import (
	"fmt"
	"os"

	"sayso/internal/eval/muc/corpus"
)

// ReadKeys reads the keys of a split, "dev", or of several: "tst1+tst2".
func ReadKeys(dir, splits string) (*Set, error) {
	return readFiles(dir, splits, "key-*")
}

// ReadFile reads templates from one file.
func ReadFile(path string) (*Set, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	s, err := Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return s, nil
}

func readFiles(dir, splits, pattern string) (*Set, error) {
	all := &Set{}
	files, err := corpus.FilesOf(dir, splits, pattern)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		s, err := ReadFile(f)
		if err != nil {
			return nil, err
		}
		all.Merge(s)
	}
	return all, nil
}
