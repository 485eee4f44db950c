package kern

import (
	"encoding/binary"
	"errors"
)

// Fixed-point forms: activations have ActBits after the point, weights
// WeightBits. Sums of products have both.
const (
	ActBits    = 9
	WeightBits = 11
)

// Block is what row lengths are multiples of.
const Block = 16

// dot4Plain is dot4 without vector instructions.
func dot4Plain(w, x []int16, stride int, out *[4]int32) {
	for r := range out {
		row := x[r*stride:][:len(w)]
		sum := int32(0)
		for i, v := range w {
			sum += int32(v) * int32(row[i])
		}
		out[r] = sum
	}
}

// Matrix is rows of activations or weights, Cols numbers each (a multiple of
// [Block]); the number of rows is padded to a multiple of 4.
type Matrix struct {
	Rows, Cols int
	Data       []int16
}

// Resize gives the matrix its size; the rows of padding are zero, the others
// keep what happens to be in them.
func (m *Matrix) Resize(rows, cols int) {
	n := (rows + 3) / 4 * 4 * cols
	if cap(m.Data) < n {
		m.Data = make([]int16, n)
	}
	m.Rows, m.Cols, m.Data = rows, cols, m.Data[:n]
	clear(m.Data[rows*cols:])
}

// Row returns row i.
func (m *Matrix) Row(i int) []int16 { return m.Data[i*m.Cols : (i+1)*m.Cols] }

// Dense is a layer: y = W x + b. W has a row for every output.
type Dense struct {
	W Matrix
	B []int32 // with ActBits+WeightBits after the point
}

// Apply fills y with the outputs for the rows of x, as activations; negative
// ones are set to zero where relu is true.
func (l *Dense) Apply(y, x *Matrix, relu bool) {
	y.Resize(x.Rows, l.W.Rows)
	var out [4]int32
	for r := 0; r < x.Rows; r += 4 {
		if l.denseRows(y, x, r, relu) {
			continue
		}
		rows := x.Data[r*x.Cols:]
		for m := range l.W.Rows {
			dot4(l.W.Row(m), rows, x.Cols, &out)
			for k, sum := range out {
				y.Data[(r+k)*y.Cols+m] = activation(sum+l.B[m], relu)
			}
		}
	}
	clear(y.Data[y.Rows*y.Cols:])
}

// activation rounds a sum to an activation.
func activation(sum int32, relu bool) int16 {
	sum = max(-32768, min(32767, (sum+1<<(WeightBits-1))>>WeightBits))
	if relu {
		sum = max(sum, 0)
	}
	return int16(sum)
}

// Products fills out with the inner products of w with each row of x, in the
// precision of two activations; out has the padded number of rows.
func Products(out []int32, w []int16, x *Matrix) {
	var four [4]int32
	for r := 0; r < x.Rows; r += 4 {
		dot4(w, x.Data[r*x.Cols:], x.Cols, &four)
		copy(out[r:], four[:])
	}
}

// Add adds the rows of x to those of m, both of one size, within 16 bits.
func (m *Matrix) Add(x *Matrix) {
	add(m.Data[:m.Rows*m.Cols], x.Data)
}

// addPlain is add without vector instructions.
func addPlain(m, x []int16) {
	for i, v := range x[:len(m)] {
		m[i] = int16(max(-32768, min(32767, int32(m[i])+int32(v))))
	}
}

var errDense = errors.New("matrix is cut short or of a wrong size")

// AppendMatrix appends a matrix in the form that [ReadMatrix] reads.
func AppendMatrix(dst []byte, m *Matrix) []byte {
	dst = binary.LittleEndian.AppendUint32(dst, uint32(m.Rows))
	dst = binary.LittleEndian.AppendUint32(dst, uint32(m.Cols))
	for _, v := range m.Data[:m.Rows*m.Cols] {
		dst = binary.LittleEndian.AppendUint16(dst, uint16(v))
	}
	return dst
}

// ReadMatrix reads a matrix of a known number of columns, and of rows where
// rows is not negative, from the start of b and returns what follows it.
func ReadMatrix(b []byte, rows, cols int) (Matrix, []byte, error) {
	if len(b) < 8 {
		return Matrix{}, nil, errDense
	}
	r, c := int(binary.LittleEndian.Uint32(b)), int(binary.LittleEndian.Uint32(b[4:]))
	b = b[8:]
	if c != cols || rows >= 0 && r != rows || r > len(b)/2/max(c, 1) {
		return Matrix{}, nil, errDense
	}
	var m Matrix
	m.Resize(r, c)
	for i := range r * c {
		m.Data[i] = int16(binary.LittleEndian.Uint16(b[2*i:]))
	}
	return m, b[2*r*c:], nil
}

// AppendDense appends a layer in the form that [ReadDense] reads.
func AppendDense(dst []byte, l *Dense) []byte {
	dst = AppendMatrix(dst, &l.W)
	for _, v := range l.B {
		dst = binary.LittleEndian.AppendUint32(dst, uint32(v))
	}
	return dst
}

// ReadDense reads a layer of a known shape from the start of b and returns what
// follows it.
func ReadDense(b []byte, rows, cols int) (Dense, []byte, error) {
	w, b, err := ReadMatrix(b, rows, cols)
	if err != nil || len(b) < 4*rows {
		return Dense{}, nil, errDense
	}
	l := Dense{W: w, B: make([]int32, rows)}
	for i := range l.B {
		l.B[i] = int32(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return l, b[4*rows:], nil
}
