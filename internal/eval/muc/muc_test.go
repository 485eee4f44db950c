package muc

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/internal/eval"
	"sayso/internal/eval/muc/score"
	"sayso/internal/eval/reporttest"
	"sayso/internal/pipeline"
)

func TestSample(t *testing.T) {
	dir := reporttest.Shared(t, "data/muc34")
	chain, err := pipeline.Standard(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	reporttest.Check(t, Task, eval.Options{Data: dir, Split: "tst1+tst2", Sample: 8, Chain: chain}, "muc-tst1+tst2.sample")
}

// TestResponsesFromFile scores the keys of tst1 given as a file of responses.
func TestResponsesFromFile(t *testing.T) {
	dir := reporttest.Shared(t, "data/muc34")
	files, err := filepath.Glob(filepath.Join(dir, "TASK", "CORPORA", "tst1", "key-*"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	r, err := Task.Run(context.Background(), eval.Options{Data: dir, Split: "tst1", Set: files[0]})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"f", "confidence_f", "ceaf_ree"} {
		if v, ok := r.Get(name); !ok || v < 99.5 {
			t.Errorf("%s is %v for the keys themselves", name, v)
		}
	}
}

func TestFailures(t *testing.T) {
	for _, o := range []eval.Options{{Data: t.TempDir(), Split: "dev"}, {Data: filepath.Join(os.TempDir(), "none"), Split: "dev+tst1"}} {
		if _, err := Task.Run(context.Background(), o); err == nil {
			t.Errorf("%+v: a corpus that is not there is read", o)
		}
	}
}

func set(t *testing.T, text string) *score.Set {
	t.Helper()
	s, err := score.Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestCEAF counts by hand: fillers that share a name over templates are one
// entity, a name is right only as listed, the description of somebody named is
// no entity.
func TestCEAF(t *testing.T) {
	keys := set(t, `0.  MESSAGE: ID                     M
1.  MESSAGE: TEMPLATE               1
9.  PERP: INDIVIDUAL ID             "THE GUERRILLAS" / "REBELS"
18. HUM TGT: NAME                   "ANA LIMA"
19. HUM TGT: DESCRIPTION            "MAYOR": "ANA LIMA"
                                    "PEASANTS"
0.  MESSAGE: ID                     M
1.  MESSAGE: TEMPLATE               2
9.  PERP: INDIVIDUAL ID             "REBELS" / "GUERRILLA UNIT"
`)
	found := set(t, `0.  MESSAGE: ID                     M
1.  MESSAGE: TEMPLATE               1
9.  PERP: INDIVIDUAL ID             "GUERRILLA UNIT"
18. HUM TGT: NAME                   "LIMA"
19. HUM TGT: DESCRIPTION            "THE PEASANTS"
12. PHYS TGT: ID                    "BRIDGE"
`)
	if c := ceafREE(found, keys); c.all != (pairs{gold: 3, found: 4, match: 2}) {
		t.Errorf("%+v, want 3 in the key, 4 found, 2 right", c.all)
	}
}
