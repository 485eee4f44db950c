package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
)

// dims is the number of dimensions of the vectors.
const dims = 100

type vector [dims]float32

// readVectors reads the first limit words, by frequency, and their vectors.
func readVectors(path string, limit int) ([]string, []vector, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	var in struct {
		Words   []string
		Vectors map[string][]float64
	}
	if err := json.NewDecoder(bufio.NewReaderSize(f, 1<<20)).Decode(&in); err != nil {
		return nil, nil, err
	}
	words := in.Words[:min(limit, len(in.Words))]
	vecs := make([]vector, len(words))
	for i, w := range words {
		v := in.Vectors[w]
		if len(v) < dims {
			return nil, nil, fmt.Errorf("%s: word %q has %d numbers", path, w, len(v))
		}
		for k := range dims {
			vecs[i][k] = float32(v[k])
		}
	}
	return words, vecs, nil
}

func normalise(v *vector) {
	if n := dot(v, v); n > 0 {
		scale := float32(1 / math.Sqrt(float64(n)))
		for k := range v {
			v[k] *= scale
		}
	}
}

// dot is the inner product, summed in a fixed order without fused steps.
func dot(a, b *vector) float32 {
	var s0, s1, s2, s3 float32
	for k := 0; k < dims; k += 4 {
		s0 += float32(a[k] * b[k])
		s1 += float32(a[k+1] * b[k+1])
		s2 += float32(a[k+2] * b[k+2])
		s3 += float32(a[k+3] * b[k+3])
	}
	return float32(s0+s1) + float32(s2+s3)
}

// kmeans returns k centres of length 1; it starts from the first k vectors.
func kmeans(vecs []vector, k, rounds int) []vector {
	centres := make([]vector, k)
	copy(centres, vecs)
	for range rounds {
		sums := make([]vector, k)
		for i, c := range assign(vecs, centres) {
			for d := range dims {
				sums[c][d] += vecs[i][d]
			}
		}
		for c := range centres {
			if dot(&sums[c], &sums[c]) > 0 {
				centres[c] = sums[c]
				normalise(&centres[c])
			}
		}
	}
	return centres
}

// assign returns the nearest centre of each vector, the first among equals.
func assign(vecs, centres []vector) []uint16 {
	out := make([]uint16, len(vecs))
	for i := range vecs {
		best := float32(-2)
		for c := range centres {
			if s := dot(&vecs[i], &centres[c]); s > best {
				best, out[i] = s, uint16(c)
			}
		}
	}
	return out
}
