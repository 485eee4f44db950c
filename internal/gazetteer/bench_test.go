package gazetteer

import (
	"testing"

	"sayso/data"
)

func file(t testing.TB) []byte {
	t.Helper()
	packed, err := data.FS.ReadFile(Path)
	if err != nil {
		t.Fatal(err)
	}
	return packed
}
