package archtest

import "testing"

func TestAllowed(t *testing.T) {
	for _, c := range []struct {
		pkg, other string
		want       bool
	}{
		{"sayso", "sayso/internal/document", false},
		{"sayso/internal/annotate/tag", "sayso/internal/document", true},
		{"sayso/internal/annotate/tag", "sayso/internal/annotate/tokenize", false},
		{"sayso/internal/ground/temporal", "sayso/internal/pipeline", false},
		{"sayso/internal/pipeline", "sayso/internal/annotate/tag", true},
		{"sayso/internal/pipeline", "sayso/internal/eval", false},
		{"sayso/internal/publish/text", "sayso/internal/store", false},
		{"sayso/internal/publish/api", "sayso/internal/store", true},
		{"sayso/internal/publish/api", "sayso/internal/store/sqlite", false},
		{"sayso/internal/publish/api", "sayso/internal/pipeline", false},
		{"sayso/cmd/sayso", "sayso/internal/eval/gold", true},
		{"sayso/internal/eval/gold", "sayso/internal/pipeline", true},
		{"sayso/internal/store", "sayso/internal/document", false},
	} {
		if got := Allowed(c.pkg, c.other); got != c.want {
			t.Errorf("Allowed(%s, %s) = %v", c.pkg, c.other, got)
		}
	}
}
