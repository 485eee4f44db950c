package score

import "math"

// assign pairs rows with columns so that the sum of their worth is highest
// (Kuhn 1955, in the form with potentials). Worth is not negative; a row that
// is worth nothing anywhere gets -1.
func assign(worth [][]int) []int {
	n := len(worth)
	if n == 0 {
		return nil
	}
	m := max(len(worth[0]), n)
	cost := func(i, j int) int {
		if j < len(worth[i]) {
			return -worth[i][j]
		}
		return 0
	}
	match := hungarian(n, m, cost) // by column
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	for j, i := range match {
		if i >= 0 && j < len(worth[i]) && worth[i][j] > 0 {
			out[i] = j
		}
	}
	return out
}

// hungarian returns the row matched to each of m columns, -1 for none; m ≥ n.
func hungarian(n, m int, cost func(i, j int) int) []int {
	u, v := make([]int, n+1), make([]int, m+1)
	p, way := make([]int, m+1), make([]int, m+1)
	for i := 1; i <= n; i++ {
		p[0] = i
		j0 := 0
		low := make([]int, m+1)
		used := make([]bool, m+1)
		for j := range low {
			low[j] = math.MaxInt
		}
		for {
			used[j0] = true
			i0, delta, j1 := p[j0], math.MaxInt, 0
			for j := 1; j <= m; j++ {
				if used[j] {
					continue
				}
				if c := cost(i0-1, j-1) - u[i0] - v[j]; c < low[j] {
					low[j], way[j] = c, j0
				}
				if low[j] < delta {
					delta, j1 = low[j], j
				}
			}
			for j := 0; j <= m; j++ {
				if used[j] {
					u[p[j]] += delta
					v[j] -= delta
				} else if low[j] != math.MaxInt {
					low[j] -= delta
				}
			}
			if j0 = j1; p[j0] == 0 {
				break
			}
		}
		for j0 != 0 {
			p[j0], j0 = p[way[j0]], way[j0]
		}
	}
	out := make([]int, m)
	for j := 1; j <= m; j++ {
		out[j-1] = p[j] - 1
	}
	return out
}
