package clusters

import (
	"maps"
	"math"
	"slices"
)

func sorted(p Partition) []string { return slices.Sorted(maps.Keys(p)) }

// alignment is the highest sum of likeness that pairs each row with at most
// one column. Rows and columns that share nothing are solved apart.
func alignment(like []map[int]float64, columns int) float64 {
	rowsOf := make([][]int, columns)
	for i, row := range like {
		for _, j := range slices.Sorted(maps.Keys(row)) {
			rowsOf[j] = append(rowsOf[j], i)
		}
	}
	total := 0.0
	seenRow, seenColumn := make([]bool, len(like)), make([]bool, columns)
	for i := range like {
		if seenRow[i] {
			continue
		}
		seenRow[i] = true
		rows, cols := []int{i}, []int{}
		for x := 0; x < len(rows); x++ {
			for _, j := range slices.Sorted(maps.Keys(like[rows[x]])) {
				if seenColumn[j] {
					continue
				}
				seenColumn[j] = true
				cols = append(cols, j)
				for _, k := range rowsOf[j] {
					if !seenRow[k] {
						seenRow[k] = true
						rows = append(rows, k)
					}
				}
			}
		}
		total += hungarian(like, rows, cols)
	}
	return total
}

// hungarian is the assignment of highest sum between rows and columns, by
// shortest augmenting paths (Kuhn 1955, Munkres 1957).
func hungarian(like []map[int]float64, rows, cols []int) float64 {
	n := max(len(rows), len(cols))
	cost := func(i, j int) float64 {
		if i < len(rows) && j < len(cols) {
			return -like[rows[i]][cols[j]]
		}
		return 0
	}
	u, v := make([]float64, n+1), make([]float64, n+1)
	match, way := make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		match[0] = i
		j0 := 0
		least := slices.Repeat([]float64{math.Inf(1)}, n+1)
		used := make([]bool, n+1)
		for match[j0] != 0 {
			used[j0] = true
			delta, j1 := math.Inf(1), 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if c := cost(match[j0]-1, j-1) - u[match[j0]] - v[j]; c < least[j] {
					least[j], way[j] = c, j0
				}
				if least[j] < delta {
					delta, j1 = least[j], j
				}
			}
			for j := 0; j <= n; j++ {
				if used[j] {
					u[match[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			j0 = j1
		}
		for j0 != 0 {
			match[j0] = match[way[j0]]
			j0 = way[j0]
		}
	}
	total := 0.0
	for j := 1; j <= n; j++ {
		total -= cost(match[j]-1, j-1)
	}
	return total
}
