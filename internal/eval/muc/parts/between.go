package parts

import "sayso/internal/model/hashlin"

// between adds what stands between a mention and each trigger of its sentence,
// on which side and in which voice, without the tree, which is often wrong in
// capitals: "after a noun: of N by" for the second phrase of "THE MURDER OF THE
// JUDGE BY GUNMEN".
func (f *Featurer) between(b *hashlin.Bag, m Mention, kind uint32) {
	d := f.d
	for e := range d.Events {
		t := d.Events[e].Trigger
		if f.sentence[t] != f.sentence[m.Head] || t >= m.First && t < m.End {
			continue
		}
		side, from, to := uint32(0), m.End, t
		if t < m.First {
			side, from, to = 1, t+1, m.First
		}
		marks := d.Skeleton(from, to)
		nominals, verbs := uint32(min(marks.Count("N"), 3)), uint32(min(marks.Count("V"), 2))
		voice := hash(string(d.FormOf(t))) + side
		typ, lemma := hash(d.Events[e].Type), hash(f.lemma[t])
		b.Add(tBetween, 1, voice, nominals, verbs, typ)
		b.Add(tBetween, 2, voice, nominals, verbs, typ, kind)
		b.Add(tBetween, 3, voice, nominals, verbs, lemma)
		if len(marks) <= 6 {
			h := uint32(17)
			for _, x := range marks {
				h = h*31 + hash(x)
			}
			b.Add(tBetween, 4, voice, h, typ)
			b.Add(tBetween, 5, voice, h, typ, kind)
			b.Add(tBetween, 6, voice, h, lemma)
		}
		if n := len(marks); n > 0 {
			last := hash(marks[n-1])
			if side == 0 {
				last = hash(marks[0])
			}
			b.Add(tBetween, 7, voice, last, typ, kind)
			b.Add(tBetween, 8, voice, last, lemma)
		}
	}
}
