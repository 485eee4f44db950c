package timeml

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const tml = `<TimeML><DCT><TIMEX3 type="DATE" value="1998-08-08" functionInDocument="CREATION_TIME">8/8</TIMEX3></DCT>
<TEXT>They met <TIMEX3 type="DATE" value="1998-08-07">Friday</TIMEX3> &amp; left <TIMEX3 type="DURATION" value="P2D">two
days</TIMEX3> later.</TEXT></TimeML>`

func TestRead(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.tml"), []byte(tml), 0o644); err != nil {
		t.Fatal(err)
	}
	docs, err := Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	text := docs[0].Article.Text
	var got []string
	for _, x := range docs[0].Times {
		got = append(got, text[x.Start:x.End]+" "+x.Kind+" "+x.Value)
	}
	if d := cmp.Diff([]string{"Friday DATE 1998-08-07", "two\ndays DURATION P2D"}, got); d != "" || docs[0].Article.Published.String() != "1998-08-08" {
		t.Errorf("published %v %s", docs[0].Article.Published, d)
	}
	if _, err := Read(t.TempDir()); err == nil {
		t.Error("a folder without files is read")
	}
}
