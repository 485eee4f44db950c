package packed

import (
	"errors"
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/document"
)

func all(document.Layer) bool { return true }

// made draws a value of any type that layers have.
func made(t *rapid.T, v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			made(t, v.Field(i), depth)
		}
	case reflect.Slice:
		if n := rapid.IntRange(-1, 3).Draw(t, "length"); n >= 0 && depth < 5 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
			for i := range n {
				made(t, v.Index(i), depth+1)
			}
		}
	case reflect.Pointer:
		if depth < 5 && rapid.Bool().Draw(t, "there") {
			v.Set(reflect.New(v.Type().Elem()))
			made(t, v.Elem(), depth+1)
		}
	case reflect.String:
		v.SetString(rapid.String().Draw(t, "words"))
	case reflect.Int, reflect.Int64:
		v.SetInt(rapid.Int64().Draw(t, "number"))
	case reflect.Int32:
		v.SetInt(int64(rapid.Int32().Draw(t, "number")))
	case reflect.Uint8:
		v.SetUint(uint64(rapid.Byte().Draw(t, "code")))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "bool"))
	case reflect.Float32:
		v.SetFloat(float64(rapid.Float32().Draw(t, "share")))
	case reflect.Float64:
		v.SetFloat(rapid.Float64().Draw(t, "share"))
	default:
		t.Fatalf("a layer holds a %s", v.Type())
	}
}

var article = &sayso.Article{ID: "a", Text: "He ran."}

// What was packed is read back, to the last bit.
func TestThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := document.New(article)
		for _, l := range layers {
			for _, p := range l.in(d) {
				made(t, reflect.ValueOf(p).Elem(), 0)
			}
			d.Provided(l.name)
		}
		got, err := Unpack(article, Pack(d, all), all)
		if err != nil || !reflect.DeepEqual(got, d) {
			t.Fatalf("%v\n got %+v\nwant %+v", err, got, d)
		}
	})
}

func TestOnlyWhatIsKept(t *testing.T) {
	d := document.New(article)
	d.Tokens, d.Tags = []document.Token{{Start: 0, End: 2}, {Start: 3, End: 6}, {Start: 6, End: 7}}, []document.Tag{{UPOS: document.PRON, Lemma: "he"}}
	d.Provided(document.LayerTokens)
	d.Provided(document.LayerTags)
	b := Pack(d, func(l document.Layer) bool { return l == document.LayerTokens })
	got, err := Unpack(article, b, all)
	if err != nil || got.Has(document.LayerTags) || got.Tags != nil || len(got.Tokens) != 3 {
		t.Errorf("packed: %+v, %v", got, err)
	}
	got, err = Unpack(article, Pack(d, all), func(l document.Layer) bool { return l == document.LayerTags })
	if err != nil || !got.Has(document.LayerTags) || got.Has(document.LayerTokens) || got.Tokens != nil {
		t.Errorf("unpacked: %+v, %v", got, err)
	}
}

// Every layer but the incidents is kept: a stage whose layer was forgotten here
// would run again for ever.
func TestEveryLayer(t *testing.T) {
	fields := reflect.TypeFor[document.Document]()
	kept := map[string]bool{"Article": true, "Text": true, "Incidents": true, "has": true}
	d := document.New(article)
	for _, l := range layers {
		for _, p := range l.in(d) {
			for i := range fields.NumField() {
				if f := fields.Field(i); f.IsExported() && reflect.ValueOf(d).Elem().Field(i).Addr().Interface() == p {
					kept[f.Name] = true
				}
			}
		}
	}
	for i := range fields.NumField() {
		if !kept[fields.Field(i).Name] {
			t.Errorf("%s is not kept", fields.Field(i).Name)
		}
	}
}

func TestOtherShapes(t *testing.T) {
	d := document.New(article)
	d.Tokens = []document.Token{{Start: 0, End: 2}, {Start: 3, End: math.MaxInt32}}
	d.Provided(document.LayerTokens)
	b := Pack(d, all)
	other := append([]byte{b[0] + 1}, b[1:]...)
	for what, in := range map[string][]byte{"none": nil, "other types": other, "cut off": b[:len(b)-1], "longer": append(b[:len(b):len(b)], 0), "unknown layers": append(b[:len(shape):len(shape)], 255, 255, 255, 1)} {
		if _, err := Unpack(article, in, all); !errors.Is(err, ErrShape) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// Whatever the bytes are, they are read or refused.
func FuzzUnpack(f *testing.F) {
	f.Add([]byte{1, 0}, true)
	f.Add([]byte{3, 2, 1, 1, 2}, true)
	f.Fuzz(func(t *testing.T, b []byte, ours bool) {
		if ours {
			b = append(append([]byte{}, shape...), b...)
		}
		if d, err := Unpack(article, b, all); err == nil {
			if again, err := Unpack(article, Pack(d, all), all); err != nil || len(again.Tokens) != len(d.Tokens) {
				t.Errorf("%v", err)
			}
		}
	})
}
