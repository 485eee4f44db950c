//go:build !amd64

package kern

func (l *Dense) denseRows(_, _ *Matrix, _ int, _ bool) bool { return false }

func add(m, x []int16) { addPlain(m, x) }

// dot4 takes the inner products of w with the four rows of x that are stride
// numbers apart.
func dot4(w, x []int16, stride int, out *[4]int32) { dot4Plain(w, x, stride, out) }

func addRows(sum []int32, weights []int16, rows []int32) { addRowsPlain(sum, weights, rows) }
