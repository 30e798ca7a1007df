package daemon

import (
	"context"
	"sync"
)

// An errand is what an account has somebody else work on, a language model, who may
// take half a minute. Mail is read meanwhile, and the result taken up in a later pass.
type errand struct {
	basis  string // what it was given: where that is another one by now, its result is of no use
	done   chan struct{}
	result any
}

// errands are those of an account, one under way at a time: the model is the user's own
// machine, most often. The zero value is ready for use; only the worker's goroutine
// calls it.
type errands struct {
	group sync.WaitGroup
	all   map[string]*errand
}

// wait waits for what is under way. Its context has ended.
func (e *errands) wait() { e.group.Wait() }

// ask returns the result of an errand, by what it is for and what it is given; ok is
// false as long as there is none. Then it is under way, or waits for another one, and
// the bell is rung when there is reason to ask again. prepare reads what the errand
// needs, at the moment it begins, and returns what is to be done; where that panics the
// result is instead.
func ask[T any](ctx context.Context, w *worker, name, basis string, instead T, prepare func() (func(context.Context) T, error)) (result T, ok bool, err error) {
	e := &w.errands
	if one, known := e.all[name]; known && one.basis == basis {
		select {
		case <-one.done:
			return one.result.(T), true, nil
		default:
			return result, false, nil
		}
	}
	for other, one := range e.all {
		select {
		case <-one.done:
			if len(e.all) >= mostResults || other == name {
				delete(e.all, other)
			}
		default:
			return result, false, nil
		}
	}
	do, err := prepare()
	if err != nil {
		return result, false, err
	}
	if e.all == nil {
		e.all = map[string]*errand{}
	}
	one := &errand{basis: basis, done: make(chan struct{}), result: instead}
	e.all[name] = one
	e.group.Go(func() {
		defer w.bell.Ring()
		defer close(one.done)
		var failed error // it is logged, and the result stands instead
		defer w.recovered(&failed)
		one.result = do(ctx)
	})
	return result, false, nil
}

// forget takes a result out that was of use.
func (e *errands) forget(name string) { delete(e.all, name) }

// mostResults bounds how many results are kept that nobody has asked for again.
const mostResults = 64
