package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"
)

// source is one parsed file of the project that is not a test.
type source struct {
	path, pkg string // slash path from the root; import path
	file      *ast.File
}

type tree struct {
	fset  *token.FileSet
	files []source
}

func load(t *testing.T) tree {
	t.Helper()
	tr := tree{fset: token.NewFileSet()}
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, p)
		rel = filepath.ToSlash(rel)
		if d.IsDir() {
			if n := d.Name(); rel != "." && (strings.HasPrefix(n, ".") || n == "testdata" || n == "node_modules") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(rel, ".go") || strings.HasSuffix(rel, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(tr.fset, p, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		tr.files = append(tr.files, source{rel, strings.TrimSuffix(path.Join("sayso", path.Dir(rel)), "/."), f})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(tr.files) < 10 {
		t.Fatalf("found only %d files", len(tr.files))
	}
	return tr
}

func (s source) imports() []string {
	var out []string
	for _, i := range s.file.Imports {
		p, _ := strconv.Unquote(i.Path.Value)
		out = append(out, p)
	}
	return out
}

func TestImports(t *testing.T) {
	for _, s := range load(t).files {
		for _, i := range s.imports() {
			if (i == "sayso" || strings.HasPrefix(i, "sayso/")) && !Allowed(s.pkg, i) {
				t.Errorf("%s: %s may not import %s", s.path, s.pkg, i)
			}
			if i == "net/http" && matches("sayso/internal/...", s.pkg) && !anyMatches(dialers, s.pkg) &&
				!matches("sayso/internal/publish/...", s.pkg) && !matches("sayso/internal/eval/...", s.pkg) {
				t.Errorf("%s: only %v open outgoing connections", s.path, dialers)
			}
		}
	}
}

func TestModules(t *testing.T) {
	for _, s := range load(t).files {
		for _, i := range s.imports() {
			if first, _, _ := strings.Cut(i, "/"); !strings.Contains(first, ".") {
				continue
			}
			if !moduleAllowed(i) {
				t.Errorf("%s: imports %s, which is not on the allow-list", s.path, i)
			}
		}
	}
}

func moduleAllowed(pkg string) bool {
	for m := range Modules {
		if pkg == m || strings.HasPrefix(pkg, m+"/") {
			return true
		}
	}
	return false
}

func TestRootIsStandardLibrary(t *testing.T) {
	for _, s := range load(t).files {
		if s.pkg != "sayso" {
			continue
		}
		for _, i := range s.imports() {
			if strings.Contains(i, ".") || strings.HasPrefix(i, "sayso/") {
				t.Errorf("%s: the root imports %s", s.path, i)
			}
		}
	}
}

func TestImportChain(t *testing.T) {
	deps := map[string]map[string]bool{}
	for _, s := range load(t).files {
		for _, i := range s.imports() {
			if i == "sayso" || strings.HasPrefix(i, "sayso/") {
				if deps[s.pkg] == nil {
					deps[s.pkg] = map[string]bool{}
				}
				deps[s.pkg][i] = true
			}
		}
	}
	depth := map[string]int{}
	var chain func(string) int
	chain = func(p string) int {
		if d, ok := depth[p]; ok {
			return d
		}
		longest := 0
		for q := range deps[p] {
			longest = max(longest, chain(q)+1)
		}
		depth[p] = longest
		return longest
	}
	for p := range deps {
		if c := chain(p); c > MaxChain && LongChains[p] == "" {
			t.Errorf("%s: import chain of %d imports, at most %d", p, c, MaxChain)
		}
	}
}

func TestSizes(t *testing.T) {
	tr := load(t)
	for _, s := range tr.files {
		if n := tr.fset.File(s.file.Pos()).LineCount(); n > MaxFileLines && LongFiles[s.path] == "" {
			t.Errorf("%s: %d lines, at most %d", s.path, n, MaxFileLines)
		}
		for _, d := range s.file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Body == nil {
				continue
			}
			key := s.path + ":" + f.Name.Name
			if n := tr.fset.Position(f.End()).Line - tr.fset.Position(f.Pos()).Line + 1; n > MaxFuncLines && LongFuncs[key] == "" {
				t.Errorf("%s: %d lines, at most %d", key, n, MaxFuncLines)
			}
			if n := f.Type.Params.NumFields(); n > MaxParameters && WideFuncs[key] == "" {
				t.Errorf("%s: %d parameters, at most %d", key, n, MaxParameters)
			}
		}
	}
}

func TestExceptionsAreNeeded(t *testing.T) {
	tr := load(t)
	have := map[string]bool{}
	for _, s := range tr.files {
		have[s.path] = true
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok {
				have[s.path+":"+f.Name.Name] = true
			}
		}
	}
	for _, m := range []map[string]string{LongFiles, LongFuncs, WideFuncs} {
		for k := range m {
			if !have[k] {
				t.Errorf("exception for %s, which is not there", k)
			}
		}
	}
}

func TestDocumented(t *testing.T) {
	packages := map[string]bool{}
	tr := load(t)
	for _, s := range tr.files {
		packages[s.pkg] = packages[s.pkg] || s.file.Doc != nil
		if s.file.Name.Name == "main" {
			continue
		}
		for _, name := range undocumented(s.file) {
			t.Errorf("%s: exported %s has no comment", s.path, name)
		}
	}
	var bare []string
	for p, ok := range packages {
		if !ok {
			bare = append(bare, p)
		}
	}
	sort.Strings(bare)
	for _, p := range bare {
		t.Errorf("%s: no package comment", p)
	}
}

func undocumented(f *ast.File) []string {
	var out []string
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) {
				out = append(out, d.Name.Name)
			}
		case *ast.GenDecl:
			for _, s := range d.Specs {
				out = append(out, bareSpec(d, s)...)
			}
		}
	}
	return out
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	t := d.Recv.List[0].Type
	if p, ok := t.(*ast.StarExpr); ok {
		t = p.X
	}
	id, ok := t.(*ast.Ident)
	return !ok || id.IsExported()
}

func bareSpec(d *ast.GenDecl, s ast.Spec) []string {
	switch s := s.(type) {
	case *ast.TypeSpec:
		if s.Name.IsExported() && s.Doc == nil && d.Doc == nil {
			return []string{s.Name.Name}
		}
	case *ast.ValueSpec:
		for _, n := range s.Names {
			if n.IsExported() && s.Doc == nil && d.Doc == nil && s.Comment == nil {
				return []string{n.Name}
			}
		}
	}
	return nil
}

func TestNoVagueNames(t *testing.T) {
	vague := map[string]bool{"util": true, "utils": true, "common": true, "helper": true, "helpers": true, "manager": true, "processor": true, "formatter": true, "misc": true, "base": true}
	for _, s := range load(t).files {
		if vague[path.Base(s.pkg)] || vague[strings.TrimSuffix(path.Base(s.path), ".go")] {
			t.Errorf("%s: says nothing about what lives there", s.path)
		}
	}
}
