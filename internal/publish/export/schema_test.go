package export

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite what is generated")

var formats = filepath.Join("..", "..", "..", "docs", "formats")

func TestSchemaIsCommitted(t *testing.T) {
	got, err := json.MarshalIndent(Schema(), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	same(t, filepath.Join(formats, "sayso.schema.json"), append(got, '\n'))
}

// same compares what is generated with the committed file, or rewrites it.
func same(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs from what the types give; run the test with -update", name)
	}
}

func TestOutputsFollowTheSchema(t *testing.T) {
	v := validator{t: t, root: roundTrip(t, Schema())}
	c := sample()
	for _, per := range []bool{false, true} {
		var whole, lines bytes.Buffer
		if err := JSON(&whole, c, per); err != nil {
			t.Fatal(err)
		}
		v.check(map[bool]string{false: "Report", true: "ArticleReport"}[per], whole.Bytes())
		if err := Lines(&lines, c, per); err != nil {
			t.Fatal(err)
		}
		for _, line := range bytes.Split(bytes.TrimSpace(lines.Bytes()), []byte("\n")) {
			v.check(map[bool]string{false: "Incident", true: "ArticleRecord"}[per], line)
		}
	}
	var geo bytes.Buffer
	if err := GeoJSON(&geo, c.Incidents); err != nil {
		t.Fatal(err)
	}
	v.check("FeatureCollection", geo.Bytes())
}

func TestValidatorFindsFaults(t *testing.T) {
	v := validator{root: roundTrip(t, Schema())}
	for _, bad := range []string{`{}`, `{"start":"1","end":2}`, `{"start":1,"end":2,"more":3}`, `[]`} {
		if v.fault(v.def("Span"), decode(t, []byte(bad)), "$") == "" {
			t.Errorf("%s passed as a Span", bad)
		}
	}
}

func decode(t *testing.T, raw []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func roundTrip(t *testing.T, v any) map[string]any {
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return decode(t, raw).(map[string]any)
}

// validator checks values against the part of JSON Schema that [Schema] uses,
// and takes a member that the schema does not name for a fault.
type validator struct {
	t    *testing.T
	root map[string]any
}

func (v *validator) def(name string) map[string]any {
	return v.root["$defs"].(map[string]any)[name].(map[string]any)
}

func (v *validator) check(def string, raw []byte) {
	v.t.Helper()
	if f := v.fault(v.def(def), decode(v.t, raw), def); f != "" {
		v.t.Error(f)
	}
}

func (v *validator) fault(s map[string]any, x any, at string) string {
	if ref, ok := s["$ref"].(string); ok {
		return v.fault(v.def(strings.TrimPrefix(ref, "#/$defs/")), x, at)
	}
	if some, ok := s["anyOf"].([]any); ok {
		var all []string
		for _, one := range some {
			f := v.fault(one.(map[string]any), x, at)
			if f == "" {
				return ""
			}
			all = append(all, f)
		}
		return strings.Join(all, " and ")
	}
	if values, ok := s["enum"].([]any); ok && !slices.Contains(values, x) {
		return fmt.Sprintf("%s: %v is none of %v", at, x, values)
	}
	if !typed(s["type"], x) {
		return fmt.Sprintf("%s: %v is no %v", at, x, s["type"])
	}
	switch x := x.(type) {
	case string:
		if p, ok := s["pattern"].(string); ok && !regexp.MustCompile(p).MatchString(x) {
			return fmt.Sprintf("%s: %q does not look like %s", at, x, p)
		}
	case []any:
		for i, e := range x {
			if f := v.fault(s["items"].(map[string]any), e, fmt.Sprintf("%s[%d]", at, i)); f != "" {
				return f
			}
		}
	case map[string]any:
		return v.object(s, x, at)
	}
	return ""
}

func (v *validator) object(s, x map[string]any, at string) string {
	members, _ := s["properties"].(map[string]any)
	for _, name := range s["required"].([]any) {
		if _, ok := x[name.(string)]; !ok {
			return fmt.Sprintf("%s: %s is missing", at, name)
		}
	}
	for name, e := range x {
		m, ok := members[name].(map[string]any)
		if !ok {
			return fmt.Sprintf("%s: %s is not in the schema", at, name)
		}
		if f := v.fault(m, e, at+"."+name); f != "" {
			return f
		}
	}
	return ""
}

func typed(types, x any) bool {
	list, ok := types.([]any)
	if !ok {
		list = []any{types}
	}
	for _, t := range list {
		switch v := x.(type) {
		case nil:
			ok = t == "null"
		case bool:
			ok = t == "boolean"
		case string:
			ok = t == "string"
		case float64:
			ok = t == "number" || t == "integer" && v == float64(int64(v))
		case []any:
			ok = t == "array"
		case map[string]any:
			ok = t == "object"
		}
		if ok {
			return true
		}
	}
	return false
}
