package eval

import (
	"strings"
	"testing"
)

func TestReportForms(t *testing.T) {
	r := Report{Task: "dates", Set: "AQUAINT"}
	r.Add("value_f1", 0.75)
	r.AddCount("documents", 73)
	r.Figures = append(r.Figures, Figure{Name: "span_f1", Value: 0.8, Low: 0.7, High: 0.9})
	var text, js strings.Builder
	if err := r.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"value_f1                           0.750\n", "documents                          73\n", "0.800  [0.700, 0.900]\n"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("%q is not in\n%s", want, text.String())
		}
	}
	if err := r.WriteJSON(&js); err != nil {
		t.Fatal(err)
	}
	if got, want := js.String(), `{"figures":{"documents":73,"span_f1":0.800,"value_f1":0.750},"set":"AQUAINT","task":"dates"}`+"\n"; got != want {
		t.Errorf("%s", got)
	}
	if v, ok := r.Get("span_f1"); !ok || v != 0.8 {
		t.Errorf("Get = %v, %v", v, ok)
	}
}
