package policeevents

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/internal/eval"
)

// made writes a corpus in which every third sentence reports an arrest.
func made(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	for doc := range 60 {
		for s := range 6 {
			text, labels := "the fair opened in the old town", ""
			if s%3 == 0 {
				text, labels = "police arrested two men near the market", `"ARREST","ANY_ACTION"`
			}
			fmt.Fprintf(&b, "{\"doc_id\":%d,\"sent_id\":%d,\"sent_labels\":[%s],\"sent_text\":%q}\n", doc, s, labels, text)
		}
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "sents.jsonl"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestLearnsWhatCanBeLearnt(t *testing.T) {
	r, err := Task.Run(t.Context(), eval.Options{Data: made(t)})
	if err != nil {
		t.Fatal(err)
	}
	for name, least := range map[string]float64{"arrest_f1": 0.9, "any_action_f1": 0.9} {
		if got, ok := r.Get(name); !ok || got < least {
			t.Errorf("%s is %v, want %v or more", name, got, least)
		}
	}
	if got, _ := r.Get("kill_f1"); got != 0 {
		t.Errorf("kill_f1 is %v where no sentence reports a killing", got)
	}
}

func TestThresholdIgnoresItsOwnFold(t *testing.T) {
	score := []float64{0.9, 0.8, 0.7, 0.1}
	truth := []bool{true, false, true, false}
	if got := bestThreshold(score, truth, func(int) bool { return true }); got != 0.7 {
		t.Errorf("best threshold %v", got)
	}
	if got := bestThreshold(score, truth, func(i int) bool { return i < 2 }); got != 0.9 {
		t.Errorf("best threshold of the first two %v", got)
	}
}

func TestBadLine(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "sents.jsonl"), []byte("{}\nnonsense\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := read(dir); err == nil || !strings.Contains(err.Error(), "sents.jsonl:2") {
		t.Errorf("error is %v", err)
	}
}

func TestStem(t *testing.T) {
	for in, want := range map[string]string{"arrested": "arrest", "firing": "fir", "bus": "bus", "policemen": "policemen"} {
		if got := stem(in); got != want {
			t.Errorf("stem(%q) = %q, want %q", in, got, want)
		}
	}
}

// On the corpus itself, where it is there; the figures are printed with -v.
func TestCorpus(t *testing.T) {
	dir := "../../../../shared/data/india-police-events/dev"
	if _, err := os.Stat(dir); err != nil || testing.Short() {
		t.Skipf("%s is not there, or -short: the corpus does not ship", dir)
	}
	r, err := Task.Run(t.Context(), eval.Options{Data: dir})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := r.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + b.String())
	if f, _ := r.Get("any_action_f1"); f < 0.6 {
		t.Errorf("any_action_f1 is %v", f)
	}
}
