package pipeline

import (
	"iter"
	"sync"
)

// ahead is how many values Ordered reads beyond those that workers are at: as
// many as keep the workers busy while the caller writes what came before.
const ahead = 32

// Ordered applies do to the values of in on several goroutines at once and
// yields the results in the order of in. At most [ahead] values and two for each
// worker are on their way; when the caller stops, no more are read.
func Ordered[T, R any](in iter.Seq[T], workers int, do func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		workers := max(workers, 1)
		type job struct {
			in  T
			out chan R
		}
		jobs, order := make(chan job), make(chan job, workers+ahead)
		stop := make(chan struct{})
		var group sync.WaitGroup
		group.Go(func() {
			defer close(jobs)
			defer close(order)
			for v := range in {
				j := job{v, make(chan R, 1)}
				select {
				case order <- j:
				case <-stop:
					return
				}
				jobs <- j
			}
		})
		for range workers {
			group.Go(func() {
				for j := range jobs {
					j.out <- do(j.in)
				}
			})
		}
		defer group.Wait()
		defer close(stop)
		for j := range order {
			if !yield(<-j.out) {
				return
			}
		}
	}
}
