package attribution

import (
	"testing"

	"sayso/internal/document"
	"sayso/internal/eval/gold"
)

func chained() *document.Document {
	d := &document.Document{}
	d.Attributions = []document.Attribution{
		{Name: "Reuters", Kind: "outlet", Vouches: true, Parent: -1, Content: []document.Range{{First: 0, End: 9}}},
		{Name: "police", Kind: "source", Vouches: true, Parent: 0, Content: []document.Range{{First: 2, End: 7}}},
		{Name: "army", Kind: "source", Vouches: false, Parent: 1, Content: []document.Range{{First: 3, End: 5}}},
	}
	return d
}

func TestChainAtGoesOutermostFirst(t *testing.T) {
	d := chained()
	for token, want := range map[int]string{0: "outlet Reuters", 2: "outlet Reuters > source police", 4: "outlet Reuters > source police", 9: ""} {
		if got := show(ChainAt(d, token)); got != want {
			t.Errorf("token %d: %q, want %q", token, got, want)
		}
	}
}

func TestMostIsTheFirstOfEquals(t *testing.T) {
	a, b := []gold.Voucher{{Kind: "source", Name: "a"}}, []gold.Voucher{{Kind: "source", Name: "b"}}
	if got := show(most([][]gold.Voucher{a, b, b, a})); got != "source b" {
		t.Errorf("%q", got)
	}
	if got := most(nil); got != nil {
		t.Errorf("%v", got)
	}
}

func TestSameNeedsKindAndName(t *testing.T) {
	if same([]gold.Voucher{{Kind: "outlet", Name: "CNN"}}, []gold.Voucher{{Kind: "source", Name: "CNN"}}) {
		t.Error("an outlet is taken for a source")
	}
	if !same([]gold.Voucher{{Kind: "source", Name: "the police"}}, []gold.Voucher{{Kind: "source", Name: "police"}}) {
		t.Error("an article makes a difference")
	}
}
