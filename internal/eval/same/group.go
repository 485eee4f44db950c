package same

import (
	"maps"
	"math"
	"slices"

	"sayso/internal/model/logit"
)

// weights is how much a word tells, by the share of articles that hold it.
func weights(articles []*article, bag int) map[string]float64 {
	holders := map[string]int{}
	for _, a := range articles {
		for w := range a.bags[bag] {
			holders[w]++
		}
	}
	out := map[string]float64{}
	for w, n := range holders {
		out[w] = math.Log(float64(len(articles)+1) / float64(n))
	}
	return out
}

// vector is a bag of words as a unit vector, words in order.
type vector struct {
	words []string
	value []float64
}

func vectorOf(words map[string]int, weight map[string]float64) vector {
	v := vector{words: slices.Sorted(maps.Keys(words))}
	sum := 0.0
	for _, w := range v.words {
		x := math.Sqrt(float64(words[w])) * weight[w]
		v.value = append(v.value, x)
		sum += float64(x * x)
	}
	if sum > 0 {
		for i := range v.value {
			v.value[i] /= math.Sqrt(sum)
		}
	}
	return v
}

func cosine(a, b vector) float64 {
	sum := 0.0
	for i, k := 0, 0; i < len(a.words) && k < len(b.words); {
		switch {
		case a.words[i] < b.words[k]:
			i++
		case a.words[i] > b.words[k]:
			k++
		default:
			sum += float64(a.value[i] * b.value[k])
			i, k = i+1, k+1
		}
	}
	return sum
}

// stories holds what articles are compared by.
type stories struct {
	articles []*article
	vectors  [bagCount][]vector
}

func newStories(articles []*article) *stories {
	s := &stories{articles: articles}
	for b := range bagCount {
		weight := weights(articles, b)
		for _, a := range articles {
			s.vectors[b] = append(s.vectors[b], vectorOf(a.bags[b], weight))
		}
	}
	return s
}

// storyFeatures are the names of [stories.compare]'s values.
var storyFeatures = func() []string {
	var out []string
	for _, n := range bagTitles {
		out = append(out, n, n+"^1/2")
	}
	return append(out, "names x words", "no names", "lead x all")
}()

// compare measures how alike two articles are, bag by bag.
func (s *stories) compare(i, k int) []int {
	out := make([]int, 0, len(storyFeatures))
	var cos [bagCount]float64
	for b := range bagCount {
		cos[b] = cosine(s.vectors[b][i], s.vectors[b][k])
		out = append(out, full(cos[b]), full(math.Sqrt(cos[b])))
	}
	none := 0
	if cos[bagNames] == 0 {
		none = logit.Full
	}
	return append(out, full(math.Sqrt(cos[bagNames]*cos[bagAll])), none, full(math.Sqrt(cos[bagLead]*cos[bagAll])))
}

func full(x float64) int { return int(math.Round(min(x, 1) * logit.Full)) }

// averageLink merges the two groups that are most alike on average until no
// two reach the threshold, and returns the group of each item. like is n by n
// and is not changed.
func averageLink(like [][]float64, threshold float64) []int {
	n := len(like)
	sim := make([][]float64, n)
	size, group, alive := make([]float64, n), make([]int, n), make([]bool, n)
	for i := range sim {
		sim[i], size[i], group[i], alive[i] = slices.Clone(like[i]), 1, i, true
	}
	nearest := make([]int, n)
	find := func(i int) {
		nearest[i] = -1
		for k := range n {
			if k != i && alive[k] && (nearest[i] < 0 || sim[i][k] > sim[i][nearest[i]]) {
				nearest[i] = k
			}
		}
	}
	for i := range n {
		find(i)
	}
	for {
		a := -1
		for i := range n {
			if alive[i] && nearest[i] >= 0 && (a < 0 || sim[i][nearest[i]] > sim[a][nearest[a]]) {
				a = i
			}
		}
		if a < 0 || sim[a][nearest[a]] < threshold {
			return group
		}
		b := nearest[a]
		a, b = min(a, b), max(a, b)
		alive[b] = false
		for k := range n {
			if alive[k] && k != a {
				sim[a][k] = (sim[a][k]*size[a] + sim[b][k]*size[b]) / (size[a] + size[b])
				sim[k][a] = sim[a][k]
			}
			if group[k] == b {
				group[k] = a
			}
		}
		size[a] += size[b]
		for k := range n {
			if alive[k] && (k == a || nearest[k] == a || nearest[k] == b || nearest[k] < 0 || sim[k][a] > sim[k][nearest[k]]) {
				find(k)
			}
		}
	}
}
