package lexicon

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
)

// DigestOf identifies the files of a folder with the user's tables: what was
// made with other ones is to be made again. "" has the digest "".
func DigestOf(dir string) (string, error) {
	if dir == "" {
		return "", nil
	}
	if _, err := os.Stat(dir); err != nil {
		return "", err
	}
	files, h := os.DirFS(dir), sha256.New()
	err := fs.WalkDir(files, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(files, p)
		fmt.Fprintf(h, "%s %x\n", p, sha256.Sum256(b))
		return err
	})
	return fmt.Sprintf("%x", h.Sum(nil)), err
}
