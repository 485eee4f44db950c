package incidents

import (
	"runtime"
	"slices"
	"sync"

	"sayso"
	"sayso/internal/incidents/link"
)

// chunk is the number of articles or reports that one worker takes at a time.
const chunk = 512

// Load takes many records into an empty set and hands each incident over, in no
// particular order. It comes to the same as adding them one at a time.
func (s *Set) Load(records []sayso.ArticleRecord, take func(sayso.Incident)) {
	reports := make([][]*link.Report, len(records))
	parallel(len(records), func(i int) { reports[i] = s.decider.Reports(&records[i]) })
	for i := range records {
		var added []int32
		for _, r := range reports[i] {
			n := int32(len(s.nodes))
			s.nodes = append(s.nodes, node{Report: r})
			s.byID[r.In.ID] = n
			added = append(added, n)
			file, _ := r.Keys()
			s.index.Add(n, file)
		}
		s.articles[records[i].Article] = added
	}
	s.compareAll()
	for n := range s.nodes {
		s.connectByHand(int32(n))
	}
	mark := s.tick()
	var whole []*group
	for n := range s.nodes {
		if s.nodes[n].mark == mark {
			continue
		}
		for _, g := range s.groups(s.component(int32(n), mark)) {
			for _, m := range g.members {
				s.nodes[m].group = g
			}
			whole = append(whole, g)
		}
	}
	for part := range slices.Chunk(whole, fused) {
		for _, in := range s.fuseAll(part) {
			take(in)
		}
	}
}

// fused is the number of incidents that are made before they are handed over.
const fused = 16 * chunk

// fuseAll fuses groups, each on its own, on all processors.
func (s *Set) fuseAll(groups []*group) []sayso.Incident {
	out := make([]sayso.Incident, len(groups))
	parallel(len(groups), func(i int) { out[i] = s.fuse(groups[i]) })
	return out
}

// compareAll compares every report with those before it that share a key, and
// with the rest of the articles that these connect it with.
func (s *Set) compareAll() {
	nodes, found := make([]int32, len(s.nodes)), make([][]edge, len(s.nodes))
	buffers := sync.Pool{New: func() any { return new([]int32) }}
	parallel(len(s.nodes), func(i int) {
		buf := buffers.Get().(*[]int32)
		r := s.nodes[i].Report
		_, ask := r.Keys()
		*buf = s.index.Find(ask, *buf)
		for _, k := range *buf {
			if o := s.nodes[k].Report; int(k) < i && o.Record.Article != r.Record.Article && r.Near(o) {
				if score, yes := speaks(s.decider.Score(r, o)); yes {
					found[i] = append(found[i], edge{k, score})
				}
			}
		}
		buffers.Put(buf)
	})
	for i := range nodes {
		nodes[i] = int32(i)
	}
	s.addEdges(nodes, found)
	parallel(len(nodes), func(i int) { found[i] = s.rest(int32(i)) })
	s.addEdges(nodes, found)
}

// parallel does n things, on all processors.
func parallel(n int, do func(i int)) {
	var wait sync.WaitGroup
	work := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for first := range work {
				for i := first; i < min(first+chunk, n); i++ {
					do(i)
				}
			}
		})
	}
	for first := 0; first < n; first += chunk {
		work <- first
	}
	close(work)
	wait.Wait()
}
