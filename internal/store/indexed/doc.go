// Package indexed answers what is asked of incidents (lists, counts, points,
// tallies, names) from memory, over any store.
//
// In: a store, whose readers say what an index is made of
// ([store.Indexing]). Out: the same answers, as the kit in storetest and its
// property against the memory store check.
//
// The index holds a row for each incident, the five orders of the lists, and as
// bits which incidents a query asks for. What only the store can tell (words,
// names, articles) is asked of it once for each generation of its incidents, and
// then is bits, too:
//
//	words "police"     asked of the store   0110101…
//	type  bombing      looked up in rows    0100111…
//	both               and                  0100101…  its first 50 by deaths: read from the store
//
// When the incidents have changed, in this process or another, the next view
// reads what changed and makes the next generation of the index beside the old
// one, on which earlier views go on. A view of a moment before the index's own,
// and every view until the index is made for the first time, is answered by the
// store itself.
//
// Limits: some 300 bytes of memory an incident. Updates read from the store.
package indexed
