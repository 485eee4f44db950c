package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// compare says of each file of the models in folder made whether the one of the
// same name in folder other has the same bytes; an error if one has not, or if
// there is nothing to compare. Cards are not made with the models.
func compare(w io.Writer, made, other string) error {
	n, differ := 0, 0
	err := filepath.WalkDir(made, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) == ".md" {
			return err
		}
		name, err := filepath.Rel(made, path)
		if err != nil {
			return err
		}
		a, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		b, err := os.ReadFile(filepath.Join(other, name))
		if err != nil {
			return err
		}
		says := "the same"
		if n++; !bytes.Equal(a, b) {
			says = "differs"
			differ++
		}
		_, err = fmt.Fprintf(w, "%s: %s, %d bytes\n", filepath.ToSlash(name), says, len(a))
		return err
	})
	switch {
	case err != nil:
		return err
	case n == 0:
		return fmt.Errorf("%s: no models", made)
	case differ > 0:
		return fmt.Errorf("%d of %d files differ from those in %s", differ, n, other)
	}
	return nil
}
