package export

import (
	"reflect"
	"strings"

	"sayso"
)

// Schema returns the JSON Schema (draft 2020-12) of everything that is written
// as JSON, made from the Go types. The whole of an output is one of its first
// alternatives; a line of JSON Lines is an Incident or an ArticleRecord.
// docs/formats/sayso.schema.json is this, committed.
func Schema() map[string]any {
	s := schema{defs: map[string]any{}}
	whole := []any{s.of(reflect.TypeFor[Report]()), s.of(reflect.TypeFor[ArticleReport]()), s.of(reflect.TypeFor[FeatureCollection]()),
		s.of(reflect.TypeFor[sayso.Incident]()), s.of(reflect.TypeFor[sayso.ArticleRecord]())}
	return map[string]any{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"$id":     "https://sayso.example/schema/" + SchemaName,
		"title":   "Output of sayso, version " + SchemaName,
		"anyOf":   whole,
		"$defs":   s.defs,
	}
}

// schema collects the definitions of named types.
type schema struct {
	defs map[string]any
}

// enums are the values of string types that have a fixed set of them.
var enums = map[reflect.Type][]any{
	reflect.TypeFor[sayso.Stance]():      {"asserted", "alleged", "claimed", "denied"},
	reflect.TypeFor[sayso.Status]():      {"occurred", "attempted", "threatened", "denied"},
	reflect.TypeFor[sayso.Salience]():    {"main", "background"},
	reflect.TypeFor[sayso.VoucherKind](): {"outlet", "source"},
	reflect.TypeFor[sayso.Role]():        {"agent", "target", "party"},
	reflect.TypeFor[sayso.Level]():       {"site", "town", "region", "country", ""},
	reflect.TypeFor[sayso.Precision]():   {"hour", "day", "week", "month", "season", "year", "decade", "range", "unknown"},
	reflect.TypeFor[sayso.ActorKind](): {"state", "state-force", "police", "rebel", "militia", "communal", "protesters", "civilians",
		"international", "criminal", "political-party", "outlet", "person", "unknown"},
}

// special are types that write themselves.
var special = map[reflect.Type]map[string]any{
	reflect.TypeFor[sayso.Day]():  {"type": []any{"string", "null"}, "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}$"},
	reflect.TypeFor[sayso.Code](): {"type": []any{"string", "null"}},
}

func (s *schema) of(t reflect.Type) map[string]any {
	if v, ok := special[t]; ok {
		return v
	}
	switch t.Kind() {
	case reflect.Pointer:
		return map[string]any{"anyOf": []any{s.of(t.Elem()), map[string]any{"type": "null"}}}
	case reflect.Slice:
		if t.Elem() == reflect.TypeFor[sayso.Person]() { // null where nobody has looked
			return map[string]any{"anyOf": []any{map[string]any{"type": "array", "items": s.of(t.Elem())}, map[string]any{"type": "null"}}}
		}
		return map[string]any{"type": "array", "items": s.of(t.Elem())}
	case reflect.Array:
		return map[string]any{"type": "array", "items": s.of(t.Elem()), "minItems": t.Len(), "maxItems": t.Len()}
	case reflect.Struct:
		return s.object(t)
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Float32, reflect.Float64:
		return map[string]any{"type": "number"}
	case reflect.Int, reflect.Int32, reflect.Int64:
		return map[string]any{"type": "integer"}
	}
	if values, ok := enums[t]; ok {
		return map[string]any{"type": "string", "enum": values}
	}
	return map[string]any{"type": "string"}
}

// object defines a struct once and refers to it. Members without omitempty are
// always written.
func (s *schema) object(t reflect.Type) map[string]any {
	ref := map[string]any{"$ref": "#/$defs/" + t.Name()}
	if _, ok := s.defs[t.Name()]; ok {
		return ref
	}
	members, required := map[string]any{}, []any{}
	def := map[string]any{"type": "object"}
	s.defs[t.Name()] = def
	for i := range t.NumField() {
		name, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if name == "" || name == "-" {
			continue
		}
		members[name] = s.of(t.Field(i).Type)
		if !strings.Contains(options, "omitempty") {
			required = append(required, name)
		}
	}
	def["properties"], def["required"] = members, required
	return ref
}
