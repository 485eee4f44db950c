package main

import (
	"bytes"
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// component is a module in the bill of materials (CycloneDX 1.5).
type component struct {
	Type    string `json:"type"`
	Name    string `json:"name"`
	Version string `json:"version"`
	PURL    string `json:"purl"`
}

// inside lists what a binary was linked from, and writes the licences of it.
func inside(target string) error {
	info, err := buildinfo.ReadFile(fileOf(target))
	if err != nil {
		return err
	}
	list := []component{{"library", "std", strings.TrimPrefix(info.GoVersion, "go"), "pkg:golang/std@" + strings.TrimPrefix(info.GoVersion, "go")}}
	var licences bytes.Buffer
	if err := licence(&licences, "sayso", "."); err != nil {
		return err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	if err := licence(&licences, "Go's standard library "+info.GoVersion, strings.TrimSpace(string(root))); err != nil {
		return err
	}
	for _, m := range info.Deps {
		if m.Replace != nil && strings.HasPrefix(m.Replace.Path, ".") {
			continue // under third_party: our own, with the program's licence
		}
		list = append(list, component{"library", m.Path, m.Version, "pkg:golang/" + m.Path + "@" + m.Version})
		dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", m.Path).Output()
		if err != nil {
			return fmt.Errorf("module %s: %w", m.Path, err)
		}
		if err := licence(&licences, m.Path+" "+m.Version, strings.TrimSpace(string(dir))); err != nil {
			return err
		}
	}
	bom := map[string]any{"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
		"metadata":   map[string]any{"component": component{"application", "sayso", info.Main.Version, "pkg:golang/sayso"}},
		"components": list}
	b, err := json.MarshalIndent(bom, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dist, "sayso.cdx.json"), append(b, '\n'), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dist, "LICENCES.txt"), licences.Bytes(), 0o644)
}

// licence adds the licence and notice files of a folder; it is an error if
// there is none.
func licence(out *bytes.Buffer, name, dir string) error {
	found := false
	for _, pattern := range []string{"LICENSE*", "LICENCE*", "COPYING*", "NOTICE*"} {
		files, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return err
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				continue // a folder by that name
			}
			found = true
			fmt.Fprintf(out, "==== %s: %s\n\n%s\n\n", name, filepath.Base(f), bytes.TrimSpace(b))
		}
	}
	if !found && name[0] != 'G' {
		return fmt.Errorf("%s has no licence in %s", name, dir)
	}
	return nil
}
