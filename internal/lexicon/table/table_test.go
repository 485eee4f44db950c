package table

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

func TestReadLayers(t *testing.T) {
	ours := fstest.MapFS{"a.tsv": {Data: []byte("# head\n\none\t1\ntwo\t2\r\n")}}
	theirs := fstest.MapFS{"a.tsv": {Data: []byte("one\t11\n")}}
	rows, err := Read("a.tsv", 2, ours, nil, fstest.MapFS{}, theirs)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rows {
		got = append(got, strings.Join(r.Cells, "="))
	}
	if s := strings.Join(got, " "); s != "one=1 two=2 one=11" {
		t.Errorf("rows are %q", s)
	}
}

func TestReadFailures(t *testing.T) {
	short := fstest.MapFS{"a.tsv": {Data: []byte("one\t1\ntwo\n")}}
	if _, err := Read("a.tsv", 2, short); err == nil || !strings.Contains(err.Error(), "a.tsv:2") {
		t.Errorf("a short row gives %v", err)
	}
	if _, err := Read("b.tsv", 2, short); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing table gives %v", err)
	}
}
