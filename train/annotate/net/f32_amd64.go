package net

//go:noescape
func dot4AVX2(w, x *float32, stride, k int, out *[4]float32)

//go:noescape
func axpy4AVX2(y, x *float32, stride, k int, a *[4]float32)

// dot4 takes the inner products of w with the four rows of x that are stride
// numbers apart. Training needs a processor with AVX2 and FMA.
func dot4(w, x []float32, stride int, out *[4]float32) {
	_ = x[3*stride+len(w)-1]
	dot4AVX2(&w[0], &x[0], 4*stride, len(w), out)
}

// axpy4 adds a[r] times row r of x to y, for four rows.
func axpy4(y, x []float32, stride int, a *[4]float32) {
	_ = x[3*stride+len(y)-1]
	axpy4AVX2(&y[0], &x[0], 4*stride, len(y), a)
}
