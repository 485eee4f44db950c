package gold

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/pipeline"
)

var update = flag.Bool("update", false, "rewrite the expected report")

const shared = "../../../../shared/gold"

// The small set's figures are those that score.py printed for it; the table of
// differences is ours.
func TestSmallSet(t *testing.T) {
	coded, err := Read("testdata/small/articles", "testdata/small/coded", "testdata/small/pred")
	if err != nil {
		t.Fatal(err)
	}
	r := ReportOn(coded, 0)
	r.Set, r.Notes = "small", Differences(coded)
	var b bytes.Buffer
	if err := r.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("testdata/small.golden", b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/small.golden")
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("report is\n%s\nwant\n%s", b.String(), want)
	}
	sameAsPython(t, "testdata/small/articles", "testdata/small/coded", "testdata/small/pred")
}

// On the hand-coded sets, with predictions made by spoiling gold in a fixed
// way, every figure is the one that score.py prints.
func TestSameFiguresAsPython(t *testing.T) {
	for _, set := range []string{"dev", "more", "joined"} {
		dir := filepath.Join(shared, set)
		if _, err := os.Stat(dir); err != nil {
			t.Skipf("%s is not there: the hand-coded articles do not ship", dir)
		}
		for step := 2; step <= 4; step++ {
			pred := spoil(t, filepath.Join(dir, "coded"), step)
			sameAsPython(t, filepath.Join(dir, "articles"), filepath.Join(dir, "coded"), pred)
		}
	}
}

func sameAsPython(t *testing.T, articles, gold, pred string) {
	t.Helper()
	script := filepath.Join(shared, "score.py")
	if _, err := os.Stat(script); err != nil {
		t.Skipf("%s is not there", script)
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Logf("without Python the figures are not held against score.py: %v", err)
		return
	}
	run := exec.Command(python, script, articles, gold, pred, "--json")
	var complaint bytes.Buffer
	run.Stderr = &complaint
	out, err := run.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, complaint.String())
	}
	var want map[string]float64
	if err := json.Unmarshal(out, &want); err != nil {
		t.Fatal(err)
	}
	r, err := Score(articles, gold, pred)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		got, ok := r.Get(name)
		if !ok || math.Abs(got-want[name]) > 0.00051 {
			t.Errorf("%s on %s: %v, score.py says %v", name, gold, got, want[name])
		}
	}
}

// spoil writes gold with every step-th thing dropped or changed.
func spoil(t *testing.T, coded string, step int) string {
	t.Helper()
	dir := t.TempDir()
	files, err := filepath.Glob(filepath.Join(coded, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	types := []string{"attack", "bombing", "arrest", "protest", "riot"}
	n := 0
	for i, f := range files {
		if i%7 == step {
			continue
		}
		var rec map[string]any
		if err := readJSON(f, &rec); err != nil {
			t.Fatal(err)
		}
		kept := []any{}
		for _, x := range rec["incidents"].([]any) {
			inc := x.(map[string]any)
			if n++; n%(step+3) == 0 {
				continue
			}
			if n%step == 0 {
				inc["type"] = types[n%len(types)]
				inc["when"] = nil
			}
			if n%(step+1) == 0 {
				inc["where"] = map[string]any{"name": "the Town of X", "country": nil}
				inc["mention"] = "no such words"
			}
			if claims := inc["claims"].([]any); n%2 == 0 && len(claims) > 1 {
				inc["claims"] = claims[1:]
			}
			if n%3 == 0 {
				inc["joined"] = types[n%3]
			}
			kept = append(kept, inc)
		}
		rec["incidents"] = kept
		b, _ := json.Marshal(rec)
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(f)), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestTaskRunsChainAndJoins(t *testing.T) {
	stage := document.Stage{Name: "one", Provides: []document.Layer{document.LayerIncidents},
		Run: func(_ context.Context, d *document.Document) error {
			if strings.Contains(d.Text, "bomb") {
				d.Incidents = []sayso.Incident{{Type: "bombing", Mention: "A bomb killed 3 people", Salience: sayso.SalienceMain}}
			}
			return nil
		}}
	chain, err := pipeline.New(stage)
	if err != nil {
		t.Fatal(err)
	}
	joined := 0
	task := New(Config{Errors: true, Join: func(_ context.Context, rs []sayso.ArticleRecord, _ []string) error {
		joined = len(rs)
		return nil
	}})
	r, err := task.Run(t.Context(), eval.Options{Data: "testdata/small", Chain: chain})
	if err != nil {
		t.Fatal(err)
	}
	if f, _ := r.Get("incident_f1"); joined != 2 || math.Abs(f-2.0/3) > 1e-9 {
		t.Errorf("joined %d records, incident_f1 %v", joined, f)
	}
	if len(r.Notes) == 0 {
		t.Error("no table of errors")
	}
	if _, err := Task.Run(t.Context(), eval.Options{Data: "testdata/small"}); err == nil {
		t.Error("no chain, no error")
	}
}

// Aligning a set with itself is perfect, whatever is in it.
func TestGoldAgainstItself(t *testing.T) {
	coded, err := Read("testdata/small/articles", "testdata/small/coded", "testdata/small/coded")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range ReportOn(coded, 0).Figures {
		if !f.Whole && f.Value != 1 && !strings.HasPrefix(f.Name, "joined") {
			t.Errorf("%s is %v", f.Name, f.Value)
		}
	}
}

func TestF1Bounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		np, ng := rapid.IntRange(0, 30).Draw(t, "np"), rapid.IntRange(0, 30).Draw(t, "ng")
		tp := rapid.IntRange(0, min(np, ng)).Draw(t, "tp")
		f, p, r := F1(tp, np, ng)
		if f < 0 || f > 1 || f > max(p, r)+1e-9 || math.IsNaN(f) {
			t.Fatalf("F1(%d, %d, %d) = %v, %v, %v", tp, np, ng, f, p, r)
		}
	})
}

func TestIntervalsHoldTheFigure(t *testing.T) {
	coded, err := Read("testdata/small/articles", "testdata/small/coded", "testdata/small/pred")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range ReportOn(coded, 200).Figures {
		if !f.Whole && (f.Low > f.Value || f.High < f.Value) {
			t.Errorf("%s: %v is outside [%v, %v]", f.Name, f.Value, f.Low, f.High)
		}
	}
}

func TestNorm(t *testing.T) {
	for in, want := range map[string]string{
		"The Army's 3rd Corps": "army 3rd corps", "  ": "", "Bay of Pigs": "bay pigs", "al-Ḥasaka": "al ḥasaka",
	} {
		if got := norm(in); got != want {
			t.Errorf("norm(%q) = %q, want %q", in, got, want)
		}
	}
}
