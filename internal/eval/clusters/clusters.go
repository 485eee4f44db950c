// Package clusters scores a partition of mentions against a key as the CoNLL
// shared task did: MUC (Vilain and others 1995), B³ (Bagga and Baldwin 1998)
// and CEAF over entities (Luo 2005), averaged; after Pradhan and others 2014,
// whose worked examples are the tests.
package clusters

// Partition maps each mention to the name of its cluster.
type Partition map[string]string

// PRF is precision, recall and their harmonic mean.
type PRF struct{ P, R, F float64 }

func prf(p, r float64) PRF {
	if p+r == 0 {
		return PRF{}
	}
	return PRF{p, r, 2 * p * r / (p + r)}
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// Scores are the three measures and the mean of their F.
type Scores struct {
	MUC, B3, CEAF PRF
	CoNLL         float64
}

// Score scores a response against a key. Mentions that only one side has
// count against it.
func Score(key, response Partition) Scores {
	k, r := sets(key), sets(response)
	s := Scores{
		MUC:  prf(muc(r, key), muc(k, response)),
		B3:   prf(bCubed(r, key), bCubed(k, response)),
		CEAF: ceaf(k, r, key, response),
	}
	s.CoNLL = (s.MUC.F + s.B3.F + s.CEAF.F) / 3
	return s
}

// B3 is B³ alone.
func B3(key, response Partition) PRF {
	return prf(bCubed(sets(response), key), bCubed(sets(key), response))
}

// sets lists the clusters, in a fixed order of mentions within and without.
func sets(p Partition) [][]string {
	at := map[string]int{}
	var out [][]string
	for _, m := range sorted(p) {
		i, ok := at[p[m]]
		if !ok {
			i = len(out)
			at[p[m]] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], m)
	}
	return out
}

// muc is the share of the links that span the clusters which the other
// partition has too.
func muc(clusters [][]string, other Partition) float64 {
	found, all := 0, 0
	for _, c := range clusters {
		parts := map[string]bool{}
		alone := 0
		for _, m := range c {
			if name, ok := other[m]; ok {
				parts[name] = true
			} else {
				alone++
			}
		}
		found += len(c) - len(parts) - alone
		all += len(c) - 1
	}
	return ratio(float64(found), float64(all))
}

// bCubed is the mean over mentions of the share of its cluster that is with it
// in the other partition too.
func bCubed(clusters [][]string, other Partition) float64 {
	sum, n := 0.0, 0
	for _, c := range clusters {
		n += len(c)
		parts := map[string]int{}
		for _, m := range c {
			if name, ok := other[m]; ok {
				parts[name]++
			}
		}
		squares := 0
		for _, k := range parts {
			squares += k * k
		}
		sum += float64(squares) / float64(len(c))
	}
	return ratio(sum, float64(n))
}

// ceaf aligns clusters one to one so that their likeness, twice the common
// mentions over all, is highest.
func ceaf(k, r [][]string, key, response Partition) PRF {
	at := map[string]int{}
	for i, c := range r {
		at[response[c[0]]] = i
	}
	like := make([]map[int]float64, len(k))
	for i, c := range k {
		shared := map[int]int{}
		for _, m := range c {
			if name, ok := response[m]; ok {
				shared[at[name]]++
			}
		}
		like[i] = map[int]float64{}
		for j, n := range shared {
			like[i][j] = 2 * float64(n) / float64(len(c)+len(r[j]))
		}
	}
	total := alignment(like, len(r))
	return prf(ratio(total, float64(len(r))), ratio(total, float64(len(k))))
}
