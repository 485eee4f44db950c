package document

// Range is a half-open range of token indices.
type Range struct{ First, End int }

// Empty reports whether the range holds no token.
func (r Range) Empty() bool { return r.End <= r.First }

// Has reports whether token i is in the range.
func (r Range) Has(i int) bool { return r.First <= i && i < r.End }

// Covers reports whether o lies inside r.
func (r Range) Covers(o Range) bool { return r.First <= o.First && o.End <= r.End }

// Touches reports whether r and o share a token.
func (r Range) Touches(o Range) bool { return r.First < o.End && o.First < r.End }

// Len is the number of tokens.
func (r Range) Len() int { return r.End - r.First }

// Token is a word, number, punctuation mark or symbol: byte offsets into
// Document.Text, by the rules of UD English (can|not, it|'s, U.S., 12-year-old
// as UD splits it: 12|-|year|-|old).
type Token struct {
	Start, End int32
}

// BlockKind is what a stretch of the page is.
type BlockKind uint8

// The kinds of blocks.
const (
	BlockParagraph BlockKind = iota
	BlockTitle               // the article's headline
	BlockHeading             // a line that heads what follows
	BlockQuote               // a passage quoted from elsewhere, set apart
	BlockListItem            //
	BlockDateline            // "GAZA CITY (Reuters) -" or a line that holds only the date
	BlockCaption             //
)

// Block is a stretch of text between paragraph breaks (tokens).
type Block struct {
	Range
	Kind BlockKind
}

// Sentence is a range of tokens inside one block.
type Sentence struct {
	Range
	Block int // index into Document.Blocks
}

// Tag is what a token is by itself.
type Tag struct {
	UPOS  UPOS   // universal part of speech
	XPOS  XPOS   // Penn Treebank tag
	Lemma string // lower-case base form, but for proper nouns
}

// Arc attaches a token to its head in the sentence's dependency tree.
type Arc struct {
	Head int32 // token index in the document; -1 for the root
	Rel  Rel   // Universal Dependencies relation
}

// NameKind is the kind of a [Name].
type NameKind uint8

// The kinds of names and other extents that the names stage finds.
const (
	NamePerson NameKind = iota + 1
	NamePlace
	NameOrganisation
	NameMisc        // nationality, event, work: a name of another kind
	NameWeapon      // "mortar shells"
	NamePlatform    // "F-16", "a destroyer"
	NameTime        // temporal extents (values come from ground/temporal)
	NameQuantity    // "12 people"
	NameNationality // "Syrian"
)

// Name is a mention of a named or typed thing (tokens).
type Name struct {
	Range
	Kind  NameKind
	Score float32 // 0 to 1
}

// Mention is one expression that refers to an entity.
type Mention struct {
	Range
	Head    int  // head token
	Pronoun bool // he, they, which …
}

// Entity is a set of mentions in one document that refer to the same thing,
// in text order. Singletons that are names are entities too.
type Entity struct {
	Mentions []Mention
	Kind     NameKind // 0 where unknown
	Name     Range    // the fullest proper name among the mentions; empty if none
}

// EntityAt returns the index of the entity with a mention whose head is token
// i, or -1.
func (d *Document) EntityAt(head int) int {
	for e := range d.Entities {
		for _, m := range d.Entities[e].Mentions {
			if m.Head == head {
				return e
			}
		}
	}
	return -1
}
