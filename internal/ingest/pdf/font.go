package pdf

import (
	"strings"
	"unicode/utf16"

	"github.com/ledongthuc/pdf"
)

// font says what codes mean and how wide their signs are.
type font struct {
	bytes   int               // of a code
	unicode map[string]string // as the file says; wins over encoding
	enc     pdf.TextEncoding
	widths  map[int]float64 // thousandths of the size
	other   float64         // of codes that have none; 0: as in standard
	scale   float64
	// standard are the widths of a font that the file leaves to its reader.
	standard []float64
}

func newFont(v pdf.Value) *font {
	f := &font{bytes: 1, unicode: map[string]string{}, widths: map[int]float64{}, scale: 1}
	if u := v.Key("ToUnicode"); u.Kind() == pdf.Stream {
		f.readUnicode(u, v)
	}
	if v.Key("Subtype").Name() == "Type0" {
		f.bytes = 2
		f.readWide(v.Key("DescendantFonts").Index(0))
		return f
	}
	f.enc = (&pdf.Font{V: v}).Encoder()
	list, first := v.Key("Widths"), int(v.Key("FirstChar").Int64())
	for i := range list.Len() {
		f.widths[first+i] = list.Index(i).Float64()
	}
	f.other = v.Key("FontDescriptor").Key("MissingWidth").Float64()
	f.standard = helvetica
	switch name := v.Key("BaseFont").Name(); {
	case strings.Contains(name, "Courier"):
		f.other = 600
	case strings.Contains(name, "Times"):
		f.standard = times
	}
	if m := v.Key("FontMatrix"); v.Key("Subtype").Name() == "Type3" && m.Len() == 6 {
		f.scale = 1000 * m.Index(0).Float64()
	}
	return f
}

// readWide reads the widths of a font with codes of two bytes: a first code and
// a list, or a first code, a last code and the width of all of them.
func (f *font) readWide(v pdf.Value) {
	f.other = 1000
	if d := v.Key("DW"); !d.IsNull() {
		f.other = d.Float64()
	}
	w := v.Key("W")
	for i := 0; i+1 < w.Len(); {
		first := int(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == pdf.Array {
			for k := range list.Len() {
				f.widths[first+k] = list.Index(k).Float64()
			}
			i += 2
			continue
		}
		for c, last := first, int(w.Index(i+1).Int64()); c <= min(last, 1<<16); c++ {
			f.widths[c] = w.Index(i + 2).Float64()
		}
		i += 3
	}
}

// readUnicode reads what codes stand for: pairs of code and text, or first code,
// last code and the text of the first. Such a table is a program that asks for
// a dictionary to define things in; any one will do.
func (f *font) readUnicode(v, dict pdf.Value) {
	defer func() { _ = recover() }() // what was read so far stands
	pdf.Interpret(v, func(stack *pdf.Stack, op string) {
		args := make([]pdf.Value, stack.Len())
		for i := len(args) - 1; i >= 0; i-- {
			args[i] = stack.Pop()
		}
		switch op {
		case "findresource":
			stack.Push(dict)
		case "endbfchar":
			for i := 0; i+1 < len(args); i += 2 {
				f.unicode[args[i].RawString()] = wide(args[i+1].RawString())
			}
		case "endbfrange":
			for i := 0; i+2 < len(args); i += 3 {
				f.readRange(args[i].RawString(), args[i+1].RawString(), args[i+2])
			}
		}
	})
}

func (f *font) readRange(first, last string, to pdf.Value) {
	lo, hi := number(first), number(last)
	for c := lo; c <= min(hi, lo+1<<16); c++ {
		code := string([]byte{byte(c >> 8), byte(c)}[2-min(2, len(first)):])
		if to.Kind() == pdf.Array {
			f.unicode[code] = wide(to.Index(c - lo).RawString())
			continue
		}
		text := []rune(wide(to.RawString()))
		if len(text) > 0 {
			text[len(text)-1] += rune(c - lo)
		}
		f.unicode[code] = string(text)
	}
}

func number(code string) (n int) {
	for i := range min(len(code), 3) {
		n = n<<8 | int(code[i])
	}
	return n
}

// wide is the text of UTF-16 bytes.
func wide(s string) string {
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

func (f *font) decode(code string) string {
	if text, ok := f.unicode[code]; ok {
		return text
	}
	if f.enc == nil {
		return ""
	}
	return f.enc.Decode(code)
}

// width is a sign's in thousandths of the size.
func (f *font) width(code string) float64 {
	if w, ok := f.widths[number(code)]; ok {
		return w * f.scale
	}
	if f.other > 0 || len(f.widths) > 0 {
		return f.other * f.scale
	}
	if n := number(code) - ' '; n >= 0 && n < len(f.standard) {
		return f.standard[n]
	}
	return 500
}

// Widths of the signs from space to ~ in fonts that every reader has, from Adobe's
// metrics of Helvetica and Times.
var (
	helvetica = []float64{278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
		556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
		1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
		667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
		333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
		556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584}
	times = []float64{250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
		500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
		921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
		556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
		333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
		500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541}
)
