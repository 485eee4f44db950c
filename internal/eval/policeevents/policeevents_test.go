package policeevents

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/internal/eval"
	"sayso/internal/eval/reporttest"
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
	if got := bestThreshold(score, truth, func(int) bool { return true }).from; math.Abs(got-0.4) > 1e-9 {
		t.Errorf("best threshold %v", got)
	}
	if got := bestThreshold(score, truth, func(i int) bool { return i < 2 }).from; math.Abs(got-0.85) > 1e-9 {
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

// TestSample holds the report on a sample of the documents, without trees,
// against the one under version control.
func TestSample(t *testing.T) {
	data := reporttest.Shared(t, "data/india-police-events/dev")
	reporttest.Check(t, Task, eval.Options{Data: data, Sample: 4}, "police-dev.sample")
}

func TestClassOf(t *testing.T) {
	for in, want := range map[string]class{"policemen": cop, "arrested": seizing, "teargas": blows, "killing": deaths, "temple": noClass} {
		if got := classOf(in); got != want {
			t.Errorf("classOf(%q) = %d, want %d", in, got, want)
		}
	}
}

func TestSignsOf(t *testing.T) {
	for in, want := range map[string]group{"the police fired two rounds": policing, "he was arrested on sunday": taken,
		"they demanded the arrest of its leaders": untaken, "one person died": killed, "police burst teargas shells": forcing} {
		if got := signsOf(in); !got.all(want) {
			t.Errorf("%q has no sign of group %b", in, want)
		}
	}
}
