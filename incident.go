package sayso

// Status says whether the incident took place.
type Status string

// The statuses of the coding guide.
const (
	StatusOccurred   Status = "occurred"
	StatusAttempted  Status = "attempted"  // tried and failed, or foiled
	StatusThreatened Status = "threatened" // planned, warned, vowed
	StatusDenied     Status = "denied"     // reported only as denied or disproved
)

// Salience says whether an article is about an incident or recalls it.
type Salience string

// The saliences of the coding guide.
const (
	SalienceMain       Salience = "main"
	SalienceBackground Salience = "background"
)

// Review says what a person made of an incident; "" is nothing yet.
type Review string

// The states of review.
const (
	ReviewAccepted  Review = "accepted"
	ReviewRejected  Review = "rejected"
	ReviewCorrected Review = "corrected" // a field has a person's value
	ReviewResting   Review = "resting"   // a person's correction rests on words that an article, read anew, has no more: to be looked at again
)

// Incident is one happening in the world as claims tell it. Coded from one
// article it is that article's incident; joined across articles it holds the
// claims of all of them.
type Incident struct {
	ID          string   `json:"id"`               // content-derived and stable
	Joined      string   `json:"joined,omitempty"` // with one record an article: the incident across articles
	Type        string   `json:"type"`             // an id of the types table
	Salience    Salience `json:"salience"`         //
	Status      Status   `json:"status"`           //
	Summary     string   `json:"summary"`          // one sentence, as a data coder would write it
	Mention     string   `json:"mention"`          // the clause that best reports it
	MentionSpan Span     `json:"mention_span"`     //
	When        *When    `json:"when"`             // null where the text gives none
	Where       *Place   `json:"where"`            //
	From        *Place   `json:"from"`             // launch or origin place
	Actors      []Actor  `json:"actors"`           //
	Counts      []Count  `json:"counts"`           //
	Weapons     []string `json:"weapons"`          // as written
	Claims      []Claim  `json:"claims"`           //
	Fields      []Field  `json:"fields"`           // for each field: the value, the rule, claims for and against
	Deaths      *Deaths  `json:"deaths,omitempty"` //
	Articles    []string `json:"articles"`         // ids of the articles that tell it
	Origins     []Origin `json:"origins"`          // independent origins of the claims
	Why         *Reasons `json:"why,omitempty"`    // filled only when asked for
	Former      []string `json:"former,omitempty"` // ids of incidents merged into this one; they keep resolving
	Review      Review   `json:"review,omitempty"` // what a person made of it
	People      []Person `json:"people"`           // the private persons whom its words name; null where that was not decided
}

// Field says how one field of an incident got its value.
type Field struct {
	Name    string `json:"name"`              // type, status, when, where, agent, count:killed, …
	Value   string `json:"value"`             // the value chosen, in words
	Rule    string `json:"rule"`              // the rule that chose it
	For     []int  `json:"for"`               // numbers of the claims for it
	Against []int  `json:"against"`           // numbers of the claims against it
	Changed []int  `json:"changed,omitempty"` // numbers of the claims for what held earlier and was told before the value chosen
	Origins int    `json:"origins,omitempty"` // independent origins of the claims for it
	Rating  string `json:"rating,omitempty"`  // Admiralty pair of the value: its best source's reliability A–F, its credibility 1–6

	Why *Explanation `json:"why,omitempty"` // what spoke for the value, and what would have changed it; filled only when asked for
}

// Deaths are the people killed in the manner of UCDP: a low, a best and a high
// figure, with the numbers of the claims behind each. Nil is open or unknown.
type Deaths struct {
	Low        *int  `json:"low"`
	Best       *int  `json:"best"`
	High       *int  `json:"high"`
	LowClaims  []int `json:"low_claims"`
	BestClaims []int `json:"best_claims"`
	HighClaims []int `json:"high_claims"`
}

// Origin is one independent origin: somebody on whose word claims rest,
// counted once however many articles repeat it.
type Origin struct {
	Name        string       `json:"name"`
	Kind        string       `json:"kind"`                  // outlet (own voice of an article), source
	Claims      []int        `json:"claims"`                // numbers of the claims that go back to it
	Reliability string       `json:"reliability,omitempty"` // A–F, from the table of sources
	Why         *Explanation `json:"why,omitempty"`         // the ways from the articles down to it
}

// Reasons are the explanations of an incident.
type Reasons struct {
	Event *Explanation `json:"event,omitempty"` // why there is an incident, of this type
	Join  *Explanation `json:"join,omitempty"`  // why these reports are one
}

// ArticleRecord is one article with the incidents coded from it: a line of
// `sayso code --per-article --format jsonl`, in the shape of the coding guide.
type ArticleRecord struct {
	Article   string     `json:"article"` // the article's id
	Title     string     `json:"title,omitempty"`
	URL       string     `json:"url,omitempty"`
	Outlet    string     `json:"outlet,omitempty"`
	Published Day        `json:"published"`
	Digest    string     `json:"digest,omitempty"`
	Terms     []string   `json:"terms,omitempty"` // rare words of the whole article, by which its story is known
	People    []Person   `json:"people"`          // whom the article names, by position; null where that was not read
	Incidents []Incident `json:"incidents"`
	Failure   *Failure   `json:"failure,omitempty"` // why it could not be coded; incidents is then empty
}

// Failure is an article or file that could not be taken, as data.
type Failure struct {
	Stage  string `json:"stage"`  // stage or ingest step that failed
	Kind   string `json:"kind"`   // empty, binary, too-large, not-english, no-sentences, unreachable, refused, …
	Item   string `json:"item"`   // file, address or article id, with the place in it where there is one
	Reason string `json:"reason"` // one line
}
