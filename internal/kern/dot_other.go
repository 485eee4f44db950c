//go:build !amd64

package kern

// dot4 takes the inner products of w with the four rows of x that are stride
// numbers apart.
func dot4(w, x []int16, stride int, out *[4]int32) { dot4Plain(w, x, stride, out) }
