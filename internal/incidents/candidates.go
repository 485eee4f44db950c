package incidents

import "slices"

// commonKey is the number of reports above which a shared word is too common
// to make two reports worth comparing.
const commonKey = 400

// candidates lists the pairs of reports of different articles that share a
// family and a name, a place or two rare words: with n reports this is far
// fewer than n², and no others could reach the threshold. Pairs are in order.
func candidates(reports []*report, rare rarity) [][2]int {
	holders := map[string][]int{}
	for i, r := range reports {
		for _, key := range r.keys(rare) {
			holders[key] = append(holders[key], i)
		}
	}
	seen := map[[2]int]bool{}
	var out [][2]int
	for _, list := range holders {
		if len(list) > commonKey {
			continue
		}
		for x, i := range list {
			for _, k := range list[x+1:] {
				p := [2]int{i, k}
				if i != k && !seen[p] && reports[i].record.Article != reports[k].record.Article {
					seen[p] = true
					out = append(out, p)
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int {
		if a[0] != b[0] {
			return a[0] - b[0]
		}
		return a[1] - b[1]
	})
	return out
}

// keys are what a report is found by.
func (r *report) keys(rare rarity) []string {
	var out []string
	for w := range r.names {
		out = append(out, r.family+"\x00"+w)
	}
	for _, p := range r.places {
		out = append(out, r.family+"\x00"+p)
	}
	for w := range r.plain {
		if rare.of(w) >= 32 {
			out = append(out, r.family+"\x00"+w)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
