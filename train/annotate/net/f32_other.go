//go:build !amd64

package net

// dot4 takes the inner products of w with the four rows of x that are stride
// numbers apart.
func dot4(w, x []float32, stride int, out *[4]float32) {
	for r := range out {
		out[r] = 0
		for i, v := range w {
			out[r] += v * x[r*stride+i]
		}
	}
}

// axpy4 adds a[r] times row r of x to y, for four rows.
func axpy4(y, x []float32, stride int, a *[4]float32) {
	for r, s := range a {
		for i := range y {
			y[i] += s * x[r*stride+i]
		}
	}
}
