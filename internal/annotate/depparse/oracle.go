package depparse

// Oracle tells, for a tree, what moves cost: the number of its arcs that a move
// makes unreachable (Goldberg and Nivre 2013).
type Oracle struct {
	Heads []int32 // gold head of each word; the root is word n
	kids  [][]int32
}

// Reset sets the tree; heads of -1 are the root.
func (o *Oracle) Reset(heads []int32) {
	n := int32(len(heads))
	o.Heads = append(o.Heads[:0], heads...)
	o.kids = make([][]int32, n+1)
	for i, h := range heads {
		if h < 0 {
			h = n
		}
		o.Heads[i] = h
		o.kids[h] = append(o.kids[h], int32(i))
	}
}

// Costs returns what a shift, a left arc and a right arc lose in state s.
func (o *Oracle) Costs(s *State) (shift, left, right int) {
	b := s.Front
	if s.CanShift() {
		for _, d := range o.kids[b] {
			if d < b && s.Arcs[d].Head < 0 && s.Arcs[d].Rel == 0 {
				shift++
			}
		}
		if h := o.Heads[b]; h < b && len(s.Stack) > 0 && h != s.Stack[len(s.Stack)-1] && onStack(s.Stack, h) {
			shift++
		}
	}
	if len(s.Stack) == 0 {
		return shift, 0, 0
	}
	top := s.Stack[len(s.Stack)-1]
	h := o.Heads[top]
	lost := 0
	for _, d := range o.kids[top] {
		if d >= b {
			lost++
		}
	}
	left, right = lost, lost
	if h > b || len(s.Stack) > 1 && h == s.Stack[len(s.Stack)-2] {
		left++
	}
	if h >= b {
		right++
	}
	return shift, left, right
}

func onStack(stack []int32, w int32) bool {
	for _, x := range stack {
		if x == w {
			return true
		}
	}
	return false
}
