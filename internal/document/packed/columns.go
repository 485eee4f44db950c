package packed

import (
	"encoding/binary"
	"errors"
	"math"
	"reflect"
)

// writer appends columns: a type, and the values of all records in it.
type writer struct{ out []byte }

func (w *writer) uint(n uint64) { w.out = binary.AppendUvarint(w.out, n) }

// column writes values of one type. Kinds that no layer has are a mistake in
// the program, and panic.
func (w *writer) column(t reflect.Type, of []reflect.Value) {
	switch t.Kind() {
	case reflect.Struct:
		for i := range t.NumField() {
			w.column(t.Field(i).Type, fields(of, i))
		}
	case reflect.Slice:
		w.slices(t, of)
	case reflect.Pointer:
		var there []reflect.Value
		for _, v := range of {
			if v.IsNil() {
				w.out = append(w.out, 0)
				continue
			}
			w.out = append(w.out, 1)
			there = append(there, v.Elem())
		}
		if len(there) > 0 {
			w.column(t.Elem(), there)
		}
	default:
		w.scalars(t, of)
	}
}

// fields are the values of field i of structs.
func fields(of []reflect.Value, i int) []reflect.Value {
	out := make([]reflect.Value, len(of))
	for k, v := range of {
		out[k] = v.Field(i)
	}
	return out
}

// slices writes the lengths, 0 for nil, and then all elements as one column.
func (w *writer) slices(t reflect.Type, of []reflect.Value) {
	var all []reflect.Value
	for _, v := range of {
		if v.IsNil() {
			w.uint(0)
			continue
		}
		w.uint(uint64(v.Len()) + 1)
		for i := range v.Len() {
			all = append(all, v.Index(i))
		}
	}
	if len(all) > 0 {
		w.column(t.Elem(), all)
	}
}

func (w *writer) scalars(t reflect.Type, of []reflect.Value) {
	before := int64(0)
	for _, v := range of {
		switch t.Kind() {
		case reflect.Int, reflect.Int32, reflect.Int64:
			w.out = binary.AppendVarint(w.out, v.Int()-before)
			before = v.Int()
		case reflect.Uint8:
			w.out = append(w.out, byte(v.Uint()))
		case reflect.Bool:
			b := byte(0)
			if v.Bool() {
				b = 1
			}
			w.out = append(w.out, b)
		case reflect.Float32:
			w.out = binary.LittleEndian.AppendUint32(w.out, math.Float32bits(float32(v.Float())))
		case reflect.Float64:
			w.out = binary.LittleEndian.AppendUint64(w.out, math.Float64bits(v.Float()))
		case reflect.String:
			w.uint(uint64(v.Len()))
			w.out = append(w.out, v.String()...)
		default:
			panic("packed: a layer holds a " + t.String())
		}
	}
}

// reader reads what a writer wrote into values that can be set. The first thing
// that cannot be so is err; what follows reads as nothing.
type reader struct {
	in  []byte
	err error
}

var errShort = errors.New("it ends too early")

// take is the next n bytes.
func (r *reader) take(n uint64) []byte {
	if r.err != nil || n > uint64(len(r.in)) {
		r.in = nil
		if r.err == nil {
			r.err = errShort
		}
		return nil
	}
	b := r.in[:n]
	r.in = r.in[n:]
	return b
}

func (r *reader) uint() uint64 {
	n, k := binary.Uvarint(r.in)
	if k <= 0 {
		r.take(uint64(len(r.in)) + 1)
		return 0
	}
	r.take(uint64(k))
	return n
}

func (r *reader) int() int64 {
	n, k := binary.Varint(r.in)
	if k <= 0 {
		r.take(uint64(len(r.in)) + 1)
		return 0
	}
	r.take(uint64(k))
	return n
}

func (r *reader) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *reader) column(t reflect.Type, of []reflect.Value) {
	if r.err != nil {
		return
	}
	switch t.Kind() {
	case reflect.Struct:
		for i := range t.NumField() {
			r.column(t.Field(i).Type, fields(of, i))
		}
	case reflect.Slice:
		r.slices(t, of)
	case reflect.Pointer:
		var there []reflect.Value
		for _, v := range of {
			if r.byte() == 1 {
				v.Set(reflect.New(t.Elem()))
				there = append(there, v.Elem())
			}
		}
		if len(there) > 0 {
			r.column(t.Elem(), there)
		}
	default:
		r.scalars(t, of)
	}
}

// slices makes the slices only as long as the bytes that are left allow: each
// element takes one at least.
func (r *reader) slices(t reflect.Type, of []reflect.Value) {
	var all []reflect.Value
	for _, v := range of {
		n := r.uint()
		if n == 0 {
			continue
		}
		if n--; n+uint64(len(all)) > uint64(len(r.in)) {
			r.take(uint64(len(r.in)) + 1)
			return
		}
		v.Set(reflect.MakeSlice(t, int(n), int(n)))
		for i := range v.Len() {
			all = append(all, v.Index(i))
		}
	}
	if len(all) > 0 {
		r.column(t.Elem(), all)
	}
}

func (r *reader) scalars(t reflect.Type, of []reflect.Value) {
	before := int64(0)
	for _, v := range of {
		switch t.Kind() {
		case reflect.Int, reflect.Int32, reflect.Int64:
			before += r.int()
			v.SetInt(before)
		case reflect.Uint8:
			v.SetUint(uint64(r.byte()))
		case reflect.Bool:
			v.SetBool(r.byte() == 1)
		case reflect.Float32:
			if b := r.take(4); b != nil {
				v.SetFloat(float64(math.Float32frombits(binary.LittleEndian.Uint32(b))))
			}
		case reflect.Float64:
			if b := r.take(8); b != nil {
				v.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64(b)))
			}
		case reflect.String:
			v.SetString(string(r.take(r.uint())))
		default:
			panic("packed: a layer holds a " + t.String())
		}
	}
}
