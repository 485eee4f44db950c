package kern

import "runtime"

// dot4AVX2 is [dot4Plain] with the vector instructions of AVX2; k is a multiple
// of 16, stride in bytes.
//
//go:noescape
func dot4AVX2(w, x *int16, stride, k int, out *[4]int32)

// denseArgs are the arguments of [dense4VNNI].
type denseArgs struct {
	w, x    *int16
	xStride int // in bytes
	k, rows int // a multiple of 16, a multiple of 4
	bias    *int32
	y       *int16
	yStride int // in bytes
	floor   int // least output
}

// dense4VNNI fills the outputs of a layer for four rows, with the instructions
// of AVX-512 for neural networks.
//
//go:noescape
func dense4VNNI(a *denseArgs)

// addAVX2 adds n numbers within 16 bits; n is a multiple of 16.
//
//go:noescape
func addAVX2(m, x *int16, n int)

// addRowsAVX2 is [addRowsPlain] with the vector instructions of AVX2; cols is a
// multiple of 16, n at least 1.
//
//go:noescape
func addRowsAVX2(sum *int32, weights *int16, rows *int32, n, cols int)

func cpuid(leaf, sub uint32) (a, b, c, d uint32)
func xgetbv() uint32

// fast reports whether the processor and the system have AVX2.
var fast = func() bool {
	if top, _, _, _ := cpuid(0, 0); top < 7 {
		return false
	}
	const osxsave, avx = 1 << 27, 1 << 28
	if _, _, c, _ := cpuid(1, 0); c&osxsave == 0 || c&avx == 0 || xgetbv()&6 != 6 {
		return false
	}
	_, b, _, _ := cpuid(7, 0)
	return b&(1<<5) != 0
}()

// vnni reports whether the processor and the system have AVX-512 with VL, BW and
// VNNI as well.
var vnni = func() bool {
	if !fast || xgetbv()&0xe6 != 0xe6 {
		return false
	}
	const f, bw, vl, dot = 1 << 16, 1 << 30, 1 << 31, 1 << 11
	_, b, c, _ := cpuid(7, 0)
	return b&f != 0 && b&bw != 0 && b&vl != 0 && c&dot != 0
}()

// denseRows fills the outputs of a layer for the four rows of x and y from r; it
// reports false where this machine has no kernel for it.
func (l *Dense) denseRows(y, x *Matrix, r int, relu bool) bool {
	if !vnni || l.W.Rows%4 != 0 || l.W.Rows == 0 || l.W.Cols == 0 {
		return false
	}
	_, _, _ = x.Data[(r+4)*x.Cols-1], y.Data[(r+4)*y.Cols-1], l.W.Data[l.W.Rows*l.W.Cols-1]
	a := denseArgs{w: &l.W.Data[0], x: &x.Data[r*x.Cols], xStride: 2 * x.Cols, k: l.W.Cols, rows: l.W.Rows,
		bias: &l.B[:l.W.Rows][0], y: &y.Data[r*y.Cols], yStride: 2 * y.Cols, floor: -32768}
	if relu {
		a.floor = 0
	}
	dense4VNNI(&a)
	runtime.KeepAlive(&a)
	return true
}

// add adds the numbers of x to those of m within 16 bits.
func add(m, x []int16) {
	if fast && len(m) > 0 && len(m)%16 == 0 {
		addAVX2(&m[0], &x[:len(m)][0], len(m))
		return
	}
	addPlain(m, x)
}

// dot4 takes the inner products of w with the four rows of x that are stride
// numbers apart.
func dot4(w, x []int16, stride int, out *[4]int32) {
	if fast {
		_ = x[3*stride+len(w)-1]
		dot4AVX2(&w[0], &x[0], 2*stride, len(w), out)
		return
	}
	dot4Plain(w, x, stride, out)
}

func addRows(sum []int32, weights []int16, rows []int32) {
	if fast && len(sum) > 0 && len(rows) > 0 {
		addRowsAVX2(&sum[0], &weights[0], &rows[0], len(rows), len(sum))
		return
	}
	addRowsPlain(sum, weights, rows)
}
