package sayso

import (
	"errors"
	"fmt"
)

// Stance is how a claim is put forward.
type Stance string

// The stances of the coding guide.
const (
	StanceAsserted Stance = "asserted"
	StanceAlleged  Stance = "alleged" // suspected, accused, reportedly
	StanceClaimed  Stance = "claimed" // the agent itself takes responsibility or admits
	StanceDenied   Stance = "denied"
)

// VoucherKind tells a medium from everybody else.
type VoucherKind string

// The kinds of vouchers.
const (
	VoucherOutlet VoucherKind = "outlet" // a news medium
	VoucherSource VoucherKind = "source" // a person, body or document
)

// Voucher is one link of a chain: somebody who says so.
type Voucher struct {
	Kind    VoucherKind `json:"kind"`
	Name    string      `json:"name"`               // as written, fullest form in the text
	Named   bool        `json:"named"`              // a person or a particular organisation is identified
	ActorID string      `json:"actor_id,omitempty"` // canonical actor, where known
	Span    Span        `json:"span"`               // the words that name it
}

// What a claim can be about. Counts are AboutCount + what, as "count:killed".
const (
	AboutIncident = "incident"
	AboutAgent    = "agent"
	AboutPlace    = "place"
	AboutTime     = "time"
	AboutStatus   = "status"
	AboutCount    = "count:"
)

// Claim says that something happened, or how one field of it stands, on
// somebody's word. Chain is outermost first (cited outlet, then source) and
// leaves out the article itself: empty, it is the article's own voice.
type Claim struct {
	N        int          `json:"n"`                   // number inside the incident, from 1
	ID       string       `json:"id,omitempty"`        // content-derived
	Article  string       `json:"article,omitempty"`   // id of the article it was read in
	About    string       `json:"about"`               // see the About constants
	Value    string       `json:"value,omitempty"`     // what is claimed of the field, in words: "7-10", "ISIS"
	Stance   Stance       `json:"stance"`              //
	Chain    []Voucher    `json:"chain"`               //
	Quote    string       `json:"quote"`               // the exact words, attribution included
	Evidence []Span       `json:"evidence"`            // the spans of the quoted words
	Certain  float64      `json:"certainty,omitempty"` // factuality, -3 to +3
	Why      *Explanation `json:"why,omitempty"`
}

// ErrNoEvidence is returned for a claim whose words cannot be found.
var ErrNoEvidence = errors.New("claim without a resolving span")

// NewClaim builds a claim about a field on the words of evidence in article.
// It fails with [ErrNoEvidence] if no span is given or one does not resolve:
// a claim without words cannot be built. Quote is the first span's words.
func NewClaim(article *Article, about string, stance Stance, chain []Voucher, evidence ...Span) (Claim, error) {
	text := article.Reading()
	if len(evidence) == 0 {
		return Claim{}, fmt.Errorf("%s: about %s: %w", article.ID, about, ErrNoEvidence)
	}
	for _, s := range evidence {
		if !s.Resolves(text) {
			return Claim{}, fmt.Errorf("%s: about %s: %d-%d: %w", article.ID, about, s.Start, s.End, ErrNoEvidence)
		}
	}
	if chain == nil {
		chain = []Voucher{}
	}
	return Claim{Article: article.ID, About: about, Stance: stance, Chain: chain,
		Quote: evidence[0].In(text), Evidence: evidence}, nil
}

// Sourced reports whether somebody other than the article vouches for the
// claim, or it is put forward as anything but plain fact.
func (c *Claim) Sourced() bool { return len(c.Chain) > 0 || c.Stance != StanceAsserted }
