package pdf

import (
	"math"
	"strings"
	"unicode"

	"github.com/ledongthuc/pdf"
)

// sign is a piece of text with its place: left end, baseline, width, size.
type sign struct {
	text          string
	x, y, w, size float64
}

// matrix is a transformation as PDF writes it: a b c d e f.
type matrix [6]float64

var same = matrix{1, 0, 0, 1, 0, 0}

// then is m followed by n.
func (m matrix) then(n matrix) matrix {
	return matrix{m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3], m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5]}
}

// state is what the operators of text set.
type state struct {
	page                                matrix
	font                                *font
	size, letters, words, leading, rise float64
	stretch                             float64
}

// painter shows the text of a page where it stands. The library's own gives
// fonts with codes of two bytes no widths, and ends each array of text with a
// sign that is not there.
type painter struct {
	state
	text, line matrix
	saved      []state
	fonts      map[string]*font
	resources  pdf.Value
	depth      int
	out        []sign
}

// signs are the signs of a page, in the order in which they are shown. What a
// page shows after something that cannot be read is left out.
func signs(p pdf.Page) (out []sign) {
	w := &painter{state: state{page: same, stretch: 1}, text: same, line: same, fonts: map[string]*font{}, resources: p.Resources()}
	defer func() {
		if r := recover(); r != nil { // the reader is not ours
			out = w.out
		}
	}()
	if c := p.V.Key("Contents"); !p.V.IsNull() && !c.IsNull() {
		pdf.Interpret(c, w.do)
	}
	return w.out
}

// do does one operator.
func (w *painter) do(stack *pdf.Stack, op string) {
	args := make([]pdf.Value, stack.Len())
	for i := len(args) - 1; i >= 0; i-- {
		args[i] = stack.Pop()
	}
	n := func(i int) float64 {
		if i < len(args) {
			return args[i].Float64()
		}
		return 0
	}
	switch op {
	case "q":
		w.saved = append(w.saved, w.state)
	case "Q":
		if k := len(w.saved) - 1; k >= 0 {
			w.state, w.saved = w.saved[k], w.saved[:k]
		}
	case "cm":
		w.page = matrix{n(0), n(1), n(2), n(3), n(4), n(5)}.then(w.page)
	case "Do":
		if len(args) == 1 {
			w.form(w.resources.Key("XObject").Key(args[0].Name()))
		}
	case "Tc":
		w.letters = n(0)
	case "Tw":
		w.words = n(0)
	case "Tz":
		w.stretch = n(0) / 100
	case "TL":
		w.leading = n(0)
	case "Ts":
		w.rise = n(0)
	case "Tf":
		if len(args) == 2 {
			w.font, w.size = w.fontOf(args[0].Name()), n(1)
		}
	default:
		w.place(op, args, n)
	}
}

// place does the operators that move or show text.
func (w *painter) place(op string, args []pdf.Value, n func(int) float64) {
	move := func(x, y float64) {
		w.line = matrix{1, 0, 0, 1, x, y}.then(w.line)
		w.text = w.line
	}
	last := func() string {
		if len(args) == 0 {
			return ""
		}
		return args[len(args)-1].RawString()
	}
	switch op {
	case "BT":
		w.text, w.line = same, same
	case "Td":
		move(n(0), n(1))
	case "TD":
		w.leading = -n(1)
		move(n(0), n(1))
	case "Tm":
		w.line = matrix{n(0), n(1), n(2), n(3), n(4), n(5)}
		w.text = w.line
	case "T*":
		move(0, -w.leading)
	case "Tj":
		w.show(last())
	case "'":
		move(0, -w.leading)
		w.show(last())
	case "\"":
		w.words, w.letters = n(0), n(1)
		move(0, -w.leading)
		w.show(last())
	case "TJ":
		if len(args) == 0 {
			return
		}
		for i := range args[0].Len() {
			if v := args[0].Index(i); v.Kind() == pdf.String {
				w.show(v.RawString())
			} else {
				w.advance(-v.Float64() / 1000 * w.size * w.stretch)
			}
		}
	}
}

func (w *painter) advance(x float64) { w.text = matrix{1, 0, 0, 1, x, 0}.then(w.text) }

// show shows a string of codes. Text that does not stand upright is left out:
// marks across pages and along their edges.
func (w *painter) show(codes string) {
	if w.font == nil {
		return
	}
	for len(codes) > 0 {
		k := min(w.font.bytes, len(codes))
		code := codes[:k]
		codes = codes[k:]
		wide := w.font.width(code) / 1000 * w.size
		at := matrix{w.stretch, 0, 0, 1, 0, w.rise}.then(w.text).then(w.page)
		if text := readable(w.font.decode(code)); text != "" && at[0] > 0 && math.Abs(at[1]) < 0.1*at[0] {
			w.out = append(w.out, sign{text, at[4], at[5], wide * at[0], math.Abs(w.size * at[3])})
		}
		step := wide + w.letters
		if code == " " {
			step += w.words
		}
		w.advance(step * w.stretch)
	}
}

// form paints a form, which is a page within the page.
func (w *painter) form(v pdf.Value) {
	if v.Key("Subtype").Name() != "Form" || w.depth >= 8 {
		return
	}
	inner := &painter{state: w.state, text: same, line: same, fonts: map[string]*font{}, resources: w.resources, depth: w.depth + 1}
	if r := v.Key("Resources"); !r.IsNull() {
		inner.resources = r
	}
	if m := v.Key("Matrix"); m.Len() == 6 {
		var by matrix
		for i := range by {
			by[i] = m.Index(i).Float64()
		}
		inner.page = by.then(w.page)
	}
	defer func() { w.out = append(w.out, inner.out...) }()
	pdf.Interpret(v, inner.do)
}

func (w *painter) fontOf(name string) *font {
	f, ok := w.fonts[name]
	if !ok {
		f = newFont(w.resources.Key("Font").Key(name))
		w.fonts[name] = f
	}
	return f
}

// ligatures are letters that fonts draw as one.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", "\u00a0", " ")

// softHyphen says where a word may be parted; where it is, a hyphen is shown.
const softHyphen = '\u00ad'

// readable is text without signs that stand for none, ligatures taken apart.
func readable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == unicode.ReplacementChar || r == softHyphen || unicode.Is(unicode.Co, r) {
			return -1
		}
		return r
	}, ligatures.Replace(text))
}
