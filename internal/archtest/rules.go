package archtest

import "strings"

// Budgets of the house, measured on the code bases that we admire.
const (
	MaxFileLines  = 400
	MaxFuncLines  = 60
	MaxParameters = 5
	MaxChain      = 6 // imports followed, from a command down to the root
)

// Rule says which of the project's packages a package may import. Patterns end
// in /... for a whole tree.
type Rule struct {
	Package string   // pattern of the importing package
	Allow   []string // patterns of what it may import; nil is nothing of our own
	Why     string
}

// Rules are tried in order; the first whose pattern matches decides.
var Rules = []Rule{
	{"sayso", nil, "the nouns know nothing but the standard library"},
	{"sayso/data", nil, "embedded files and no code"},
	{"sayso/web", nil, "embedded files and no code"},
	{"sayso/internal/kern", nil, "arithmetic alone"},
	{"sayso/internal/document/...", []string{"sayso", "sayso/internal/document"}, "layers are in terms of the nouns"},
	{"sayso/internal/model/...", []string{"sayso", "sayso/data", "sayso/internal/kern", "sayso/internal/model/..."}, "loaders"},
	{"sayso/internal/gazetteer/...", []string{"sayso", "sayso/data", "sayso/internal/kern", "sayso/internal/gazetteer/..."}, "loaders"},
	{"sayso/internal/lexicon/...", []string{"sayso", "sayso/data", "sayso/internal/kern", "sayso/internal/lexicon/..."}, "loaders"},
	{"sayso/internal/annotate/...", stage, "no stage knows another"},
	{"sayso/internal/ground/...", stage, "no stage knows another"},
	{"sayso/internal/claims/...", stage, "no stage knows another"},
	{"sayso/internal/ingest/...", stage, "no stage knows another"},
	{"sayso/internal/incidents/...", stage, "no stage knows another"},
	{"sayso/internal/store/...", []string{"sayso", "sayso/internal/store/..."}, "the root and its driver"},
	{"sayso/internal/publish/people", desk, "accounts last"},
	{"sayso/internal/publish/blind", desk, "codings by hand last"},
	{"sayso/internal/publish/api/...", desk, "the desk reads and writes what is kept"},
	{"sayso/internal/publish/ui/...", desk, "the desk reads and writes what is kept"},
	{"sayso/internal/rejoin", []string{"sayso", "sayso/internal/store", "sayso/internal/incidents", "sayso/internal/ingest/dedup", "sayso/internal/publish/export"}, "joins what is kept"},
	{"sayso/internal/publish/...", []string{"sayso", "sayso/web", "sayso/internal/document", "sayso/internal/publish/..."}, "incidents to readers"},
	{"sayso/internal/pipeline/...", []string{"sayso", "sayso/data", "sayso/internal/document/...", "sayso/internal/model/...", "sayso/internal/gazetteer/...",
		"sayso/internal/lexicon/...", "sayso/internal/annotate/...", "sayso/internal/ground/...", "sayso/internal/claims/..."}, "orders the stages"},
	{"sayso/internal/eval/...", []string{"sayso", "sayso/data", "sayso/internal/..."}, "scores anything but commands"},
	{"sayso/internal/archtest", nil, "reads the tree, imports none of it"},
	{"sayso/train/...", []string{"sayso", "sayso/data", "sayso/internal/..."}, "makes what the program knows"},
	{"sayso/bench/...", []string{"sayso", "sayso/data", "sayso/internal/..."}, "measures anything but commands"},
	{"sayso/cmd/...", []string{"sayso", "sayso/data", "sayso/web", "sayso/internal/..."}, "wires all"},
}

// desk is what the parts of the desk may import; see docs/decisions/0090-the-desk.md.
var desk = []string{"sayso", "sayso/data", "sayso/web", "sayso/internal/document", "sayso/internal/store", "sayso/internal/publish/..."}

var stage = []string{"sayso", "sayso/data", "sayso/internal/kern", "sayso/internal/document", "sayso/internal/model/...",
	"sayso/internal/gazetteer/...", "sayso/internal/lexicon/..."}

// Closed packages are imported by commands, evaluations and trainings alone.
var closed = []string{"sayso/internal/eval/...", "sayso/train/...", "sayso/bench/..."}

// dialers are the packages that may open outgoing connections.
var dialers = []string{"sayso/internal/ingest/fetch", "sayso/internal/ingest/feed"}

func matches(pattern, pkg string) bool {
	if tree, ok := strings.CutSuffix(pattern, "/..."); ok {
		return pkg == tree || strings.HasPrefix(pkg, tree+"/")
	}
	return pkg == pattern
}

func anyMatches(patterns []string, pkg string) bool {
	for _, p := range patterns {
		if matches(p, pkg) {
			return true
		}
	}
	return false
}

// Allowed reports whether pkg may import other, both of this project. Inside
// one stage's folder packages may import what lies below them.
func Allowed(pkg, other string) bool {
	if strings.HasPrefix(other, pkg+"/") && pkg != "sayso" {
		return true
	}
	if anyMatches(closed, other) {
		return matches("sayso/cmd/...", pkg) || matches("sayso/internal/eval/...", pkg) || matches("sayso/train/...", pkg) || matches("sayso/bench/...", pkg)
	}
	for _, r := range Rules {
		if matches(r.Package, pkg) {
			return anyMatches(r.Allow, other)
		}
	}
	return false
}
