package kern

// dot4AVX2 is [dot4Plain] with the vector instructions of AVX2; k is a multiple
// of 16, stride in bytes.
//
//go:noescape
func dot4AVX2(w, x *int16, stride, k int, out *[4]int32)

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
