package kern

// AddRows adds rows of a table of weights to sum, whose length, a multiple of
// [Block], is that of a row. Row r begins at weights[r*len(sum)].
func AddRows(sum []int32, weights []int16, rows []int32) {
	n := len(weights) / max(len(sum), 1)
	if len(sum)%Block != 0 {
		panic("kern: a row is no multiple of a block")
	}
	for _, r := range rows {
		if uint(r) >= uint(n) {
			panic("kern: row out of range")
		}
	}
	addRows(sum, weights, rows)
}

// addRowsPlain is addRows without vector instructions.
func addRowsPlain(sum []int32, weights []int16, rows []int32) {
	for _, r := range rows {
		for i, w := range weights[int(r)*len(sum):][:len(sum)] {
			sum[i] += int32(w)
		}
	}
}
