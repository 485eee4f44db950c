package conllu

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Files lists the files of a split ("dev" where empty) of the treebank in a
// folder: *-dev.conllu, or the documents of GUM by its table of splits. Set
// keeps only the documents of one genre of GUM.
func Files(dir, set, split string) ([]string, error) {
	if split == "" {
		split = "dev"
	}
	files, err := filepath.Glob(filepath.Join(dir, "*-"+split+".conllu"))
	if err != nil {
		return nil, err
	}
	if len(files) > 0 {
		return files, nil
	}
	files, err = filepath.Glob(filepath.Join(dir, "dep", "*.conllu"))
	if err != nil {
		return nil, err
	}
	splits, err := readSplits(filepath.Join(dir, "splits.md"))
	if err != nil {
		return nil, err
	}
	files = slices.DeleteFunc(files, func(f string) bool {
		name := strings.TrimSuffix(filepath.Base(f), ".conllu")
		in := splits[name]
		if in == "" {
			in = "train"
		}
		return in != split && split != "all" || in == "test" || in == "test2" || set != "" && Genre(f) != set
	})
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no treebank files of split %q, set %q", dir, split, set)
	}
	return files, nil
}

// Genre returns the genre of a file of GUM: "news" of GUM_news_x.conllu.
func Genre(path string) string {
	parts := strings.Split(filepath.Base(path), "_")
	if len(parts) < 3 {
		return ""
	}
	return parts[1]
}

// readSplits reads GUM's table of the documents that are not in train.
func readSplits(path string) (map[string]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	out, split := map[string]string{}, ""
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "## "); ok {
			split = strings.Fields(name)[0]
		}
		if name, ok := strings.CutPrefix(line, "* "); ok {
			out[name] = split
		}
	}
	return out, nil
}

// SetName names what was scored, for a report.
func SetName(dir, set, split string) string {
	if split == "" {
		split = "dev"
	}
	name := filepath.Base(dir)
	if set != "" {
		name += "/" + set
	}
	return name + " " + split
}
