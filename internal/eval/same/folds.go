package same

import (
	"math"

	"sayso/internal/model/logit"
)

// foldCount is the number of parts that the topics are cut into.
const foldCount = 5

// folds is a set of folds, as bits.
type folds uint

// lab holds what is compared and the models that were fitted. A decision about
// two things is made by a model that has seen the topic of neither.
type lab struct {
	articles []*article
	values   [][][]int // of articles i and k < i
	stories  map[folds]*logit.Model
	mentions map[folds]*logit.Model
	pairs    []pair
	learnt   *lab // whose decision on mentions is used; nil is its own
}

// pair is two mentions to be decided on.
type pair struct {
	a, b   *mention
	values []int
}

func newLab(articles []*article) *lab {
	l := &lab{articles: articles, stories: map[folds]*logit.Model{}, mentions: map[folds]*logit.Model{}}
	s := newStories(articles)
	l.values = make([][][]int, len(articles))
	for i := range articles {
		for k := range i {
			l.values[i] = append(l.values[i], s.compare(i, k))
		}
	}
	return l
}

func (l *lab) fold(article int) folds { return 1 << (l.articles[article].topic % foldCount) }

// aside is the number of pairs of articles on different topics for one that is
// learnt from.
const aside = 5

// story is the model of whether two articles tell of one seminal event,
// learnt on the topics outside the folds.
func (l *lab) story(out folds) (*logit.Model, error) {
	if m := l.stories[out]; m != nil {
		return m, nil
	}
	var data []logit.Instance
	for i, a := range l.articles {
		for k, b := range l.articles[:i] {
			v := l.values[i][k]
			far := a.topic != b.topic && (v[0] < 40 || (i*31+k)%aside != 0)
			if (l.fold(i)|l.fold(k))&out == 0 && !far {
				data = append(data, logit.Instance{Values: v, Yes: a.seminal == b.seminal})
			}
		}
	}
	m, err := logit.Learner{Names: storyFeatures}.Fit(data)
	l.stories[out] = m
	return m, err
}

// told is the probability that two articles tell of one event, by a model
// that has seen neither's topic and none in out.
func (l *lab) told(i, k int, out folds) (float64, error) {
	if i == k {
		return 1, nil
	}
	i, k = max(i, k), min(i, k)
	m, err := l.story(out | l.fold(i) | l.fold(k))
	if err != nil {
		return 0, err
	}
	return probability(m.Score(l.values[i][k])), nil
}

func probability(score int) float64 { return 1 / (1 + math.Exp(-float64(score)/1000)) }

// tellings is the matrix of [lab.told].
func (l *lab) tellings() ([][]float64, error) {
	out := square(len(l.articles))
	for i := range out {
		for k := range i {
			p, err := l.told(i, k, 0)
			if err != nil {
				return nil, err
			}
			out[i][k], out[k][i] = p, p
		}
	}
	return out, nil
}

func square(n int) [][]float64 {
	out := make([][]float64, n)
	for i := range out {
		out[i] = make([]float64, n)
	}
	return out
}

// thin is the number of pairs of different events for one that is learnt from.
const thin = 4

// decision is the model of whether two mentions are of one event, learnt on the
// topics outside the folds.
func (l *lab) decision(out folds) (*logit.Model, error) {
	if l.learnt != nil {
		return l.learnt.decision(out)
	}
	if m := l.mentions[out]; m != nil {
		return m, nil
	}
	var data []logit.Instance
	for i := range l.pairs {
		p := &l.pairs[i]
		yes := p.a.chain == p.b.chain
		if (l.fold(p.a.doc)|l.fold(p.b.doc))&out != 0 || !yes && i%thin != 0 {
			continue
		}
		v, err := l.whole(p, out)
		if err != nil {
			return nil, err
		}
		in := logit.Instance{Values: v, Yes: yes, Weight: 1}
		if !yes {
			in.Weight = thin
		}
		data = append(data, in)
	}
	m, err := logit.Learner{Names: pairFeatures[:]}.Fit(data)
	l.mentions[out] = m
	return m, err
}

// whole completes the values of a pair with what the likeness of the articles
// says.
func (l *lab) whole(p *pair, out folds) ([]int, error) {
	story, err := l.told(p.a.doc, p.b.doc, out)
	v := append([]int{}, p.values...)
	v[fStory], v[fStoryHigh] = full(story), full(2*max(0, story-.5))
	return v, err
}

// one is the probability that two mentions are of one event.
func (l *lab) one(p *pair) (float64, error) {
	out := l.fold(p.a.doc) | l.fold(p.b.doc)
	m, err := l.decision(out)
	if err != nil {
		return 0, err
	}
	v, err := l.whole(p, 0)
	return probability(m.Score(v)), err
}
