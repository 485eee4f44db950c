package assemble

import (
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// site is a place that the text names, with everywhere it does so.
type site struct {
	place  sayso.Place
	at     []document.Range
	score  float64 // best as an argument of a mention; 0 where it is none
	event  *document.Event
	metons int // how often it stands for a government
}

// sites lists the places that could be where the group's happening was:
// arguments of its mentions, and every other place that the article names.
func (b *builder) sites() []site {
	var out []site
	at := map[string]int{}
	add := func(p sayso.Place, r document.Range) *site {
		key := strings.ToLower(p.Name)
		k, ok := at[key]
		if !ok {
			k = len(out)
			at[key] = k
			out = append(out, site{place: p})
		}
		out[k].at = append(out[k].at, r)
		return &out[k]
	}
	for _, f := range b.arguments("place") {
		s := add(b.place(f.arg), f.arg.Range)
		if f.arg.Score > s.score {
			s.score, s.event, s.place = f.arg.Score, f.event, b.place(f.arg)
		}
	}
	for i := range b.r.d.Toponyms {
		t := &b.r.d.Toponyms[i]
		if t.Demonym {
			continue
		}
		s := add(b.place(&document.Argument{Range: t.Range, Index: i}), t.Range)
		if t.Metonym {
			s.metons++
		}
	}
	return out
}

// placeOptions are the sites and nothing, with what speaks for each.
func (b *builder) placeOptions() []Option {
	sites := b.sites()
	var nothing signs.Features
	nothing.Add("no place")
	nothing.Add("no place for " + b.g.kind)
	nothing.AddIf(len(sites) == 0, "the article names none")
	out := []Option{{Signs: nothing}}
	for i := range sites {
		out = append(out, Option{Place: &sites[i].place, Signs: b.placeSigns(&sites[i], sites)})
	}
	return out
}

func (b *builder) placeSigns(s *site, all []site) signs.Features {
	var f signs.Features
	f.Add("level " + string(s.place.Level))
	f.Add("level " + string(s.place.Level) + " for " + b.g.kind)
	f.AddIf(s.place.ID == "", "not in the gazetteer")
	f.Add(bucket("weight as an argument in tenths", int(s.score*10), 0, 1, 3, 5, 8))
	f.AddValue("weight as an argument", s.score)
	f.AddIf(s.score > 0 && s.score == bestScore(all), "best of the arguments")
	f.Add(bucket("times named", len(s.at), 1, 2, 4))
	f.AddIf(s.metons > 0 && s.metons == len(s.at), "always stands for a government")
	b.nearSigns(&f, s)
	b.nestSigns(&f, s, all)
	for _, r := range s.at {
		switch b.r.blockOf(r.First) {
		case document.BlockTitle:
			f.Add("in the headline")
		case document.BlockDateline:
			f.Add("in the dateline")
		default:
			continue
		}
		break
	}
	return f
}

func bestScore(all []site) float64 {
	best := 0.0
	for i := range all {
		best = max(best, all[i].score)
	}
	return best
}

// nearSigns tell how near to a mention the place is named, and by which words.
func (b *builder) nearSigns(f *signs.Features, s *site) {
	d := b.r.d
	gap, signed := 99, 99
	before, last := "", false
	for _, r := range s.at {
		at := d.SentenceOf(r.First)
		for _, i := range b.g.events {
			n := d.SentenceOf(d.Events[i].Trigger) - at
			if abs(n) < gap || abs(n) == gap && n > signed {
				gap, signed, before = abs(n), n, b.wordBefore(r)
			}
		}
	}
	if signed >= 0 {
		f.Add(bucket("sentences from it to a mention", signed, 0, 1, 2, 4, 8))
	} else {
		f.Add(bucket("sentences from a mention to it", -signed, 1, 2, 4, 8))
	}
	if gap <= 1 {
		f.Add("after " + before)
		f.AddIf(gap == 0, "after "+before+" in the sentence of a mention")
	}
	for _, r := range s.at {
		last = last || b.lastBefore(r)
	}
	f.AddIf(last, "the last place named before the first mention")
}

// lastBefore reports whether no other place stands between a place and the
// group's first mention.
func (b *builder) lastBefore(r document.Range) bool {
	d := b.r.d
	t := d.Events[b.g.events[0]].Trigger
	if r.First > t {
		return false
	}
	for i := range d.Toponyms {
		if o := &d.Toponyms[i]; !o.Demonym && o.First > r.First && o.First < t {
			return false
		}
	}
	return true
}

// wordBefore is the preposition, verb or mark before a name, articles and
// directions left out; other words are told by their part of speech.
func (b *builder) wordBefore(r document.Range) string {
	d := b.r.d
	for i := r.First - 1; i >= 0 && i >= r.First-3; i-- {
		switch u := d.Tags[i].UPOS; u {
		case document.DET, document.ADJ:
			continue
		case document.ADP, document.PUNCT:
			return strings.ToLower(d.Word(i))
		default:
			return u.String()
		}
	}
	return "the start"
}

// nestSigns tell whether a finer place inside it, or a wider one around it, is
// named as near.
func (b *builder) nestSigns(f *signs.Features, s *site, all []site) {
	finerInside, closerFiner := false, false
	for i := range all {
		o := &all[i]
		if o.place.Name == s.place.Name || o.place.Country != s.place.Country || rank(o.place.Level) >= rank(s.place.Level) {
			continue
		}
		finerInside = true
		closerFiner = closerFiner || o.score >= s.score && o.score > 0
		for _, r := range s.at {
			for _, q := range o.at {
				f.AddIf(q.End <= r.First && r.First-q.End <= 3, "right after a finer place")
			}
		}
	}
	f.AddIf(finerInside, "a finer place in the same country is named")
	f.AddIf(closerFiner, "a finer place in the same country is an argument too")
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
