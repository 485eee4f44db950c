package feed

import "time"

// Feed is what a feed says of itself and its items, in their order.
type Feed struct {
	Format      string // rss, atom, json
	ID          string
	Title       Text
	Link        string // of the site, absolute where the feed's address is known
	Description Text
	Author      Person
	Language    string
	Published   Date
	Updated     Date
	Items       []Item
}

// Item is an article as its feed announces it.
type Item struct {
	ID        string // what the feed gives, or the link
	Title     Text
	Link      string // absolute where the feed's address is known
	Author    Person
	Summary   Text
	Content   Text
	Published Date
	Updated   Date
}

// Text is plain or HTML, as the feed has it; addresses in it are absolute.
type Text struct{ Value, Language string }

// Person is an author.
type Person struct{ Name, Email string }

// Date is a moment as a feed gives it. Time is zero where it cannot be read.
type Date struct {
	Words string
	Time  time.Time
}
