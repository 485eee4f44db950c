package sayso

// CopyKind says how an article repeats another's text.
type CopyKind string

// The kinds of copies, closest first.
const (
	CopyExact    CopyKind = "exact"    // the same headline and body, up to case, space and marks
	CopyHeadline CopyKind = "headline" // the same body under another headline: a wire copy
	CopyRevision CopyKind = "revision" // a later state of the same outlet's article
	CopyReprint  CopyKind = "reprint"  // edited: cut, led anew, numbers changed
	CopyPart     CopyKind = "part"     // one holds the other beside other matter
)

// Copy says that an article repeats the text of another. Of is the one taken
// as the earlier: published first, or the first by id where days don't tell.
type Copy struct {
	Article string       `json:"article"` // id
	Of      string       `json:"of"`      // id
	Kind    CopyKind     `json:"kind"`
	Share   float64      `json:"share"` // of the shorter text's wording that the longer one has
	Why     *Explanation `json:"why,omitempty"`
}
