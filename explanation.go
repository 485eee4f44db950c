package sayso

// Explanation is one node of the tree of reasons behind a value, a link, a
// merge or a choice. Command line, API and pages print the same tree.
type Explanation struct {
	Value    string         `json:"value,omitempty"` // the outcome of this node: a score, a name, a quoted word
	Message  string         `json:"message"`         // why, in one sentence
	Children []*Explanation `json:"children,omitempty"`
}

// Because makes a node.
func Because(value, message string, children ...*Explanation) *Explanation {
	return &Explanation{Value: value, Message: message, Children: children}
}
