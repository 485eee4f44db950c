package document

// UPOS is a universal part of speech.
type UPOS uint8

// The universal parts of speech; 0 is none.
const (
	ADJ UPOS = iota + 1
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
	X
)

var uposNames = [...]string{"_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
	"PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

// String returns the name of the tag, "_" for none.
func (t UPOS) String() string { return nameOf(uposNames[:], int(t)) }

// ParseUPOS returns the tag of a name, 0 if there is none such.
func ParseUPOS(s string) UPOS { return UPOS(indexOf(uposNames[:], s)) }

// UPOSCount is one more than the highest UPOS.
const UPOSCount = len(uposNames)

// XPOS is a Penn Treebank tag as EWT uses it; 0 is none.
type XPOS uint8

var xposNames = [...]string{"_", "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX",
	"FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP",
	"PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$",
	"WRB", "XX", "``"}

// The Penn tags that stages ask for by name.
var (
	VBD  = ParseXPOS("VBD")
	VBN  = ParseXPOS("VBN")
	VBG  = ParseXPOS("VBG")
	VB   = ParseXPOS("VB")
	VBP  = ParseXPOS("VBP")
	VBZ  = ParseXPOS("VBZ")
	MD   = ParseXPOS("MD")
	JJS  = ParseXPOS("JJS")
	NN   = ParseXPOS("NN")
	NNS  = ParseXPOS("NNS")
	NNP  = ParseXPOS("NNP")
	NNPS = ParseXPOS("NNPS")
)

// String returns the name of the tag, "_" for none.
func (t XPOS) String() string { return nameOf(xposNames[:], int(t)) }

// ParseXPOS returns the tag of a name, 0 if there is none such.
func ParseXPOS(s string) XPOS { return XPOS(indexOf(xposNames[:], s)) }

// XPOSCount is one more than the highest XPOS.
const XPOSCount = len(xposNames)

// Rel is a Universal Dependencies relation with its English subtypes.
type Rel uint8

// The relations; 0 is none.
const (
	Root Rel = iota + 1
	Acl
	AclRelcl
	Advcl
	AdvclRelcl
	Advmod
	Amod
	Appos
	Aux
	AuxPass
	Case
	Cc
	CcPreconj
	Ccomp
	Compound
	CompoundPrt
	Conj
	Cop
	Csubj
	CsubjOuter
	CsubjPass
	Dep
	Det
	DetPredet
	Discourse
	Dislocated
	Expl
	Fixed
	Flat
	Goeswith
	Iobj
	List
	Mark
	Nmod
	NmodDesc
	NmodPoss
	NmodUnmarked
	Nsubj
	NsubjOuter
	NsubjPass
	Nummod
	Obj
	Obl
	OblAgent
	OblUnmarked
	Orphan
	Parataxis
	Punct
	Reparandum
	Vocative
	Xcomp
)

var relNames = [...]string{"_", "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux",
	"aux:pass", "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer",
	"csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj",
	"list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod",
	"obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp"}

// String returns the name of the relation, "_" for none.
func (r Rel) String() string { return nameOf(relNames[:], int(r)) }

// ParseRel returns the relation of a name, 0 if there is none such.
func ParseRel(s string) Rel { return Rel(indexOf(relNames[:], s)) }

// RelCount is one more than the highest Rel.
const RelCount = len(relNames)

func nameOf(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return names[0]
}

func indexOf(names []string, s string) int {
	for i, n := range names {
		if n == s {
			return i
		}
	}
	return 0
}
