package depparse

import "sayso/internal/document"

// Moves of the parser. A move that makes an arc carries its relation.
const (
	// Shift moves the first word of the buffer onto the stack.
	Shift = 0
	// Left, plus the relation, attaches the top of the stack to the first word
	// of the buffer, or to the root after the last word.
	Left = 0
	// Right, plus the relation, attaches the top of the stack to the word below.
	Right = document.RelCount - 1
	// MoveCount is the number of moves: shift, and an arc of each relation either way.
	MoveCount = 1 + 2*(document.RelCount-1)
)

// LeftMove is the move that makes a left arc of a relation.
func LeftMove(r document.Rel) int { return Left + int(r) }

// RightMove is the move that makes a right arc of a relation.
func RightMove(r document.Rel) int { return Right + int(r) }

// State is a parser's state: words on the stack, the first word of the buffer
// and the arcs made. Word n is the root.
type State struct {
	Stack []int32
	Front int32 // first word of the buffer
	Arcs  []document.Arc
	kids  []kids
}

// kids are the outermost children of a word on either side (-1 where none),
// their number and the relations on either side as sets.
type kids struct {
	l1, l2, r1, r2 int32
	nl, nr         int32
	setL, setR     uint64
}

// Reset prepares the state for a sentence of n words.
func (s *State) Reset(n int) {
	s.Stack, s.Front = s.Stack[:0], 0
	s.Arcs, s.kids = s.Arcs[:0], s.kids[:0]
	for range n + 1 {
		s.Arcs = append(s.Arcs, document.Arc{Head: -1})
		s.kids = append(s.kids, kids{l1: -1, l2: -1, r1: -1, r2: -1})
	}
}

// Len is the number of words.
func (s *State) Len() int { return len(s.Arcs) - 1 }

// Done reports whether all words are attached.
func (s *State) Done() bool { return len(s.Stack) == 0 && int(s.Front) == s.Len() }

// CanShift, CanLeft and CanRight say which moves are possible; a left arc from
// the root needs the last word on the stack, so that there is one root.
func (s *State) CanShift() bool { return int(s.Front) < s.Len() }

// CanLeft reports whether a left arc is possible.
func (s *State) CanLeft() bool {
	return len(s.Stack) == 1 || len(s.Stack) > 1 && int(s.Front) < s.Len()
}

// CanRight reports whether a right arc is possible.
func (s *State) CanRight() bool { return len(s.Stack) >= 2 }

// AtRoot reports whether a left arc would come from the root.
func (s *State) AtRoot() bool { return int(s.Front) == s.Len() }

// Can reports whether a move is possible.
func (s *State) Can(move int) bool {
	switch {
	case move == Shift:
		return s.CanShift()
	case move <= Right:
		return s.CanLeft() && s.AtRoot() == (move == LeftMove(document.Root))
	}
	return s.CanRight() && move != RightMove(document.Root)
}

// Apply makes a possible move.
func (s *State) Apply(move int) {
	if move == Shift {
		s.Stack = append(s.Stack, s.Front)
		s.Front++
		return
	}
	top := s.Stack[len(s.Stack)-1]
	s.Stack = s.Stack[:len(s.Stack)-1]
	if move <= Right {
		s.attach(top, s.Front, document.Rel(move-Left))
		return
	}
	s.attach(top, s.Stack[len(s.Stack)-1], document.Rel(move-Right))
}

func (s *State) attach(child, head int32, rel document.Rel) {
	s.Arcs[child] = document.Arc{Head: head, Rel: rel}
	k := &s.kids[head]
	if child < head {
		k.l1, k.l2, k.nl = child, k.l1, k.nl+1
		k.setL |= 1 << rel
		return
	}
	k.r1, k.r2, k.nr = child, k.r1, k.nr+1
	k.setR |= 1 << rel
}

// Best returns the possible move with the highest score, the first among equals.
func Best[N int32 | float32](s *State, scores []N) int {
	best := -1
	if s.CanShift() {
		best = Shift
	}
	if s.CanLeft() {
		if s.AtRoot() {
			if m := LeftMove(document.Root); best < 0 || scores[m] > scores[best] {
				best = m
			}
		} else {
			best = over(scores, best, LeftMove(document.Root)+1, Right+1)
		}
	}
	if s.CanRight() {
		best = over(scores, best, RightMove(document.Root)+1, MoveCount)
	}
	return best
}

func over[N int32 | float32](scores []N, best, from, to int) int {
	if best < 0 {
		best = from
	}
	for m := from; m < to; m++ {
		if scores[m] > scores[best] {
			best = m
		}
	}
	return best
}
